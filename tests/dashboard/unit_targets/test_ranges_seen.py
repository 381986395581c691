"""What is estimated is never seen without its range, and what is not has none."""

from dataclasses import replace

import pytest

from dashboard.gaps.gap_ranges import gap_range, range_at, standing_range
from dashboard.gaps.implied_gaps_picture import implied_gaps_picture
from dashboard.gaps.occupancy_picture import occupancy_picture
from dashboard.indicators.registry import OVERCROWDING
from dashboard.language.formatting import span
from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.situation.regional_table import region_table
from dashboard.situation.series_picture import series_picture
from dashboard.unit_targets import table
from dashboard.unit_targets.rows import gap_rows, region_rows
from dashboard.values.estimate_ranges import range_of
from dashboard.view.view import View, default_view
from tests.each import each


@pytest.fixture
def view(dataset: Dataset) -> View:
    return replace(default_view(dataset), region="14")


@pytest.mark.parametrize("lang", LANGS)
def test_each_estimate_of_the_regional_table_has_its_range(
    dataset: Dataset, view: View, lang: Lang
) -> None:
    for row in each(region_table(dataset, view, lang).rows):
        own = range_of(dataset, view, row.code)
        assert own is not None
        assert row.ranges[0] == span(*own, 1, lang)
        assert all(row.ranges)
    example = region_table(dataset.showing("example"), replace(view, data="example"), lang)
    years = region_table(dataset, replace(view, data="published", period="2025"), lang)
    assert {ends for one in (example, years) for row in one.rows for ends in row.ranges} == {""}


def test_a_line_of_estimates_lies_in_its_band(dataset: Dataset, view: View) -> None:
    picture = series_picture(dataset, view, OVERCROWDING, "sv")
    chart = picture.chart
    lines = {line.role: line for line in chart.lines}
    assert set(chart.bands) == {"sweden", "selected"}
    for role, ends in each(chart.bands.items()):
        for value, known in each(zip(lines[role].y, ends, strict=True)):
            # A published month is met exactly, and rounding is that of the picture.
            assert known is None or known[0] - 0.02 <= (value or 0) <= known[1] + 0.02
    filled = [trace for trace in picture.figure["data"] if trace.get("fill") == "toself"]
    assert len(filled) == 2
    assert all("(" in cell for cell in picture.table.rows[0][1:])
    years = series_picture(dataset, replace(view, data="published", period="2025"), OVERCROWDING,
                           "sv")  # fmt: skip
    assert years.chart.bands == {}


def test_beds_missing_are_told_as_a_range(dataset: Dataset, view: View) -> None:
    picture = implied_gaps_picture(dataset, view, "sv", locked=False)
    for row in each(picture.chart.rows):
        assert row.interval is not None
        assert row.interval[0] < row.net < row.interval[1]
    assert all(row[-1] for row in picture.table.rows)
    country = gap_range(dataset, view.period, SWEDEN)
    assert country is not None
    assert span(*country, 0, "sv") in picture.title
    grid = table.grid(dataset, view, "sv")
    assert [row[0] for row in grid.rows if "(" not in row[-1]] == []
    told = [row for row in gap_rows(dataset, view) if row["stream"] == "all"]
    own = [(row, "occupancy_gap") for row in told]
    for row, gap in each([*own, *((row, "target_gap") for row in region_rows(dataset, view))]):
        low, missing, high = (float(row[key] or 0) for key in ("low", gap, "high"))
        assert low < missing < high
        assert row["status"] == "estimated"


def test_at_another_target_the_range_moves_with_what_it_asks_for(
    dataset: Dataset, view: View
) -> None:
    ends = gap_range(dataset, view.period, "14")
    told = {row["region"]: row for row in gap_rows(dataset, view) if row["stream"] == "all"}
    own = float(told["14"]["occupancy_gap"] or 0)
    assert range_at(dataset, view.period, "14", own) == pytest.approx(ends)
    assert ends is not None
    wider = range_at(dataset, view.period, "14", own + 500)
    assert wider is not None
    assert wider[1] - wider[0] > ends[1] - ends[0]


@pytest.mark.parametrize("lang", LANGS)
def test_an_estimated_occupancy_is_told_with_its_range_and_as_neither_above_nor_below(
    dataset: Dataset, view: View, lang: Lang
) -> None:
    for code in ALL_CODES[:4]:
        own = replace(view, region=code, indicator="occupancy")
        picture = occupancy_picture(dataset, own, lang)
        ends = [range_of(dataset, replace(own, stream=s), code) for s in ("acute", "planned")]
        assert all(one and span(*one, 1, lang) in picture.title for one in ends)
        assert not any(word in picture.title for word in ("över", "under", "above", "below"))
        beds = standing_range(dataset, own, code, "acute", 85)
        assert beds is not None
        assert beds[0] < beds[1]
    example = occupancy_picture(dataset.showing("example"), replace(view, data="example"), lang)
    assert "(" not in example.title
