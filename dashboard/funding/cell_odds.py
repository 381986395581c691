"""How likely cells are to improve, or to be among the lowest, where their rates are normal."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.statistics.arrays import Array
from dashboard.statistics.place_distribution import (
    FARTHEST,
    NONE,
    below,
    nodes,
    normal_below,
    without_each,
)

# A value with a chance this small changes no odds: all such of a cell together less than 1e-8.
_NEVER: Final = 1e-12

Places = NDArray[np.intp]


@frozen
class Odds:
    """The probability that a cell qualifies by improvement, and that it does so by place alone."""

    improved: float
    top5: float

    @property
    def qualified(self) -> float:
        """The probability that the cell qualifies, 0 to 1."""
        return self.improved + self.top5


@frozen(eq=False)
class Months:
    """By cell the rates of both years, their errors, and their covariance; a month is (region)."""

    before: Array
    now: Array
    error_before: Array
    error_now: Array
    together: Array


@frozen(eq=False)
class Lowest:
    """What the rates of cells can be where they are among the lowest.

    `at` are values, `weights` the chance of each and of being there among the lowest; `cells`
    (cell) are whose they are, from its place in `first` (cell) on.
    """

    cells: Places
    first: Places
    at: Array
    weights: Array


def odds_of_each(months: Months, lowest: Lowest, threshold: float) -> list[Odds]:
    """The odds of every cell; `threshold` is the least improvement as a share, below 1."""
    improved, top = _improved(months, threshold), np.zeros(len(months.now))
    if lowest.at.size:
        not_improved = lowest.weights * (1 - _improved_at(months, lowest, threshold))
        top[lowest.cells] = np.add.reduceat(not_improved, lowest.first)
    return list(map(Odds, improved.tolist(), top.tolist()))


def together(months: Sequence[Months]) -> Months:
    """The cells of several months, one month after the other."""
    names = [field.name for field in fields(Months)]
    return Months(*(np.concatenate([getattr(one, name) for one in months]) for name in names))


def lowest_of_each(months: Sequence[Months], top: int) -> Lowest:
    """Who is among the `top` lowest of their month, by the cells of `together`."""
    nothing, first = np.zeros(0), 0
    found, cells = [(nothing, nothing)], []
    for one in months:
        for place, *values in _lowest(one, top):
            # A cell that cannot be there has no values.
            if len(values[0]):
                found.append((values[0], values[1]))
                cells.append(first + place)
        first += len(one.now)
    at, weights = map(np.concatenate, zip(*found, strict=True))
    lengths = [len(values) for values, _ in found]
    return Lowest(np.array(cells, np.intp), np.cumsum(lengths, dtype=np.intp)[:-1], at, weights)


def _lowest(months: Months, top: int) -> Iterator[tuple[int, Array, Array]]:
    """Each region's place, the values that its rate can have, and the chance of each and of being
    there among the lowest.
    """
    there = np.flatnonzero(np.isfinite(months.now))
    if not there.size:
        return
    centres, errors = months.now[there], months.error_now[there]
    # A point is met by its own value, which is a node of weight 1 to it and of none to others.
    at, weights = nodes(centres, errors)
    met = np.concatenate([at, centres])
    for place, others in without_each(below(met, centres, errors), top):
        among = others[:top].sum(axis=0)
        if errors[place] > NONE:
            far = (at - centres[place]) / errors[place]
            near = np.flatnonzero(np.abs(far) <= FARTHEST)
            own = weights[near] * np.exp(-(far[near] ** 2) / 2)
            own /= own.sum()
        else:
            near, own = np.array([len(at) + place]), np.ones(1)
        chances = own * among[near]
        counted = chances > _NEVER
        yield int(there[place]), met[near][counted], chances[counted]


def _improved(months: Months, threshold: float) -> Array:
    """The probability that each cell improved: that before, less what is asked of now, is above 0.

    A difference of two normals is one.
    """
    asked = 1 / (1 - threshold)
    mean = months.before - months.now * asked
    variance = months.error_before**2 + (months.error_now * asked) ** 2
    error = np.sqrt(np.maximum(0.0, variance - 2 * asked * months.together))
    return np.where((months.before > 0) & np.isfinite(months.now), _above(mean, error), 0.0)


def _improved_at(months: Months, lowest: Lowest, threshold: float) -> Array:
    """The same, given each value of `lowest`."""
    now, together = months.now, months.together
    known = months.error_now > NONE
    slope = np.where(known, together / np.where(known, months.error_now, 1.0) ** 2, 0.0)
    # Given the value of now, that before is normal round a line in it.
    level = np.where(months.before > 0, months.before - slope * now, -np.inf)
    left = np.sqrt(np.maximum(0.0, months.error_before**2 - slope * together))
    counts = np.diff([*lowest.first, len(lowest.at)])
    level, slope, left = (np.repeat(one[lowest.cells], counts) for one in (level, slope, left))
    return _above(level + (slope - 1 / (1 - threshold)) * lowest.at, left)


def _above(mean: Array, error: Array) -> Array:
    """The probability that a normal is not below 0, one by one."""
    certain = error <= NONE
    # What is equal on paper to the last place counts as reached.
    return np.where(certain, mean >= -1e-12, normal_below(mean / np.where(certain, 1.0, error)))
