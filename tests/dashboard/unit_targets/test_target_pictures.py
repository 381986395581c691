"""The pictures of the targets: every view has one that plotly can draw, and they agree."""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from dashboard.figures import theme, waterfall
from dashboard.figures.picture import Picture
from dashboard.gaps.demand import demands
from dashboard.gaps.implied_gap import country_gap, implied_gaps
from dashboard.gaps.implied_gaps_picture import implied_gaps_picture
from dashboard.gaps.reconciliation_picture import reconciled_picture
from dashboard.gaps.shared_need_picture import shared_need_picture
from dashboard.gaps.target_history_picture import target_steps_picture
from dashboard.gaps.waterfall_picture import implied_steps_picture, official_steps_picture
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.targets.occupancy_targets import TARGETS
from dashboard.targets.versions import RegionalNeed, TargetTable
from dashboard.unit_targets.curve_picture import target_curve_picture
from dashboard.unit_targets.pooling_picture import pooling_picture
from dashboard.unit_targets.rows import shared_rows
from dashboard.view.view import View
from tests.builders import a_dataset, without
from tests.each import each

LAST = View("overcrowding", "2025-12", "12")
VIEWS = (
    LAST,
    replace(LAST, region="00", span=120),
    replace(LAST, assumptions="size=6,risk=6,neighbours=1,pool=6,locked=1"),
    replace(LAST, assumptions="size=120,variance=2,stay=14,acute=40"),
    replace(LAST, region="09", period="2024"),
    replace(LAST, period="2016-05"),
    replace(LAST, period="2022-12"),
    replace(LAST, period="2100-01"),
)


def pictures_of(dataset: Dataset, view: View, lang: Lang) -> list[Picture]:
    return [
        target_curve_picture(dataset, view, lang),
        pooling_picture(dataset, view, lang),
        *(implied_gaps_picture(dataset, view, lang, locked=locked) for locked in (False, True)),
        official_steps_picture(dataset, view, lang),
        implied_steps_picture(dataset, view, lang),
        reconciled_picture(dataset, view, lang),
        shared_need_picture(dataset, view, lang),
        target_steps_picture(dataset, view, "acute", lang),
        target_steps_picture(dataset, view, "planned", lang),
    ]


@pytest.mark.parametrize("view", VIEWS, ids=str)
@pytest.mark.parametrize("lang", LANGS)
def test_every_view_has_its_pictures(dataset: Dataset, view: View, lang: Lang) -> None:
    for picture in each(pictures_of(dataset, view, lang)):
        drawn = dict(picture.figure["layout"])
        drawn.pop("meta")
        assert go.Figure({"data": picture.figure["data"], "layout": drawn}).layout.height
        words = (picture.title, picture.measure, picture.sentence, picture.source)
        assert all(words)
        assert not any("{" in one or "None" in one for one in words)


def test_regions_that_do_not_report_are_left_out() -> None:
    dataset = without(a_dataset(), ["01", "12"], months=["2025-03"])
    picture = implied_gaps_picture(dataset, LAST, "sv", locked=False)
    assert len(picture.figure["layout"]["yaxis"]["ticktext"]) == 19
    for one in pictures_of(dataset, LAST, "en"):
        assert one.title


def test_the_bars_add_up_to_net_and_gross(dataset: Dataset) -> None:
    whole = country_gap(implied_gaps(demands(dataset, "2025-12")))
    figure = implied_gaps_picture(dataset, LAST, "sv", locked=False).figure
    assert sum(figure["data"][0]["x"]) == pytest.approx(whole.net, abs=2)
    assert sum(max(0, x) for x in figure["data"][0]["x"]) == pytest.approx(whole.gross, abs=2)


def test_the_curve_passes_the_guideline_at_24_and_keeps_a_trace_for_wards(dataset: Dataset) -> None:
    units, acute, planned, free, *_ = target_curve_picture(dataset, LAST, "sv").figure["data"]
    at = acute["x"].index(24)
    assert (acute["y"][at], planned["y"][at]) == (85.0, 95.0)
    assert units["x"] == []
    assert max(acute["y"]) == 92.0
    assert free["y"][-1] > 92


def test_a_waterfall_ends_where_its_steps_lead() -> None:
    steps = [
        waterfall.Step("a", 100, "100", whole=True), waterfall.Step("b", -30, "-30"),
        waterfall.Step("c", 5, "+5"), waterfall.Step("d", 75, "75", whole=True),
    ]  # fmt: skip
    figure = waterfall.to_plotly(waterfall.Waterfall(steps), "en")
    bars = [s for s in figure["layout"]["shapes"] if s["type"] == "rect"]
    assert [(s["x0"], s["x1"]) for s in bars] == [(0, 100), (100, 70), (70, 75), (0, 75)]


def test_the_target_is_stepped_from_the_month_it_was_set(dataset: Dataset) -> None:
    figure = target_steps_picture(dataset, replace(LAST, span=120), "acute", "sv").figure
    [level] = [one for one in figure["data"] if one["line"].get("shape") == "hv"]
    known = [month for month, share in zip(level["x"], level["y"], strict=True) if share]
    assert known[0] == "2023-05"
    assert set(level["y"]) == {None, 85.0}


def test_an_official_need_of_a_region_is_a_ring_without_a_range() -> None:
    plain = a_dataset()
    need = RegionalNeed("12", 900, "2023-05-31", "", TARGETS[0].source_id)
    dataset = replace(plain, targets={**plain.targets, "own": TargetTable("own", (), (need,))})
    picture = shared_need_picture(dataset, replace(LAST, targets="own"), "sv")
    assert "Egna riktvärden är inlästa för Skåne" in picture.sentence
    hollow = [c == theme.PAPER for c in picture.figure["data"][0]["marker"]["color"]]
    assert sum(hollow) == 1
    rows = shared_rows(dataset, replace(LAST, targets="own"))
    assert {row["region"]: row["stamp"] for row in rows}["12"] is None
    assert {row["stamp"] for row in rows} == {"estimate", None}
