"""How demand grows in the years ahead: as SCB projects it by age, or as an assumption."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.reference.tables import BED_DAYS_BY_AGE, PROJECTIONS, Reference, Row
from dashboard.statistics.quasi_points import Spread

# People or bed-days by year and first age of a group.
ByAge = Mapping[int, Mapping[int, float]]
MOST_YEARS = 10


@frozen
class Projected:
    """Demand's growth in per cent a year by years ahead, and what it rests on.

    `fetched` is the day SCB's projection was fetched, `weights` where the bed-days are published.
    """

    a_year: tuple[float, ...]
    fetched: str
    weights: str
    weights_year: int


@lru_cache(maxsize=256)
def projected(reference: Reference, region: str, year: int) -> Projected | None:
    """Growth from the end of `year`: bed-days of each age follow its people (docs/methods.md 7.6).

    None where the release has no projection, no bed-days by age of the region or of Sweden, or no
    people in `year` and some year after it; growth is an assumption then.
    """
    rows, days = reference.rows(PROJECTIONS), _bed_days(reference.rows(BED_DAYS_BY_AGE))
    if not rows or not days.keys() & {region, SWEDEN}:
        return None
    own = region if region in days else SWEDEN
    found, weights = days[own]
    starts = sorted(weights)
    people = _grouped(_people(rows, region), starts)
    whole = _grouped(_people(rows, own), starts)
    known = [ahead for ahead in range(1, MOST_YEARS + 1) if year + ahead in people]
    if year not in people or not known:
        return None
    # The bed-days' own year, or that of the projection which is nearest.
    then = whole[min(whole, key=lambda one: abs(one - found))]

    def demand(when: int) -> float:
        return sum(weights[age] * people[when][age] / then[age] for age in starts if then[age])

    now = demand(year)
    rates = [100 * ((demand(year + ahead) / now) ** (1 / ahead) - 1) for ahead in known]
    source = reference.rows(BED_DAYS_BY_AGE)[0]
    return Projected(tuple(rates), rows[0]["fetched"][:10], source["source"], found)


def around(rate: float, recent: Spread) -> Spread:
    """A projected rate with an interval as wide as that of recent years, which is an assumption."""
    return Spread(rate, rate - (recent.value - recent.low), rate + (recent.high - recent.value))


def _bed_days(rows: tuple[Row, ...]) -> dict[str, tuple[int, dict[int, float]]]:
    found: dict[str, tuple[int, dict[int, float]]] = {}
    for row in rows:
        _, each = found.setdefault(row["region_code"], (int(row["year"]), {}))
        each[int(row["age"])] = float(row["bed_days"])
    return found


def _people(rows: tuple[Row, ...], region: str) -> ByAge:
    codes = set(CODES) if region == SWEDEN else {region}
    found: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for row in rows:
        if row["region_code"] in codes:
            found[int(row["year"])][int(row["age"])] += float(row["people"])
    return found


def _grouped(people: ByAge, starts: list[int]) -> ByAge:
    """People in the groups that begin at `starts`, of which the last is open."""
    found: dict[int, dict[int, float]] = {}
    for year, each in people.items():
        found[year] = dict.fromkeys(starts, 0.0)
        for age, count in each.items():
            found[year][max(one for one in starts if one <= age)] += count
    return found
