"""The beds that the occupancy targets ask for beside those there are: never the official gap."""

from collections.abc import Iterable, Mapping

from dashboard.frozen import frozen
from dashboard.gaps.demand import Demand
from dashboard.indicators.gap_names import GAPS, NEVER_ADDED
from dashboard.reference.regions import SWEDEN
from dashboard.targets.occupancy_targets import OFFICIAL, Shares, required_beds
from dashboard.targets.shortfall import net_and_gross

NAME = GAPS["occupancy_gap"].name
OFFICIAL_NAME = GAPS["distance"].name
NEVER_MIXED = NEVER_ADDED


@frozen
class ImpliedGap:
    """Beds missing (+) or to spare (-) in a region at the occupancy targets (docs/methods.md 1.6).

    `acute` and `planned` are None where no split of beds is delivered; `flat_rate` says that
    the split of patients is a flat rate. `required` and `beds` are of both streams.
    """

    region: str
    required: float
    beds: float
    acute: float | None
    planned: float | None
    flat_rate: bool

    @property
    def net(self) -> float:
        """The gap when beds can be used by either stream: G = R - B."""
        return self.required - self.beds

    @property
    def locked(self) -> float:
        """The shortage when beds are kept to their stream: the sum of shortages alone.

        The net shortage where no split of beds is delivered.
        """
        streams = (self.acute, self.planned)
        known = [stream for stream in streams if stream is not None]
        return sum(max(0.0, gap) for gap in known) if len(known) == 2 else max(0.0, self.net)


@frozen
class CountryGap:
    """The regions' gaps together: net of surpluses, shortages alone, and with beds locked."""

    net: float
    gross: float
    locked: float


def implied_gap(demand: Demand, shares: Shares = OFFICIAL) -> ImpliedGap:
    """The gap of a region, or of Sweden, at targets given as ratios (docs/methods.md 1.6)."""
    return ImpliedGap(
        region=demand.region,
        required=required_beds(demand.acute, demand.planned, shares),
        beds=demand.beds,
        acute=_missing(demand.acute / shares.acute, demand.beds_acute),
        planned=_missing(demand.planned / shares.planned, demand.beds_planned),
        flat_rate=demand.flat_rate,
    )


def _missing(required: float, beds: float | None) -> float | None:
    return None if beds is None else required - beds


def implied_gaps(
    demands: Mapping[str, Demand], shares: Mapping[str, Shares] | None = None
) -> tuple[ImpliedGap, ...]:
    """The gap of every region in `demands` but Sweden; `shares` are targets of their own."""
    by_stream = shares or {}
    return tuple(
        implied_gap(one, by_stream.get(code, OFFICIAL))
        for code, one in demands.items()
        if code != SWEDEN
    )


def country_gap(gaps: Iterable[ImpliedGap]) -> CountryGap:
    """Net, gross and locked over regions: a surplus in one treats no patients in another."""
    each = tuple(gaps)
    net, gross = net_and_gross(gap.net for gap in each)
    return CountryGap(net, gross, sum(gap.locked for gap in each))
