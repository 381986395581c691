"""The files of the comparison hold what its pictures show, row by row."""

from dataclasses import replace

import pytest

from dashboard.comparison.comparison import comparison
from dashboard.comparison.exceptions import attention
from dashboard.comparison.funnel import region_funnel
from dashboard.comparison.rows import (
    attention_rows,
    better_rows,
    dots_rows,
    funnel_rows,
    peer_rows,
    scatter_rows,
)
from dashboard.exports.headings import HEADINGS
from dashboard.exports.views import SHEETS
from dashboard.indicators.registry import INDICATORS, OVERCROWDING
from dashboard.peers.peers import neighbours
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View, default_view
from layouts.compare import page as compare
from layouts.effects import page as effects
from layouts.overview import page as overview
from layouts.quality import page as quality
from layouts.region import page as region
from layouts.scenario import page as scenario
from layouts.targets import page as targets
from tests.each import each

LAST = View(OVERCROWDING.key, "2025-12", "14")


def test_the_dots_have_interval_place_and_what_sets_them_apart(dataset: Dataset) -> None:
    rows, found = dots_rows(dataset, LAST), comparison(dataset, LAST)
    assert [row["region"] for row in rows] == ["00", *(one.region for one in found.regions)]
    [own] = [row for row in rows if row["region"] == "14"]
    one = found.of("14")
    assert one.interval is not None
    assert one.rank is not None
    assert (own["value"], own["low"], own["high"]) == (one.value, *one.interval)
    assert (own["rank_low"], own["rank_high"]) == (one.rank.low, one.rank.high)
    assert (own["told_from_sweden"], own["basis"]) == ("yes", "twelve_months")
    year = dots_rows(dataset, replace(LAST, period="2024", data="published"))[1]
    assert (year["low"], year["told_from_sweden"], year["basis"]) == (None, None, "period")


def test_the_funnel_has_a_verdict_for_each_region(dataset: Dataset) -> None:
    found = region_funnel(dataset, LAST)
    assert found is not None
    rows = {row["region"]: row for row in funnel_rows(dataset, LAST)}
    assert {one.group: one.verdict for one in found.rows} == {
        code: row["verdict"] for code, row in rows.items()
    }
    neutral = funnel_rows(dataset, replace(LAST, indicator="available_beds"))
    assert {row["verdict"] for row in neutral} == {None}


def test_the_scatter_has_both_indicators(dataset: Dataset) -> None:
    rows = scatter_rows(dataset, replace(LAST, stream="acute"))
    assert [row["indicator"] for row in rows[::22]] == ["beds_per_1000", "overcrowding"]
    assert len(rows) == 44
    assert all(row["value"] is not None for row in rows)


def test_the_peers_have_the_parts_that_add_up_to_the_distance(dataset: Dataset) -> None:
    rows = peer_rows(dataset, replace(LAST, peers="similar:k=2,beds=3"))
    near = neighbours(dataset, "14")
    assert len(rows) == 8
    for place in (0, 4):
        parts = [float(row["part"] or 0) for row in rows[place : place + 4]]
        assert sum(parts) == pytest.approx(float(rows[place]["distance"] or 0) ** 2)
    assert {row["mutual"] for row in rows} <= {"yes", "no"}
    assert sum(float(row["weight"] or 0) for row in rows[:4]) == pytest.approx(4)
    plain = peer_rows(dataset, LAST)
    assert [row["peer"] for row in plain[::4]] == [one.region for one in near.peers]
    [nobody] = peer_rows(dataset, replace(LAST, region="00"))
    assert nobody["peer"] is None


def test_the_list_has_every_region_and_why_not(dataset: Dataset) -> None:
    rows, found = attention_rows(dataset, LAST), attention(dataset, LAST)
    assert {row["region"] for row in rows} == set(CODES)
    listed = [row["region"] for row in rows if row["needs_attention"] == "yes"]
    assert listed == [one.region for one in found.listed]
    years = attention_rows(dataset, replace(LAST, period="2024", data="published"))
    assert {row["status"] for row in years} == {"published"}


def test_better_has_a_row_per_measure_or_one_without_a_peer(dataset: Dataset) -> None:
    rows = better_rows(dataset, LAST)
    assert {row["region"] for row in rows} == {"14"}
    assert all(float(r["peer_value"] or 9e9) < float(r["value"] or 0) for r in rows)
    [nobody] = better_rows(dataset, replace(LAST, region="00"))
    assert (nobody["region"], nobody["peer"]) == ("00", None)


@pytest.mark.parametrize("name", SHEETS)
def test_all_rows_of_a_sheet_have_the_same_headed_keys(dataset: Dataset, name: str) -> None:
    sheet = SHEETS[name]
    for one in each(INDICATORS[:4]):
        for region_ in ("00", "14"):
            view = replace(default_view(dataset, indicator=one.key), region=region_)
            rows = sheet.rows(dataset, sheet.of(view))
            assert rows
            assert len({tuple(row) for row in rows}) == 1
            assert set(rows[0]) <= HEADINGS.keys()


def test_a_sheet_leads_back_to_the_page_it_stands_on() -> None:
    pages = {"mine": region, "cmp": compare, "tgt": targets, "eff": effects, "dq": quality,
             "scn": scenario}  # fmt: skip
    for name, sheet in each(SHEETS.items()):
        assert sheet.path == pages.get(name.split("-")[0], overview).PAGE.path
