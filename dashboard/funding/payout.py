"""The grant for beds in 2024, exactly: who qualified in which month, and what each region got."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from typing import Literal, NamedTuple

from dashboard.frozen import frozen
from dashboard.funding.rates import Pair, Rates
from dashboard.funding.rules import BASE_2024, REQUIREMENTS, RULES_2024, Requirement, Rules
from dashboard.reference.regions import REGIONS
from dashboard.statistics.apportionment import largest_remainder

Qualified = Literal["improved", "top5"]
Reason = Literal["improved", "top5", "not_reported", "no_2023", "zero_2023", "too_small"]

POPULATIONS: Mapping[str, int] = {region.code: region.population for region in REGIONS}


@frozen
class Cell:
    """A region's month in one requirement.

    `before` and `now` are the rates as compared, `earned` kronor, exactly. `reason` is how it
    qualified, or why not; `rank` its place among those that reported, ties sharing the best.
    """

    region: str
    month: int
    requirement: Requirement
    before: Fraction | None
    now: Fraction | None
    rank: int | None
    reason: Reason
    earned: Fraction

    @property
    def qualified_by(self) -> Qualified | None:
        if self.reason == "improved":
            return "improved"
        return "top5" if self.reason == "top5" else None


@frozen
class RegionPayout:
    """What a region gets: `earned_*` and `bonus` exact, the rest in whole kronor.

    `performance` is earned and bonus together, rounded once; `total` adds the base amount.
    """

    region: str
    population: int
    cells_qualified: int
    earned_over: Fraction
    earned_out: Fraction
    bonus: Fraction
    performance: int
    base: int

    @property
    def total(self) -> int:
        return self.performance + self.base


@dataclass(frozen=True)
class Payout:
    """The whole grant by the rules and rates it was computed from; money in kronor."""

    rules: Rules
    rates: Rates
    cells: tuple[Cell, ...]
    regions: tuple[RegionPayout, ...]
    bonus_pot: Fraction
    undistributed: int

    @cached_property
    def by_region(self) -> dict[str, RegionPayout]:
        return {region.region: region for region in self.regions}

    @property
    def share_qualified(self) -> float:
        """Cells qualified as a share of all cells."""
        return sum(cell.qualified_by is not None for cell in self.cells) / len(self.cells)


@frozen
class Shared:
    """Performance money by region: the bonus exactly, and the whole in kronor."""

    bonus: Mapping[str, Fraction]
    performance: Mapping[str, int]
    undistributed: int


def base_amounts(
    total: int = BASE_2024, populations: Mapping[str, int] = POPULATIONS
) -> dict[str, int]:
    """The base money by population, largest remainder, in whole kronor (docs/methods.md 5.3).

    Raises:
        ValueError: a negative total, or no inhabitants.
    """
    return largest_remainder(total, populations)


def payout(
    rates: Rates,
    rules: Rules = RULES_2024,
    populations: Mapping[str, int] = POPULATIONS,
    base: Mapping[str, int] | None = None,
) -> Payout:
    """The grant computed exactly, rounded once (docs/methods.md 5.2).

    `populations` names the regions; `base` is their base money, else that of 2024.

    Raises:
        ValueError: no inhabitants, or a negative pot.
    """
    cells = tuple(
        cell
        for requirement in REQUIREMENTS
        for month in rules.months
        for cell in _month(rates, rules, populations, month, requirement)
    )
    earned = {q: _earned(cells, populations, q) for q in REQUIREMENTS}
    split = shared(earned, rules)
    given = base_amounts(BASE_2024, populations) if base is None else base
    qualified = Counter(cell.region for cell in cells if cell.qualified_by is not None)
    regions = tuple(
        RegionPayout(
            region=code,
            population=people,
            cells_qualified=qualified[code],
            earned_over=earned["over"][code],
            earned_out=earned["out"][code],
            bonus=split.bonus[code],
            performance=split.performance[code],
            base=given.get(code, 0),
        )
        for code, people in populations.items()
    )
    pot = rules.over_pot + rules.out_pot - sum(sum(amount.values()) for amount in earned.values())
    return Payout(rules, rates, cells, regions, Fraction(pot), split.undistributed)


def _month(
    rates: Rates, rules: Rules, populations: Mapping[str, int], month: int, q: Requirement
) -> list[Cell]:
    pairs = {
        code: Pair(*(rounded(rate, rules.decimals) for rate in (pair.before, pair.now)))
        for code in populations
        for pair in (rates.at(code, month, q),)
    }
    places = _places({code: pair.now for code, pair in pairs.items() if pair.now is not None})
    reserve = Fraction(rules.pot(q), len(rules.months) * sum(populations.values()))
    cells = []
    for code, pair in pairs.items():
        place = places.get(code)
        reason = _reason(pair, place, rules)
        paid = reserve * populations[code] if reason in ("improved", "top5") else Fraction(0)
        rank = None if place is None else 1 + place.lower
        cells.append(Cell(code, month, q, pair.before, pair.now, rank, reason, paid))
    return cells


class _Place(NamedTuple):
    """How many of a month have a lower rate, and how many no higher one, itself among them."""

    lower: int
    no_higher: int


def _places(reported: Mapping[str, Fraction]) -> dict[str, _Place]:
    found: dict[str, _Place] = {}
    for _, tied in groupby(sorted(reported, key=reported.__getitem__), reported.__getitem__):
        codes, lower = list(tied), len(found)
        found |= dict.fromkeys(codes, _Place(lower, lower + len(codes)))
    return found


def _reason(pair: Pair, place: _Place | None, rules: Rules) -> Reason:
    if pair.now is None or place is None:
        return "not_reported"
    # A rate of nothing cannot be improved on; it may still be among the lowest.
    if pair.before and pair.now <= pair.before * (1 - rules.threshold):
        return "improved"
    if _among_lowest(place, rules):
        return "top5"
    if pair.before is None:
        return "no_2023"
    return "too_small" if pair.before else "zero_2023"


def _among_lowest(place: _Place, rules: Rules) -> bool:
    return place.no_higher <= rules.top if rules.ties == "strict" else place.lower < rules.top


def rounded(rate: Fraction | None, decimals: int | None) -> Fraction | None:
    """A rate rounded half up, as published figures are; as it is where `decimals` is None."""
    if rate is None or decimals is None:
        return rate
    above, below = rate.numerator * 10**decimals, rate.denominator
    return Fraction((2 * above + below) // (2 * below), 10**decimals)


def _earned(
    cells: tuple[Cell, ...], populations: Mapping[str, int], q: Requirement
) -> dict[str, Fraction]:
    found = dict.fromkeys(populations, Fraction(0))
    for cell in cells:
        if cell.requirement == q:
            found[cell.region] += cell.earned
    return found


def shared(earned: Mapping[Requirement, Mapping[str, Fraction]], rules: Rules) -> Shared:
    """The bonus by what was earned, and all performance money rounded once (docs/methods.md 5.2).

    A pot of which nobody has earned a part is left undistributed.
    """
    bonus, left = _bonus(earned, rules)
    exact = {r: earned["over"][r] + earned["out"][r] + one for r, one in bonus.items()}
    whole = rules.over_pot + rules.out_pot - left
    paid = largest_remainder(whole, exact) if whole else dict.fromkeys(exact, 0)
    return Shared(bonus, paid, left)


def _bonus(
    earned: Mapping[Requirement, Mapping[str, Fraction]], rules: Rules
) -> tuple[dict[str, Fraction], int]:
    """The bonus of each region, and the kronor nobody has earned a share of."""
    pots = [(rules.pot(q), earned[q]) for q in REQUIREMENTS]
    if rules.bonus == "pooled":
        both = {code: earned["over"][code] + earned["out"][code] for code in earned["over"]}
        pots = [(rules.over_pot + rules.out_pot, both)]
    bonus = dict.fromkeys(earned["over"], Fraction(0))
    left = 0
    for pot, shares in pots:
        whole = sum(shares.values())
        if not whole:
            left += pot
            continue
        for code, share in shares.items():
            bonus[code] += (pot - whole) * share / whole
    return bonus, left
