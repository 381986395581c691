"""Published figures of the same thing that disagree, side by side with their sources."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import combinations

from dashboard.frozen import frozen
from dashboard.indicators.registry import INDICATORS, Care, Indicator
from dashboard.language.text import Text
from dashboard.reference.tables import Reference

# Periods that overlap by less are of different things.
LEAST_OVERLAP = 0.7
# Periods that are not the same may differ by themselves; only more than this is told.
LEAST_APART = 0.15

_MISSING_BEDS = Text("Avstånd till riktvärdet", "Distance to the guideline")


@frozen
class Figure:
    """A figure as it stands in a source; the days are `YYYY-MM-DD`, both included."""

    value: float
    first_day: str
    last_day: str
    source: str
    note: str


@frozen
class Disagreement:
    """Two figures of one measure, region and care that cannot both be right.

    `same_period` says whether they are of the same days; `indicator` is None for what is no
    indicator of its own.
    """

    name: Text
    indicator: Indicator | None
    care: Care
    region: str
    figure: Figure
    other: Figure
    same_period: bool

    @property
    def apart(self) -> float:
        """The second figure less the first, in their unit."""
        return self.other.value - self.figure.value


@lru_cache(maxsize=8)
def disagreements(reference: Reference) -> tuple[Disagreement, ...]:
    """All of them, the latest first; rounding to the fewer decimals of the two is no difference.

    Figures of the same days differ as soon as they are not the same number; of days that overlap
    by seven tenths or more, when they are more than 15 per cent apart.
    """
    found = [pair for group in _groups(reference).items() for pair in _pairs(*group)]
    return tuple(sorted(found, key=lambda one: (one.figure.last_day, one.region), reverse=True))


def _groups(reference: Reference) -> Mapping[tuple[str, str, str], list[Mapping[str, str]]]:
    """The rows of regions and the country by series, region and care."""
    found: dict[tuple[str, str, str], list[Mapping[str, str]]] = defaultdict(list)
    for row in reference.published:
        if not row["hospital"] and row["indicator"] in _NAMES:
            found[row["indicator"], row["region_code"], row["care_area"]].append(row)
    return found


_NAMES: Mapping[str, tuple[Text, Indicator | None]] = {
    "guideline_gap": (_MISSING_BEDS, None),
    **{
        series.series: (indicator.name, indicator)
        for indicator in reversed(INDICATORS)
        for series in indicator.published
    },
}


def _pairs(key: tuple[str, str, str], rows: list[Mapping[str, str]]) -> Iterator[Disagreement]:
    name, indicator = _NAMES[key[0]]
    days = [_days(row) for row in rows]
    for (one, a), (other, b) in combinations(zip(rows, days, strict=True), 2):
        if one["source_id"] == other["source_id"]:
            continue
        overlap = _overlap(a, b)
        if _differ(one, other, overlap):
            care: Care = "psychiatric" if key[2] == "psychiatric" else "somatic"
            yield Disagreement(
                name, indicator, "all" if key[2] == "all" else care, key[1], _figure(one),
                _figure(other), same_period=overlap == 1,
            )  # fmt: skip


def _overlap(days: tuple[int, int], other: tuple[int, int]) -> float:
    """The share of the longer period that both have."""
    (first, end), (start, last) = days, other
    return max(0, min(end, last) - max(first, start)) / max(end - first, last - start)


def _days(row: Mapping[str, str]) -> tuple[int, int]:
    first, last = (date.fromisoformat(row[name]) for name in ("period_start", "period_end"))
    return first.toordinal(), last.toordinal() + 1


def _differ(row: Mapping[str, str], other: Mapping[str, str], overlap: float) -> bool:
    if overlap < LEAST_OVERLAP:
        return False
    a, b = float(row["value"]), float(other["value"])
    rounding = 0.5 * 10.0 ** -min(_decimals(row["value"]), _decimals(other["value"]))
    if abs(a - b) <= rounding + 1e-9:
        return False
    return overlap == 1 or abs(a - b) > LEAST_APART * max(a, b)


def _decimals(cell: str) -> int:
    return len(cell.partition(".")[2])


def _figure(row: Mapping[str, str]) -> Figure:
    return Figure(
        float(row["value"]), row["period_start"], row["period_end"], row["source_id"], row["note"]
    )
