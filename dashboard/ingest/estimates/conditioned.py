"""The assumed deviations of monthly rates, conditioned on everything published."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from scipy.linalg import cho_factor, cho_solve, solve_triangular

from dashboard.ingest.estimates.assumptions import PERSISTENCE, ROUNDING, UNIFORM, month_noise
from dashboard.ingest.estimates.beds import mean_somatic_beds
from dashboard.ingest.estimates.figures import Figure
from dashboard.ingest.estimates.levels import Level
from dashboard.ingest.estimates.patients import Problem
from dashboard.ingest.panel import MONTHS, YEARS, Array

_T, _Y = len(MONTHS), len(YEARS)
# The noise of a region whose rate is nearly nothing is that of this rate, per 100 beds.
_SMALLEST_RATE: Final = 0.3
SEED: Final = 20240501


class Conditioned:
    """Deviations of the estimated rates, given every published figure within its rounding.

    The state of a region is 120 monthly deviations of its rate (first-order autoregressive,
    larger where beds are few) and 10 of its bed level (relative); all are normal around the
    estimate, and published figures are linear in them (docs/methods.md 9.6 point 4).
    """

    def __init__(self, whole: Problem, rates: Array, level: Level) -> None:
        self._beds, self._rates = whole.beds, rates
        self._prior = [_prior(row, beds, level, number) for number, (row, beds) in enumerate(
            zip(rates, mean_somatic_beds(whole.beds), strict=True))]  # fmt: skip
        self._rows = self._figure_rows(whole.figures)
        total = sum(
            rows @ prior @ rows.T for rows, prior in zip(self._rows, self._prior, strict=True)
        )
        noise = (ROUNDING * UNIFORM) ** 2 * np.eye(len(whole.figures))
        self._factor = cho_factor(np.asarray(total) + noise, lower=True)[0]

    def of_figures(self, figures: tuple[Figure, ...]) -> Array:
        """The standard deviation of each figure."""
        return self.sd(dict(enumerate(self._figure_rows(figures))))

    def sd(self, blocks: dict[int, Array]) -> Array:
        """Standard deviations of linear forms given by their rows on some regions' states."""
        own = cross = None
        for number, rows in blocks.items():
            half = rows @ self._prior[number]
            part, mixed = (half * rows).sum(axis=1), half @ self._rows[number].T
            own = part if own is None else own + part
            cross = mixed if cross is None else cross + mixed
        assert own is not None
        assert cross is not None
        known = np.isfinite(own)
        explained = solve_triangular(self._factor, cross[known].T, lower=True)
        found = np.full(own.shape, np.nan)
        left = own[known] - (explained**2).sum(axis=0)
        found[known] = np.sqrt(np.maximum(left, 0.0))
        return found

    def draws(self, months: Sequence[int], count: int = 2000, seed: int = SEED) -> Array:
        """Rates of `months` (columns), draw x region x month, that meet the figures as rounded.

        A free draw is moved by what it misses the figures by, which gives the same spread as
        `sd`; rates end at 0.
        """
        rng = np.random.Generator(np.random.PCG64(seed))
        free = [_free(prior, rng.standard_normal((len(prior), count))) for prior in self._prior]
        seen = sum(rows @ state for rows, state in zip(self._rows, free, strict=True))
        noise = ROUNDING * UNIFORM * rng.standard_normal((len(self._factor), count))
        missed = cho_solve((self._factor, True), np.asarray(seen) + noise)
        chosen = np.array(months)
        found = np.empty((count, len(free), chosen.size))
        for number, (prior, rows, state) in enumerate(
            zip(self._prior, self._rows, free, strict=True)
        ):
            left = state - prior @ (rows.T @ missed)
            found[:, number] = self._rates[number, chosen] + left[chosen].T
        return np.maximum(found, 0)

    def _figure_rows(self, figures: tuple[Figure, ...]) -> list[Array]:
        """Every figure as a row on every region's state."""
        rows = np.zeros((len(self._beds), len(figures), _T + _Y))
        for number, one in enumerate(figures):
            regions = list(one.rows)
            rows[regions, number] = ratio_row(
                self._rates[regions], self._beds[regions], one.columns
            )
        return list(rows)


def _prior(rates: Array, mean_beds: float, level: Level, number: int) -> Array:
    lag = np.abs(np.subtract.outer(np.arange(_T), np.arange(_T)))
    scale = month_noise(mean_beds) * np.maximum(rates, _SMALLEST_RATE)
    prior = np.zeros((_T + _Y, _T + _Y))
    prior[:_T, :_T] = PERSISTENCE**lag * np.outer(scale, scale)
    prior[_T:, _T:] = np.diag(level.yearly[number] ** 2) + level.share**2
    return prior


def _free(prior: Array, normal: Array) -> Array:
    return np.asarray(np.linalg.cholesky(prior) @ normal, dtype=np.float64)


def ratio_row(rates: Array, beds: Array, months: slice) -> Array:
    """The derivative of the bed-weighted mean rate by rates and by log bed levels of years."""
    inside = np.zeros_like(beds)
    inside[:, months] = beds[:, months] / beds[:, months].sum()
    mean = (inside * rates).sum()
    moved = inside * (rates - mean)
    return np.concatenate([inside, moved.reshape(len(beds), _Y, 12).sum(axis=2)], axis=1)
