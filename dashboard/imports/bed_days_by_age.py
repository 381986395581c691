"""Bed-days by age, from a table that somebody loads; nothing is embedded of them."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from dashboard.imports.fetched import Row, now
from dashboard.imports.projections import OLDEST, STEP

COLUMNS: Final = ("region_code", "year", "age", "bed_days", "source", "url", "fetched")
_AGE = re.compile(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3})|\s*\+|\s*(?:år )?(?:och äldre|w))?(?: år)?")


def first_age(text: str) -> int | None:
    """The first age of a group as it is written: `0-4`, `85+`, `85–`; None where it is none."""
    match = _AGE.fullmatch(text.strip().rstrip("–-"))
    return int(match[1]) if match else None


def problem_with(ages: Iterable[int]) -> str | None:
    """Why groups that begin at these ages are not all ages, once each; in English."""
    found = sorted(ages)
    if len(set(found)) < len(found):
        return "an age stands twice"
    if not found or found[0] != 0:
        return "the first group must begin at 0"
    if wrong := [age for age in found if age % STEP or age > OLDEST]:
        return f"groups begin at multiples of {STEP} up to {OLDEST}, not at {wrong[0]}"
    return None


def kept_rows(
    figures: Sequence[tuple[str, int, float]], year: int, source: str, name: str
) -> tuple[Row, ...]:
    """Rows to keep of (region code, first age, bed-days); `name` is that of the file."""
    moment = now()
    return tuple(
        {
            "region_code": code, "year": str(year), "age": str(age), "bed_days": f"{days:g}",
            "source": source, "url": name, "fetched": moment,
        }
        for code, age, days in figures
    )  # fmt: skip
