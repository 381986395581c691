"""Where a value comes from, and why there is none where there is none."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from dashboard.indicators.registry import Published
from dashboard.reference import notes
from dashboard.reference.periods import days_in, grain_of, months_of
from dashboard.reference.tables import Reference
from dashboard.releases.dataset import Dataset
from dashboard.values import imported as reported
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
