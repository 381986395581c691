"""Years in which nearly all regions change at once: copied years, and breaks in a series."""

import math
from collections.abc import Iterator

import numpy as np

from dashboard.checks.monthly import Bools
from dashboard.language.text import Text
from dashboard.quality import phrases
from dashboard.quality.finding import Finding, Kind
from dashboard.quality.published_years import Series
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.statistics.arrays import Array

FEWEST = 10
COPIED = 0.9
SAME_WAY = 0.8
LEAST_CHANGE = math.log(1.4)
_AROUND = 3

_COPY = Text(
    "{}: {} av {} värden är exakt samma {} som {}, riket inräknat. Är ett av åren en kopia, och "
    "vilket?",
    "{}: {} of {} values are exactly the same in {} as in {}, Sweden included. Is one of the years "
    "a copy, and which?",
)
_BREAK = Text(
    "{}: {} av {} regioner {} {}, hälften av alla med minst {} procent, och nivån har inte "
    "kommit tillbaka. Ändrades lag, definition eller rapportering det året, eller vården?",
    "{}: {} of {} regions {} in {}, half of all by at least {} per cent, and the level has not "
    "come back. Did the law, the definition or the reporting change that year, or care?",
)
_ROSE, _FELL = Text("ökade", "rose"), Text("minskade", "fell")


def copied_years(series: Series) -> Iterator[Finding]:
    """Years in which nine regions in ten have exactly the value of the year before."""
    for column in range(1, len(series.years)):
        before, now = series.values[:, column - 1], series.values[:, column]
        known = np.isfinite(before) & np.isfinite(now)
        same = int((before[known] == now[known]).sum())
        if known.sum() >= FEWEST and same >= COPIED * known.sum():
            years = series.years[column - 1 : column + 1]
            about = phrases.measure(series.indicator, series.published.care)
            yield _finding(
                series, "duplicate_year", years, known,
                _COPY.format(about, same, int(known.sum()), years[1], years[0]),
            )  # fmt: skip


def common_changes(series: Series) -> Iterator[Finding]:
    """Years in which eight regions in ten move the same way, far, and for good."""
    for column in range(1, len(series.years)):
        changes = _log(series.values[1:, column], series.values[1:, column - 1])
        if not _moved(changes) or not _stays(series.values[1:], column, _middle(changes)):
            continue
        middle, years = _middle(changes), series.years[column - 1 : column + 1]
        same = int((np.sign(changes) == np.sign(middle)).sum())
        count = int(np.isfinite(changes).sum())
        about = phrases.measure(series.indicator, series.published.care)
        per_cent = round(100 * abs(math.expm1(middle)))
        side = _ROSE if middle > 0 else _FELL
        yield _finding(
            series, "common_change", years, np.isfinite(series.values[:, column]),
            _BREAK.format(about, same, count, side, years[1], per_cent),
        )  # fmt: skip


def _log(now: Array, before: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        log = np.log(now / before)
    return np.where(np.isfinite(log), log, np.nan)


def _middle(changes: Array) -> float:
    known = changes[np.isfinite(changes)]
    return float(np.median(known)) if len(known) else 0.0


def _moved(changes: Array) -> bool:
    known = changes[np.isfinite(changes)]
    middle = _middle(changes)
    same = (np.sign(known) == np.sign(middle)).sum()
    return len(known) >= FEWEST and abs(middle) >= LEAST_CHANGE and same >= SAME_WAY * len(known)


def _stays(values: Array, column: int, middle: float) -> bool:
    """Whether at least half of the change is left over the years that follow."""
    after = _level(values[:, column : column + _AROUND])
    before = _level(values[:, max(0, column - _AROUND) : column])
    return _middle(_log(after, before)) / middle >= 0.5


def _level(values: Array) -> Array:
    """The median of what is known of each region; NaN where nothing is."""
    full = np.full(len(values), np.nan)
    for row, own in enumerate(values):
        known = own[np.isfinite(own)]
        full[row] = np.median(known) if len(known) else np.nan
    return full


def _finding(
    series: Series, kind: Kind, years: tuple[str, ...], known: Bools, question: Text
) -> Finding:
    # The figures beside the question are those of Sweden, where there are any.
    row = ALL_CODES.index(SWEDEN)
    figures = tuple(
        (year, float(value))
        for year in years
        if np.isfinite(value := series.values[row, series.years.index(year)])
    )
    periods = years if kind == "duplicate_year" else years[-1:]
    codes = tuple(code for code, one in zip(ALL_CODES, known, strict=True) if one)
    return Finding(
        kind, series.indicator.key, series.published.care, "published", codes, periods,
        figures, question,
    )  # fmt: skip
