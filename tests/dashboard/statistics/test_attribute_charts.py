"""p- and u-charts agree with the textbook, and their primes with the algebra behind them."""

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.statistics.attribute_charts import AttributeChart, AttributePoint, p_chart, u_chart

# The textbook's samples are not at hand; these have the same sums and the same first sample,
# and centre line and limits depend on nothing else (docs/methods.md 3.6).
P_EVENTS, P_SIZES = [12, 222], [100, 2350]


def limits_of(chart: AttributeChart) -> list[tuple[float | None, float | None]]:
    return [(point.lcl, point.ucl) for point in chart.points]


def test_the_p_chart_is_that_of_montgomery_table_7_4() -> None:
    chart = p_chart(P_EVENTS, P_SIZES)
    assert chart.centre == pytest.approx(0.0955102, abs=5e-8)
    assert chart.points[0].lcl == pytest.approx(0.00733470, abs=1e-8)
    assert chart.points[0].ucl == pytest.approx(0.1836857, abs=5e-8)


def test_the_u_chart_is_that_of_montgomery_example_7_4() -> None:
    chart = u_chart([3, 71], [50, 950])
    assert chart.centre == pytest.approx(0.074)
    assert (chart.points[0].lcl, chart.points[0].ucl) == (0, pytest.approx(0.1894123, abs=5e-8))


def test_the_u_chart_is_that_of_montgomery_example_7_5() -> None:
    chart = u_chart([14, 139], [10, 97.5])
    assert chart.centre == pytest.approx(1.423256, abs=5e-7)
    expected = (pytest.approx(0.2914739, abs=5e-7), pytest.approx(2.555038, abs=5e-7))
    assert (chart.points[0].lcl, chart.points[0].ucl) == expected


def test_a_share_stays_between_nothing_and_all() -> None:
    assert limits_of(p_chart([4, 5, 5, 5], [5] * 4))[0][1] == 1
    assert limits_of(p_chart([0, 1, 0, 0], [5] * 4))[0][0] == 0
    assert limits_of(p_chart([5, 5], [5, 5])) == [(1, 1), (1, 1)]
    assert limits_of(p_chart([5, 5], [5, 5], prime=True)) == [(1, 1), (1, 1)]


def test_a_point_beyond_a_limit_is_outside() -> None:
    chart = u_chart([5] * 20 + [40], [10] * 21)
    assert [point.outside for point in chart.points] == [False] * 20 + [True]


@pytest.mark.parametrize("chart", [p_chart, u_chart])
def test_a_prime_has_the_sigma_counted_by_hand(chart) -> None:
    events, sizes = [100, 140, 90, 130], [1000, 1000, 1000, 1000]
    found = chart(events, sizes, prime=True)
    sigma = math.sqrt(0.115 * (0.885 if chart is p_chart else 1) / 1000)
    mean_range = (0.04 + 0.05 + 0.04) / 3
    assert found.sigma_z == pytest.approx(mean_range / sigma / 1.128)
    assert found.points[0].ucl == pytest.approx(0.115 + 3 * mean_range / 1.128)


def test_a_prime_leaves_out_the_range_of_a_leap() -> None:
    calm, leap = [100, 102] * 10, [100, 102] * 10 + [400]
    screened = u_chart(leap, [1000] * 21, prime=True)
    assert (screened.sigma_z or 0) < 2 * (u_chart(calm, [1000] * 20, prime=True).sigma_z or 0)
    assert screened.points[-1].outside


def test_a_missing_sample_has_no_limits_and_no_neighbours() -> None:
    chart = u_chart([10, None, 12], [100, 100, None], prime=True)
    assert [point.y for point in chart.points] == [0.1, None, None]
    assert chart.sigma_z is None
    assert set(limits_of(chart)) == {(None, None)}
    assert u_chart([None], [5]) == AttributeChart((AttributePoint(None, None, None),), None, None)


@pytest.mark.parametrize(
    ("events", "sizes"), [([1], [1, 2]), ([1], [0]), ([-1], [3]), ([math.nan], [3]), ([4], [3])]
)
def test_bad_input_is_refused_in_a_sentence(events: list[float], sizes: list[float]) -> None:
    with pytest.raises(ValueError, match=r"must be|at most"):
        p_chart(events, sizes)


samples = st.lists(st.tuples(st.integers(0, 50), st.integers(50, 500)), min_size=3, max_size=20)


@given(samples, st.integers(2, 1000))
def test_a_prime_does_not_depend_on_the_unit_of_the_samples(
    rows: list[tuple[int, int]], factor: int
) -> None:
    """A hundred times the events in a hundred times the patients has the same u'-limits."""
    events, sizes = [x for x, _ in rows], [n for _, n in rows]
    assume(any(a != b for a, b in pairwise(x / n for x, n in rows)))
    once = u_chart(events, sizes, prime=True)
    often = u_chart([factor * x for x in events], [factor * n for n in sizes], prime=True)
    for small, large in zip(once.points, often.points, strict=True):
        assert (large.y, large.lcl, large.ucl) == pytest.approx((small.y, small.lcl, small.ucl))


@given(samples)
def test_the_centre_is_the_ratio_of_sums(rows: list[tuple[int, int]]) -> None:
    chart = p_chart([x for x, _ in rows], [n for _, n in rows])
    assert chart.centre == pytest.approx(sum(x for x, _ in rows) / sum(n for _, n in rows))
    assert all((p.lcl or 0) <= (chart.centre or 0) <= (p.ucl or 0) for p in chart.points)
