"""The grant of 2024 as the release's months would have paid it, and what a region misses."""

from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.funding.payout import Cell, Payout, payout
from dashboard.funding.rates import modelled_rates
from dashboard.funding.rules import RULES_2024, Rules
from dashboard.releases.dataset import Dataset
from dashboard.values.may_be_said import TABLE, Basis, Statement

# Nine months in two requirements.
_CELLS = 18


@frozen
class Missed:
    """The cells a region did not qualify in, money in kronor.

    `each` is what a cell is worth before the bonus, `all_met` the performance money had every
    cell qualified and nothing else changed; `nearest` is the cell that came nearest, or None.
    """

    cells: tuple[Cell, ...]
    each: float
    all_met: float
    nearest: Cell | None


def grant_of(dataset: Dataset, rules: Rules = RULES_2024) -> Payout:
    """The grant from the estimated months of the release: what is computed, never what was paid.

    `rules` are those of 2024, or others that are tried on the same months.
    """
    return _grant_of(dataset, rules)


@lru_cache(maxsize=16)
def _grant_of(dataset: Dataset, rules: Rules) -> Payout:
    return payout(modelled_rates(dataset, months=rules.months), rules)


def told_by_region(payout: Payout) -> bool:
    """Whether a region's cells and money may be told: not by months that are estimated.

    Source: docs/methods.md 9.7.
    """
    status = payout.rates.status
    basis: Basis = "example" if status == "example" else "reported"
    if status in ("estimated", "mixed"):
        basis = "estimated"
    return TABLE[Statement.GRANT, basis].outright


def change(cell: Cell) -> float | None:
    """How much a rate changed from the same month of 2023, in per cent; None where it has none."""
    if cell.before is None or cell.now is None or not cell.before:
        return None
    return 100 * (float(cell.now / cell.before) - 1)


def missed(grant: Payout, region: str) -> Missed:
    """What a region missed (the identity of docs/methods.md 5.2 gives the money).

    Raises:
        KeyError: a code that is no region.
    """
    payout = grant.by_region[region]
    cells = tuple(c for c in grant.cells if c.region == region and c.qualified_by is None)
    pots = grant.rules.over_pot + grant.rules.out_pot
    people = sum(one.population for one in grant.regions)
    others = sum(one.population * one.cells_qualified for one in grant.regions) - (
        payout.population * payout.cells_qualified
    )
    whole = payout.population * _CELLS
    known = [cell for cell in cells if change(cell) is not None]
    return Missed(
        cells=cells,
        each=pots / _CELLS * payout.population / people,
        all_met=pots * whole / (others + whole),
        nearest=min(known, key=lambda cell: change(cell) or 0.0, default=None),
    )
