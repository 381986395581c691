"""What another rule of payment would have done: money by region, noise, and real improvement."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

import numpy as np

from dashboard.frozen import frozen
from dashboard.funding.payout import POPULATIONS, base_amounts, payout, shared
from dashboard.funding.rates import Rates
from dashboard.funding.rules import REQUIREMENTS, RULES_2024, Requirement, Rules
from dashboard.funding.simulation.engine import PAID, Won, won
from dashboard.funding.simulation.months import months_of_grant, season_of_both
from dashboard.funding.simulation.power_analysis import Noise, Real, noise, real
from dashboard.funding.simulation.scenarios import IMPROVEMENT, RUNS, SEED
from dashboard.language.text import Text
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.payment_rule import RuleChoice

_MILLION = 1_000_000


class RuleError(ValueError):
    """A rule cannot be tried on these rates; `text` says why in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@frozen
class Share:
    """What a region gets under a rule, in whole kronor, and its cells that qualify (of 18)."""

    region: str
    cells: int
    improved: int
    performance: int
    base: int

    @property
    def total(self) -> int:
        return self.performance + self.base


@frozen
class Simulated:
    """A rule tried: money by region from the rates given, and the two simulations."""

    rule: RuleChoice
    regions: tuple[Share, ...]
    undistributed: int
    noise: Noise
    real: Real

    @property
    def cells(self) -> int:
        return sum(region.cells for region in self.regions)

    @property
    def by_region(self) -> Mapping[str, Share]:
        return {region.region: region for region in self.regions}


def simulated(dataset: Dataset, rule: RuleChoice, own: Rates | None = None) -> Simulated:
    """A rule tried on the estimated months of the release, or on own rates (docs/methods.md 5.2).

    The two simulations have a fixed seed (2024) and 300 years each; together about 100 ms,
    and kept by release and rule.

    Raises:
        RuleError: own rates have only the months of 2023 and 2024 that are paid, so that a rule
            which needs others cannot be tried on them.
    """
    return _on_release(dataset, rule) if own is None else _on_own(dataset, rule, own)


@lru_cache(maxsize=64)
def _on_release(dataset: Dataset, rule: RuleChoice) -> Simulated:
    rates, smooth = months_of_grant(dataset, rule.smooth)
    found = won(rates, season_of_both(dataset), rule, smooth)
    return _paid(dataset, rule, found)


def _on_own(dataset: Dataset, rule: RuleChoice, uploaded: Rates) -> Simulated:
    if rule.than != "month" or rule.smooth != 1:
        raise RuleError(Text(
            "Regeln kräver fler månader än filen har: den ska jämföra med samma månad och inte "
            "jämna ut.",
            "The rule needs more months than the file has: it must compare with the same month "
            "and not smooth.",
        ))  # fmt: skip
    exact = payout(uploaded, exact_rules(rule))
    shape = (len(REQUIREMENTS), len(CODES), len(PAID))
    flat = np.array([cell.qualified_by or "" for cell in exact.cells])
    cells = flat.reshape(shape[0], shape[2], shape[1]).swapaxes(1, 2)
    return _paid(dataset, rule, Won(cells == "improved", cells == "top5"))


def exact_rules(rule: RuleChoice) -> Rules:
    """The rule as the exact calculator reads it: pots, threshold, top, ties, bonus, decimals."""
    return Rules(
        months=RULES_2024.months,
        over_pot=round(rule.over * _MILLION),
        out_pot=round(rule.out * _MILLION),
        threshold=Fraction(str(rule.threshold)) / 100,
        top=rule.top,
        ties=rule.ties,
        bonus=rule.bonus,
        decimals=rule.decimals,
    )


def base_with_least(total: int, least: int) -> dict[str, int]:
    """The base by population, no region below `least`; whole kronor that sum to `total`.

    Where the least is more than an equal part, all get an equal part.

    Raises:
        ValueError: a negative total.
    """
    cached: dict[str, int] = {}
    while True:
        others = {code: people for code, people in POPULATIONS.items() if code not in cached}
        left = total - least * len(cached)
        if not others or left < least * len(others):
            return base_amounts(total, dict.fromkeys(CODES, 1))
        given = base_amounts(left, others)
        low = {code: least for code, amount in given.items() if amount < least}
        if not low:
            return {code: cached.get(code, given.get(code, 0)) for code in CODES}
        cached |= low


def _paid(dataset: Dataset, rule: RuleChoice, won: Won) -> Simulated:
    rules = exact_rules(rule)
    counts = won.either.sum(axis=-1)
    people = sum(POPULATIONS.values())
    earned: dict[Requirement, dict[str, Fraction]] = {
        q: {
            code: Fraction(rules.pot(q) * POPULATIONS[code] * int(counts[number, place]),
                           len(PAID) * people)
            for place, code in enumerate(CODES)
        }
        for number, q in enumerate(REQUIREMENTS)
    }  # fmt: skip
    split = shared(earned, rules)
    base = base_with_least(round(rule.base * _MILLION), round(rule.least * _MILLION))
    improved = won.improved.sum(axis=(0, 2))
    regions = tuple(
        Share(code, int(counts[:, place].sum()), int(improved[place]), split.performance[code],
              base[code])
        for place, code in enumerate(CODES)
    )  # fmt: skip
    return Simulated(rule, regions, split.undistributed, noise(dataset, rule), real(dataset, rule))


# Said beside every result of the two simulations.
ASSUMPTIONS = Text(
    "{runs} simulerade år, frö {seed}. Nivåer som publicerat 2023, säsong som riket 2017–2018, "
    "slump på 25 procent per månad, varav nästa månad behåller 0,6. I den andra simuleringen "
    "förbättras hälften av regionerna på riktigt med {gain} procent.",
    "{runs} simulated years, seed {seed}. Levels as published for 2023, season as of Sweden "
    "2017–2018, noise of 25 per cent a month, of which the next keeps 0.6. In the second "
    "simulation half of the regions truly improve by {gain} per cent.",
).format(runs=RUNS, seed=SEED, gain=round(100 * IMPROVEMENT))
