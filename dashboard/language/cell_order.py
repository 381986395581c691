"""What the cells of a column are ordered by: numbers, dates, or words, as they are written."""

import re
from collections.abc import Sequence
from functools import cache

from dashboard.language.collation import in_order
from dashboard.language.formatting import MINUS, NONE, period
from dashboard.language.text import Lang

# A number may be told as near, or as less or more than it.
_ABOUT = r"(?:[<>]|(?:cirka|about|omkring) )?"
_NUMBER = {
    "sv": re.compile(rf"{_ABOUT}([+{MINUS}-]?\d[\d\u00a0\u202f]*(?:,\d+)?)"),
    "en": re.compile(rf"{_ABOUT}([+{MINUS}-]?\d[\d,]*(?:\.\d+)?)"),
}
# Of less than a number, and of more.
_BELOW_ABOVE = {"<": -0.5, ">": 0.5}
_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_YEAR = re.compile(r"\d{4}")
_YEARS = range(2010, 2041)
Key = tuple[int, float, str]


def order(cells: Sequence[str], lang: Lang, *, descending: bool) -> list[int]:
    """The places of a column's cells in order; what is empty or a dash stands last, both ways."""
    numeric = is_numeric(cells, lang)
    keys = [_key(cell, lang, numeric=numeric) for cell in cells]
    known = [place for place, key in enumerate(keys) if key is not None]
    known.sort(key=lambda place: keys[place] or (0, 0.0, ""), reverse=descending)
    return [*known, *(place for place, key in enumerate(keys) if key is None)]


def is_numeric(cells: Sequence[str], lang: Lang) -> bool:
    """Whether most cells that say something begin with a number, and none is a date."""
    told = [cell for cell in cells if _said(cell)]
    if any(_date(cell, lang) for cell in told):
        return False
    return 2 * sum(bool(_NUMBER[lang].match(cell.strip())) for cell in told) > len(told)


def _date(cell: str, lang: Lang) -> str:
    """What a month, or a day of it, is ordered by, of a span the first; else empty."""
    first = cell.split("–")[0].strip()
    if _ISO.fullmatch(first):
        return first
    if first in _months(lang):
        return _months(lang)[first]
    day, _, month = first.partition(" ")
    return f"{_months(lang)[month]}-{day:0>2}" if month in _months(lang) else ""


def _said(cell: str) -> bool:
    return cell.strip() not in ("", NONE)


def _key(cell: str, lang: Lang, *, numeric: bool) -> Key | None:
    if not _said(cell):
        return None
    if day := _date(cell, lang):
        return (0, 0.0, day)
    if not numeric:
        # Among dates a year stands before its months.
        year = _YEAR.fullmatch(cell.split("–")[0].strip())
        return (0, 0.0, year[0]) if year else (1, 0.0, in_order(cell, lang))
    found = _NUMBER[lang].match(cell.strip())
    return (0, _value(found, lang), "") if found else (1, 0.0, in_order(cell, lang))


def _value(found: re.Match[str], lang: Lang) -> float:
    plain = found[1].replace(MINUS, "-").replace("\u00a0", "").replace("\u202f", "")
    value = float(plain.replace(",", "." if lang == "sv" else ""))
    return value + _BELOW_ABOVE.get(found[0][0], 0.0)


@cache
def _months(lang: Lang) -> dict[str, str]:
    """Each month as it is written, long and short, with what it is ordered by."""
    keys = [f"{year}-{month:02d}" for year in _YEARS for month in range(1, 13)]
    return {period(key, lang, short=short): key for key in keys for short in (False, True)}
