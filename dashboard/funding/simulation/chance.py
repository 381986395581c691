"""How far the grant of 2024 rewarded chance: what must stand beside every result of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, partial

import numpy as np

from dashboard.frozen import frozen
from dashboard.funding.outcome import grant_of
from dashboard.funding.payout import Payout, payout
from dashboard.funding.rates import Rates
from dashboard.funding.rules import REQUIREMENTS, RULES_2024, Requirement, Rules
from dashboard.funding.simulation.engine import MONTHS, PAID, YEARS, rounded, won
from dashboard.funding.simulation.scenarios import DECIMALS, KEPT, NOISE, RUNS, SEED, world
from dashboard.language.text import Text
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array
from dashboard.view.payment_rule import OF_2024

ROUNDINGS: tuple[int | None, ...] = (None, 2, 1, 0)
TRUE_IMPROVEMENTS = (0, 2, 5, 10, 15, 20, 30)


@frozen
class Chance:
    """The share of cells that qualify though nothing has changed, over simulated years.

    `low` and `high` hold the middle 95 per cent of the years; `outcomes` are all of them. `noise`
    is that of a month, and `kept` the share of it that the next month keeps.
    """

    share: float
    sd: float
    low: float
    high: float
    by_requirement: tuple[tuple[Requirement, float], ...]
    improved_alone: float
    outcomes: tuple[float, ...]
    runs: int
    seed: int
    noise: float
    kept: float


@frozen
class Third:
    """Months by how high they happened to be in 2023, without any true change.

    `change` is the mean change to the same month of 2024 in per cent, `improved` the share
    that the rule takes for an improvement.
    """

    name: Text
    change: float
    improved: float


@frozen
class Rounding:
    """The grant with the rates rounded: cells that qualify, and kronor that change hands."""

    decimals: int | None
    cells: int
    changed_cells: int
    moved: int


@frozen
class Unpaid:
    """The probability (0-1) that a month goes unpaid, by the true improvement in per cent.

    `lowest`, `middle` and `highest` are the regions by their published level of 2023.
    """

    improvement: int
    any_region: float
    lowest: float
    middle: float
    highest: float


@lru_cache(maxsize=4)
def chance(dataset: Dataset, runs: int = RUNS, seed: int = SEED) -> Chance:
    """What chance alone qualifies: about 58 per cent (docs/methods.md 5.5).

    Levels as published for 2023, noise of 25 per cent a month of which the next month keeps 0.6,
    rates with one decimal.
    """
    drawn = world(dataset, effect=False, runs=runs, seed=seed)
    found = won(drawn.delivered, drawn.season, OF_2024)
    yearly = found.either.mean(axis=(1, 2, 3))
    by = found.either.mean(axis=(0, 2, 3))
    low, high = np.quantile(yearly, [0.025, 0.975])
    return Chance(
        share=float(yearly.mean()),
        sd=float(yearly.std()),
        low=float(low),
        high=float(high),
        by_requirement=tuple((q, float(one)) for q, one in zip(REQUIREMENTS, by, strict=True)),
        improved_alone=float(found.improved.mean()),
        outcomes=tuple(yearly.tolist()),
        runs=runs,
        seed=seed,
        noise=NOISE,
        kept=KEPT,
    )


@lru_cache(maxsize=4)
def to_the_mean(dataset: Dataset) -> tuple[Third, ...]:
    """Regression to the mean: a month that was high by chance in 2023 is followed by a lower.

    The thirds are by how far the month lay from the region's own level and season.
    """
    drawn = world(dataset, effect=False)
    first = (YEARS - 1) * MONTHS + PAID - 1
    usual = drawn.level[:, :, None] * drawn.season[:, None, PAID - 1]
    before = drawn.rates[..., first - MONTHS]
    now = drawn.rates[..., first]
    above = before / usual
    improved = won(drawn.delivered, drawn.season, OF_2024).improved
    cuts = np.quantile(above, [1 / 3, 2 / 3])
    third = np.searchsorted(cuts, above)
    names = (
        Text("Låga månader 2023", "Low months of 2023"),
        Text("Vanliga månader 2023", "Usual months of 2023"),
        Text("Höga månader 2023", "High months of 2023"),
    )
    return tuple(
        Third(
            name,
            # Sums before division: small rates would else decide the mean.
            100 * float(now[third == n].sum() / before[third == n].sum() - 1),
            float(improved[third == n].mean()),
        )
        for n, name in enumerate(names)
    )


@lru_cache(maxsize=4)
def rounding(dataset: Dataset) -> tuple[Rounding, ...]:
    """The effect of the decimals on the estimated months: exact first, then 2, 1 and 0.

    Cells and kronor that differ from the exact comparison (docs/methods.md 5.3).
    """
    return _roundings(partial(grant_of, dataset))


def rounding_of(rates: Rates) -> tuple[Rounding, ...]:
    """The same for any rates."""
    return _roundings(partial(payout, rates))


def _roundings(grant: Callable[[Rules], Payout]) -> tuple[Rounding, ...]:
    each = {n: grant(replace(RULES_2024, decimals=n)) for n in (RULES_2024.decimals, *ROUNDINGS)}
    exact = each[RULES_2024.decimals]
    return tuple(_rounding(exact, each[n], n) for n in ROUNDINGS)


def _rounding(exact: Payout, other: Payout, decimals: int | None) -> Rounding:
    changed = sum(
        (a.qualified_by is None) != (b.qualified_by is None)
        for a, b in zip(exact.cells, other.cells, strict=True)
    )
    moved = sum(
        abs(a.performance - b.performance)
        for a, b in zip(exact.regions, other.regions, strict=True)
    )
    cells = sum(cell.qualified_by is not None for cell in other.cells)
    return Rounding(decimals, cells, changed, moved // 2)


@lru_cache(maxsize=4)
def unpaid(dataset: Dataset, improvements: Sequence[int] = TRUE_IMPROVEMENTS) -> tuple[Unpaid, ...]:
    """How likely a month of a region that truly improved is to go unpaid.

    One region at a time improves by the per cent stated, while the others stay as they are.
    """
    drawn = world(dataset, effect=False)
    first = (YEARS - 1) * MONTHS + PAID - 1
    before = rounded(drawn.rates[..., first - MONTHS], DECIMALS)
    now = drawn.rates[..., first]
    rivals = _fifth_among_others(rounded(now, DECIMALS))
    thirds = np.argsort(np.argsort(drawn.level, axis=1), axis=1) * 3 // drawn.level.shape[1]
    found = []
    for percent in improvements:
        better = rounded(now * (1 - percent / 100), DECIMALS)
        bound = before * (1 - OF_2024.threshold / 100) * (1 + 1e-12)
        missed = ~(((before > 0) & (better <= bound)) | (better <= rivals))
        by = [float(missed.mean(axis=(0, 3))[thirds == n].mean()) for n in range(3)]
        found.append(Unpaid(percent, float(missed.mean()), *by))
    return tuple(found)


def _fifth_among_others(now: Array) -> Array:
    """The fifth lowest rate among the other regions, for each region and month."""
    top = OF_2024.top
    ranked = np.partition(now, [top - 1, top], axis=2)
    fifth, sixth = ranked[:, :, top - 1 : top], ranked[:, :, top : top + 1]
    return np.where(now <= fifth, sixth, fifth)
