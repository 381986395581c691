"""What another rule of payment would have done: money by region, noise, and real improvement."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import numpy as np

from dashboard.funding import POPULATIONS, base_amounts, payout, shared
from dashboard.funding_engine import MONTHS, PAID, YEARS, Won, Yes, won
from dashboard.funding_rates import Rates
from dashboard.funding_rules import REQUIREMENTS, RULES_2024, Requirement, Rules
from dashboard.funding_world import IMPROVEMENT, PEOPLE, RUNS, SEED, season_by_month, world
from dashboard.lang import Text
from dashboard.periods import ordinal
from dashboard.regions import CODES
from dashboard.rule_choice import RuleChoice
from dashboard.store import CARES, MEASURES, Array, Store

_MILLION = 1_000_000
GRANT_YEAR = 2024


class RuleError(ValueError):
    """A rule cannot be tried on these rates; `text` says why in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Noise:
    """What a rule pays where nothing has changed.

    `cells` is the share of cells that chance alone qualifies, `sd` its spread from year to
    year; `moved` the kronor that chance moves from where the population alone would put them.
    """

    cells: float
    sd: float
    moved: float


@dataclass(frozen=True, slots=True)
class Real:
    """What a rule pays where half of the regions truly improve by a tenth.

    `share` is the part of the performance money that goes to them, `blind` the part that the
    population alone would give them, `unpaid` the part of their cells that go unpaid.
    """

    share: float
    blind: float
    unpaid: float


@dataclass(frozen=True, slots=True)
class Simulated:
    """A rule tried: money by region from the rates given, and the two simulations."""

    rule: RuleChoice
    regions: tuple[Share, ...]
    undistributed: int
    noise: Noise
    real: Real

    @property
    def cells(self) -> int:
        return sum(one.cells for one in self.regions)

    @property
    def by_region(self) -> Mapping[str, Share]:
        return {one.region: one for one in self.regions}


def simulated(store: Store, rule: RuleChoice, own: Rates | None = None) -> Simulated:
    """A rule tried on the modelled months of the release, or on own rates (methods.md 5.2).

    The two simulations have a fixed seed (2024) and 300 years each; together about 100 ms,
    and kept by release and rule.

    Raises:
        RuleError: own rates have only the months of 2023 and 2024 that are paid, so that a rule
            which needs others cannot be tried on them.
    """
    return _on_release(store, rule) if own is None else _on_own(store, rule, own)


@lru_cache(maxsize=64)
def _on_release(store: Store, rule: RuleChoice) -> Simulated:
    rates, smooth = _months(store, rule.smooth)
    found = won(rates, _season(store), rule, smooth)
    return _paid(store, rule, found)


def _on_own(store: Store, rule: RuleChoice, own: Rates) -> Simulated:
    if rule.than != "month" or rule.smooth != 1:
        raise RuleError(Text(
            "Regeln kräver fler månader än filen har: den ska jämföra med samma månad och inte "
            "jämna ut.",
            "The rule needs more months than the file has: it must compare with the same month "
            "and not smooth.",
        ))  # fmt: skip
    exact = payout(own, exact_rules(rule))
    shape = (len(REQUIREMENTS), len(CODES), len(PAID))
    flat = np.array([cell.qualified_by or "" for cell in exact.cells])
    cells = flat.reshape(shape[0], shape[2], shape[1]).swapaxes(1, 2)
    return _paid(store, rule, Won(cells == "improved", cells == "top5"))


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
    held: dict[str, int] = {}
    while True:
        others = {code: people for code, people in POPULATIONS.items() if code not in held}
        left = total - least * len(held)
        if not others or left < least * len(others):
            return base_amounts(total, dict.fromkeys(CODES, 1))
        given = base_amounts(left, others)
        low = {code: least for code, amount in given.items() if amount < least}
        if not low:
            return {code: held.get(code, given.get(code, 0)) for code in CODES}
        held |= low


def _paid(store: Store, rule: RuleChoice, found: Won) -> Simulated:
    rules = exact_rules(rule)
    counts = found.either.sum(axis=-1)
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
    improved = found.improved.sum(axis=(0, 2))
    regions = tuple(
        Share(code, int(counts[:, place].sum()), int(improved[place]), split.performance[code],
              base[code])
        for place, code in enumerate(CODES)
    )  # fmt: skip
    return Simulated(rule, regions, split.undistributed, noise(store, rule), real(store, rule))


@lru_cache(maxsize=64)
def noise(store: Store, rule: RuleChoice) -> Noise:
    """What the rule pays by chance alone, in simulated years without any change."""
    drawn = world(store, effect=False)
    either = won(drawn.delivered, drawn.season, rule).either
    yearly = either.mean(axis=(1, 2, 3))
    money = _money(either, rule)
    whole = (rule.over + rule.out) * _MILLION
    fair = PEOPLE / PEOPLE.sum() * money.sum(axis=1, keepdims=True)
    moved = np.abs(money - fair).sum(axis=1).mean() / 2 if whole else 0.0
    return Noise(float(yearly.mean()), float(yearly.std()), float(moved))


@lru_cache(maxsize=64)
def real(store: Store, rule: RuleChoice) -> Real:
    """What the rule pays to those who truly improved, in simulated years."""
    drawn = world(store, effect=True)
    either = won(drawn.delivered, drawn.season, rule).either
    money = _money(either, rule)
    paid = money.sum()
    unpaid = ~either[np.broadcast_to(drawn.improved[:, None, :, None], either.shape)]
    return Real(
        share=float(money[drawn.improved].sum() / paid) if paid else 0.0,
        blind=float((drawn.improved * PEOPLE).sum() / (len(money) * PEOPLE.sum())),
        unpaid=float(unpaid.mean()),
    )


def _money(either: Yes, rule: RuleChoice) -> Array:
    """Performance money as run x region, in kronor: the bonus keeps the shares of what is earned.

    final = pot x earned / sum of earned (the identity of methods.md section 5.2).
    """
    pots = np.array([rule.over, rule.out]) * _MILLION
    earned = either.sum(axis=-1) * PEOPLE * pots[:, None]
    if rule.bonus == "pooled":
        earned, pots = earned.sum(axis=1, keepdims=True), pots.sum(keepdims=True)
    whole = earned.sum(axis=2, keepdims=True)
    shares = np.divide(earned, whole, out=np.zeros_like(earned), where=whole > 0)
    return np.asarray((shares * pots[:, None]).sum(axis=1))


def _season(store: Store) -> Array:
    return np.stack([season_by_month(store, q) for q in REQUIREMENTS])


def _months(store: Store, smooth: int) -> tuple[Array, Array]:
    """Rates of the release's three years as requirement x region x month, plain and smoothed.

    Smoothing adds patients and beds before it divides (methods.md section 0, rule 1).
    """
    first = ordinal(f"{GRANT_YEAR - YEARS + 1}-01") - ordinal(store.months[0])
    somatic = store.cube[..., CARES.index("somatic"), 0]
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
    found = np.full((measure.shape[0], YEARS * MONTHS), np.nan)
    places = [p for p in range(YEARS * MONTHS) if 0 <= first + p < measure.shape[1]]
    found[:, places] = measure[:, [first + p for p in places]]
    return found


def _sums(array: Array, months: int) -> Array:
    found = np.full_like(array, np.nan)
    for place in range(months - 1, array.shape[1]):
        found[:, place] = array[:, place - months + 1 : place + 1].sum(axis=1)
    return found


# Said beside every result of the two simulations.
ASSUMPTIONS = Text(
    "{runs} simulerade år, frö {seed}. Nivåer som publicerat 2023, säsong som riket 2017–2018, "
    "slump på 25 procent per månad. I den andra simuleringen förbättras hälften av regionerna på "
    "riktigt med {gain} procent.",
    "{runs} simulated years, seed {seed}. Levels as published for 2023, season as of Sweden "
    "2017–2018, noise of 25 per cent a month. In the second simulation half of the regions truly "
    "improve by {gain} per cent.",
).format(runs=RUNS, seed=SEED, gain=round(100 * IMPROVEMENT))
