"""The files of a region's own page hold what its pictures show, and nobody else's."""

from dataclasses import replace

from dashboard.exports.views import SHEETS
from dashboard.gaps.regional_distance import region_distance
from dashboard.gaps.target_status import standing
from dashboard.indicators.registry import OCCUPANCY, OVERCROWDING
from dashboard.peers.benchmark import benchmark
from dashboard.peers.peers import peers_of
from dashboard.releases.dataset import Dataset
from dashboard.situation.region_rows import among_rows, limit_rows, reach_rows, target_rows
from dashboard.values import trends
from dashboard.view.view import View
from layouts.region import page

LAST = View(OVERCROWDING.key, "2025-12", "24")


def test_every_picture_of_the_page_has_a_file() -> None:
    names = {
        id_.removesuffix("-figure") for id_, prop in page.INTERACTIVE.parts if prop == "figure"
    }
    assert names
    assert names <= SHEETS.keys()


def test_limits_are_those_of_the_chart(dataset: Dataset) -> None:
    rows = limit_rows(dataset, LAST)
    chart = trends.judged(dataset, LAST)
    assert chart is not None
    assert len(rows) == LAST.span
    last = chart.chart.points[-1]
    assert rows[-1]["period"] == "2025-12"
    assert [rows[-1][key] for key in ("value", "mean", "lpl", "upl", "special_cause")] == [
        last.y, last.mean, last.lpl, last.upl, last.special_cause,
    ]  # fmt: skip
    assert {row["region"] for row in rows} == {"24"}
    assert {row["point_type"] for row in rows} > {"common_cause"}


def test_months_after_the_view_and_years_have_no_limits(dataset: Dataset) -> None:
    rows = limit_rows(dataset, replace(LAST, period="2025-06"))
    assert [row["upl"] is None for row in rows[-7:]] == [False, *[True] * 6]
    years = limit_rows(dataset, replace(LAST, period="2024", data="published"))
    assert len(years) == 10
    assert {row["mean"] for row in years} == {None}


def test_targets_are_the_regions_own_by_stream(dataset: Dataset) -> None:
    rows = target_rows(dataset, replace(LAST, indicator=OCCUPANCY.key))
    assert [row["stream"] for row in rows] == ["acute", "planned", "all"]
    own = standing(dataset, LAST, "24", "all")
    assert (rows[2]["value"], rows[2]["target_pct"]) == (own.occupancy, own.target)
    assert rows[2]["period_gap"] == own.beds_missing


def test_peers_stand_with_what_they_have_together(dataset: Dataset) -> None:
    rows, peers = among_rows(dataset, LAST), peers_of(dataset, "24", "similar")
    assert [row["region"] for row in rows[: len(peers) + 1]] == ["24", *peers]
    assert rows[0]["peers_together"] == benchmark(dataset, LAST, "24", peers).value


def test_the_distance_stands_with_its_range(dataset: Dataset) -> None:
    [row] = reach_rows(dataset, LAST)
    own = region_distance(dataset, LAST)
    assert own is not None
    assert row["value"] == own.distance
    assert [row["low"], row["high"]] == sorted((own.low, own.high))
    [early] = reach_rows(dataset, replace(LAST, period="2020-01"))
    assert (early["low"], early["high"]) == (None, None)
