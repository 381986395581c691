"""The fast rules agree with a slow, obvious reading of docs/methods.md 3 in exact fractions."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.statistics.xmr import xmr
from dashboard.statistics.xmr_rules import special_causes

Values = list[int | None]


def slow_limits(values: Values, *, screen: bool) -> tuple[Fraction, Fraction] | None:
    present = [Fraction(v) for v in values if v is not None]
    ranges = []
    for i in range(1, len(values)):
        a, b = values[i - 1], values[i]
        if a is not None and b is not None:
            ranges.append(Fraction(abs(b - a)))
    if len(present) < 8 or not ranges:
        return None
    average = sum(ranges, Fraction()) / len(ranges)
    if screen and average != 0:
        kept = [r for r in ranges if r < Fraction("3.267") * average]
        average = sum(kept, Fraction()) / len(kept)
    return sum(present, Fraction()) / len(present), Fraction("2.66") * average


def windows(i: int, length: int, n: int) -> list[range]:
    """Every stretch of `length` positions that holds `i`."""
    starts = range(max(0, i - length + 1), min(i, n - length) + 1)
    return [range(start, start + length) for start in starts]


def whole(values: Values, window: range) -> list[int]:
    """The values of a stretch, or nothing when one of them is missing."""
    found = [v for v in (values[i] for i in window) if v is not None]
    return found if len(found) == len(window) else []


def slow_trend(values: Values, i: int) -> str | None:
    names = []
    for window in windows(i, 7, len(values)):
        ys = whole(values, window)
        if ys and all(ys[k] < ys[k + 1] for k in range(6)):
            names.append("7 Point Trend (Increasing)")
        if ys and all(ys[k] > ys[k + 1] for k in range(6)):
            names.append("7 Point Trend (Decreasing)")
    # The windows come in order, so the last one is the one that holds the step to the right.
    return names[-1] if names else None


def slow_cause(values: Values, i: int, mean: Fraction, reach: Fraction) -> str | None:
    y = values[i]
    if y is None:
        return None
    if y > mean + reach:
        return "Above UCL"
    if y < mean - reach:
        return "Below LCL"
    trend = slow_trend(values, i)
    if trend:
        return trend
    side, sign = ("Above", 1) if y > mean else ("Below", -1)

    def beyond(value: int, distance: Fraction) -> bool:
        return sign * (value - mean) > distance

    def close(value: int) -> bool:
        return beyond(value, reach * 2 / 3) and not beyond(value, reach)

    for window in windows(i, 3, len(values)):
        ys = whole(values, window)
        if ys and close(y) and all(beyond(v, Fraction()) for v in ys) and sum(map(close, ys)) >= 2:
            return f"2 in 3 {side} CL"
    for window in windows(i, 7, len(values)):
        ys = whole(values, window)
        if ys and all(beyond(v, Fraction()) for v in ys):
            return f"7 Points {side} CL"
    return "Common Cause"


# Small steps make runs and trends; wide ones make outliers.
step = st.integers(-2, 3)
walk = st.lists(step, max_size=40).map(lambda ds: [sum(ds[: i + 1]) for i in range(len(ds))])
noise = st.lists(st.integers(-20, 20), max_size=40)
levels = st.tuples(st.lists(st.integers(0, 3), max_size=20), st.lists(st.integers(3, 9))).map(
    lambda two: two[0] + two[1][:20]
)
gaps = st.sets(st.integers(0, 39), max_size=3)
series = st.tuples(st.one_of(walk, noise, levels), gaps).map(
    lambda drawn: [None if i in drawn[1] else v for i, v in enumerate(drawn[0])]
)


@settings(max_examples=300)
@given(series, st.booleans())
def test_the_chart_agrees_with_the_slow_reading(values: Values, screen: bool) -> None:
    points = xmr([None if v is None else float(v) for v in values], direction=1, screen=screen)
    found = slow_limits(values, screen=screen)
    assert len(points.points) == len(values)
    present = [v for v in values if v is not None]
    alone = pytest.approx(sum(present) / len(present)) if present else None
    for i, point in enumerate(points.points):
        if found is None:
            # Too few values for limits still have a mean (docs/methods.md 3.1).
            assert point.mean == alone
            assert (point.lpl, point.upl, point.special_cause) == (None, None, None)
        else:
            mean, reach = found
            assert abs((point.upl or 0) - float(mean + reach)) < 1e-9
            assert abs((point.lpl or 0) - float(mean - reach)) < 1e-9
            assert point.special_cause == slow_cause(values, i, mean, reach)


@given(series, st.integers(-5, 5), st.integers(0, 12))
def test_the_rules_agree_whatever_the_limits(values: Values, mean: int, reach: int) -> None:
    fast = special_causes([None if v is None else float(v) for v in values], mean=mean, reach=reach)
    exact = Fraction(mean), Fraction(reach)
    assert list(fast) == [slow_cause(values, i, *exact) for i in range(len(values))]


def test_the_slow_reading_meets_every_cause() -> None:
    """An oracle that never says a word proves nothing about it."""
    calm = [0, 10] * 4
    examples: list[Values] = [
        [*calm, 40],
        [*calm, -40],
        [*calm, 2, 3, 4, 5, 6, 7, 8],
        [*calm, 8, 7, 6, 5, 4, 3, 2],
        [*calm, 24, 24],
        [*calm, 0, -14, -14],
        [*calm, 6, 7, 6, 7, 6, 7, 6],
        [*calm, 4, 3, 4, 3, 4, 3, 4],
    ]
    said = {
        slow_cause(values, i, Fraction(5), Fraction(25))
        for values in examples
        for i in range(len(values))
    }
    assert len(said) == 9


def test_near_begins_beyond_two_thirds_of_the_way_and_ends_on_the_limit() -> None:
    assert set(special_causes([2.0] * 3, mean=0.0, reach=3.0)) == {"Common Cause"}
    assert set(special_causes([2.01] * 3, mean=0.0, reach=3.0)) == {"2 in 3 Above CL"}
    assert set(special_causes([-3.0] * 3, mean=0.0, reach=3.0)) == {"2 in 3 Below CL"}
    assert set(special_causes([-3.01] * 3, mean=0.0, reach=3.0)) == {"Below LCL"}
