"""How far the estimated rates may be off, of every region and of Sweden."""

from typing import Final

import numpy as np

from dashboard.indicators.registry import Published
from dashboard.ingest import anchors
from dashboard.ingest.estimates import kinds
from dashboard.ingest.estimates.conditioned import Conditioned, ratio_row
from dashboard.ingest.estimates.levels import Level
from dashboard.ingest.estimates.patients import Problem
from dashboard.ingest.panel import MONTHS, Array, by_year
from dashboard.reference.regions import SWEDEN
from dashboard.releases.ranges import KINDS

_T: Final = len(MONTHS)


def rate_deviations(series: Published, whole: Problem, rates: Array, level: Level) -> Array:
    """Standard deviations of estimated `rates` (regions x months), docs/methods.md 9.6 point 4.

    Region (22, Sweden first) x kind x month; NaN = none. This is the limit that conditioned
    draws approach, without their noise. Sweden's also hold what its published years differ by
    from the sum of its regions, whose weights are known by rounded beds alone.
    """
    given = Conditioned(whole, rates, level)
    regions = range(len(rates))
    found = [given.sd(dict(enumerate(_rows(rates, whole.beds))))]
    found += [given.sd({one: _rows(rates[[one]], whole.beds[[one]])[0]}) for one in regions]
    sd = np.array(found).reshape(len(found), len(KINDS), _T)
    sd[0] = np.hypot(sd[0], _national(series, whole, rates))
    return sd


def _rows(rates: Array, beds: Array) -> Array:
    """Month, rolling year and both changes as rows on a state: regions x (4 x months) x state."""
    months = np.array([ratio_row(rates, beds, slice(t, t + 1)) for t in range(_T)])
    years = np.full_like(months, np.nan)
    for last in range(11, _T):
        years[last] = ratio_row(rates, beds, slice(last - 11, last + 1))
    every = kinds.with_changes(np.moveaxis(months, 0, 2), np.moveaxis(years, 0, 2))
    # Regions x state x kind x month, so that a row is one kind and month.
    return np.moveaxis(every.reshape(*every.shape[:2], -1), 1, 2)


def _national(series: Published, whole: Problem, rates: Array) -> Array:
    """Kind x month: what Sweden's own uncertainty adds; nothing to a month that is published."""
    level, change = national_error(series, whole, rates)
    found = np.repeat([level, level, change, change], _T).reshape(-1, _T)
    published = [one.first for one in whole.figures if (one.region, one.kind) == (SWEDEN, "month")]
    found[0, published] = 0.0
    return found


def national_error(series: Published, whole: Problem, rates: Array) -> tuple[float, float]:
    """How far Sweden's published years lie from its regions, and their changes: root mean square.

    Per 100 beds. Its regions have the published years, so what is left is how well the beds that
    weigh them are known.
    """
    days, beds = by_year(rates * whole.beds), by_year(whole.beds)
    regions = days.sum(axis=(0, 2)) / beds.sum(axis=(0, 2))
    apart = anchors.national_years(series) - regions
    squares = np.mean(apart**2), np.mean(np.diff(apart) ** 2)
    level, change = np.sqrt(squares).tolist()
    return level, change
