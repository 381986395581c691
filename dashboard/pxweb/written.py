"""How a selection is written: its language, its labels, and the lines of its matrix."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Literal

from dashboard.frozen import frozen
from dashboard.language.text import Lang
from dashboard.pxweb.cells import Cells
from dashboard.pxweb.links import Links
from dashboard.pxweb.variables import TIME, Variable
from dashboard.releases.dataset import Dataset

Labels = Literal["codes", "texts", "both", ""]
# A number, or the mark that says why there is none.
Cell = int | float | str


@frozen
class Written:
    """What a writer is told; without `labels` each format has its own."""

    dataset: Dataset
    lang: Lang
    links: Links
    labels: Labels = ""
    separator: str = ","
    title: bool = False

    def named(self, variable: Variable, labels: Labels) -> str:
        """A variable in the heading of a column."""
        return _said(variable.code, variable.name.in_(self.lang), labels)

    def value(self, variable: Variable, code: str, labels: Labels) -> str:
        """A value of a variable; a time that has more to say than its code says it."""
        if variable.code == TIME and labels == "codes":
            labels = "texts"
        return _said(code, variable.values[code].in_(self.lang), labels)


def _said(code: str, text: str, labels: Labels) -> str:
    if labels == "both":
        return code if code == text else f"{code} {text}"
    return text if labels == "texts" else code


def heads(cells: Cells, how: Written, labels: Labels) -> list[str]:
    """The headings: each variable of the stub, then each combination of the heading."""
    stub = [how.named(one, labels) for one in cells.selection.stub]
    values = [[how.value(one, code, labels) for code in one.values]
              for one in cells.selection.heading]  # fmt: skip
    return stub + [" ".join(one) for one in product(*values)]


def lines(
    cells: Cells, how: Written, labels: Labels
) -> Iterator[tuple[Sequence[str], Sequence[Cell]]]:
    """The rows: the values of the stub, and the cells of the heading's combinations."""
    values = [[how.value(one, code, labels) for code in one.values] for one in cells.selection.stub]
    width = 1
    for one in cells.selection.heading:
        width *= len(one.values)
    for number, named in enumerate(product(*values)):
        yield named, row(cells, number * width, width)


def row(cells: Cells, start: int, width: int) -> list[Cell]:
    """So many cells from a place on, with marks where there is no number."""
    part = enumerate(cells.values[start : start + width], start)
    return [cells.marks[place] if one is None else one for place, one in part]


def plain(number: Cell) -> str:
    """A number in as few digits as give it back exactly, without an exponent."""
    if not isinstance(number, float):
        return str(number)
    text = repr(number)
    return text if "e" not in text else f"{number:.20f}".rstrip("0")
