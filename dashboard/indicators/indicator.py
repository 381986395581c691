"""What an indicator must declare, and what follows from the declaration alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal, get_args

from dashboard.frozen import frozen
from dashboard.indicators.units import Unit
from dashboard.language.text import Text

Care = Literal["somatic", "psychiatric", "all"]
Stream = Literal["all", "acute", "planned"]
# Of months: estimated from what is published, reported by the regions, or an example to try.
Data = Literal["published", "estimated", "reported", "example"]
Measure = Literal[
    "bed_days", "patient_days", "over_days", "out_days", "calendar_days", "population_days"
]

CARE_NAMES: Mapping[Care, Text] = {
    "somatic": Text("somatisk vård", "somatic care"),
    "psychiatric": Text("psykiatrisk vård", "psychiatric care"),
    "all": Text("all vård", "all care"),
}
STREAM_NAMES: Mapping[Stream, Text] = {
    "all": Text("akut och planerad vård", "acute and planned care"),
    "acute": Text("akut vård", "acute care"),
    "planned": Text("planerad vård", "planned care"),
}

# Of psychiatric care only overcrowding and beds are estimated (docs/methods.md 9.5).
_PSYCHIATRIC_MEASURES = frozenset({"bed_days", "over_days", "calendar_days", "population_days"})


class Good(Enum):
    """Which way is good. A neutral indicator is neither coloured nor ranked."""

    LOWER = -1
    NEUTRAL = 0
    HIGHER = 1


@frozen
class Ratio:
    """`factor` x sum of numerators / sum of denominators: sums first, division last.

    A measure written with a minus sign is subtracted (`"-over_days"`). Two denominators belong
    to the period and the region, not to the cell: `calendar_days` are the days of the period,
    counted once however many regions are summed, and `population_days` (population x days) are
    counted once however many care areas are summed (docs/methods.md 1.2).
    """

    numerator: tuple[str, ...]
    denominator: Measure
    factor: float = 1.0

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures it needs, without signs."""
        return (*(name.removeprefix("-") for name in self.numerator), self.denominator)


@frozen
class Published:
    """A series of `data/published_figures.csv`: its indicator there, care area and source."""

    series: str
    care: Care
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """An indicator: a ratio of measures by month, a published series by year, or both.

    `derived` names what computes it when it is no ratio: the guideline and available beds.
    `denominator_words` is None for a difference. `fixed_care` narrows it to one care area.
    `cuts` are the fixed class limits of the map, `diverges` says that they are distances in
    percentage points to the target. `national_only` says that regions have no value.
    """

    key: str
    name: Text
    short_name: Text
    unit: Unit
    decimals: int
    good: Good
    numerator_words: Text
    denominator_words: Text | None
    definition: Text
    rationale: Text
    method: Text
    caveats: Text
    measured_at: Text
    ratio: Ratio | None = None
    derived: Literal["guideline"] | None = None
    published: tuple[Published, ...] = ()
    fixed_care: Care | None = None
    cuts: tuple[float, ...] = ()
    diverges: bool = False
    national_only: bool = False

    @property
    def ranked(self) -> bool:
        """Whether regions may be ordered by it: never by what is neutral or counted in beds."""
        return self.good is not Good.NEUTRAL and not (self.unit.counts or self.national_only)

    @property
    def drawable(self) -> bool:
        """Whether it fills a map; the others get a table and printed values."""
        return self.ranked and bool(self.cuts)

    def cares(self, data: Data) -> tuple[Care, ...]:
        """The care areas in which it exists; empty when it does not exist in these data."""
        if data == "published":
            found = {series.care for series in self.published}
        elif self.derived:
            found = {"somatic"}
        else:
            found = self._estimated_cares()
        return tuple(
            care for care in get_args(Care) if care in found and self.fixed_care in (None, care)
        )

    def _estimated_cares(self) -> set[Care]:
        if self.ratio is None:
            return set()
        psychiatric = _PSYCHIATRIC_MEASURES.issuperset(self.ratio.measures)
        return {"somatic", "psychiatric", "all"} if psychiatric else {"somatic"}

    def streams(self, data: Data, care: Care) -> tuple[Stream, ...]:
        """The streams in which it exists: published figures and psychiatric care are not split."""
        if care not in self.cares(data):
            return ()
        split = data != "published" and self.ratio is not None and care == "somatic"
        return get_args(Stream) if split else ("all",)

    @property
    def default_care(self) -> Care:
        """The first care area that exists in all of its data, so that a change of data keeps it."""
        kinds = [set(cares) for data in get_args(Data) if (cares := self.cares(data))]
        return next(care for care in get_args(Care) if all(care in kind for kind in kinds))
