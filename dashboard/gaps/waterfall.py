"""From the guideline's starting point to today: what beds, patients and their mix each did."""

from dashboard.frozen import frozen
from dashboard.gaps.demand import Demand
from dashboard.language.text import Text
from dashboard.targets.guidelines import Guideline
from dashboard.targets.occupancy_targets import OFFICIAL, Shares, required_beds
from dashboard.targets.shortfall import GUIDELINE, distance


@frozen
class Step:
    """A bar of a waterfall, in beds: a total, or a change from the bar before (+ more missing)."""

    key: str
    name: Text
    beds: float
    total: bool = False


_START = Text("Utgångsläget", "Starting point")
_BEDS = Text("Öppnade eller stängda vårdplatser", "Beds opened or closed")
_NOW = Text("I dag", "Today")


def official_waterfall(
    beds_then: float, beds_now: float, guideline: Guideline = GUIDELINE
) -> tuple[Step, ...]:
    """The official gap, from the 2 360 of May 2023 to the distance today (docs/methods.md 1.6).

    Only beds move it: the need of 17 660 is fixed. `beds_then` are the estimated beds of the
    twelve months up to the guideline, which differ a little from its rounded 15 300.

    Raises:
        ValueError: the guideline has no starting point.
    """
    if guideline.baseline is None:
        raise ValueError(f"the guideline {guideline.key} has no starting point")
    return (
        Step("start", _START, float(guideline.gap), total=True),
        Step("rounding", _ROUNDING, guideline.baseline - beds_then),
        Step("beds", _BEDS, beds_then - beds_now),
        Step("now", _NOW, distance(beds_now, guideline), total=True),
    )


_ROUNDING = Text(
    "Utgångsläget är avrundat till cirka 15 300", "The starting point is rounded to about 15,300"
)


def implied_waterfall(then: Demand, now: Demand, shares: Shares = OFFICIAL) -> tuple[Step, ...]:
    """The occupancy-implied gap from `then` to `now`, taken apart (docs/methods.md 1.6).

    With N patients, s their acute share and r(s) = s/t_a + (1 - s)/t_p beds required for one:
    beds -dB, patients r(s_then) dN, mix N_then dr, and their interaction dN dr. The four sum
    exactly to the change.
    """
    before, after = _gap(then, shares), _gap(now, shares)
    more = now.patients - then.patients
    each, changed = _for_one(then, shares), _for_one(now, shares) - _for_one(then, shares)
    return (
        Step("start", _START, before, total=True),
        Step("beds", _BEDS, then.beds - now.beds),
        Step("patients", _PATIENTS, more * each),
        Step("mix", _MIX, then.patients * changed),
        Step("interaction", _INTERACTION, more * changed),
        Step("now", _NOW, after, total=True),
    )


_PATIENTS = Text("Fler eller färre patienter", "More or fewer patients")
_MIX = Text("Andelen akuta patienter", "The share of acute patients")
_INTERACTION = Text(
    "Samspel: fler patienter och ändrad andel akuta på en gång",
    "Interaction: more patients and a changed acute share at once",
)


def _gap(demand: Demand, shares: Shares) -> float:
    return required_beds(demand.acute, demand.planned, shares) - demand.beds


def _for_one(demand: Demand, shares: Shares) -> float:
    """Beds required for one patient of the mix; 0 without patients."""
    needed = required_beds(demand.acute, demand.planned, shares)
    return needed / demand.patients if demand.patients else 0.0
