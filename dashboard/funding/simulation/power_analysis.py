"""Rules of payment held to years whose truth is known: what chance pays, and real improvement."""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from dashboard.frozen import frozen
from dashboard.funding.simulation.engine import Yes, lowest, smoothed, won
from dashboard.funding.simulation.scenarios import PEOPLE, world
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array
from dashboard.view.payment_rule import OF_2024, RuleChoice

_MILLION = 1_000_000


@frozen
class Noise:
    """What a rule pays where nothing has changed.

    `cells` is the share of cells that chance alone qualifies, `sd` its spread from year to
    year; `moved` the kronor that chance moves from where the population alone would put them.
    """

    cells: float
    sd: float
    moved: float


@frozen
class Real:
    """What a rule pays where half of the regions truly improve by a tenth.

    `share` is the part of the performance money that goes to them, `blind` the part that the
    population alone would give them, `unpaid` the part of their cells that go unpaid.
    """

    share: float
    blind: float
    unpaid: float


@lru_cache(maxsize=64)
def noise(dataset: Dataset, rule: RuleChoice) -> Noise:
    """What the rule pays by chance alone, in simulated years without any change."""
    either = _either(dataset, rule, effect=False)
    yearly = either.mean(axis=(1, 2, 3))
    money = _money(either, rule)
    whole = (rule.over + rule.out) * _MILLION
    fair = PEOPLE / PEOPLE.sum() * money.sum(axis=1, keepdims=True)
    moved = np.abs(money - fair).sum(axis=1).mean() / 2 if whole else 0.0
    return Noise(float(yearly.mean()), float(yearly.std()), float(moved))


@lru_cache(maxsize=64)
def real(dataset: Dataset, rule: RuleChoice) -> Real:
    """What the rule pays to those who truly improved, in simulated years."""
    drawn = world(dataset, effect=True)
    either = _either(dataset, rule, effect=True)
    money = _money(either, rule)
    paid = money.sum()
    unpaid = ~either[np.broadcast_to(drawn.improved[:, None, :, None], either.shape)]
    return Real(
        share=float(money[drawn.improved].sum() / paid) if paid else 0.0,
        blind=float((drawn.improved * PEOPLE).sum() / (len(money) * PEOPLE.sum())),
        unpaid=float(unpaid.mean()),
    )


def _either(dataset: Dataset, rule: RuleChoice, *, effect: bool) -> Yes:
    """The cells that qualify. A change of one part of a rule computes what follows that part."""
    both = replace(OF_2024, smooth=rule.smooth, decimals=rule.decimals)
    improving = replace(both, than=rule.than, threshold=rule.threshold, top=0)
    ranking = replace(both, top=rule.top, ties=rule.ties)
    return _improved(dataset, improving, effect) | _lowest(dataset, ranking, effect)


@lru_cache(maxsize=8)
def _improved(dataset: Dataset, rule: RuleChoice, effect: bool) -> Yes:
    drawn = world(dataset, effect=effect)
    return won(drawn.delivered, drawn.season, rule).improved


@lru_cache(maxsize=8)
def _lowest(dataset: Dataset, rule: RuleChoice, effect: bool) -> Yes:
    return lowest(smoothed(world(dataset, effect=effect).delivered, rule.smooth), rule)


def _money(either: Yes, rule: RuleChoice) -> Array:
    """Performance money as run x region, in kronor: the bonus keeps the shares of what is earned.

    final = pot x earned / sum of earned (the identity of docs/methods.md 5.2).
    """
    pots = np.array([rule.over, rule.out]) * _MILLION
    earned = either.sum(axis=-1) * PEOPLE * pots[:, None]
    if rule.bonus == "pooled":
        earned, pots = earned.sum(axis=1, keepdims=True), pots.sum(keepdims=True)
    whole = earned.sum(axis=2, keepdims=True)
    shares = np.divide(earned, whole, out=np.zeros_like(earned), where=whole > 0)
    return np.asarray((shares * pots[:, None]).sum(axis=1))
