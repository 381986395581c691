"""Where the ranges are computed: nodes and weights over the spans of what is assumed."""

from typing import Final

import numpy as np

from dashboard.frozen import frozen
from dashboard.ingest.estimates.assumptions import (
    ACUTE_SHARE_SPAN,
    PLANNED_OCCUPANCY_SPAN,
    VARIANCE_SPAN,
    WARD_BEDS_SPAN,
    Span,
)
from dashboard.ingest.estimates.ward_model import Wards, wards
from dashboard.ingest.panel import Array

_LOG_BEDS: Final = Span(float(np.log(WARD_BEDS_SPAN.low)), float(np.log(WARD_BEDS_SPAN.high)))
_SIZES, _VARIANCES, _ACUTE, _PLANNED, _NORMALS = 16, 6, 16, 6, 6


@frozen
class Weighted:
    """Nodes of one assumption and their weights, which add up to 1."""

    nodes: Array
    weights: Array


@frozen
class Assumed:
    """Every assumption on nodes: wards, acute shares with planned occupancies, normal values.

    Assumptions are national: were they drawn region by region, they would cancel in the sum of
    the country. `wards` has sizes x variances in one row, with `ward_weights`; `acute` and
    `planned` are pairs in one row, with `share_weights`. The first of each two stands at even
    steps, so that a mean over it may be taken piece by piece (`distributions.mean_below`).
    """

    wards: Wards
    ward_weights: Array
    variances: Weighted
    acute: Array
    planned: Array
    share_weights: Array
    planned_alone: Weighted
    acute_alone: Weighted
    normal: Weighted


def assumed(finer: int = 1) -> Assumed:
    """The nodes of the ranges (docs/methods.md 9.6 point 4); `finer` times as many of each.

    Even steps over sizes and acute shares, Gauss–Legendre over the other spans, Gauss–Hermite for
    what is normal: no point is drawn, so that no seed decides a range.
    """
    variances = legendre(VARIANCE_SPAN, finer * _VARIANCES)
    planned = legendre(PLANNED_OCCUPANCY_SPAN, finer * _PLANNED)
    beds, variance, ward_weights = _pairs(even(_LOG_BEDS, finer * _SIZES), variances)
    shares = _pairs(even(ACUTE_SHARE_SPAN, finer * _ACUTE), planned)
    return Assumed(
        wards=wards(np.exp(beds), variance),
        ward_weights=ward_weights,
        variances=variances,
        acute=shares[0],
        planned=shares[1],
        share_weights=shares[2],
        planned_alone=planned,
        acute_alone=legendre(ACUTE_SHARE_SPAN, finer * _NORMALS),
        normal=hermite(finer * _NORMALS),
    )


def even(span: Span, steps: int) -> Weighted:
    """Nodes of a uniform value at even steps, the limits among them (trapezium rule)."""
    weights = np.full(steps + 1, 1 / steps)
    weights[[0, -1]] /= 2
    return Weighted(np.linspace(span.low, span.high, steps + 1), weights)


def legendre(span: Span, count: int) -> Weighted:
    """Nodes of a uniform value between the limits."""
    nodes, weights = np.polynomial.legendre.leggauss(count)
    return Weighted(span.low + (nodes + 1) / 2 * (span.high - span.low), weights / 2)


def hermite(count: int) -> Weighted:
    """Nodes of a standard normal value."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(count)
    return Weighted(np.asarray(nodes), weights / weights.sum())


def _pairs(first: Weighted, second: Weighted) -> tuple[Array, Array, Array]:
    nodes = np.meshgrid(first.nodes, second.nodes, indexing="ij")
    weights = np.outer(first.weights, second.weights)
    return nodes[0].ravel(), nodes[1].ravel(), weights.ravel()
