"""What a scenario does to beds, patients, both gaps, staff and money (model 1)."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from dashboard.frozen import frozen
from dashboard.scenario.baseline import Baseline
from dashboard.statistics.arrays import Array
from dashboard.statistics.census_arrays import overcrowding, pools
from dashboard.statistics.quasi_points import POINTS, Spread, exactly, normal_points
from dashboard.view.scenario_choice import DIALS, LEVERS, Scenario

# What is uncertain of today, beside the dials; their order is that of the dimensions.
TODAY = ("beds_now", "occupancy_now", "over_now", "need_now")
ASSUMED = (*LEVERS, "latent", "growth", "length", "nurse", "staff", "hours", "cost")
UNCERTAIN = (*TODAY, *ASSUMED)
_DAYS, _HOURS, _MILLION = 365.0, 24.0, 1e6
_FEWEST_BEDS, _LEAST_OCCUPANCY = 1.0, 0.01
# The least of the patients that can be left of those who stay shorter or leave.
_LEFT = 0.1

Points = Mapping[str, Array]


@frozen
class Result:
    """A measure today and in the scenario, in the measure's unit.

    `now` and `value` have everything uncertain at its middle. `mean` is `now` with the mean change
    over the points, `low` and `high` their 10 and 90 per cent; likewise of today and of the change.
    """

    measure: str
    now: float
    now_low: float
    now_high: float
    value: float
    mean: float
    low: float
    high: float
    change: float
    change_low: float
    change_high: float


def spreads(base: Baseline, scenario: Scenario) -> dict[str, Spread]:
    """Everything uncertain by name: of today, and of the scenario."""
    found = {
        "beds_now": base.beds, "occupancy_now": base.occupancy, "over_now": base.over,
        "need_now": base.need or exactly(0.0),
    }  # fmt: skip
    for name in ASSUMED:
        found[name] = scenario.of(name) or base.growth_in(int(scenario.number("ahead")))
    return found


@lru_cache(maxsize=512)
def results(base: Baseline, scenario: Scenario) -> tuple[Result, ...]:
    """Every measure of a scenario over 1 000 fixed points (docs/methods.md 7.6).

    `outplaced` and `official_gap` are left out where the baseline has none.
    """
    fixed, outcome = fixed_of(scenario), OUTCOMES[scenario.model]
    drawn = {name: _drawn(name, one) for name, one in spreads(base, scenario).items()}
    today = _today(base)
    middle = middles(base, scenario)
    return tuple(
        _result(name, of_now, of_then, at_now, at_then)
        for (name, of_now), of_then, at_now, at_then in zip(
            outcome(base, {**drawn, **today}, _untouched(fixed)).items(),
            outcome(base, {**drawn, **today}, fixed).values(),
            outcome(base, middle, _untouched(fixed)).values(),
            outcome(base, middle, fixed).values(),
            strict=True,
        )
    )


def fixed_of(scenario: Scenario) -> dict[str, float]:
    """What is sure in a scenario: years ahead, the nurses that can be had, and that it is done."""
    return {
        "ahead": scenario.number("ahead"),
        "cap": scenario.number("cap", float("inf")),
        "done": 1.0,
    }


def _untouched(fixed: Mapping[str, float]) -> dict[str, float]:
    return {**fixed, "ahead": 0.0, "done": 0.0}


def middles(base: Baseline, scenario: Scenario) -> dict[str, Array]:
    """Everything uncertain at its middle, with the ward that today looks like."""
    found = {name: np.array([one.value]) for name, one in spreads(base, scenario).items()}
    return {**found, **warded(found["occupancy_now"], found["over_now"])}


def warded(occupancy: Array, over: Array) -> dict[str, Array]:
    """The ward size at which occupancy and overcrowding agree, and what the model says there."""
    pool = pools(occupancy, over)
    return {"pool": pool, "modelled": overcrowding(pool, occupancy)}


def _drawn(name: str, spread: Spread) -> Array:
    found = spread.at(normal_points(UNCERTAIN.index(name)))
    if name in DIALS:
        return np.clip(found, DIALS[name].low, DIALS[name].high)
    return found if name == "need_now" else np.maximum(found, 0.05 * spread.value)


@lru_cache(maxsize=256)
def _today(base: Baseline) -> Points:
    """The wards of the points: the slow part, alike for every scenario of a region."""
    occupancy, over = (_drawn(name, one) for name, one in
                       (("occupancy_now", base.occupancy), ("over_now", base.over)))  # fmt: skip
    return MappingProxyType(warded(occupancy, over))


def outcome(base: Baseline, at: Points, fixed: Mapping[str, float]) -> dict[str, Array]:
    """The measures at points of everything uncertain (docs/methods.md 7.1 and 7.6)."""
    done = fixed["done"]
    per_bed = _HOURS * _DAYS / at["hours"]
    added = done * np.minimum(at["beds"], fixed["cap"] * at["nurse"] / per_bed)
    acute, planned = _patients(base, at, fixed)
    filled = at["latent"] / 100 * np.maximum(0.0, added)
    together = acute + planned
    acute, planned = acute * (1 + filled / together), planned * (1 + filled / together)
    beds = np.maximum(_FEWEST_BEDS, at["beds_now"] + added)
    occupancy = np.maximum(_LEAST_OCCUPANCY, (acute + planned) / beds)
    eased = overcrowding(at["pool"], occupancy) / np.maximum(1e-9, at["modelled"])
    over = at["over_now"] * eased
    found = {
        "beds": beds,
        "patients": acute + planned,
        "occupancy": 100 * occupancy,
        "over_per_100": over,
        "overcrowded": over * beds / 100,
    }
    if base.out is not None:
        found["outplaced"] = base.out * eased * beds / 100
    if base.need is not None:
        found["official_gap"] = at["need_now"] - beds
    found["implied_gap"] = acute / base.shares.acute + planned / base.shares.planned - beds
    found["nurses"] = beds * per_bed / at["nurse"]
    found["staff"] = beds * per_bed / at["staff"]
    found["cost"] = beds * _DAYS * at["cost"] / _MILLION
    return found


# What each version of the model computes: an address is computed for ever by the one it names.
Outcome = Callable[[Baseline, Points, Mapping[str, float]], dict[str, Array]]
OUTCOMES: dict[int, Outcome] = {1: outcome}


def _patients(base: Baseline, at: Points, fixed: Mapping[str, float]) -> tuple[Array, Array]:
    """Acute and planned patients after growth, shorter stays, planned care moved, discharges."""
    done = fixed["done"]
    grown = (1 + at["growth"] / 100) ** fixed["ahead"]
    shorter = np.maximum(_LEFT, 1 - done * at["stay"] / at["length"])
    all_of_them = at["beds_now"] * at["occupancy_now"] * grown * shorter
    acute = base.acute * all_of_them
    planned = (1 - base.acute) * all_of_them * (1 - done * at["moved"] / 100)
    gone = done * at["ready"] / 100 * (base.ready or 0.0) * grown
    left = np.maximum(_LEFT, 1 - gone / (acute + planned))
    return acute * left, planned * left


def _result(measure: str, now: Array, then: Array, at_now: Array, at_then: Array) -> Result:
    now, then = (np.broadcast_to(one, (POINTS,)) for one in (now, then))
    change = then - now
    ends = np.quantile(np.array([now, then, change]), [0.1, 0.9], axis=1)
    middle, mean = float(at_now[0]), float(change.mean())
    return Result(
        measure, middle, float(ends[0, 0]), float(ends[1, 0]), float(at_then[0]), middle + mean,
        float(ends[0, 1]), float(ends[1, 1]), mean, float(ends[0, 2]), float(ends[1, 2]),
    )  # fmt: skip
