"""Draws of what is assumed: points spread evenly over the spans, so that no seed decides."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import ndtri
from scipy.stats import qmc

from dashboard.ingest.estimates.assumptions import (
    ACUTE_SHARE_SPAN,
    PLANNED_OCCUPANCY_SPAN,
    VARIANCE_SPAN,
    WARD_BEDS_SPAN,
    Span,
)
from dashboard.ingest.estimates.ward_model import Wards, wards
from dashboard.ingest.panel import Array

# A power of two keeps a Sobol sequence balanced.
DRAWS: Final = 2**11
_LOG_BEDS: Final = Span(float(np.log(WARD_BEDS_SPAN.low)), float(np.log(WARD_BEDS_SPAN.high)))
_SIZES, _VARIANCES = 6, 4
# Standard deviations at which a function of the rate is computed; straight lines between.
DEVIATIONS: Final[Array] = np.array([-3.5, -2.5, -1.75, -1, 0, 1, 1.75, 2.5, 3.5])


@dataclass(frozen=True, slots=True)
class Draws:
    """One value per draw of every assumption, the same for all regions and months.

    Assumptions are national: were they drawn region by region, they would cancel in the sum of
    the country. `rate` and `beds` are standard normal and stand for what the published figures
    leave open of a rate and of a number of beds. The ward model is computed for a few `wards`
    and interpolated: `ward_weights` are draws x wards, and `both_weights` draws x (wards x
    `DEVIATIONS`).
    """

    wards: Wards
    ward_weights: Array
    both_weights: Array
    acute: Array
    planned: Array
    rate: Array
    beds: Array


def drawn(count: int = DRAWS, *, scramble: int | None = None) -> Draws:
    """`count` draws (a power of two) of the spans in `assumptions` (docs/methods.md 9.6).

    They are the first points of a Sobol sequence, which are the same on every machine and in
    every build. `scramble` gives another sequence, to see how much the points matter.
    """
    points = _points(count, scramble)
    sizes, variances = _nodes(_LOG_BEDS, _SIZES), _nodes(VARIANCE_SPAN, _VARIANCES)
    both = np.repeat(np.exp(sizes), _VARIANCES), np.tile(variances, _SIZES)
    ward_weights = _products(
        _polynomials(_within(points[:, 0], _LOG_BEDS), sizes),
        _polynomials(_within(points[:, 1], VARIANCE_SPAN), variances),
    )
    rate = np.asarray(ndtri(points[:, 4]), dtype=np.float64)
    return Draws(
        wards=wards(*both),
        ward_weights=ward_weights,
        both_weights=_products(ward_weights, _lines(rate)),
        acute=_within(points[:, 2], ACUTE_SHARE_SPAN),
        planned=_within(points[:, 3], PLANNED_OCCUPANCY_SPAN),
        rate=rate,
        beds=np.asarray(ndtri(points[:, 5]), dtype=np.float64),
    )


def _points(count: int, scramble: int | None) -> Array:
    rng = None if scramble is None else np.random.default_rng(scramble)
    sobol = qmc.Sobol(d=6, scramble=scramble is not None, rng=rng)
    # Half a step inwards, since the first point is 0, where a normal has no value.
    corners = np.floor(sobol.random_base2(int(np.log2(count))) * count)
    return np.asarray((corners + 0.5) / count, dtype=np.float64)


def _within(points: Array, span: Span) -> Array:
    return np.asarray(span.low + points * (span.high - span.low), dtype=np.float64)


def _nodes(span: Span, count: int) -> Array:
    """Chebyshev nodes of a span."""
    angles = np.pi * (np.arange(count) + 0.5) / count
    return _within((1 - np.cos(angles)) / 2, span)


def _polynomials(at: Array, nodes: Array) -> Array:
    """Weights (points x nodes) of the polynomial through the values at the nodes."""
    found = np.ones((at.size, nodes.size))
    for number, node in enumerate(nodes):
        for other in np.delete(nodes, number):
            found[:, number] *= (at - other) / (node - other)
    return found


def _lines(at: Array) -> Array:
    """Weights (points x `DEVIATIONS`) of straight lines between the values at the nodes."""
    inside = np.clip(at, DEVIATIONS[0], DEVIATIONS[-1])
    each = np.eye(DEVIATIONS.size)
    return np.array([np.interp(inside, DEVIATIONS, row) for row in each]).T


def _products(left: Array, right: Array) -> Array:
    return np.asarray((left[:, :, None] * right[:, None, :]).reshape(len(left), -1))
