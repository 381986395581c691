"""The estimated distance of the regions held against the few published facts of May 2023."""

from typing import Any, Final

from dashboard.frozen import frozen
from dashboard.ingest.estimates import kinds
from dashboard.ingest.estimates.months import EstimatedMonths
from dashboard.ingest.panel import DAYS, MONTHS
from dashboard.reference.regions import CODES
from dashboard.targets.shortfall import regional_distances

MONTH: Final = "2023-05"
# Published 31 May 2023: the one region with enough, the one that lacked most in proportion, and
# the one said to lack more than this many beds.
ENOUGH, MOST, MOST_SHARE, MANY, MANY_BEDS = "08", "05", 30.0, "12", 400.0


@frozen
class RegionalFact:
    """A region's beds, the beds it lacks (both beds) and what they are of those it has (%)."""

    region: str
    beds: float
    distance: float

    @property
    def share(self) -> float:
        """Beds missing per 100 beds that there are."""
        return 100 * self.distance / self.beds


def regional_facts(months: EstimatedMonths) -> tuple[RegionalFact, ...]:
    """Every region's distance over the twelve months to May 2023, need spread by population."""
    column = MONTHS.index(MONTH)
    beds = kinds.of_ratio(months.somatic.bed_days, DAYS)[1:, 1, column]
    found = regional_distances(dict(zip(CODES, beds.tolist(), strict=True)))
    return tuple(
        RegionalFact(one.region, float(level), one.distance)
        for one, level in zip(found, beds, strict=True)
    )


def compared(facts: tuple[RegionalFact, ...]) -> list[dict[str, Any]]:
    """The published facts beside the estimate, and whether it agrees: ready for JSON."""
    by_region = {one.region: one for one in facts}
    enough = sorted(one.region for one in facts if one.distance <= 0)
    worst = max(facts, key=lambda one: one.share).region
    return [
        {"fact": "enough", "published": [ENOUGH], "estimate": enough, "agrees": enough == [ENOUGH]},
        {"fact": "most_short", "published": MOST, "estimate": worst, "agrees": worst == MOST},
        _figure("share_short", MOST, MOST_SHARE, by_region[MOST].share),
        _figure("beds_short", MANY, MANY_BEDS, by_region[MANY].distance),
    ]


def _figure(fact: str, region: str, published: float, estimate: float) -> dict[str, Any]:
    found = {"fact": fact, "region": region, "published": published}
    return {**found, "estimate": round(estimate, 1), "agrees": estimate >= published}
