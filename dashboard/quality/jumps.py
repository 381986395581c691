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
# An out-and-back year needs less of each change, since it takes two.
_LEAST_EACH = 2.0
# Published values have one decimal.
_ROUNDED = 0.05
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


_OUT_AND_BACK = Text(
    "{}: {} gick från {} ({}) till {} ({}) och tillbaka till {} ({}). Rapporterades året "
    "däremellan på ett annat sätt, eller var vården en annan just då?",
    "{}: {} went from {} ({}) to {} ({}) and back to {} ({}). Was the year between reported in "
    "another way, or was care different just then?",
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


def out_and_back(series: Series, explained: Collection[tuple[str, str]] = ()) -> Iterator[Finding]:
    """A year far from the ones beside it, which are alike: out, and back the year after.

    Each region's, but for the region-years `explained` by a jump. Both years are asked about,
    since either change may be that of the reporting. Formula: docs/methods.md 8.
    """
    values = np.where(wrong(series), np.nan, series.values)
    z = unusual(values[1:])
    for row, column in np.argwhere(np.abs(z[:, :-1]) > _LEAST_EACH).tolist():
        three = values[row + 1, column : column + 3]
        code, years = ALL_CODES[row + 1], series.years[column : column + 3]
        turned = z[row, column] * z[row, column + 1] < 0
        far = turned and abs(z[row, column + 1]) > _LEAST_EACH and _is_out(three)
        if far and not any((code, year) in explained for year in years[1:]):
            yield _out_and_back(series, code, years, three)


def _is_out(three: Array) -> bool:
    """Whether the middle is half or double of both others, whatever they were rounded from."""
    before, out, back = three.tolist()
    low, high = min(before, back), max(before, back)
    down = low - _ROUNDED >= LEAST_TIMES * (out + _ROUNDED) - _SLACK
    up = out - _ROUNDED >= LEAST_TIMES * (high + _ROUNDED) - _SLACK
    return bool(down or up) and bool(abs(back - before) <= abs(out - before) / 2 + _SLACK)


def _out_and_back(series: Series, code: str, years: tuple[str, ...], three: Array) -> Finding:
    said = [phrases.value(float(value), series.indicator) for value in three]
    words = (
        name_of(code), phrases.measure(series.indicator, series.published.care),
        *(part for pair in zip(said, years, strict=True) for part in pair),
    )  # fmt: skip
    return Finding(
        "out_and_back", series.indicator.key, series.published.care, "published", (code,),
        tuple(years[1:]), tuple(zip(years, map(float, three), strict=True)),
        _OUT_AND_BACK.format(*words),
    )  # fmt: skip


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
