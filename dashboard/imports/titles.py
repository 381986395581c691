"""What a sheet's name and the lines above its table say of every figure in it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dashboard.frozen import frozen
from dashboard.imports.headings import THOUSANDS, meaning
from dashboard.imports.months import bare, is_month, month, year_of
from dashboard.spreadsheets.cells import folded, words
from dashboard.spreadsheets.sheets import Row

_BETWEEN = re.compile(r"[:;,()]| – | - |\|")
# A day in a title is when the table was drawn, and not what it is of.
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}")
_YEAR = re.compile(r"(?<![\d.,-])((?:19|20)\d{2})(?![\d.,-]*\d)")
# `disponibla vårdplatser oktober 2025`: what is measured, and when.
_AND_WHEN = re.compile(r"(.*\S)\s+((?:[^\W\d]+\.?\s+)?\d{4}(?:-\d{2})?)")


@frozen
class Title:
    """What holds for a whole table unless its columns say otherwise.

    `year` is the only one that is named, `name_month` the number of a month without a year that
    the sheet is named by; `two_months` are those of the name and of the title, where they differ.
    """

    said: Mapping[str, str]
    year: str = ""
    name_month: str = ""
    two_months: tuple[str, ...] = ()


def title_of(name: str, rows: Sequence[Row], also: Mapping[str, str]) -> Title:
    """Read the name of a sheet and the lines above its table; `also` are a source's measures."""
    lines = [words(cell) for _, cells in rows for cell in dict.fromkeys(map(words, cells))]
    said = {**_measure_named(name, also), **_said(lines, also)}
    years = {match for line in (*lines, name) for match in _YEAR.findall(_DAY.sub(" ", line))}
    year = next(iter(years)) if len(years) == 1 else ""
    number = bare(name)
    named = _named(name, number, year)
    if named and said.get("month", named) != named:
        return Title({k: v for k, v in said.items() if k != "month"}, year,
                     two_months=(named, said["month"]))  # fmt: skip
    if named:
        said = {**said, "month": named}
    return Title(said, year, f"{number:02d}" if number and not named else "")


def _named(name: str, number: int | None, year: str) -> str:
    """The month that a sheet is named by, its year perhaps from the title."""
    if number and year:
        return f"{year}-{number:02d}"
    return month(name) if is_month(name) and not year_of(name) else ""


def _measure_named(name: str, also: Mapping[str, str]) -> dict[str, str]:
    """What a sheet is named by, where that is a measure."""
    found = meaning(name, also) or {}
    return dict(found) if "measure" in found and "month" not in found else {}


def _said(lines: Iterable[str], also: Mapping[str, str]) -> dict[str, str]:
    said: dict[str, set[str]] = {}
    for line in lines:
        if THOUSANDS.search(folded(line)):
            said["times"] = {"1000"}
        for part in _parts(_DAY.sub(" ", line)):
            for key, value in (meaning(part, also) or {}).items():
                said.setdefault(key, set()).add(value)
    # A title that names two months, or two measures, says of no figure which it is.
    return {key: next(iter(values)) for key, values in said.items() if len(values) == 1}


def _parts(line: str) -> Iterator[str]:
    for part in filter(None, map(str.strip, _BETWEEN.split(line))):
        yield part
        if match := _AND_WHEN.fullmatch(part):
            yield from match.groups()
