"""A season is no signal, and does not hide one."""

import pytest

from dashboard.statistics.seasonal_xmr import lag_1_autocorrelation, residuals, seasonal_xmr
from dashboard.statistics.xmr import Chart, signal, xmr

JULY_HIGH = (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.33, 0.67, 1.0, 1.0, 1.0, 1.0)
# Plus and minus around zero, so that neighbours are not alike.
WIGGLE = (0.1, -0.1, 0.05, -0.15, 0.12, -0.02)


def months(n: int) -> list[float | None]:
    """`n` months from January: level 4, high in July, a little noise."""
    return [(4 + WIGGLE[i % 6]) * JULY_HIGH[i % 12] for i in range(n)]


def causes(chart: Chart) -> set[str | None]:
    return {point.special_cause for point in chart.points}


def test_july_is_a_signal_in_the_raw_chart_and_none_in_the_seasonal() -> None:
    values = months(43)
    assert signal(xmr(values, direction=-1)) == "deterioration"
    found = seasonal_xmr(values, 1, direction=-1)
    assert found.season is not None
    assert causes(found.chart) == {"Common Cause"}
    assert signal(found.chart) == "no_certain_change"


def test_an_unusual_july_is_a_signal_in_the_seasonal_chart() -> None:
    values = months(43)
    values[-1] = 7.0
    assert signal(seasonal_xmr(values, 1, direction=-1).chart) == "deterioration"


def test_the_lines_are_wavy_and_the_values_as_they_came() -> None:
    values = months(36)
    found = seasonal_xmr(values, 1, direction=-1)
    assert found.season is not None
    assert [point.y for point in found.chart.points] == values
    level = xmr([v / s for v, s in zip(values, found.season * 3, strict=True) if v], direction=-1)
    for wavy, flat, factor in zip(found.chart.points, level.points, found.season * 3, strict=True):
        lines = [line * factor for line in (flat.mean, flat.lpl, flat.upl) if line is not None]
        assert [wavy.mean, wavy.lpl, wavy.upl] == pytest.approx(lines)
        assert wavy.special_cause == flat.special_cause


def test_a_pure_season_has_no_signal_and_no_autocorrelation() -> None:
    values = [0.3 * JULY_HIGH[i % 12] for i in range(48)]
    found = seasonal_xmr(values, 1, direction=-1)
    assert causes(found.chart) == {"Common Cause"}
    assert found.autocorrelation is None
    assert not found.limits_too_narrow


@pytest.mark.parametrize("n", [0, 7, 13, 23])
def test_with_fewer_than_24_months_the_chart_is_raw_and_says_so(n: int) -> None:
    values = months(n)
    found = seasonal_xmr(values, 1, direction=-1, target=3)
    assert found.season is None
    assert found.chart == xmr(values, direction=-1, target=3)


def test_the_season_comes_from_the_baseline_alone() -> None:
    values = months(48)
    frozen = seasonal_xmr(values[:24], 1, direction=-1).season
    values[24:] = [9.0, 1.0] * 12
    assert seasonal_xmr(values, 1, direction=-1, fix_after=24).season == frozen
    assert seasonal_xmr(values, 1, direction=-1).season != frozen


def test_a_frozen_season_is_used_as_it_is() -> None:
    found = seasonal_xmr(months(13), 1, direction=-1, season=JULY_HIGH)
    assert found.season == JULY_HIGH
    assert causes(found.chart) == {"Common Cause"}
    july, august = (found.chart.points[i].mean or 0 for i in (6, 7))
    assert july / august == pytest.approx(1.33 / 0.67)


def test_the_first_month_turns_the_season() -> None:
    values = months(40)
    from_march = seasonal_xmr(values[2:], 3, direction=-1, season=JULY_HIGH).chart
    from_january = seasonal_xmr(values, 1, direction=-1, season=JULY_HIGH).chart
    assert (from_march.points[4].mean or 0) > (from_march.points[5].mean or 0)
    assert causes(from_march) == causes(from_january) == {"Common Cause"}


def test_a_new_segment_has_lines_of_its_own() -> None:
    values = [None if v is None else v + 2 * (i >= 24) for i, v in enumerate(months(48))]
    points = seasonal_xmr(values, 1, direction=-1, rebase=[25], season=JULY_HIGH).chart.points
    assert [point.segment for point in points] == [0] * 24 + [1] * 24
    assert (points[24].mean or 0) > (points[0].mean or 0) + 1


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        # July's upper limit is about 5.9, the others' about 4.5 or less.
        (7.0, "consistent_pass"),
        (5.0, "inconsistent"),
        # August's lower limit is about 2.4.
        (3.0, "inconsistent"),
        (2.0, "consistent_fail"),
    ],
)
def test_a_target_is_met_consistently_only_in_every_month(target: float, expected: str) -> None:
    found = seasonal_xmr(months(36), 1, direction=-1, target=target, season=JULY_HIGH)
    assert found.chart.assurance == expected


def test_a_gap_stays_a_gap() -> None:
    values = months(48)
    values[20] = None
    point = seasonal_xmr(values, 1, direction=-1).chart.points[20]
    assert (point.y, point.special_cause) == (None, None)
    assert point.mean is not None


def test_limits_are_called_too_narrow_when_neighbours_are_alike() -> None:
    slow_wave = [5.0 + (i % 20 if i % 20 < 10 else 20 - i % 20) for i in range(23)]
    found = seasonal_xmr(slow_wave, 1, direction=-1)
    assert found.limits_too_narrow
    assert not seasonal_xmr(months(36), 1, direction=-1).limits_too_narrow


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ([1.0, -1.0, 1.0, -1.0], -3 / 4),
        ([1.0, 1.0, -1.0, -1.0], 1 / 4),
        ([1.0, None, 1.0, -2.0], -2 / 6),
        ([0.0, 0.0], None),
        ([], None),
    ],
)
def test_the_autocorrelation_is_that_counted_by_hand(
    series: list[float | None], expected: float | None
) -> None:
    assert lag_1_autocorrelation(series) == expected


def test_a_declared_step_is_no_autocorrelation() -> None:
    values = [*[4.0, 6.0] * 10, *[14.0, 16.0] * 10]
    whole, split = xmr(values, direction=1), xmr(values, direction=1, rebase=[21])
    assert (lag_1_autocorrelation(residuals(whole)) or 0) > 0.8
    assert (lag_1_autocorrelation(residuals(split)) or 0) < -0.8


@pytest.mark.parametrize("wrong", [{"first_month": 0}, {"season": (1.0,)}, {"season": (0.0,) * 12}])
def test_bad_input_is_refused_in_a_sentence(wrong: dict[str, object]) -> None:
    arguments: dict[str, object] = {"values": months(36), "first_month": 1, "direction": -1}
    with pytest.raises(ValueError, match=r"must be|has 12"):
        seasonal_xmr(**(arguments | wrong))  # type: ignore[arg-type]
