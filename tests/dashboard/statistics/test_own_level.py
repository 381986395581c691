"""A verdict is held against the months before the last year, and is seldom false."""

from dataclasses import replace

import pytest

from dashboard.statistics.false_verdict_rates import RATES
from dashboard.statistics.false_verdicts import false_share
from dashboard.statistics.level_chart import level_chart
from dashboard.statistics.monthly_xmr import monthly_xmr
from dashboard.statistics.own_level import Reference, reference_of, verdict

WIGGLE = (0.1, -0.1, 0.05, -0.15, 0.12, -0.02, 0.0, -0.07, 0.09, -0.04, 0.03)
# Within the limits of a quiet series, and far off its level for many months.
OFF = 5.36
MEASURED = (48, 400)


def quiet(n: int) -> list[float | None]:
    return [5 + WIGGLE[i % 11] for i in range(n)]


def reference(levels: list[float | None], rebase: tuple[int, ...] = ()) -> Reference:
    found = reference_of(levels, rebase)
    assert found is not None
    return found


def test_the_level_is_that_of_the_24_months_before_the_last_12() -> None:
    found = reference([9.0] * 30 + quiet(24) + [9.0] * 12)
    assert (found.start, found.end, found.known) == (30, 54, 24)
    assert found.mean == pytest.approx(5, abs=0.05)


def test_a_declared_new_level_begins_the_level() -> None:
    levels = [9.0] * 20 + quiet(30)
    found = reference(levels, (21,))
    assert (found.start, found.end) == (20, 44)
    assert verdict(levels, direction=-1, rebase=(21,)).signal == "no_certain_change"
    # Fewer than 24 months of the new level, and one to judge, are no level yet.
    assert reference_of(levels, (28,)) is None


@pytest.mark.parametrize(("length", "there"), [(35, False), (36, True), (120, True)])
def test_there_is_a_level_from_36_months(length: int, there: bool) -> None:
    found = verdict(quiet(length), direction=-1)
    assert (found.reference is not None) == there
    assert found.signal == ("no_certain_change" if there else "cannot_be_decided")
    assert found.doubt == (None if there else "too_short")


def test_limits_are_widened_by_how_alike_neighbours_are_drawn_towards_what_is_usual() -> None:
    slow: list[float | None] = [5 + (i // 6 % 2) for i in range(36)]
    quick: list[float | None] = [5.0 + i % 2 for i in range(36)]
    assert reference(slow).alike > 0.6 > reference(quick).alike >= 0
    assert reference(slow).widening > reference(quick).widening > 1
    found = reference(quick)
    # 24 months with r1 = -23/24 count for 24, the usual 0.6 for 48.
    assert found.alike == pytest.approx((24 * -23 / 24 + 48 * 0.6) / 72)
    one = (1 + found.alike) / (1 - found.alike)
    assert found.widening == pytest.approx((one * (1 + one / 24)) ** 0.5)
    assert found.reach == pytest.approx(2.66 * found.widening)


@pytest.mark.parametrize(
    ("direction", "signal"), [(-1, "deterioration"), (1, "improvement"), (0, "changed")]
)
def test_a_month_far_off_the_level_is_a_signal_since_then(direction: int, signal: str) -> None:
    found = verdict([*quiet(47), 8.0], direction=direction)
    assert (found.signal, found.since, found.above) == (signal, 47, True)
    under = verdict([*quiet(46), 2.0, 2.0], direction=-1)
    assert (under.signal, under.since, under.above) == ("improvement", 46, False)


def test_eight_months_on_one_side_are_a_signal_when_far_enough_off() -> None:
    found = verdict([*quiet(41), *[OFF] * 8], direction=-1)
    assert (found.signal, found.since) == ("deterioration", 41)
    assert verdict([*quiet(41), *[OFF] * 7], direction=-1).signal == "no_certain_change"
    assert verdict([*quiet(41), *[5.1] * 8], direction=-1).signal == "no_certain_change"


def test_a_verdict_that_screening_decides_is_not_told() -> None:
    levels = [*quiet(47), 5.8]
    # One wild month in the level makes its ranges large, unless they are left out.
    levels[20] = 9.0
    found = verdict(levels, direction=-1)
    assert (found.signal, found.doubt, found.since) == ("no_certain_change", "screening", None)


def test_nothing_is_said_where_a_quarter_of_the_level_lies_outside_its_limits() -> None:
    flat: list[float | None] = [*[4.0] * 12, *[6.0] * 12, *[5.0] * 12]
    found = verdict(flat, direction=-1)
    assert (found.signal, found.doubt) == ("cannot_be_decided", "limits_do_not_fit")
    assert {p.special_cause for p in level_chart(flat, found, direction=-1).points} == {None}


def test_a_missing_month_is_not_judged_and_breaks_a_run() -> None:
    assert verdict([*quiet(47), None], direction=-1).doubt == "missing"
    run: list[float | None] = [*quiet(41), *[OFF] * 10]
    assert verdict(run, direction=-1).signal == "deterioration"
    run[45] = None
    assert verdict(run, direction=-1).signal == "no_certain_change"


def test_the_chart_says_of_the_last_month_what_the_verdict_says() -> None:
    levels = [*quiet(41), *[OFF] * 8]
    chart = level_chart(levels, verdict(levels, direction=-1), direction=-1)
    assert [p.special_cause for p in chart.points[-8:]] == ["7 Points Above CL"] * 8
    assert chart.last_point_type == "special_cause_concern"
    assert [p.mean is None for p in chart.points] == [True] * 13 + [False] * 36
    with pytest.raises(ValueError, match="no chart"):
        level_chart(levels, replace(verdict(levels, direction=-1), reference=None), direction=-1)


def test_the_lines_follow_the_season_again() -> None:
    season = [1.0, 1.1, 0.9, 1.0, 1.0, 1.0, 1.3, 0.7, 1.0, 1.0, 1.0, 1.0]
    values = [one * season[i % 12] for i, one in enumerate(quiet(48)) if one is not None]
    points = monthly_xmr(values, 1, direction=-1).chart.points
    july, august = points[42], points[43]
    assert july.mean is not None
    assert august.mean is not None
    assert july.mean / august.mean == pytest.approx(1.3 / 0.7, rel=0.05)


@pytest.mark.parametrize("season", [False, True])
@pytest.mark.parametrize("rho", [0.0, 0.3, 0.6])
def test_at_most_one_verdict_in_twenty_is_false(rho: float, season: bool) -> None:
    """Measured anew on fewer series than the stated rates, and near them."""
    months, series = MEASURED
    (stated,) = (one for one in RATES if (one.months, one.rho, one.season) == (months, rho, season))
    found = false_share(months, rho, season=season, series=series)
    assert found <= 0.05
    assert found == pytest.approx(stated.share, abs=3 * (0.05 * 0.95 / series) ** 0.5)


def test_every_stated_rate_is_at_most_five_per_cent() -> None:
    assert len(RATES) == 18
    assert max(one.share for one in RATES) <= 0.05
