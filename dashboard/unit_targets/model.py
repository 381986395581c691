"""Targets for occupancy that follow the size of the unit, from the national guideline."""

from collections.abc import Iterable, Sequence
from math import sqrt

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.statistics.census import MOST_BEDS, checked_beds, solved
from dashboard.statistics.queueing import max_occupancy
from dashboard.targets.diversion import Diversion, diverted_kappa
from dashboard.targets.occupancy_targets import OFFICIAL, Shares, TargetStream

STREAMS: tuple[TargetStream, ...] = ("acute", "planned")

STAMP = Text(
    "Underlag för dialog – inte Socialstyrelsens målnivå",
    "For discussion – not a target set by the National Board of Health and Welfare",
)
# The ward at which a target equals the guideline; an assumption (docs/methods.md 2.2).
ANCHOR = 24
# No target is set outside these (docs/methods.md 2.2).
LIMITS: dict[TargetStream, tuple[float, float]] = {"acute": (0.70, 0.92), "planned": (0.85, 0.98)}
# Geography moves a target at most this far from that of the size (docs/methods.md 2.4).
MOST_MOVED = 0.05
# Intensive care follows the risk of turning a patient away, 1 to 5 per cent (docs/methods.md 2.2).
ICU_RISK, LOWEST_ICU_RISK, HIGHEST_ICU_RISK = 0.02, 0.01, 0.05


@frozen
class SizeTarget:
    """A target for average occupancy as a ratio: `unclipped` as computed, `target` in its limits.

    `beds` are those that patients of the unit really share.
    """

    beds: int
    stream: TargetStream
    anchor: float
    target: float
    unclipped: float

    @property
    def clipped(self) -> bool:
        return self.target != self.unclipped


def kappa(share: float, anchor: float) -> float:
    """(1 - share) sqrt(anchor / share): free beds, in standard deviations (docs/methods.md 2.2).

    Raises:
        ValueError: the share is not in (0, 1), or the anchor below 1.
    """
    if not 0 < share < 1:
        raise ValueError(f"the guideline must be between 0 and 1, as 0.85, not {share:g}")
    return (1 - share) * sqrt(checked_beds(anchor) / share)


def size_target(
    beds: int,
    stream: TargetStream,
    *,
    anchor: float = ANCHOR,
    shares: Shares = OFFICIAL,
    diversion: Diversion | None = None,
) -> SizeTarget:
    """The target of a unit by the square-root rule, x^2 / n (docs/methods.md 2.2).

    At `anchor` beds it is the guideline; larger units may be fuller, smaller ones less full.
    With a `diversion` it follows how easily patients reach a neighbour (docs/methods.md 2.4),
    at most 5 percentage points from the target of the size.

    Raises:
        ValueError: beds or anchor below 1, or a stream that has no target.
    """
    if stream not in LIMITS:
        raise ValueError(f"the stream must be acute or planned, not {stream}")
    checked_beds(beds)
    constant = kappa(getattr(shares, stream), anchor)
    by_size = _share(beds, constant)
    wished, kept = by_size, by_size
    if diversion is not None:
        wished = _share(beds, diverted_kappa(constant, diversion))
        kept = min(max(wished, by_size - MOST_MOVED), by_size + MOST_MOVED)
    low, high = LIMITS[stream]
    return SizeTarget(beds, stream, anchor, min(max(kept, low), high), wished)


def _share(beds: float, constant: float) -> float:
    """The occupancy x^2/n of n beds with x = (-k + sqrt(k^2 + 4n)) / 2."""
    return ((sqrt(constant**2 + 4 * beds) - constant) / 2) ** 2 / beds


def anchor_of(beds: Sequence[int], stream: TargetStream, shares: Shares = OFFICIAL) -> float:
    """The anchor at which these units together have the guideline (docs/methods.md 2.2).

    Solves sum(beds x target) / sum(beds) = guideline, before any target is kept in its limits.

    Raises:
        ValueError: there are no units, or one has fewer than 1 bed.
    """
    if not beds:
        raise ValueError("there are no units to anchor the guideline to")
    share: float = getattr(shares, stream)
    whole = sum(checked_beds(one) for one in beds)

    def short(anchor: float) -> float:
        constant = (1 - share) * sqrt(anchor / share)
        return share - sum(one * _share(one, constant) for one in beds) / whole

    return solved(short, 0.0, float(MOST_BEDS))


def icu_target(beds: int, risk: float = ICU_RISK) -> float:
    """The occupancy of intensive care at which `risk` of the patients are turned away.

    Erlang B; the square-root rule is never used for it (docs/methods.md 2.2).

    Raises:
        ValueError: beds below 1, or a risk outside 1 to 5 per cent.
    """
    if not LOWEST_ICU_RISK <= risk <= HIGHEST_ICU_RISK:
        raise ValueError(f"the risk in intensive care must be from 0.01 to 0.05, not {risk:g}")
    return max_occupancy(beds, risk, "erlang_b").occupancy


def blended(parts: Iterable[tuple[float, float]]) -> float | None:
    """The target of units together, from (patients, target) of each: sum N / sum(N / target).

    The harmonic mean weighted by patient-days (docs/methods.md 1.6); None without patients.
    """
    each = tuple(parts)
    patients = sum(number for number, _ in each)
    return patients / sum(number / target for number, target in each) if patients > 0 else None
