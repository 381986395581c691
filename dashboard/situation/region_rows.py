"""The pictures of a region's own page as rows: limits, targets, peers, distance."""

from dataclasses import replace

from dashboard.gaps import target_status
from dashboard.gaps.gap_ranges import standing_range
from dashboard.gaps.regional_distance import region_distance
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    DISTANCE_TO_GUIDELINE,
    OCCUPANCY,
    OUTPLACEMENT,
    OVERCROWDING,
    Stream,
)
from dashboard.peers.benchmark import benchmark
from dashboard.peers.peers import peers_of
from dashboard.reference.periods import grain_of
from dashboard.releases.dataset import Dataset
from dashboard.situation.plan_outcome import plan_rows
from dashboard.statistics.xmr import Point
from dashboard.values import trends, values
from dashboard.values.estimate_ranges import Range
from dashboard.values.published_year import compared_view, without_order
from dashboard.values.rows import Row, rows, series_rows
from dashboard.values.sheets import Sheet, Sheets, of_indicator
from dashboard.view.addresses import REGION
from dashboard.view.view import View

STREAMS: tuple[Stream, ...] = ("acute", "planned", "all")


def occupancy_view(view: View) -> View:
    """The view of occupancy in the same care, whether or not it is measured there."""
    return replace(view, indicator=OCCUPANCY.key)


def target_rows(dataset: Dataset, view: View) -> list[Row]:
    """The region's occupancy by stream beside its target, and the beds missing to it."""
    return [
        beside_target(dataset, view, row, stream)
        for stream in STREAMS
        for row in rows(dataset, replace(view, stream=stream), (view.region,))
    ]


def _ends(spread: Range | None) -> Row:
    low, high = spread or (None, None)
    return {"period_gap_low": low, "period_gap_high": high}


def beside_target(dataset: Dataset, view: View, row: Row, stream: Stream) -> Row:
    """A row of occupancy with its target and the distance to it, the beds with their range."""
    region = str(row["region"])
    one = target_status.standing(dataset, view, region, stream)
    # A standing is that of somatic care; where the view asks for another there is none.
    found = row["value"] is not None
    return {
        **row,
        "target_pct": one.target,
        "target_in_force": "yes" if one.in_force else "no",
        "distance_points": one.distance if found else None,
        "period_gap": one.beds_missing if found else None,
        **_ends(standing_range(dataset, view, region, stream, one.target) if found else None),
    }


def among_rows(dataset: Dataset, view: View) -> list[Row]:
    """Three measures of the region and its peers, each beside what the peers have together.

    Of estimated months the published year; without one nothing is told of the peers together.
    """
    peers = peers_of(dataset, view.region, view.peers)
    found: list[Row] = []
    for indicator in (OVERCROWDING, OUTPLACEMENT, OCCUPANCY):
        own = compared_view(dataset, trends.of_indicator(view, indicator.key))
        together = benchmark(dataset, own, view.region, peers)
        told = not without_order(dataset, own)
        found += [
            {
                **row,
                "peers_together": together.value if told else None,
                "peers_low": together.low if told else None,
                "peers_high": together.high if told else None,
            }
            for row in rows(dataset, own, (view.region, *peers))
        ]
    return found


def reach_rows(dataset: Dataset, view: View) -> list[Row]:
    """The region's estimated distance to the guideline with its range (docs/methods.md 1.6)."""
    own = trends.of_indicator(view, DISTANCE_TO_GUIDELINE.key)
    [row] = rows(dataset, replace(own, stream="all"), (view.region,))
    estimate = region_distance(dataset, own)
    ends = sorted((estimate.low, estimate.high)) if estimate else (None, None)
    value = estimate.distance if estimate else row["value"]
    return [{**row, "value": value, "low": ends[0], "high": ends[1]}]


def limit_rows(dataset: Dataset, view: View) -> list[Row]:
    """The region's periods with the mean and limits of its control chart, and its signals.

    Months over the view's span, or all years, which have no limits (docs/methods.md 3.1-3.5).
    """
    periods = values.periods_of(dataset, view)
    start = 0 if grain_of(view.period) == "year" else max(0, len(periods) - view.span)
    judged = trends.judged(dataset, view)
    lead = trends.first_judged(dataset, view)
    points = {lead + i: point for i, point in enumerate(judged.chart.points)} if judged else {}
    plain = series_rows(dataset, view, (view.region,), periods[start:])
    changes = judged is not None and judged.method == "same_month_change"
    about: Row = {"limits_of": "change_from_last_year" if changes else "value"}
    return [
        {**row, **_limits(points.get(start + i)), **about, "preliminary": _still(dataset, row)}
        for i, row in enumerate(plain)
    ]


def _still(dataset: Dataset, row: Row) -> str:
    return "yes" if dataset.is_preliminary(str(row["region"]), str(row["period"])) else "no"


def _limits(point: Point | None) -> Row:
    return {
        "segment": point.segment + 1 if point else None,
        "mean": point.mean if point else None,
        "lpl": point.lpl if point else None,
        "upl": point.upl if point else None,
        "special_cause": point.special_cause if point else None,
        "point_type": point.point_type if point else None,
    }


SHEETS: Sheets = {
    "mine-plan": Sheet(plan_rows, REGION),
    "mine-targets": Sheet(target_rows, REGION, occupancy_view),
    "mine-among": Sheet(among_rows, REGION),
    "mine-reach": Sheet(reach_rows, REGION),
    "mine-over": Sheet(limit_rows, REGION, of_indicator(OVERCROWDING)),
    "mine-out": Sheet(limit_rows, REGION, of_indicator(OUTPLACEMENT)),
    "mine-occupancy": Sheet(limit_rows, REGION, of_indicator(OCCUPANCY)),
    "mine-beds": Sheet(limit_rows, REGION, of_indicator(AVAILABLE_BEDS)),
}
