"""Where a value comes from, and why there is none where there is none."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from dashboard.indicators.registry import Published
from dashboard.language.text import Text
from dashboard.reference import notes
from dashboard.reference.missing_reasons import Reason, missing_reason
from dashboard.reference.periods import days_in, grain_of, months_of
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.reference.tables import Reference
from dashboard.releases.dataset import CARES, MEASURES, STREAMS, Dataset
from dashboard.values import imported as reported
from dashboard.values.ratios import LEAST_COVERAGE, excluded_months, parts_of
from dashboard.view.view import View

MODEL = "modelled-months"
LOADED = "loaded-targets"


def source_of(dataset: Dataset, view: View, region: str) -> str:
    """The id of the source of a value that exists (`dataset.reference.sources` has its words).

    A distance to an official need of the region rests on what was loaded, and is no estimate.
    """
    if reported.is_imported(dataset, view, region):
        return reported.source_of(dataset, view, region)
    series = series_of(view)
    if view.of.derived and dataset.needs.need_at(months_of(view.period)[-1], region) is not None:
        return LOADED
    if view.data != "published" or series is None:
        return MODEL
    key = (series.series, series.care, region, view.period)
    return (
        series.source if grain_of(view.period) == "year" else _month_sources(dataset.reference)[key]
    )


def series_of(view: View) -> Published | None:
    """The published series behind the view's indicator and care, if there is one."""
    return next((series for series in view.of.published if series.care == view.care), None)


def notes_on(dataset: Dataset, view: View, region: str) -> tuple[notes.Note, ...]:
    """The known traps that concern the view's value in a region."""
    series = series_of(view)
    if series is None:
        return ()
    return notes.notes_for(dataset.reference.notes, series.series, series.care, region, view.period)


def breaks_of(dataset: Dataset, view: View) -> tuple[str, ...]:
    """The periods at which the view's series begins anew, in the grain of its period."""
    series = series_of(view)
    if series is None:
        return ()
    breaks = notes.breaks(dataset.reference.notes, series.series, series.care, view.region)
    by_year = grain_of(view.period) == "year"
    starts = (
        months_of(start.scope.first_period)[0] for start in breaks if start.scope.first_period
    )
    return tuple(sorted({start[:4] if by_year else start for start in starts}))


def reason(dataset: Dataset, view: View, region: str) -> Text:
    """Why the view has no value in a region: the first reason that holds."""
    series = series_of(view) or next(iter(view.of.published), None)
    # What is known of an indicator's published figures is no reason for an estimated value.
    without_series = view.of.key if view.data == "published" else ""
    scope = {
        "series": series.series if series else without_series,
        "care": view.care,
        "region": region,
        "period": view.period,
    }
    tables = dataset.reference
    if series and view.data == "published" and notes.dropped(tables.notes, *scope.values()):
        return missing_reason(tables.reasons, Reason.DROPPED, **scope)
    return missing_reason(tables.reasons, _kind(dataset, view, region), **scope)


def _kind(dataset: Dataset, view: View, region: str) -> Reason:
    indicator, data = view.of, view.data
    grain = grain_of(view.period)
    if view.care not in indicator.cares(data):
        return _without_care(view)
    if view.stream not in indicator.streams(data, view.care):
        return Reason.NO_STREAM_SPLIT if data == "published" else Reason.NOT_MODELLED_FOR_CARE
    if data == "published" and grain == "month":
        return Reason.NOT_PUBLISHED_BY_MONTH
    labels = dataset.year_labels if grain == "year" else dataset.months
    if view.period not in labels or _nobody_has_it(dataset, view):
        return Reason.OUTSIDE_PERIODS
    if data != "published" and _has_no_beds(dataset, view, region):
        return Reason.ZERO_BEDS
    if data == "reported" and region != SWEDEN:
        return Reason.NOT_IMPORTED
    if data != "published" and (gap := _gap(dataset, view, region)):
        return gap
    if indicator.national_only and region != SWEDEN:
        return Reason.NO_REGIONAL_VALUE
    if _takes_in_an_error(dataset, view, region):
        return Reason.EXCLUDED
    return Reason.OUTSIDE_PERIODS if indicator.derived else Reason.NOT_REPORTED


def _gap(dataset: Dataset, view: View, region: str) -> Reason | None:
    """Why a month is missing for one while others have it (docs/methods.md 1.5)."""
    parts = parts_of(dataset, view.of, view.care, view.stream, grain_of(view.period))
    periods = dataset.year_labels if grain_of(view.period) == "year" else dataset.months
    column = periods.index(view.period)
    if not parts.reporting[column]:
        return None
    if region == SWEDEN:
        return Reason.LOW_COVERAGE if parts.coverage[column] < LEAST_COVERAGE else Reason.INCOMPLETE
    imported = reported.kind(dataset, view) in ("reported", "mixed")
    return Reason.NOT_IMPORTED if imported else None


def _has_no_beds(dataset: Dataset, view: View, region: str) -> bool:
    """Whether a region reported 0 beds for a month, so that there is no ratio to them."""
    # A release from before there was such a reason has no sentence for it.
    told = any(reason.reason is Reason.ZERO_BEDS for reason in dataset.reference.reasons)
    if region == SWEDEN or view.period not in dataset.months or not told:
        return False
    if view.care not in CARES or view.stream not in STREAMS:
        return False
    place = CODES.index(region), dataset.months.index(view.period), CARES.index(view.care)
    beds = dataset.cube[(MEASURES.index("bed_days"), *place, STREAMS.index(view.stream))]
    return bool(beds == 0)


def _takes_in_an_error(dataset: Dataset, view: View, region: str) -> bool:
    """Whether an estimated year lacks a value because an error takes out one of its months."""
    if view.data == "published" or region == SWEDEN:
        return False
    wrong = excluded_months(dataset, view.of, view.care)[CODES.index(region)]
    there = (month for month in months_of(view.period) if month in dataset.months)
    return any(wrong[dataset.months.index(month)] for month in there)


def _nobody_has_it(dataset: Dataset, view: View) -> bool:
    """Whether a published series has no value in the year, for any region or the country."""
    series = series_of(view)
    if series is None or view.data != "published":
        return False
    column = dataset.years[series.series, series.care][:, dataset.year_labels.index(view.period)]
    return not bool((column == column).any())


def _without_care(view: View) -> Reason:
    if not view.of.cares(view.data):
        by_month = view.data != "published" or grain_of(view.period) == "month"
        return Reason.NOT_PUBLISHED_BY_MONTH if by_month else Reason.NO_REGIONAL_VALUE
    return Reason.NOT_MODELLED_FOR_CARE if view.data != "published" else Reason.CARE_NOT_OFFERED


@lru_cache(maxsize=8)
def _month_sources(reference: Reference) -> Mapping[tuple[str, str, str, str], str]:
    """Source of each published single month by (series, care, region, month)."""
    found = {}
    for row in reference.published:
        month = row["period_start"][:7]
        whole = f"{month}-01", f"{month}-{days_in(month):02d}"
        if (row["period_start"], row["period_end"]) == whole and not row["hospital"]:
            key = (row["indicator"], row["care_area"], row["region_code"], month)
            found[key] = row["source_id"]
    return MappingProxyType(found)
