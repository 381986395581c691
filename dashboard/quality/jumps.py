"""A region's value that doubles or halves from one year to the next, or lands on its limit."""

from collections.abc import Collection, Iterator

import numpy as np

from dashboard.language.text import Text
from dashboard.quality import phrases
from dashboard.quality.finding import Finding, Kind
from dashboard.quality.impossible import MOST_PERCENT, wrong
from dashboard.quality.published_years import Series
from dashboard.quality.simultaneous_breaks import COPIED
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.statistics.arrays import Array

LEAST_Z = 3.5
LEAST_TIMES = 2.0
_FEWEST = 20
# 15.8 is twice 7.9, whatever the last bits of the two say.
_SLACK = 1e-9

_JUMP = Text(
    "{}: {} gick från {} ({}) till {} ({}). Har något ändrats i hur det rapporteras, som "
    "journalsystem, definition eller vilka enheter som ingår, eller har vården ändrats så mycket?",
    "{}: {} went from {} ({}) to {} ({}). Has anything changed in how it is reported, such as the "
    "record system, the definition or which units are included, or has care changed that much?",
)
_LIMIT = Text(
    "{}: {} gick från {} ({}) till exakt {} ({}). Är alla patienter med i uppgiften?",
    "{}: {} went from {} ({}) to exactly {} ({}). Are all patients in the figure?",
)


def jumps(series: Series, explained: Collection[str] = ()) -> Iterator[Finding]:
    """Each region's jumps, but for the years `explained` by a change common to all."""
    values = np.where(wrong(series), np.nan, series.values)
    z = unusual(values[1:])
    for row, column in np.argwhere(np.abs(z) > LEAST_Z).tolist():
        year = series.years[column + 1]
        before, now = (float(value) for value in values[row + 1, column : column + 2])
        kind = _kind(series, before, now)
        if kind and year not in explained:
            yield _finding(series, kind, ALL_CODES[row + 1], column, (before, now))


def unusual(values: Array) -> Array:
    """Each change from the year before in robust standard deviations of the series' changes.

    Region (21) x year but the first. A year copied from the one before is no measure of what is
    usual. Formula: docs/methods.md 4.3.
    """
    changes = np.diff(values, axis=1)
    copied = (changes == 0).sum(axis=0) >= COPIED * np.isfinite(changes).sum(axis=0)
    moved = changes[np.isfinite(changes) & ~copied]
    if len(moved) < _FEWEST:
        return np.full_like(changes, np.nan)
    middle = np.median(moved)
    spread = np.median(np.abs(moved - middle)) / 0.67449
    return np.asarray((changes - middle) / spread) if spread > 0 else np.full_like(changes, np.nan)


def _kind(series: Series, before: float, now: float) -> Kind | None:
    low, high = sorted((before, now))
    if series.share and now in (0.0, MOST_PERCENT):
        return "at_limit"
    return "jump" if high + _SLACK >= LEAST_TIMES * low else None


def _finding(
    series: Series, kind: Kind, code: str, column: int, pair: tuple[float, float]
) -> Finding:
    years = series.years[column : column + 2]
    before, now = (phrases.value(one, series.indicator) for one in pair)
    about = phrases.measure(series.indicator, series.published.care)
    question = _LIMIT if kind == "at_limit" else _JUMP
    return Finding(
        kind, series.indicator.key, series.published.care, "published", (code,), years[1:],
        tuple(zip(years, pair, strict=True)),
        question.format(name_of(code), about, before, years[0], now, years[1]),
    )  # fmt: skip
