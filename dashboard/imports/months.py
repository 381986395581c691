"""Months as people write them: 2025-10, okt 2025, oktober 2025, 2025M10, 2025-10-31."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dashboard.imports.measures import COUNTS
from dashboard.language.text import Text, quoted
from dashboard.spreadsheets.cells import Cell, folded, words
from dashboard.spreadsheets.faults import Wrong

FIRST_YEAR, LAST_YEAR = 1990, 2100
_NAMES = (
    ("januari", "january"), ("februari", "february"), ("mars", "march"), ("april", "april"),
    ("maj", "may"), ("juni", "june"), ("juli", "july"), ("augusti", "august"),
    ("september", "september"), ("oktober", "october"), ("november", "november"),
    ("december", "december"),
)  # fmt: skip
_BY_NAME = {
    short: number
    for number, names in enumerate(_NAMES, start=1)
    for name in names
    for short in (name, name[:3], name[:4])
}
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.m ]?\s*(\d{1,2})(?:[-/.]\d{1,2}(?:[t ]\d.*)?)?")
_YEAR_LAST = re.compile(r"(?:\d{1,2}[-/.])?(\d{1,2})[-/.](\d{4})")
_DAY_MONTH = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?:[ T].*)?", re.ASCII)
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ][\d:.]+\s*(?:Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)", re.I | re.ASCII
)
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", re.I | re.ASCII)
# Midnight in Sweden, as a system without time zones writes it of the day before.
_MIDNIGHT = re.compile(r"(\d{4})-(\d{2})-(\d{2})[T ]2[23]:00(?::00(?:\.0+)?)?", re.I | re.ASCII)
_SWEDEN = ZoneInfo("Europe/Stockholm")
_NAME_FIRST = re.compile(r"([a-z]{3,9})\.?[\s-]*(?:\d{1,2},\s*)?(\d{4}|\d{2})")
_DAY_NAME = re.compile(r"(\d{1,2})\.?\s+([a-z]{3,9})\.?\s+(\d{4})", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(\d{2})", re.ASCII)
_NAME_LAST = re.compile(r"(\d{4})[\s-]*([a-z]{3,9})\.?")

_NO_MONTH = Text(
    "{} är ingen månad. Skriv till exempel 2025-10 eller oktober 2025.",
    "{} is not a month. Write for example 2025-10 or October 2025.",
)
_NO_YEAR = Text(
    "{} är en månad utan år. Skriv till exempel oktober 2025, eller året i en kolumn År.",
    "{} is a month without a year. Write for example October 2025, or the year in a column Year.",
)
_OUT_OF_YEAR = Text(
    "{} har månad {}, men ett år har tolv. Skriv till exempel 2025-10.",
    "{} has month {}, but a year has twelve. Write for example 2025-10.",
)
_SUM_OF_PART = Text(
    "{} är inte slut än, så en summa av dygn är inte hela månadens. Skriv medelvärdet per dygn.",
    "{} has not ended yet, so a sum of days is not that of the month. Write the average of a day.",
)
_NOT_A_DAY = Text(
    "{} är ingen dag. Skriv dagen som 2025-10-31.", "{} is no day. Write the day as 2025-10-31."
)
_NO_DAY = Text(
    "{} är ingen dag. Skriv månaden som 2025-10.",
    "{} is no day. Write the month as 2025-10.",
)
_FUTURE = Text("{} har inte varit än. Rätta månaden.", "{} has not been yet. Correct the month.")
_RUNNING = Text(
    "{} är inte slut än, så dess siffror är inte hela. Lämna månaden när den är slut, "
    "eller som preliminär.",
    "{} has not ended yet, so its figures are not whole. Send the month when it has ended, or as "
    "preliminary.",
)
_TWO_MONTHS = Text(
    "{} kan vara {} och {}. Skriv månaden som 2025-10.",
    "{} can be {} and {}. Write the month as 2025-10.",
)


def month(cell: Cell) -> str:
    """The month in a cell as `2025-10`.

    Raises:
        Wrong: it is none, or outside 1990-2100.
    """
    _check_single(words(cell))
    found = _parsed(folded(_swedish_time(words(cell))))
    if found is None and bare(cell):
        raise Wrong("month", _NO_YEAR.format(quoted(words(cell)[:40])))
    if found is None:
        raise Wrong("month", _NO_MONTH.format(quoted(words(cell)[:40])))
    year, number = found
    if not 1 <= number <= 12:
        raise Wrong("month", _OUT_OF_YEAR.format(quoted(words(cell)[:40]), number))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Wrong("month", _NO_MONTH.format(quoted(words(cell)[:40])))
    return f"{year:04d}-{number:02d}"


def bare(cell: Cell) -> int | None:
    """The number of a month named without its year, as jan or oktober."""
    return _BY_NAME.get(folded(cell).rstrip("."))


def year_of(cell: Cell) -> int | None:
    """The year that a cell holds alone."""
    text = words(cell)
    known = re.fullmatch(r"(19|20)\d{2}", text, re.ASCII)
    return int(text) if known else None


def day(cell: Cell) -> date:
    """The day in a cell, one with an offset as it was in Sweden.

    Raises:
        Wrong: it is none, or its day and month could change places.
    """
    shown = words(cell)
    _check_single(shown)
    text = _swedish_time(shown)
    if match := _DAY.fullmatch(text):
        return date(*map(int, match.groups()))
    if match := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text, re.ASCII):
        parts = [int(one) for one in match.groups()]
    elif match := _DAY_NAME.fullmatch(folded(text)):
        parts = [int(match[3]), _BY_NAME.get(match[2], 0), int(match[1])]
    elif match := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text, re.ASCII):
        first, second = int(match[1]), int(match[2])
        swapped = second > 12
        parts = [int(match[3]), first if swapped else second, second if swapped else first]
    else:
        parts = [0, 0, 0]
    if not parts[0] or not 1 <= parts[1] <= 12 or not _is_day(*parts):
        raise Wrong("month", _NOT_A_DAY.format(quoted(shown[:40])))
    return date(*parts)


def running() -> str:
    """The month that is going on."""
    return f"{date.today():%Y-%m}"


def past(month: str, *, preliminary: bool = False) -> str:
    """The month itself, unless it is still to come or, if not asked for, going on.

    Raises:
        Wrong: it has not ended.
    """
    if month == running() and not preliminary:
        raise Wrong("running_month", _RUNNING.format(month))
    if month > running():
        raise Wrong("future", _FUTURE.format(month))
    return month


def refuse_sum_of_part(month: str, measure: str) -> None:
    """A sum over the days of a month that is going on would be divided by all of them.

    Raises:
        Wrong: the measure is such a sum.
    """
    if month == running() and measure in COUNTS:
        raise Wrong("running_sum", _SUM_OF_PART.format(month))


def _check_single(text: str) -> None:
    """A day and a month that could change places, midnight of the month after, and October that a
    spreadsheet made 2026.1."""
    if (match := _DAY_MONTH.fullmatch(text)) and match[1] != match[2]:
        first, second = int(match[1]), int(match[2])
        if max(first, second) <= 12:
            months_ = (f"{match[3]}-{number:02d}" for number in (first, second))
            raise Wrong("two_months", _TWO_MONTHS.format(quoted(text[:40]), *months_))
    if (match := _DAY.fullmatch(text)) and not _is_day(*map(int, match.groups())):
        raise Wrong("month", _NO_DAY.format(quoted(text[:40])))
    if (match := _MIDNIGHT.fullmatch(text)) and _is_day(*map(int, match.groups())):
        own = date(*map(int, match.groups()))
        after = own + timedelta(days=1)
        if after.month != own.month:
            said = quoted(text[:40]), f"{own:%Y-%m}", f"{after:%Y-%m}"
            raise Wrong("two_months", _TWO_MONTHS.format(*said))
    if match := re.fullmatch(r"(\d{4})[.,]1", text, re.ASCII):
        said = quoted(text), f"{match[1]}-01", f"{match[1]}-10"
        raise Wrong("two_months", _TWO_MONTHS.format(*said))


def _is_day(year: int, number: int, day: int) -> bool:
    try:
        date(year, number, day)
    except ValueError:
        # What month it is, if it is none, is told apart elsewhere.
        return not 1 <= number <= 12
    return True


def _swedish_time(text: str) -> str:
    """A moment with an offset as it was in Sweden: midnight here is 22 or 23 the day before."""
    if not _MOMENT.fullmatch(text):
        return text
    try:
        moment = datetime.fromisoformat(re.sub(r"\s*(?:Z|UTC|GMT)$", "+00:00", text, flags=re.I))
    except ValueError:
        return text
    return f"{moment.astimezone(_SWEDEN):%Y-%m-%d}"


def is_month(cell: Cell) -> bool:
    """Whether the cell can be read as a month."""
    try:
        month(cell)
    except Wrong:
        return False
    return True


def _parsed(text: str) -> tuple[int, int] | None:
    if match := _YEAR_FIRST.fullmatch(text) or None:
        return int(match[1]), int(match[2])
    if match := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[ t].*)?", text, re.ASCII):
        # A day above twelve tells which of the two is the month.
        first, second = int(match[1]), int(match[2])
        return int(match[3]), second if second <= 12 else first
    if match := _YEAR_LAST.fullmatch(text):
        return int(match[2]), int(match[1])
    if (match := _NAME_FIRST.fullmatch(text)) and match[1] in _BY_NAME:
        year = int(match[2])
        return (year if year > 99 else 2000 + year), _BY_NAME[match[1]]
    if (match := _NAME_LAST.fullmatch(text)) and match[2] in _BY_NAME:
        return int(match[1]), _BY_NAME[match[2]]
    if (match := _DAY_NAME.fullmatch(text)) and match[2] in _BY_NAME:
        number = _BY_NAME[match[2]]
        return (int(match[3]), number) if _is_day(int(match[3]), number, int(match[1])) else None
    if (match := _COMPACT.fullmatch(text)) and _is_day(*map(int, match.groups())):
        return int(match[1]), int(match[2])
    return None
