"""The targets of every region: the guideline's for its mix, and those of the reader's units."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.gaps.demand import Demand, demands
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.targets.occupancy_targets import Shares, mixed_target, required_beds
from dashboard.unit_targets.basis import Basis, bases
from dashboard.view.usual import assuming
from dashboard.view.view import View

# What is assumed of units that these targets follow.
FOLLOWED = ("size", "anchor", "risk", "acute", "neighbours")


@frozen
class RegionTarget:
    """A region's targets as ratios, and the beds missing to each over twelve months.

    `official` is the guideline for the region's mix, `acute`, `planned` and `mixed` are those
    derived; `missing_official` and `missing` the beds that they ask for beyond those there are.
    """

    region: str
    acute_share: float
    occupancy: float
    official: float
    acute: float
    planned: float
    mixed: float
    missing_official: float
    missing: float


def region_targets(dataset: Dataset, view: View) -> Mapping[str, RegionTarget]:
    """The targets of Sweden (`"00"`) and each region that has figures, by region.

    The mix is each region's own unless the reader assumes another (docs/methods.md 1.6, 2.2, 2.4).
    """
    return _region_targets(dataset, replace(assuming(view, FOLLOWED), region=SWEDEN))


@lru_cache(maxsize=128)
def _region_targets(dataset: Dataset, view: View) -> Mapping[str, RegionTarget]:
    found = bases(dataset, view)
    return {
        code: _target(found(code), one)
        for code, one in demands(dataset, view.period).items()
        if one.patients > 0 and one.beds > 0
    }


def _target(found: Basis, demand: Demand) -> RegionTarget:
    size, share = int(found.assumed.size), found.acute_share
    own = Shares(found.target(size, "acute").target, found.target(size, "planned").target)
    patients = (share * demand.patients, (1 - share) * demand.patients)
    return RegionTarget(
        region=demand.region,
        acute_share=share,
        occupancy=demand.patients / demand.beds,
        official=mixed_target(*patients, found.official) or found.official.acute,
        acute=own.acute,
        planned=own.planned,
        mixed=found.mixed(own, share),
        missing_official=required_beds(*patients, found.official) - demand.beds,
        missing=required_beds(*patients, own) - demand.beds,
    )
