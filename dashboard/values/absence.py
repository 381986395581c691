"""Why there is no value where there is none: one place decides it, and every page says it."""

import numpy as np

from dashboard.language.text import Text
from dashboard.reference import notes
from dashboard.reference.missing_reasons import Reason, missing_reason
from dashboard.reference.periods import grain_of, months_of
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.releases.dataset import CARES, MEASURES, STREAMS, Dataset
from dashboard.targets.guidelines import guideline_at
from dashboard.values import imported as reported
from dashboard.values.provenance import series_of
from dashboard.values.ratios import LEAST_COVERAGE, excluded_months, parts_of
from dashboard.view.view import View


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


def reason_for_all(dataset: Dataset, view: View) -> Text:
    """Why no region at all has a value: that nobody reported, or what holds for each of them."""
    nobody = _kind(dataset, view, SWEDEN) is Reason.NOBODY_REPORTED
    return reason(dataset, view, SWEDEN if nobody else CODES[0])


def _kind(dataset: Dataset, view: View, region: str) -> Reason:
    indicator, data = view.of, view.data
    grain = grain_of(view.period)
    if view.care not in indicator.cares(data):
        return _without_care(view)
    if view.stream not in indicator.streams(data, view.care):
        return Reason.NO_STREAM_SPLIT if data == "published" else Reason.STREAMS_TOGETHER
    if data == "published" and grain == "month":
        return Reason.NOT_PUBLISHED_BY_MONTH
    labels = dataset.year_labels if grain == "year" else dataset.months
    if view.period not in labels or _nobody_has_it(dataset, view):
        return Reason.OUTSIDE_PERIODS
    if indicator.national_only and region != SWEDEN:
        return Reason.NO_REGIONAL_VALUE
    if data != "published" and indicator.derived and not guideline_at(months_of(view.period)[-1]):
        return Reason.NO_GUIDELINE_YET
    if data != "published" and _has_no_beds(dataset, view, region):
        return Reason.ZERO_BEDS
    if _takes_in_an_error(dataset, view, region):
        return Reason.EXCLUDED
    if data != "published" and (gap := _gap(dataset, view, region)):
        return gap
    return Reason.OUTSIDE_PERIODS if indicator.derived else Reason.NOT_REPORTED


def _gap(dataset: Dataset, view: View, region: str) -> Reason | None:
    """Why a month is missing for one while others have it (docs/methods.md 1.5)."""
    parts = parts_of(dataset, view.of, view.care, view.stream, grain_of(view.period))
    periods = dataset.year_labels if grain_of(view.period) == "year" else dataset.months
    column = periods.index(view.period)
    only_reports = view.data == "reported"
    if not parts.reporting[column] and not only_reports:
        return None
    if region == SWEDEN:
        if not parts.reporting[column]:
            return Reason.NOBODY_REPORTED
        return Reason.LOW_COVERAGE if parts.coverage[column] < LEAST_COVERAGE else Reason.INCOMPLETE
    imported = only_reports or reported.kind(dataset, view) in ("reported", "mixed")
    return _unreported(dataset, view, region) if imported else None


def _unreported(dataset: Dataset, view: View, region: str) -> Reason:
    """What a region has not reported of a period in which there are reports."""
    if dataset.imported is None:
        return Reason.NOT_IMPORTED
    wanted = months_of(view.period)
    columns = [dataset.months.index(month) for month in wanted if month in dataset.months]
    own = dataset.imported[:, CODES.index(region)][:, columns]
    months = np.any(own, axis=(0, 2, 3))
    if not months.any():
        return Reason.NOT_IMPORTED
    if not months.all() or len(columns) < len(wanted):
        return Reason.SOME_MONTHS
    return Reason.TWELVE_MONTHS if view.of.derived else Reason.NOT_OF_THIS


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
