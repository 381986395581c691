"""Targets of units and of a region under what the reader assumes."""

from collections.abc import Callable
from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.gaps.demand import ACUTE_SHARE, Demand, demands
from dashboard.gaps.target_status import Levels, levels_of, place_of, shares_in_force
from dashboard.reference.periods import months_of
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.statistics import census, planned_census
from dashboard.statistics.planned_census import week
from dashboard.targets.diversion import (
    NONE,
    ONE_FAR,
    ONE_NEAR,
    SEVERAL_NEAR,
    Diversion,
    diversion_of,
)
from dashboard.targets.occupancy_targets import Shares, TargetStream, target_at
from dashboard.unit_targets.model import STREAMS, SizeTarget, blended, size_target
from dashboard.view.assumptions import Assumptions, assumptions
from dashboard.view.view import View

# The classes of neighbours from 2 on; 0 leaves geography out, 1 is as the region lies
# (docs/methods.md 2.4).
DIVERTED = (NONE, ONE_FAR, ONE_NEAR, SEVERAL_NEAR)
# A share of 1 would ask for no free bed at all, which the rule has no answer to.
_FULLEST = 0.99


Sized = Callable[[int, TargetStream], float | None]


def _no_sizes(beds: int, stream: TargetStream) -> float | None:
    """No target of its own for any size."""
    return None


def target_of(
    beds: int,
    stream: TargetStream,
    anchor: float,
    shares: Shares,
    diversion: Diversion | None,
    sized: Sized,
) -> SizeTarget:
    """The target of a unit (docs/methods.md 2.2 and 2.4), or the version's own for its size."""
    own = sized(beds, stream)
    if own is not None:
        return SizeTarget(beds, stream, anchor, own, own)
    return _size_target(beds, stream, anchor=anchor, shares=shares, diversion=diversion)


@frozen
class Basis:
    """What targets are derived from: the guideline or what is tolerated, and the census.

    `shares` are the targets of the anchor's beds as ratios and `official` those of the version
    looked at, `acute_share` that of patients (0-1); `own_share` says whether it is the region's.
    `sized` are the version's targets for units of a size, by stream and size.
    """

    assumed: Assumptions
    shares: Shares
    official: Shares
    diversion: Diversion | None
    acute_share: float
    own_share: bool
    sized: Sized = _no_sizes

    @property
    def variance(self) -> float:
        """Variance / mean of the acute census."""
        return self.assumed.variance

    def planned_variance(self, load: float) -> float:
        """Variance / mean over the week of planned care at a load (docs/methods.md 2.3)."""
        return week(self.assumed.stay, self.assumed.admitted).variance(load)

    def overcrowded(self, beds: int, share: float, stream: TargetStream) -> float:
        """Overcrowded per 100 beds at an occupancy as a ratio (docs/methods.md 2.1, 2.3)."""
        if stream == "acute":
            return _overcrowding(beds, share, self.variance)
        return _planned_overcrowding(beds, share, self.assumed.stay, self.assumed.admitted)

    def target(self, beds: int, stream: TargetStream) -> SizeTarget:
        """The target of a unit (docs/methods.md 2.2 and 2.4), or the version's own for its size."""
        return target_of(beds, stream, self.assumed.anchor, self.shares, self.diversion, self.sized)

    def risk(self, beds: int, stream: TargetStream) -> float:
        """Overcrowded patients per 100 beds of a unit at its target (docs/methods.md 2.1, 2.3)."""
        return self.overcrowded(beds, self.target(beds, stream).target, stream)

    def full_days(self, beds: int, stream: TargetStream) -> float:
        """The share of days with more patients than beds at the target (docs/methods.md 2.1)."""
        at = self.target(beds, stream).target
        if stream == "acute":
            return census.overflow_risk(beds, at * beds, self.variance)
        assumed = self.assumed
        return planned_census.overflow_risk(beds, at * beds, assumed.stay, assumed.admitted)

    def blend(self, beds: int, acute_share: float | None = None) -> float:
        """The target of both streams in units of this size (docs/methods.md 1.6)."""
        share = self.acute_share if acute_share is None else acute_share
        targets = self.target(beds, "acute").target, self.target(beds, "planned").target
        return self.mixed(Shares(*targets), share)

    def mixed(self, targets: Shares, acute_share: float) -> float:
        """The target of both streams, of the target of each (docs/methods.md 1.6)."""
        parts = ((acute_share, targets.acute), (1 - acute_share, targets.planned))
        return blended(parts) or self.shares.acute


# Most readers look at the same curve.
_size_target = lru_cache(maxsize=4096)(size_target)
_overcrowding = lru_cache(maxsize=4096)(census.overcrowding)
_planned_overcrowding = lru_cache(maxsize=4096)(planned_census.overcrowding)
# What is tolerated is the same for every region.
_acute_share_at = lru_cache(maxsize=256)(census.occupancy_of)
_planned_share_at = lru_cache(maxsize=256)(planned_census.occupancy_of)


def basis(dataset: Dataset, view: View, region: str | None = None) -> Basis:
    """The basis of a view's assumptions, with the mix of patients of its region, or of another.

    Raises:
        ValueError: assumptions that cannot be read.
    """
    return bases(dataset, view)(region or view.region)


def bases(dataset: Dataset, view: View) -> Callable[[str], Basis]:
    """The basis of each region, by its code, under the assumptions of one view.

    Calling it raises ValueError for assumptions that cannot be read.
    """
    levels = levels_of(dataset, view)
    return lambda region: _basis(dataset, view.period, levels, region, view.assumptions)


@lru_cache(maxsize=256)
def _basis(dataset: Dataset, period: str, levels: Levels, region: str, words: str) -> Basis:
    assumed, own = assumptions(words), demands(dataset, period).get(region)
    month, place = months_of(period)[-1], place_of(region)
    official = shares_in_force(month, levels, place)
    return Basis(
        assumed=assumed,
        shares=_shares(assumed, official),
        official=official,
        diversion=_diversion(dataset, period, region, assumed),
        acute_share=_acute_share(assumed, own),
        own_share=assumed.acute is None and own is not None and not own.flat_rate,
        sized=_sized(month, levels, place) if assumed.risk is None else _no_sizes,
    )


def _sized(month: str, levels: Levels, place: str) -> Sized:
    """The version's targets for units of a size, where it has any for this region."""
    if not any(one.unit_size_class for one in levels):
        return _no_sizes
    plain = {one: target_at(month, one, levels, region=place) for one in STREAMS}

    def sized(beds: int, stream: TargetStream) -> float | None:
        own = target_at(month, stream, levels, region=place, beds=beds)
        return None if own == plain[stream] else own

    return sized


def _acute_share(assumed: Assumptions, own: Demand | None) -> float:
    if assumed.acute is not None:
        return assumed.acute / 100
    share = own.acute_share if own else None
    return ACUTE_SHARE if share is None else share


def _shares(assumed: Assumptions, official: Shares) -> Shares:
    """The guideline, or the occupancy at which the anchor is as overcrowded as tolerated."""
    if assumed.risk is None:
        return official

    risk, beds = assumed.risk, int(assumed.anchor)
    acute = _acute_share_at(risk, beds, assumed.variance)
    planned = _planned_share_at(risk, beds, assumed.stay, assumed.admitted)
    return Shares(min(_FULLEST, acute), min(_FULLEST, planned))


def _diversion(
    dataset: Dataset, period: str, region: str, assumed: Assumptions
) -> Diversion | None:
    """How much can be sent elsewhere; the country as a whole lies at its own average."""
    if not assumed.neighbours:
        return None
    found = demands(dataset, period)
    beds = {code: found[code].beds for code in CODES if code in found}
    if not beds:
        return None
    own = diversion_of(CODES[0] if region == SWEDEN else region, beds)
    if assumed.neighbours > 1:
        return Diversion(DIVERTED[int(assumed.neighbours) - 2], own.reference)
    return Diversion(own.reference, own.reference) if region == SWEDEN else own
