"""The occupancy and mix of patients the official 2 360 would correspond to, and what that shows."""

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.targets.guidelines import Guideline
from dashboard.targets.occupancy_targets import OFFICIAL, Shares
from dashboard.targets.shortfall import GUIDELINE

# The occupancies that docs/methods.md 1.6 states the gap for.
OCCUPANCIES = (0.90, 0.92, 0.95, 0.98, 1.00, 1.02)
ACUTE_SHARE = 0.82

MEANING = Text(
    "Det visar vad talen skulle förutsätta tillsammans. Det är inte Socialstyrelsens metod, och "
    "det säger inte att behovet är större eller mindre än 2 360.",
    "It shows what the figures would presuppose together. It is not the method of the National "
    "Board of Health and Welfare, and does not say that the need is more or less than 2,360.",
)


@frozen
class Reconciliation:
    """The official gap beside what the occupancy formula gives (docs/methods.md 1.6).

    `share_at_full` is the acute share at which 100 per cent occupancy gives the official gap,
    `full_if_acute` the occupancy at which it does when every patient is acute, and `points` the
    gap in beds by occupancy at an acute share of `acute_share`. `measured` is the occupancy of
    the data at the guideline's starting point, and `measured_gap` the gap there.
    """

    official: int
    share_at_full: float
    full_if_acute: float
    acute_share: float
    points: tuple[tuple[float, float], ...]
    measured: float | None
    measured_gap: float | None


def required_ratio(acute_share: float, shares: Shares = OFFICIAL) -> float:
    """Beds required for one patient: s/t_a + (1 - s)/t_p."""
    return acute_share / shares.acute + (1 - acute_share) / shares.planned


def gap_at(
    occupancy: float,
    acute_share: float = ACUTE_SHARE,
    *,
    beds: float | None = None,
    shares: Shares = OFFICIAL,
) -> float:
    """Beds missing at an occupancy (a ratio) and acute share, of `beds` or the 15 300.

    Raises:
        ValueError: an occupancy not above 0, or a share outside 0-1.
    """
    if not (occupancy > 0 and 0 <= acute_share <= 1):
        raise ValueError("the occupancy must be above 0 and the acute share from 0 to 1")
    baseline = _ends(GUIDELINE)[0] if beds is None else beds
    return occupancy * baseline * required_ratio(acute_share, shares) - baseline


def share_at(occupancy: float, guideline: Guideline = GUIDELINE) -> float:
    """The acute share at which an occupancy gives the official gap; above 1 is impossible.

    s = (17 660 / (o x 15 300) - 1/t_p) / (1/t_a - 1/t_p) (docs/methods.md 1.6).
    """
    baseline, need = _ends(guideline)
    planned = 1 / OFFICIAL.planned
    return (need / (occupancy * baseline) - planned) / (1 / OFFICIAL.acute - planned)


def reconciliation(
    measured: float | None = None, guideline: Guideline = GUIDELINE
) -> Reconciliation:
    """The reconciliation of a guideline that has a starting point (docs/methods.md 1.6)."""
    baseline, need = _ends(guideline)
    return Reconciliation(
        official=guideline.gap,
        share_at_full=share_at(1.0, guideline),
        full_if_acute=need / baseline * OFFICIAL.acute,
        acute_share=ACUTE_SHARE,
        points=tuple((occupancy, gap_at(occupancy, beds=baseline)) for occupancy in OCCUPANCIES),
        measured=measured,
        measured_gap=None if measured is None else gap_at(measured, beds=baseline),
    )


def _ends(guideline: Guideline) -> tuple[int, int]:
    if guideline.baseline is None or guideline.need_total is None:
        raise ValueError(f"the guideline {guideline.key} has no starting point")
    return guideline.baseline, guideline.need_total
