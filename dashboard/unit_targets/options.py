"""What would reach the target: beds, shorter stays, fewer waiting to leave, planned care moved."""

from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.gaps.demand import Demand, demands
from dashboard.gaps.discharge_ready import ready_patients
from dashboard.releases.dataset import Dataset
from dashboard.statistics import census
from dashboard.unit_targets.basis import basis
from dashboard.unit_targets.by_region import region_targets
from dashboard.view.view import View

# How much of each could be asked for at most; assumptions.
MOST_READY, MOST_MOVED = 0.5, 0.1

BEDS_ONLY, NO_BEDS, OF_EACH = "beds_only", "no_beds", "some_of_each"


@frozen
class Option:
    """A way to the target: beds added, days off the stay, patients who leave or are moved.

    `occupancy` (a ratio) and `over_per_100` are those afterwards.
    """

    key: str
    beds: float
    days: float
    ready: float
    moved: float
    occupancy: float
    over_per_100: float


@frozen
class Effect:
    """What one change does: occupancy (a ratio) and overcrowding afterwards, beds it stands for."""

    occupancy: float
    over_per_100: float
    beds: float


@frozen
class Need:
    """A region against its target: `missing` beds (negative beyond it), options, single changes.

    `ready` are patients ready for discharge, None where none are published; `pool` is the ward
    size at which occupancy and overcrowding agree. Without a shortage there are no options.
    """

    region: str
    target: float
    occupancy: float
    over_per_100: float
    missing: float
    pool: int
    ready: float | None
    options: tuple[Option, ...]
    more_beds: Effect
    shorter_stay: Effect


def need_of(dataset: Dataset, view: View) -> Need | None:
    """The need of the view's region at its derived target; None without twelve months.

    Beds asked for are R = N / target (docs/methods.md 1.6). Afterwards overcrowding follows from
    the ward model calibrated to today's (docs/methods.md 7.1), with no latent demand.
    """
    one = demands(dataset, view.period).get(view.region)
    found = region_targets(dataset, view).get(view.region)
    if one is None or found is None:
        return None
    assumed = basis(dataset, view).assumed
    over, occupancy = 100 * one.over / one.beds, one.patients / one.beds
    pool = _pool(occupancy, over)
    ready = ready_patients(dataset, view, one)

    def after(patients: float, beds: float) -> tuple[float, float]:
        return patients / beds, census.overcrowding(pool, patients / beds)

    def effect(patients: float, beds: float) -> Effect:
        asked = (one.patients - patients) / found.mixed + beds - one.beds
        return Effect(*after(patients, beds), asked)

    left = one.patients * (1 - min(assumed.days / assumed.stay, 0.9))
    options = tuple(
        Option(key, beds, days, gone, moved, *after(
            one.patients * (1 - days / assumed.stay) - gone - moved, one.beds + beds))
        for key, beds, days, gone, moved in _ways(one, found.mixed, found.missing, ready or 0.0,
                                                   assumed.stay)
    )  # fmt: skip
    return Need(
        region=view.region, target=found.mixed, occupancy=occupancy, over_per_100=over,
        missing=found.missing, pool=pool, ready=ready,
        options=options if found.missing > 0 else (),
        more_beds=effect(one.patients, one.beds + assumed.beds),
        shorter_stay=effect(left, one.beds),
    )  # fmt: skip


_Way = tuple[str, float, float, float, float]


def _ways(
    demand: Demand, target: float, missing: float, ready: float, stay: float
) -> tuple[_Way, _Way, _Way]:
    """Key, beds, days, patients who leave and patients moved: no way is better in all.

    Patients fewer are taken to be so in both streams alike, so that the target stays.
    """
    fewer = missing * target
    gone = min(MOST_READY * ready, fewer)
    half = fewer / 2
    some = min(MOST_READY * ready, half / 3)
    moved = min(MOST_MOVED * demand.planned, half / 3)

    def days(patients: float) -> float:
        return stay * patients / demand.patients

    return (
        (BEDS_ONLY, missing, 0.0, 0.0, 0.0),
        (NO_BEDS, 0.0, days(fewer - gone), gone, 0.0),
        (OF_EACH, missing / 2, days(half - some - moved), some, moved),
    )


@lru_cache(maxsize=512)
def _pool(occupancy: float, over: float) -> int:
    return census.pool_of(occupancy, over)
