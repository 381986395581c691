"""The target of each ward of a list, and of the list together."""

from collections.abc import Sequence

from dashboard.frozen import frozen
from dashboard.unit_targets.basis import Basis
from dashboard.unit_targets.model import STREAMS, anchor_of, blended, icu_target
from dashboard.unit_targets.ward_list import Ward, WardStream


@frozen
class WardTarget:
    """A ward with its target as a ratio, as computed and as kept in its limits.

    `over_per_100` is the overcrowding at the target; None for intensive care, whose target
    follows the risk of turning a patient away.
    """

    ward: Ward
    target: float
    unclipped: float
    over_per_100: float | None


@frozen
class ListTarget:
    """The targets of a list: each ward's, each stream's blend, and that of acute and planned.

    The blends are None where no ward has the stream. `anchor` is the size at which the acute
    guideline would have to hold for the acute wards to lie at it together.
    """

    wards: tuple[WardTarget, ...]
    acute: float | None
    planned: float | None
    icu: float | None
    mixed: float | None
    anchor: float | None


def list_target(wards: Sequence[Ward], basis: Basis) -> ListTarget:
    """The targets of wards that lie at them (docs/methods.md 2.2, 2.4; blend 1.6).

    Patients by ward are not known: at its target a ward has beds x target, so that the harmonic
    mean weighted by patients is the beds' own mean. Intensive care stands outside the mix.

    Raises:
        ValueError: a ward with fewer than 1 bed.
    """
    each = tuple(_target(ward, basis) for ward in wards)
    acute = [one.ward.beds for one in each if one.ward.stream == "acute"]
    return ListTarget(
        wards=each,
        acute=_blend(each, ("acute",)),
        planned=_blend(each, ("planned",)),
        icu=_blend(each, ("icu",)),
        mixed=_blend(each, STREAMS),
        anchor=anchor_of(acute, "acute", basis.shares) if acute else None,
    )


def _target(ward: Ward, basis: Basis) -> WardTarget:
    if ward.stream == "icu":
        share = icu_target(ward.beds)
        return WardTarget(ward, share, share, None)
    one = basis.target(ward.beds, ward.stream)
    return WardTarget(ward, one.target, one.unclipped, basis.risk(ward.beds, ward.stream))


def _blend(each: Sequence[WardTarget], streams: Sequence[WardStream]) -> float | None:
    return blended(
        (one.ward.beds * one.target, one.target) for one in each if one.ward.stream in streams
    )
