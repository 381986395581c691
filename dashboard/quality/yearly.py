"""The rules on published years: what each says of a region's or the country's value."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from dashboard.checks import rules
from dashboard.checks.rules import Rule
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING, PSYCHIATRIC_OVERCROWDING
from dashboard.quality.findings import findings
from dashboard.quality.impossible import wrong
from dashboard.quality.jumps import unusual
from dashboard.quality.published_years import Series, all_series
from dashboard.quality.rule_hit import RuleHit
from dashboard.reference import notes
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values import values
from dashboard.view.view import View

_RATES = {OVERCROWDING: rules.R01, PSYCHIATRIC_OVERCROWDING: rules.R01, OUTPLACEMENT: rules.R02}


def yearly(dataset: Dataset) -> Iterator[RuleHit]:
    """Every rule that fires on the published years of a release. Source: docs/methods.md 8."""
    for series in all_series(dataset):
        yield from _outside(series)
        yield from _missing(series)
        yield from _level_shifts(dataset, series)
        if series.indicator in _RATES:
            yield from _recomputed(dataset, series)
    yield from _impossible_rows(dataset)


def _hit(rule: Rule, series: Series, row: int, column: int, number: float) -> RuleHit:
    return RuleHit(
        rule.id, series.indicator.key, ALL_CODES[row], series.years[column],
        series.published.care, "published", None if number != number else float(number),
    )  # fmt: skip


def _outside(series: Series) -> Iterator[RuleHit]:
    """Rates beyond their bounds, and any value that cannot be right by what it is."""
    rule = _RATES.get(series.indicator, rules.R15)
    beyond = wrong(series)
    if rule is not rules.R15:
        beyond = beyond | (series.values > rule["high"])
    for row, column in np.argwhere(beyond).tolist():
        yield _hit(rule, series, row, column, series.values[row, column])


def _missing(series: Series) -> Iterator[RuleHit]:
    """Values that most others have in the same year."""
    known = np.isfinite(series.values)
    # A year that half of all do not have is none the source publishes.
    published = known.mean(axis=0) > 0.5
    for row, column in np.argwhere(~known & published).tolist():
        yield _hit(rules.R11, series, row, column, np.nan)


def _level_shifts(dataset: Dataset, series: Series) -> Iterator[RuleHit]:
    """Changes beyond four robust deviations in the year of a declared or detected break."""
    z = unusual(np.where(wrong(series), np.nan, series.values)[1:])
    for row, column in np.argwhere(np.abs(z) > rules.R13["sigmas"]).tolist():
        if _breaks(dataset, series, ALL_CODES[row + 1], series.years[column + 1]):
            yield _hit(rules.R13, series, row + 1, column + 1, z[row, column])


def _breaks(dataset: Dataset, series: Series, region: str, year: str) -> bool:
    one = series.published
    declared = notes.breaks(dataset.reference.notes, one.series, one.care, region)
    return any(note.scope.first_period[:4] == year for note in declared) or any(
        finding.kind in ("jump", "common_change", "at_limit")
        and (finding.indicator, finding.care) == (series.indicator.key, one.care)
        and region in finding.regions
        and year in finding.periods
        for finding in findings(dataset)
    )


def _recomputed(dataset: Dataset, series: Series) -> Iterator[RuleHit]:
    """The release's own months summed to years, against what was published for the year."""
    indicator, care = series.indicator, series.published.care
    view = View(indicator.key, dataset.last_year, care=care)
    summed = values.series(dataset, replace(view, data="estimated"))
    apart = np.abs(summed - series.values)
    for row, column in np.argwhere(apart > rules.R12["most"]).tolist():
        rule = rules.R16 if ALL_CODES[row] == SWEDEN else rules.R12
        yield _hit(rule, series, row, column, apart[row, column])


def _impossible_rows(dataset: Dataset) -> Iterator[RuleHit]:
    """Rows of the published figures that are there twice, or of no region that exists."""
    seen: set[tuple[str, ...]] = set()
    for series in all_series(dataset):
        one = series.published
        for row in dataset.reference.published:
            if (row["indicator"], row["care_area"], row["source_id"]) != (
                one.series, one.care, one.source,
            ):  # fmt: skip
                continue
            key = tuple(row[name] for name in _KEY)
            if key in seen or row["region_code"] not in ALL_CODES:
                yield RuleHit(
                    rules.R15.id, series.indicator.key, row["region_code"],
                    row["period_start"][:4], one.care, "published", float(row["value"]),
                )  # fmt: skip
            seen.add(key)


_KEY = ("indicator", "region_code", "hospital", "period_start", "period_end", "care_area",
        "source_id")  # fmt: skip
