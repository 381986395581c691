"""The release's three years of monthly rates that any rule of payment can be tried on."""

import numpy as np

from dashboard.funding.rules import REQUIREMENTS
from dashboard.funding.simulation.engine import MONTHS, YEARS
from dashboard.funding.simulation.scenarios import season_by_month
from dashboard.reference.periods import ordinal
from dashboard.releases.dataset import CARES, MEASURES, Dataset
from dashboard.statistics.arrays import Array

GRANT_YEAR = 2024


def season_of_both(dataset: Dataset) -> Array:
    """The published season as requirement x calendar month."""
    return np.stack([season_by_month(dataset, q) for q in REQUIREMENTS])


def months_of_grant(dataset: Dataset, smooth: int) -> tuple[Array, Array]:
    """Rates of the release's three years as requirement x region x month, plain and smoothed.

    Smoothing adds patients and beds before it divides (docs/methods.md 0.1).
    """
    first = ordinal(f"{GRANT_YEAR - YEARS + 1}-01") - ordinal(dataset.months[0])
    somatic = dataset.cube[..., CARES.index("somatic"), 0]
    beds = _window(somatic[MEASURES.index("bed_days")], first)
    plain: list[Array] = []
    smoothed: list[Array] = []
    for q in REQUIREMENTS:
        patients = _window(somatic[MEASURES.index(f"{q}_days")], first)
        for months, into in ((1, plain), (smooth, smoothed)):
            top, bottom = _sums(patients, months), _sums(beds, months)
            with np.errstate(divide="ignore", invalid="ignore"):
                into.append(np.where(bottom > 0, 100 * top / bottom, np.nan))
    return np.stack(plain), np.stack(smoothed)


def _window(measure: Array, first: int) -> Array:
    """The 36 months from a place on, NaN where the release has none."""
    full = np.full((measure.shape[0], YEARS * MONTHS), np.nan)
    places = [p for p in range(YEARS * MONTHS) if 0 <= first + p < measure.shape[1]]
    full[:, places] = measure[:, [first + p for p in places]]
    return full


def _sums(array: Array, months: int) -> Array:
    rolled = np.full_like(array, np.nan)
    for place in range(months - 1, array.shape[1]):
        rolled[:, place] = array[:, place - months + 1 : place + 1].sum(axis=1)
    return rolled
