"""XmR charts agree, point by point, with the reference files and with a slow oracle."""

import csv
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.paths import ROOT
from dashboard.statistics.xmr import Chart, persisting_shift, signal, xmr
from dashboard.statistics.xmr_limits import limits
from dashboard.statistics.xmr_rules import special_causes
from tests.each import each

CHECKS = ROOT / "tests" / "data" / "checks"


def read(name: str) -> list[dict[str, str]]:
    with (CHECKS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CASES = {row["case"]: row for row in read("xmr_cases.csv")}
POINTS = {case: [row for row in read("xmr_points.csv") if row["case"] == case] for case in CASES}


def chart_of(case: str) -> Chart:
    row = CASES[case]
    return xmr(
        [float(point["y"]) for point in POINTS[case]],
        direction=int(row["direction"]),
        rebase=[int(first) for first in row["rebase_idx"].split(";") if first],
        fix_after=int(row["fix_after"]) if row["fix_after"] else None,
        screen=row["screen_outliers"] == "TRUE",
        target=float(row["target"]) if row["target"] else None,
    )


def alternating(n: int, *, low: float = 4.0, high: float = 6.0) -> list[float | None]:
    """A calm series: no rule applies to it."""
    return [low if i % 2 else high for i in range(n)]


def causes(chart: Chart) -> list[str | None]:
    return [point.special_cause for point in chart.points]


def types(chart: Chart) -> list[str | None]:
    return [point.point_type for point in chart.points]


def test_the_reference_holds_twelve_cases() -> None:
    assert len(CASES) == 12
    assert sum(map(len, POINTS.values())) == len(read("xmr_points.csv")) == 314


@pytest.mark.parametrize("case", CASES)
def test_every_point_is_that_of_the_reference(case: str) -> None:
    for point, row in each(zip(chart_of(case).points, POINTS[case], strict=True)):
        lines = (point.mean, point.lpl, point.upl)
        expected = [float(row[name]) for name in ("mean", "lpl", "upl")]
        assert lines == pytest.approx(expected, rel=0, abs=1e-9), row
        words = (point.i, point.segment, point.special_cause, point.point_type)
        assert [*map(str, words), str(point.short_group).upper()] == [
            row[name] for name in ("i", "segment", "special_cause", "point_type", "short_group")
        ]


@pytest.mark.parametrize("case", CASES)
def test_every_verdict_is_that_of_the_reference(case: str) -> None:
    chart, row = chart_of(case), CASES[case]
    assert (chart.assurance or "") == row["assurance"]
    assert chart.last_point_type == row["last_point_type"]


def test_the_published_vignette_is_reproduced() -> None:
    screened, unscreened = chart_of("vignette_screened"), chart_of("vignette_unscreened")
    last = screened.points[-1]
    assert [round(line or 0, 2) for line in (last.mean, last.lpl, last.upl)] == [1.94, -0.72, 4.6]
    last = unscreened.points[-1]
    assert [round(line or 0, 2) for line in (last.lpl, last.upl)] == [-3.06, 6.95]


# The reference has no constant series: there R compares 0 < 0, screens every range away and
# yields NaN limits. We keep the ranges when all are 0, so the limits equal the mean.
@pytest.mark.parametrize("value", [0.0, 0.1, 5.0, -1e9])
@pytest.mark.parametrize("n", [8, 13, 49])
def test_a_constant_series_has_limits_equal_to_its_mean(value: float, n: int) -> None:
    chart = xmr([value] * n, direction=-1)
    assert {(p.mean, p.lpl, p.upl) for p in chart.points} == {(value, value, value)}
    assert set(causes(chart)) == {"Common Cause"}


@pytest.mark.parametrize("tenth", [0.1, 0.7, 1.1, 1 / 3])
def test_points_on_the_mean_make_no_shift_whatever_the_rounding(tenth: float) -> None:
    chart = xmr([tenth, 3 * tenth] * 4 + [tenth + tenth] * 8, direction=1)
    assert set(causes(chart)) == {"Common Cause"}


def test_a_falling_trend_is_named_decreasing_and_its_peak_looks_right() -> None:
    rise, fall = [4.0, 4.5, 5.0, 5.5, 6.0, 6.5, 7.0], [6.5, 6.0, 5.5, 5.0, 4.5, 4.0]
    chart = xmr([5, 6, 5, *rise, *fall, 5, 6], direction=1)
    assert causes(chart)[3:9] == ["7 Point Trend (Increasing)"] * 6
    assert causes(chart)[9:16] == ["7 Point Trend (Decreasing)"] * 7


def test_two_of_three_flags_only_the_close_points() -> None:
    chart = xmr([*alternating(20), 9.7, 6.0, 9.7, *alternating(5)], direction=-1)
    assert causes(chart)[20:23] == ["2 in 3 Above CL", "Common Cause", "2 in 3 Above CL"]


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        (1, "special_cause_improvement"),
        (-1, "special_cause_concern"),
        (0, "special_cause_neutral_high"),
    ],
)
def test_direction_decides_the_word(direction: int, expected: str) -> None:
    assert types(xmr([*alternating(20), 30.0], direction=direction))[-1] == expected


@pytest.mark.parametrize(
    ("direction", "last", "expected"),
    [
        (1, 30.0, "improvement"),
        (-1, 30.0, "deterioration"),
        (-1, -30.0, "improvement"),
        (0, 30.0, "changed"),
        (0, -30.0, "changed"),
        (1, 5.0, "no_certain_change"),
        (1, None, "cannot_be_decided"),
        (1, math.nan, "cannot_be_decided"),
    ],
)
def test_the_signal_is_the_verdict_on_the_last_point(
    direction: int, last: float | None, expected: str
) -> None:
    assert signal(xmr([*alternating(20), last], direction=direction)) == expected


@pytest.mark.parametrize(
    ("n", "drawn", "decided"),
    [(0, False, False), (7, False, False), (8, True, False), (11, True, False), (12, True, True)],
)
def test_few_points_give_no_limits_and_no_verdict(n: int, drawn: bool, decided: bool) -> None:
    chart = xmr(alternating(n), direction=1, target=5)
    assert any(point.lpl is not None for point in chart.points) == drawn
    assert all(point.mean is not None for point in chart.points)
    assert (chart.assurance is not None) == (chart.last_point_type is not None) == drawn
    assert (signal(chart) != "cannot_be_decided") == decided


def test_a_new_segment_is_not_decided_by_the_old_one() -> None:
    values = [*alternating(20), *alternating(11)]
    assert signal(xmr(values, direction=1)) == "no_certain_change"
    assert signal(xmr(values, direction=1, rebase=[21])) == "cannot_be_decided"


def test_values_without_neighbours_have_no_limits() -> None:
    found = limits([1.0, None] * 10)
    assert found is not None
    assert (found.mean, found.reach, found.lpl, found.upl) == (1.0, None, None, None)
    assert limits([None] * 10) is None


def test_a_short_segment_has_a_mean_and_as_published_limits_too() -> None:
    values = [*alternating(20), 4.0, 7.0, 5.0]
    ours, published = (xmr(values, direction=-1, rebase=[21], fewest=n) for n in (8, 2))
    last = ours.points[-1]
    assert (last.mean, last.lpl, last.upl, last.special_cause) == (16 / 3, None, None, None)
    assert published.points[-1].upl == pytest.approx(16 / 3 + 2.66 * 2.5)
    assert published.points[-1].special_cause == "Common Cause"
    assert ours.points[:20] == published.points[:20]


def test_a_gap_has_lines_but_no_cause() -> None:
    gap = xmr([*alternating(10), None, *alternating(10)], direction=1).points[10]
    assert (gap.i, gap.y, gap.mean) == (11, None, 5.0)
    assert (gap.special_cause, gap.point_type) == (None, None)


def test_no_moving_range_is_taken_across_a_gap() -> None:
    found = limits([1.0, 2.0, 1.0, 2.0, None, 9.0, 8.0, 9.0, 8.0])
    assert found is not None
    assert found.reach == pytest.approx(2.66)


@pytest.mark.parametrize(
    ("first", "second", "joined"), [(6, 6, False), (6, 7, True), (3, 4, False)]
)
def test_a_gap_never_joins_two_shifts(first: int, second: int, joined: bool) -> None:
    calm = alternating(40, low=0.0, high=2.0)
    high = [1.9, 2.1] * 10
    values = [*calm, *high[:first], None, *high[:second], 0.0, *calm]
    assert ("7 Points Above CL" in causes(xmr(values, direction=1))) == joined


def test_a_gap_never_joins_two_trends() -> None:
    calm = alternating(20)
    trend = [4.0, 4.4, 4.8, 5.2, 5.6, 6.0, 6.4]
    whole = xmr([*calm, *trend, *calm], direction=1)
    broken = xmr([*calm, *trend[:4], None, *trend[4:], *calm], direction=1)
    assert "7 Point Trend (Increasing)" in causes(whole)
    assert "7 Point Trend (Increasing)" not in causes(broken)


@pytest.mark.parametrize(
    ("target", "lower_is_better", "higher_is_better"),
    [
        (20, "consistent_pass", "consistent_fail"),
        (5, "inconsistent", "inconsistent"),
        (-9, "consistent_fail", "consistent_pass"),
    ],
)
def test_assurance_is_mirrored(target: float, lower_is_better: str, higher_is_better: str) -> None:
    values = alternating(20)
    assert xmr(values, direction=-1, target=target).assurance == lower_is_better
    assert xmr(values, direction=1, target=target).assurance == higher_is_better
    assert xmr(values, direction=0, target=target).assurance is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"direction": 2},
        {"rebase": [0]},
        {"rebase": [1]},
        {"rebase": [21]},
        {"fix_after": 11},
        {"target": math.nan},
        {"target": math.inf},
        {"values": [*alternating(20), math.inf]},
    ],
)
def test_bad_input_is_refused_in_a_sentence(wrong: dict[str, object]) -> None:
    arguments: dict[str, object] = {"values": alternating(20), "direction": 1} | wrong
    with pytest.raises(ValueError, match=r"must|can be|starts at"):
        xmr(**arguments)  # type: ignore[arg-type]


integers = st.one_of(st.none(), st.integers(-50, 50).map(float))
series = st.lists(integers, max_size=40)
directions = st.sampled_from([-1, 0, 1])


@given(series, directions, st.integers(-(10**6), 10**6))
def test_adding_a_constant_changes_no_flag(
    values: list[float | None], direction: int, constant: int
) -> None:
    moved = [None if v is None else v + constant for v in values]
    before, after = xmr(values, direction=direction), xmr(moved, direction=direction)
    assert causes(before) == causes(after)
    assert types(before) == types(after)


_PAIRS = (
    ("Above UCL", "Below LCL"),
    ("7 Point Trend (Increasing)", "7 Point Trend (Decreasing)"),
    ("2 in 3 Above CL", "2 in 3 Below CL"),
    ("7 Points Above CL", "7 Points Below CL"),
)
_UPSIDE_DOWN: dict[str | None, str | None] = {
    one: other for high, low in _PAIRS for one, other in ((high, low), (low, high))
}


@given(series, directions)
def test_a_series_upside_down_has_the_same_causes_upside_down(
    values: list[float | None], direction: int
) -> None:
    turned = [None if v is None else -v for v in values]
    before, after = xmr(values, direction=direction), xmr(turned, direction=-direction)
    assert causes(after) == [_UPSIDE_DOWN.get(cause, cause) for cause in causes(before)]
    assert types(after) == types(before)


@given(series, directions, st.floats(0.001, 1000))
def test_scaling_scales_the_limits_and_changes_no_flag(
    values: list[float | None], direction: int, factor: float
) -> None:
    scaled = [None if v is None else v * factor for v in values]
    before, after = xmr(values, direction=direction), xmr(scaled, direction=direction)
    assert causes(before) == causes(after)
    for small, large in zip(before.points, after.points, strict=True):
        lines = [line * factor for line in (small.mean, small.lpl, small.upl) if line is not None]
        found = [line for line in (large.mean, large.lpl, large.upl) if line is not None]
        assert found == pytest.approx(lines, abs=1e-9 * factor)


@given(series, series)
def test_a_gap_leaves_each_side_to_itself(
    left: list[float | None], right: list[float | None]
) -> None:
    """With limits fixed by hand, the causes beside a gap are those of either side alone."""
    whole = special_causes([*left, None, *right], mean=0.0, reach=30.0)
    alone = [special_causes(side, mean=0.0, reach=30.0) for side in (left, right)]
    assert whole == (*alone[0], None, *alone[1])


@pytest.mark.parametrize(
    ("values", "since"),
    [
        ([0.0] * 10 + [2.0] * 7, 11),
        ([0.0] * 10 + [2.0] * 6, None),
        ([0.0] * 10 + [2.0] * 7 + [0.0], None),
        ([0.0] * 10 + [2.0] * 3 + [None] + [2.0] * 4, None),
        ([2.0] * 10 + [0.0] * 8, 11),
        ([1.0] * 12, None),
        ([], None),
    ],
)
def test_a_shift_persists_when_it_lasts_to_the_end(
    values: list[float | None], since: int | None
) -> None:
    assert persisting_shift(xmr(values, direction=-1)) == since
