"""Simulated years in which the truth is known: levels as published, season, and noise by month."""

from functools import lru_cache

import numpy as np

from dashboard.frozen import frozen
from dashboard.funding.rules import REQUIREMENTS, Requirement
from dashboard.funding.simulation.engine import MONTHS, YEARS, Yes, rounded
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING
from dashboard.reference.regions import REGIONS
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array
from dashboard.values.values import published

SEED, RUNS = 2024, 300
# The relative noise of a month and the share of it that the next month keeps, as bad months come
# together (docs/methods.md 5.5), and the truth that is simulated: half of
# the regions improve by a tenth in the last year, the others not at all.
NOISE, KEPT, IMPROVEMENT = 0.25, 0.6, 0.10
LEVEL_YEAR = "2023"
# Rates are published, and so delivered, with one decimal (docs/methods.md 5.3).
DECIMALS = 1

_INDICATORS = {"over": OVERCROWDING, "out": OUTPLACEMENT}
PEOPLE = np.array([float(region.population) for region in REGIONS])


@frozen(eq=False)
class World:
    """Simulated rates as run x requirement (2) x region (21) x month (36).

    `delivered` are the same with one decimal, as they are reported and compared. `level` is
    requirement x region, `season` requirement x calendar month; `improved` says which regions
    truly improved in the last year, as run x region.
    """

    rates: Array
    delivered: Array
    level: Array
    season: Array
    improved: Yes


@lru_cache(maxsize=4)
def world(dataset: Dataset, *, effect: bool, runs: int = RUNS, seed: int = SEED) -> World:
    """Years drawn with a fixed seed; the same draws with and without a true effect.

    Rates are level x season x (1 + noise), normal, and a month keeps 0.6 of the noise of the one
    before in the same region and requirement (AR(1)).
    """
    draw = np.random.default_rng(seed)
    level = np.stack([levels(dataset, q) for q in REQUIREMENTS])
    season = np.stack([season_by_month(dataset, q) for q in REQUIREMENTS])
    shape = (runs, len(REQUIREMENTS), len(REGIONS), YEARS * MONTHS)
    noise = np.maximum(0.01, 1 + NOISE * dependent(draw.standard_normal(shape)))
    # Half of the regions, drawn anew in each run; with 21 of them the half is 10.
    half = draw.random((runs, len(REGIONS))).argsort(axis=1) < len(REGIONS) // 2
    rates = level[:, :, None] * np.tile(season, YEARS)[:, None, :] * noise
    if effect:
        rates[..., -MONTHS:] *= np.where(half, 1 - IMPROVEMENT, 1.0)[:, None, :, None]
    return World(rates, rounded(rates, DECIMALS), level, season, half)


def dependent(noise: Array) -> Array:
    """Independent standard normals made to follow one another along the last axis, by `KEPT`."""
    fresh = np.sqrt(1 - KEPT**2)
    found = noise.copy()
    for month in range(1, noise.shape[-1]):
        found[..., month] = KEPT * found[..., month - 1] + fresh * noise[..., month]
    return found


def levels(dataset: Dataset, requirement: Requirement) -> Array:
    """The published rate of each region in 2023; where there is none, the mean of the others."""
    if LEVEL_YEAR not in dataset.year_labels:
        return np.full(len(REGIONS), 5.0)
    table = published(dataset, _INDICATORS[requirement], "somatic", "all")
    found = table[1:, dataset.year_labels.index(LEVEL_YEAR)]
    known = np.isfinite(found)
    return np.where(known, found, found[known].mean() if known.any() else 5.0)


def season_by_month(dataset: Dataset, requirement: Requirement) -> Array:
    """The published national profile, October 2017 to September 2018, January first, mean 1.

    Without it in the release there is no season (docs/methods.md 1.4).
    """
    (series,) = (one for one in _INDICATORS[requirement].published if one.care == "somatic")
    table = dataset.points.get((series.series, series.care))
    wanted = [f"{2018 if month < 10 else 2017}-{month:02d}" for month in range(1, MONTHS + 1)]
    if table is None or any(month not in dataset.months for month in wanted):
        return np.ones(MONTHS)
    found = np.array([table[0, dataset.months.index(month)] for month in wanted])
    return found / found.mean() if np.isfinite(found).all() else np.ones(MONTHS)
