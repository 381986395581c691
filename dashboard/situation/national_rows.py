"""The pictures of the overview as rows: the map, the series, occupancy, the regional table."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.gaps.guideline_rows import way_rows
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    OCCUPANCY,
    OUTPLACEMENT,
    OVERCROWDING,
)
from dashboard.reference.periods import FIRST_YEAR, same_period_last_year
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.situation.region_rows import STREAMS, beside_target, occupancy_view
from dashboard.values import trends
from dashboard.values.rows import Row, rows, series_rows, span_rows
from dashboard.values.sheets import Sheet, Sheets, of_indicator
from dashboard.view.addresses import OVERVIEW
from dashboard.view.view import View

_MAIN = (OVERCROWDING, OUTPLACEMENT, OCCUPANCY, AVAILABLE_BEDS)


def _way_view(view: View) -> View:
    return replace(view, indicator=AVAILABLE_BEDS.key, care="somatic", stream="all", region=SWEDEN)


def _map(dataset: Dataset, view: View) -> list[Row]:
    return rows(dataset, view, ALL_CODES)


def _occupancy(dataset: Dataset, view: View) -> list[Row]:
    """Each stream of Sweden and the regions beside its target."""
    return [
        beside_target(dataset, view, row, stream)
        for stream in STREAMS
        for row in rows(dataset, replace(view, stream=stream), ALL_CODES)
    ]


def _regions(dataset: Dataset, view: View) -> list[Row]:
    """The main indicators and the view's own, in the period and the same one last year."""
    keys = dict.fromkeys([*(indicator.key for indicator in _MAIN), view.indicator])
    views = [trends.of_indicator(view, key) for key in keys]
    return [
        row for each in views for row in series_rows(dataset, each, ALL_CODES, _both(view.period))
    ]


def _both(period: str) -> Iterator[str]:
    yield period
    if int(period[:4]) > FIRST_YEAR:
        yield same_period_last_year(period)


SHEETS: Sheets = {
    "map": Sheet(_map, OVERVIEW),
    "chosen": Sheet(span_rows, OVERVIEW),
    "over": Sheet(span_rows, OVERVIEW, of_indicator(OVERCROWDING)),
    "out": Sheet(span_rows, OVERVIEW, of_indicator(OUTPLACEMENT)),
    "occupancy": Sheet(_occupancy, OVERVIEW, occupancy_view),
    "way": Sheet(way_rows, OVERVIEW, _way_view),
    "regions": Sheet(_regions, OVERVIEW),
}
