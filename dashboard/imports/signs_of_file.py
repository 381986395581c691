"""What commas, points and dashes mean in a file, settled when all of its cells are known."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.frozen import frozen
from dashboard.imports.collected import Collected, Place
from dashboard.imports.levels import Known
from dashboard.imports.measures import MOST
from dashboard.imports.plausible import Written, key_of, number_words, written
from dashboard.imports.questions import Question, Reading, no
from dashboard.language.text import Text, quoted
from dashboard.spreadsheets.cells import DASHES, Cell, folded, number, words
from dashboard.spreadsheets.number_signs import Signs, as_thousands

_READ_AS = Text(
    "Punkt eller komma skiljer tusental i kolumnen {}: {} är läst som {}.",
    "Point or comma parts thousands in the column {}: {} was read as {}.",
)
_EITHER = Text(
    "{} kan läsas som {} och som {}. Vilket menas?{}",
    "{} can be read as {} and as {}. Which is meant?{}",
)
_LIKELY = Text(" Regionen brukar ha {}.", " The region usually has {}.")
_IS_MEANT = Text("{} menas", "{} is meant")
_OUT = Text("lämna ut värdet", "leave the figure out")
_DASH = Text(
    "Streck (–) står i {} celler, först på rad {}. Är det noll, som i officiell statistik, eller "
    "saknas uppgiften?",
    "A dash (–) stands in {} cells, first in row {}. Is it zero, as in official statistics, or is "
    "the figure missing?",
)
_ZERO = Text("streck är noll", "a dash is zero")
_MISSING = Text("uppgiften saknas", "the figure is missing")
_DASH_IS_ZERO = Text("Streck (–) är läst som noll.", "A dash (–) was read as zero.")


# `– = noll`, alone or among others: `.. = uppgift saknas; – värdet är noll`.
_LEGEND = re.compile(r"(?:^|[\s:;,.(])[-–—\u2212](?=\s|=|:)([^;.]{3,})")


@frozen
class _Either:
    """A figure that can be read in two ways."""

    place: Place
    where: tuple[str, int]
    cell: Cell
    sign: str
    measure: str


@dataclass(slots=True)
class SignsOfFile:
    """What was seen of signs in each column and in the whole file, and what they leave open."""

    file: Signs = field(default_factory=Signs)
    columns: dict[tuple[str, int], Signs] = field(default_factory=lambda: defaultdict(Signs))
    open: list[_Either] = field(default_factory=list)
    dashes: list[tuple[Place, str, int, int, str]] = field(default_factory=list)
    dots: bool = False
    dash_means: str = ""

    def see(self, sheet: str, column: int, cell: Cell) -> None:
        """Learn from a cell."""
        self.file.see(cell)
        self.columns[sheet, column].see(cell)

    def either(
        self, place: Place, where: tuple[str, int], cell: Cell, sign: str, measure: str
    ) -> None:
        """A figure whose sign may part decimals or thousands; kept as decimals until settled."""
        self.open.append(_Either(place, where, cell, sign, measure))

    def is_dash(self, cell: Cell) -> bool:
        """Whether a cell has a dash alone."""
        return words(cell) in DASHES

    def dash(self, place: Place, sheet: str, row: int, column: int, measure: str) -> None:
        """A dash where a figure could stand."""
        self.dashes.append((place, sheet, row, column, measure))

    def read_legend(self, cells: Sequence[Cell]) -> None:
        """A note such as `– = noll` settles what a dash is."""
        for cell in cells:
            match = _LEGEND.search(folded(cell))
            if match is not None:
                text = match[1]
                self.dash_means = (
                    "zero" if "noll" in text or "zero" in text or " 0" in text
                    else "missing" if "sakn" in text or "missing" in text or "ej rapp" in text
                    else self.dash_means
                )  # fmt: skip

    def settle(
        self, collected: Collected, titles: dict[tuple[str, int], str], known: Known | None
    ) -> tuple[list[Question], list[Text]]:
        """Give each figure its value, or a question; and say how columns were read."""
        questions, notices = self._settle_dashes(collected)
        for one in self.open:
            if collected.values[one.place] != collected.values[one.place]:
                continue
            said = self.columns[one.where].decides(one.sign) or self.file.decides(one.sign)
            large = as_thousands(one.cell)
            if said == "thousands" and large <= MOST[one.measure]:
                collected.put(one.place, large)
                shown = quoted(words(one.cell))
                notices.append(
                    _READ_AS.format(titles.get(one.where, ""), shown, number_words(large))
                )
            elif said != "decimals" and large <= MOST[one.measure]:
                questions.append(_question(collected, one, titles, known))
        return questions, notices

    def _settle_dashes(self, collected: Collected) -> tuple[list[Question], list[Text]]:
        if not self.dashes or self.dash_means == "missing":
            return [], []
        places = tuple(place for place, *_ in self.dashes)
        for place, sheet, row, column, measure in self.dashes:
            collected.rows[place], collected.columns[place] = row, column
            collected.averaged[place] = not measure.endswith("_days") and "_p" not in measure
            if sheet:
                collected.sheets[place] = sheet
        if self.dash_means == "zero" or self.dots:
            for place in places:
                collected.put(place, 0.0)
            return [], [_DASH_IS_ZERO]
        _, sheet, row, *_ = self.dashes[0]
        readings = (Reading("zero", _ZERO, 0.0), Reading("missing", _MISSING))
        message = _DASH.format(len(places), row)
        return [Question("dash", "dash", sheet, row, "", "–", message, readings, places)], []


def _question(
    collected: Collected, either: _Either, titles: dict[tuple[str, int], str], known: Known | None
) -> Question:
    small, large = number(either.cell), as_thousands(either.cell)
    level: Written | None = None
    if known is not None:
        level = written(collected, either.place, known.expected(either.place[2]))
    likely = Text("", "")
    if level is not None:
        likely = _LIKELY.format(number_words(level.expected, rounded=True))
    shown = quoted(words(either.cell)[:40])
    message = _EITHER.format(shown, number_words(small), number_words(large), likely)
    readings = (
        *(Reading(f"{v:.10g}", _IS_MEANT.format(number_words(v)), v) for v in (small, large)),
        no(_OUT),
    )
    return Question(
        key_of("two_readings", either.place), "two_readings", either.where[0],
        int(collected.rows[either.place]), titles.get(either.where, ""), words(either.cell)[:80],
        message, readings, (either.place,),
    )  # fmt: skip
