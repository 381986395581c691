"""Which assumption moves a scenario's result most, and what one change alone would take."""

from functools import lru_cache

import numpy as np

from dashboard.frozen import frozen
from dashboard.scenario.baseline import Baseline
from dashboard.scenario.planner import (
    OUTCOMES,
    UNCERTAIN,
    Outcome,
    Points,
    fixed_of,
    middles,
    spreads,
    warded,
)
from dashboard.statistics.arrays import Array
from dashboard.view.scenario_choice import DIALS, LEVERS, Scenario

_HALVINGS = 40


@frozen
class Swing:
    """How many overcrowded patients fewer (-) or more a scenario gives with one assumption at the
    ends of its interval and all others at their middle.
    """

    name: str
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """How far the result moves."""
        return abs(self.at_high - self.at_low)


@frozen
class Sought:
    """How much of one change alone gives what is sought; `amount` None where its most is not
    enough, and `reached` is what that gives, in overcrowded patients fewer.
    """

    lever: str
    amount: float | None
    reached: float


@lru_cache(maxsize=256)
def swings(base: Baseline, scenario: Scenario) -> tuple[Swing, ...]:
    """The assumptions that move the change in overcrowded patients, the most first."""
    known = spreads(base, scenario)
    names = [name for name in UNCERTAIN if not known[name].known]
    count = 2 * len(names)
    points = {name: np.full(count, one.value) for name, one in known.items()}
    for place, name in enumerate(names):
        points[name][2 * place : 2 * place + 2] = known[name].low, known[name].high
    points |= warded(points["occupancy_now"], points["over_now"])
    fixed = fixed_of(scenario)
    change = _change(base, points, fixed, OUTCOMES[scenario.model])
    found = (
        Swing(name, *map(float, change[2 * place : 2 * place + 2]))
        for place, name in enumerate(names)
    )
    return tuple(sorted((one for one in found if one.width > 1e-6), key=lambda one: -one.width))


@lru_cache(maxsize=256)
def sought(base: Baseline, scenario: Scenario) -> tuple[Sought, ...]:
    """What each change alone would take for as many overcrowded patients fewer as `goal` says.

    All that is assumed stands as in the scenario, and its own changes are left out.
    """
    goal = scenario.number("goal")
    fixed = {**fixed_of(scenario), "ahead": 0.0}
    points = {name: np.repeat(one, len(LEVERS)) for name, one in middles(base, scenario).items()}

    def fewer(amounts: Array) -> Array:
        each = np.diag(amounts)
        changed = {**points, **dict(zip(LEVERS, each, strict=True))}
        return -_change(base, changed, fixed, OUTCOMES[scenario.model])

    high = np.array([DIALS[lever].high for lever in LEVERS])
    reached, low = fewer(high), np.zeros(len(LEVERS))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        short = fewer(middle) < goal
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    return tuple(
        Sought(lever, float(amount), goal) if most >= goal else Sought(lever, None, float(most))
        for lever, amount, most in zip(LEVERS, high, reached, strict=True)
    )


def _change(base: Baseline, points: Points, fixed: dict[str, float], outcome: Outcome) -> Array:
    now = outcome(base, points, {**fixed, "ahead": 0.0, "done": 0.0})["overcrowded"]
    return np.asarray(outcome(base, points, fixed)["overcrowded"] - now, dtype=np.float64)
