"""Monthly rates by region that the grant is computed from, and where they come from."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from dashboard.frozen import frozen
from dashboard.funding.rules import REQUIREMENTS, RULES_2024, Requirement
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING
from dashboard.language.text import Text
from dashboard.reference.regions import CODES, SWEDEN, name_of
from dashboard.releases.dataset import CARES, MEASURES, Dataset
from dashboard.spreadsheets.cells import Cell, folded, is_missing, words
from dashboard.spreadsheets.faults import MERGED, Unreadable, Wrong
from dashboard.spreadsheets.grids import Grid, grid, trimmed
from dashboard.spreadsheets.number_signs import Signs, number_in, signs_of
from dashboard.spreadsheets.region_names import code_named
from dashboard.values.imported import kind_behind

Status = Literal["estimated", "mixed", "reported", "example", "own"]
Key = tuple[str, int, Requirement]

MODELLED = Text("Skattade månadsvärden", "Estimated monthly values")
OWN = Text("Egna värden ur fil", "Own values from a file")
LABELS: dict[Status, Text] = {
    "estimated": MODELLED,
    "mixed": Text("Delvis skattade månadsvärden", "Partly estimated monthly values"),
    "reported": Text("Regionernas egna månadsvärden", "The regions' own monthly values"),
    "example": Text("EXEMPEL: påhittade månadsvärden", "EXAMPLE: invented monthly values"),
    "own": OWN,
}
COLUMNS = ("region", "month", "over_2023", "over_2024", "out_2023", "out_2024")

# Sixty times the highest rate ever published of a hospital is a slip of the pen.
_MOST = 1000
# The columns by their headings, lower case and without rings; the first two also in Swedish.
_HEADS = {folded(column): column for column in COLUMNS} | {
    "manad": "month", "lan": "region",
    **{f"{word} {year}": f"{kind}_{year}" for year in (2023, 2024) for kind, words_ in (
        ("over", ("overbelaggningar", "overbelagda", OVERCROWDING.key)),
        ("out", ("utlokaliserade", "utlokaliseringar", OUTPLACEMENT.key)),
    ) for word in words_},
}  # fmt: skip


class RatesError(ValueError):
    """The rates cannot be used; `text` says what, where and what to do in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@frozen
class Pair:
    """A rate per 100 available beds in a month of 2023 and in the same month of 2024."""

    before: Fraction | None
    now: Fraction | None


@frozen
class Rates:
    """The pairs of every region, month and requirement, and what they are.

    `status` is own for those of a file; for months of the release estimated, mixed or imported.
    """

    pairs: Mapping[Key, Pair]
    status: Status

    @property
    def label(self) -> Text:
        """What every figure computed from these rates says of itself."""
        return LABELS[self.status]

    @property
    def months(self) -> tuple[int, ...]:
        return tuple(sorted({month for _, month, _ in self.pairs}))

    def at(self, region: str, month: int, requirement: Requirement) -> Pair:
        """The pair, both missing where nothing stands."""
        return self.pairs.get((region, month, requirement), Pair(None, None))


def modelled_rates(
    dataset: Dataset, year: int = 2024, months: Sequence[int] = RULES_2024.months
) -> Rates:
    """The release's months of a year beside those of the year before, exact, somatic care.

    A rate is 100 x patient-days / bed-days as a fraction (docs/methods.md 1.2); missing
    where the release has no value. The status says whether the months are estimated.
    """
    return _modelled(dataset, year, tuple(months))


@lru_cache(maxsize=8)
def _modelled(dataset: Dataset, year: int, months: tuple[int, ...]) -> Rates:
    both = [f"{one}-{month:02d}" for one in (year - 1, year) for month in months]
    found = {(month, q): _rates(dataset, month, q) for month in both for q in REQUIREMENTS}
    pairs = {
        (code, month, q): Pair(*(found[f"{one}-{month:02d}", q][place] for one in (year - 1, year)))
        for place, code in enumerate(CODES)
        for month in months
        for q in REQUIREMENTS
    }
    return Rates(pairs, kind_behind(dataset, ("bed_days", "over_days", "out_days"), SWEDEN, both))


def _rates(dataset: Dataset, month: str, requirement: Requirement) -> list[Fraction | None]:
    """The rates of all regions in a month."""
    if month not in dataset.months:
        return [None] * len(CODES)
    somatic = dataset.cube[:, :, dataset.months.index(month), CARES.index("somatic"), 0]
    patients = somatic[MEASURES.index(f"{requirement}_days")].tolist()
    beds = somatic[MEASURES.index("bed_days")].tolist()
    return [
        100 * Fraction(above) / Fraction(below)
        if above == above and below == below and below > 0 else None
        for above, below in zip(patients, beds, strict=True)
    ]  # fmt: skip


def parse_rates(content: str | bytes, months: Sequence[int] = RULES_2024.months) -> Rates:
    """Own rates from a CSV or XLSX: region, month, over_2023, over_2024, out_2023, out_2024.

    A region is a code or a name, an empty cell or a mark of nothing reported a missing rate.
    Every region must stand in each month that the file has; a month of the period that the file
    lacks counts as not reported.

    Raises:
        RatesError: a column, a region or a number is wrong or missing, or a row stands twice.
    """
    pairs: dict[Key, Pair] = {}
    for line in _lines(content.encode() if isinstance(content, str) else content):
        code, month = _region(line), _month(line, months)
        if (code, month, "over") in pairs:
            raise _fault(line.number, line.titles["region"],
                         f"{name_of(code).sv}, månad {month}, står två gånger",
                         f"{name_of(code).en}, month {month}, stands twice")  # fmt: skip
        for requirement in REQUIREMENTS:
            before, now = (_number(line, f"{requirement}_{year}") for year in (2023, 2024))
            pairs[code, month, requirement] = Pair(before, now)
    _check_whole(pairs)
    return Rates(pairs, "own")


@frozen
class _Line:
    """A row: its cells by column, the headings as written, and what each column's signs mean."""

    number: int
    cells: Mapping[str, Cell]
    titles: Mapping[str, str]
    signs: Mapping[str, Signs]


def _lines(content: bytes) -> Iterator[_Line]:
    try:
        read = grid(content, _HEADS.__contains__)
    except Unreadable as error:
        if error.fault.rule != "empty":
            raise RatesError(error.words) from error
        read = Grid((), 1, ())
    heads = [_HEADS.get(folded(head), "") for head in read.heads]
    for column in COLUMNS:
        if column not in heads:
            wanted = ", ".join(COLUMNS)
            raise _fault(read.head_row, column, f"kolumnen saknas; kolumnerna är {wanted}",
                         f"the column is missing; the columns are {wanted}")  # fmt: skip
    places = {column: heads.index(column) for column in COLUMNS}
    for number, cells in read.filled:
        if len(cells) < len(heads) or len(trimmed(cells)) > len(heads):
            raise _fault(number, "region", f"raden ska ha {len(heads)} celler, inte {len(cells)}",
                         f"the row must have {len(heads)} cells, not {len(cells)}")  # fmt: skip
    titles = {column: read.heads[place] for column, place in places.items()}
    signs = {column: signs_of(cells[place] for _, cells in read.filled)
             for column, place in places.items()}  # fmt: skip
    for number, cells in read.filled:
        for column, place in places.items():
            if (number, place) in read.merged and column not in ("region", "month"):
                raise _fault(number, titles[column], *(one.rstrip(".") for one in MERGED))
        yield _Line(number, {c: cells[place] for c, place in places.items()}, titles, signs)


def _region(line: _Line) -> str:
    cell = words(line.cells["region"])
    code = code_named(cell)
    if code is None:
        raise _fault(line.number, line.titles["region"],
                     f"{cell[:40]!r} är ingen av de 21 regionerna; skriv kod (14) eller namn",
                     f"{cell[:40]!r} is none of the 21 regions; write a code (14) or a name",
                     )  # fmt: skip
    return code


def _month(line: _Line, months: Sequence[int]) -> int:
    cell = words(line.cells["month"])
    if not (cell.isascii() and cell.isdigit() and int(cell[:3]) in months):
        span = f"{months[0]}–{months[-1]}"
        raise _fault(line.number, line.titles["month"],
                     f"{cell[:40]!r} är ingen månad i perioden {span}",
                     f"{cell[:40]!r} is no month of the period {span}")  # fmt: skip
    return int(cell)


def _number(line: _Line, column: str) -> Fraction | None:
    cell, title = line.cells[column], line.titles[column]
    if is_missing(cell):
        return None
    try:
        # A number that ends the shortest way is exactly what was written.
        value = Fraction(repr(number_in(cell, line.signs[column])))
    except Wrong as wrong:
        raise _fault(line.number, title, *(one.rstrip(".") for one in wrong.message)) from wrong
    if not 0 <= value <= _MOST:
        shown = words(cell)[:40]
        raise _fault(line.number, title, f"{shown} kan inte vara antal per 100 vårdplatser; det "
                     f"ska vara 0 till {_MOST}", f"{shown} cannot be a number per 100 beds; it "
                     f"must be 0 to {_MOST}")  # fmt: skip
    return value


def _check_whole(pairs: Mapping[Key, Pair]) -> None:
    if not pairs:
        raise RatesError(Text("Filen har inga rader under rubriken.",
                              "The file has no rows below its head."))  # fmt: skip
    for month in sorted({month for _, month, _ in pairs}):
        missing = [code for code in CODES if (code, month, "over") not in pairs]
        if missing:
            names = ", ".join(name_of(code).sv for code in missing[:5])
            more = Text(f" och {len(missing) - 5} till", f" and {len(missing) - 5} more")
            rest = more if len(missing) > 5 else Text("", "")
            raise RatesError(Text(
                f"Månad {month} saknar {names}{rest.sv}. Alla 21 regioner ska stå med; lämna "
                "cellerna tomma där värdet saknas.",
                f"Month {month} lacks {names}{rest.en}. All 21 regions must be there; leave the "
                "cells empty where the value is missing.",
            ))  # fmt: skip


def _fault(line: int, column: str, sv: str, en: str) -> RatesError:
    return RatesError(
        Text(f"Rad {line}, kolumn {column}: {sv}.", f"Row {line}, column {column}: {en}.")
    )
