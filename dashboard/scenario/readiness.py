"""A region's preparedness by what a scenario tells of it, rung by rung."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from dashboard.frozen import frozen
from dashboard.releases.dataset import Dataset
from dashboard.scenario.baseline import Baseline, baseline
from dashboard.scenario.preparedness import Ladder, ladder
from dashboard.scenario.staffing import staffing
from dashboard.statistics.quasi_points import exactly
from dashboard.values import values
from dashboard.view.scenario_choice import Scenario, scenario_choice
from dashboard.view.view import View

Kind = Literal[
    "published", "reported", "estimated", "example", "missing", "own", "region", "computed",
    "unknown", "rule",
]  # fmt: skip
# Where nobody told how many nurses there are, they set no limit.
_ENOUGH = 1e9


@frozen
class Rung:
    """A number of beds and what kind of figure it is; None where it is not known."""

    key: str
    beds: float | None
    kind: Kind


def told_by(dataset: Dataset, view: View) -> Scenario:
    """What the reader tells, and where they tell nothing, what the region has loaded."""
    asked = scenario_choice(view.scenario)
    loaded = dataset.preparedness.get(view.region, {})
    own = [(key, exactly(value)) for key, value in loaded.items() if asked.of(key) is None]
    return replace(asked, set_to=(*asked.set_to, *own))


def readiness(base: Baseline, scenario: Scenario) -> Ladder:
    """The ladder of a region; without nurses told, what the premises allow."""
    number = scenario.number
    return ladder(
        base.beds.value, closed=number("closed"), convertible=number("convert"),
        nurses=number("employed", _ENOUGH), fte_per_bed=fte_per_bed(scenario),
        crisis_ratio=number("crisis"), freed=(base.ready or 0.0) + postponed(base, scenario),
    )  # fmt: skip


def fte_per_bed(scenario: Scenario) -> float:
    """Registered nurses behind a bed in peace, full-time equivalents (docs/methods.md 7.2)."""
    nurse, hours = scenario.number("nurse"), scenario.number("hours")
    return staffing(1.0, [nurse], hours_per_year=hours).fte_per_bed


def postponed(base: Baseline, scenario: Scenario) -> float:
    """Planned patients on an average day whom the scenario moves."""
    planned = (1 - base.acute) * base.beds.value * base.occupancy.value
    return planned * scenario.number("moved") / 100


def is_told(scenario: Scenario) -> bool:
    """Whether anything but today's beds is known."""
    return any(scenario.of(key) for key in ("closed", "convert", "employed"))


def rungs(dataset: Dataset, view: View) -> Iterator[Rung]:
    """From twice the beds down to what can be opened; none where the period has no figures."""
    base, scenario = baseline(dataset, view), told_by(dataset, view)
    if base is None:
        return
    asked = scenario_choice(view.scenario)
    found, status = readiness(base, scenario), values.status(dataset, view, view.region)
    yield Rung("need", found.need, "rule")
    yield Rung("available", base.beds.value, status)
    yield Rung("free", max(0.0, base.beds.value * (1 - base.occupancy.value)), status)
    for key in ("closed", "convert"):
        one = scenario.of(key)
        by_whom: Kind = "own" if asked.of(key) else "region"
        yield Rung(key, one.value, by_whom) if one else Rung(key, None, "unknown")
    yield Rung("premises", found.physical, "computed")
    if scenario.of("employed"):
        yield Rung("staffable", found.staffable, "computed")
    else:
        yield Rung("staffable", None, "unknown")
    if is_told(scenario):
        yield Rung("capacity", found.capacity, "computed")
        yield Rung("gap", found.gap, "computed")
