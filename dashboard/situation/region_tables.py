"""A region's figures beside last year's, its twelve months, and what else is published of it."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    DISCHARGE_READY_SHARE,
    INDICATORS,
    OCCUPANCY,
    OUTPLACEMENT,
    OVERCROWDING,
    PSYCHIATRIC_OVERCROWDING,
    Indicator,
)
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import FIRST_YEAR, same_period_last_year
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values import labels, trends, values
from dashboard.values.estimate_ranges import Range, range_of
from dashboard.values.rolling_year import rolling_12
from dashboard.view.view import View

MEASURES = (OVERCROWDING, OUTPLACEMENT, OCCUPANCY, AVAILABLE_BEDS)
# What is only published by year, and says something about why beds run short.
CONTEXT = (
    DISCHARGE_READY_SHARE,
    PSYCHIATRIC_OVERCROWDING,
    *(indicator for indicator in INDICATORS if indicator.key.startswith("wait_")),
)

_MONTHS_TOGETHER = Text("12 månader", "12 months")
_CHANGE = Text("Förändring", "Change")
_BEFORE = Text("Året före", "Year before")
_COUNTRY = Text("Riket", "Sweden")
_LATEST = Text("Senaste år", "Latest year")


def this_and_last(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """Each measure now, the same period last year, the change, and twelve months together."""
    last = same_period_last_year(view.period)
    heads = (
        formatting.period(view.period, lang, short=True),
        formatting.period(last, lang, short=True),
        _CHANGE.in_(lang),
        _MONTHS_TOGETHER.in_(lang),
        f"{_MONTHS_TOGETHER.in_(lang)}, {_BEFORE.in_(lang).lower()}",
    )
    rows = tuple(_this_and_last(dataset, view, measure, last, lang) for measure in MEASURES)
    return Grid(heads, rows)


def _this_and_last(
    dataset: Dataset, view: View, indicator: Indicator, last: str, lang: Lang
) -> tuple[str, ...]:
    measured = trends.of_indicator(view, indicator.key)
    change = trends.change(dataset, measured)
    before = replace(measured, period=last)
    far = range_of(dataset, measured, view.region, "month_change")
    name = f"{indicator.name.in_(lang)}, {indicator.unit.short.in_(lang)}"
    if (view.care, view.stream) != ("somatic", "all"):
        # A measure may be of another care than the view.
        name = f"{name} ({labels.care(measured, lang)})"
    return (
        name,
        _told(dataset, measured, lang),
        _told(dataset, before, lang),
        formatting.number(change, indicator.decimals, lang, signed=True)
        + (_brackets(far, indicator, lang) if change is not None else ""),
        _together(dataset, measured, lang),
        _together(dataset, before, lang),
    )


def _told(dataset: Dataset, view: View, lang: Lang) -> str:
    """The region's value, an estimate with its range."""
    known = int(view.period[:4]) >= FIRST_YEAR
    value = values.numbers(dataset, view)[ALL_CODES.index(view.region)] if known else None
    ends = range_of(dataset, view, view.region) if value is not None else None
    return labels.number(value, view.of, lang) + _brackets(ends, view.of, lang)


def _together(dataset: Dataset, view: View, lang: Lang) -> str:
    value = rolling_12(dataset, view) if int(view.period[:4]) >= FIRST_YEAR else None
    ends = range_of(dataset, view, view.region, "rolling_year") if value is not None else None
    return labels.number(value, view.of, lang) + _brackets(ends, view.of, lang)


def _brackets(ends: Range | None, indicator: Indicator, lang: Lang) -> str:
    return f" ({formatting.span(*ends, indicator.decimals, lang)})" if ends else ""


def context(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """Published annual values: the region's latest, the year before, and Sweden's same year."""
    heads = (
        _LATEST.in_(lang), Text("Värde", "Value").in_(lang), _BEFORE.in_(lang),
        _COUNTRY.in_(lang), Text("Källa", "Source").in_(lang),
    )  # fmt: skip
    return Grid(heads, tuple(_context(dataset, view, indicator, lang) for indicator in CONTEXT))


def _context(dataset: Dataset, view: View, indicator: Indicator, lang: Lang) -> tuple[str, ...]:
    series = indicator.published[0]
    published = View(indicator.key, "", view.region, series.care, data="published")
    for year in reversed(dataset.year_labels):
        at = replace(published, period=year)
        value = trends.value(dataset, at)
        if value is not None:
            before = trends.value(dataset, replace(published, period=str(int(year) - 1)))
            country = trends.value(dataset, replace(at, region=SWEDEN))
            words = (labels.number(v, indicator, lang) for v in (value, before, country))
            name = f"{indicator.name.in_(lang)}, {indicator.unit.short.in_(lang)}"
            return (name, year, *words, dataset.reference.sources[series.source].label)
    reason = values.at(dataset, replace(published, period=dataset.last_year))[0].reason
    absent = labels.NOT_AVAILABLE.in_(lang)
    return (indicator.name.in_(lang), absent, formatting.NONE, formatting.NONE, formatting.NONE,
            reason.in_(lang) if reason else "")  # fmt: skip


_OF_HOSPITALS = {
    AVAILABLE_BEDS.key: Text("Disponibla vårdplatser", "Available beds"),
    "established_beds": Text("Fastställda vårdplatser", "Established beds"),
    "closed_beds": Text("Stängda vårdplatser", "Closed beds"),
    "occupancy_pct": Text("Beläggningsgrad", "Occupancy"),
    "overcrowding_per_100": Text("Överbeläggningar", "Overcrowding"),
    "outplacement_per_100": Text("Utlokaliserade patienter", "Outplaced patients"),
}


def hospitals(dataset: Dataset, region: str, lang: Lang) -> Grid:
    """Published single values of hospitals in a region, as their sources state them."""
    heads = (
        Text("Mått", "Indicator").in_(lang), Text("Period", "Period").in_(lang),
        Text("Värde", "Value").in_(lang), Text("Enhet", "Unit").in_(lang),
        Text("Källa", "Source").in_(lang),
    )  # fmt: skip
    rows = [
        (row["hospital"], _OF_HOSPITALS[row["indicator"]].in_(lang), _span(row, lang),
         formatting.number(float(row["value"]), 1, lang),
         row["unit"], dataset.reference.sources[row["source_id"]].label)
        for row in dataset.reference.published
        if row["hospital"] and row["region_code"] == region
    ]  # fmt: skip
    return Grid(heads, tuple(sorted(rows)))


def _span(row: Mapping[str, str], lang: Lang) -> str:
    first, last = row["period_start"][:7], row["period_end"][:7]
    if first == last:
        return formatting.period(first, lang)
    return f"{formatting.period(first, lang)}–{formatting.period(last, lang)}"
