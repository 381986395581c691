"""The distance to the guideline, for Sweden and as an estimate for each region."""

from collections.abc import Iterable, Mapping

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.reference.regions import CODES, REGIONS
from dashboard.statistics.apportionment import Number, largest_remainder
from dashboard.targets.guidelines import DISTANCE_SERIES, GUIDELINES, Guideline

STAMP = Text(
    "SKATTNING – inte Socialstyrelsens regionala riktvärde",
    "ESTIMATE – not a regional guideline of the National Board of Health and Welfare",
)

# The ways to spread the national need over the regions (docs/methods.md 1.6); A is the one shown.
VARIANTS: dict[str, Text] = {
    "A": Text("efter befolkning 1 november 2023", "by population on 1 November 2023"),
    "B": Text("efter dagens vårdplatser", "by the beds of today"),
    "D": Text("efter de platser beläggningsmålen kräver", "by the beds the targets require"),
}
OFFICIAL_NEED = "official"
# Variant C weighs those aged 65-79 and 80 and over; their numbers are not in the data, so that
# it stands only where somebody gives them (`need_by_age.needing`).
BY_AGE = Text("efter befolkning vägd efter ålder", "by population weighted by age")
LEFT_OUT = Text(
    "Ett alternativ efter ålder är utelämnat: befolkningen 65–79 år och 80 år och äldre per "
    "region finns inte i underlaget.",
    "A variant by age is left out: the population aged 65–79 and 80 and over by region is not "
    "in the data.",
)

# The name of everything that can stand in `Estimate.variants`.
WAYS: dict[str, Text] = {
    **VARIANTS,
    "C": BY_AGE,
    OFFICIAL_NEED: Text("efter regionens eget riktvärde", "by the region's own guideline"),
}

GUIDELINE = max(
    (one for one in GUIDELINES if one.series == DISTANCE_SERIES), key=lambda one: one.valid_from
)


@frozen
class Progress:
    """How much of the gap is closed, in per cent; below 0 and above 100 are possible."""

    point: float
    low: float
    high: float


@frozen
class Estimate:
    """A region's beds needed, and its distance to them by variant A with the range of all.

    `variants` names the variants behind `needs`, the lowest and the highest need, and `low` and
    `high`, which also hold what estimated beds leave open; with A alone, or an official need of
    the region (`OFFICIAL_NEED`), the need has no range.
    """

    region: str
    need: int
    distance: float
    low: float
    high: float
    variants: tuple[str, ...]
    needs: tuple[int, int]

    @property
    def official(self) -> bool:
        """Whether an official need of the region stands in the place of every estimate."""
        return self.variants == (OFFICIAL_NEED,)


def distance(beds: float, guideline: Guideline = GUIDELINE) -> float:
    """Beds that are missing to the guideline: 17 660 - B (docs/methods.md 1.6).

    `beds` must be of the series the guideline starts from: somatic specialised care.

    Raises:
        ValueError: the guideline has no total need.
    """
    return _need(guideline) - beds


def progress(beds: float, guideline: Guideline = GUIDELINE) -> Progress:
    """100 (B - 15 300) / 2 360 with the band that the rounded 15 300 gives (docs/methods.md 1.6).

    Raises:
        ValueError: the guideline has no starting point.
    """
    if guideline.baseline is None or guideline.margin is None:
        raise ValueError(f"the guideline {guideline.key} has no starting point")
    point = 100 * (beds - guideline.baseline) / guideline.gap
    band = 100 * guideline.margin / guideline.gap
    return Progress(point, point - band, point + band)


def net_and_gross(gaps: Iterable[float]) -> tuple[float, float]:
    """The sum of the gaps, and of the shortages alone: a surplus elsewhere treats nobody here.

    Source: docs/methods.md 1.6.
    """
    each = tuple(gaps)
    return sum(each), sum(max(0.0, one) for one in each)


def needs(
    beds: Mapping[str, float],
    required: Mapping[str, float] | None = None,
    guideline: Guideline = GUIDELINE,
    *,
    by_age: Mapping[str, float] | None = None,
) -> dict[str, dict[str, int]]:
    """Beds needed by variant and region; each variant sums to the guideline (docs/methods.md 1.6).

    A follows the population, B the beds, C the population weighted by age, D the required beds
    of `targets.required_beds`. All but A stand only where all 21 regions have a figure.
    """
    weights: dict[str, Mapping[str, Number]] = {
        "A": {region.code: region.population for region in REGIONS}
    }
    for variant, figures in (("B", beds), ("C", by_age or {}), ("D", required or {})):
        if all(code in figures for code in CODES):
            weights[variant] = {code: figures[code] for code in CODES}
    return {variant: largest_remainder(_need(guideline), one) for variant, one in weights.items()}


def regional_distances(
    beds: Mapping[str, float],
    required: Mapping[str, float] | None = None,
    guideline: Guideline = GUIDELINE,
    *,
    by_age: Mapping[str, float] | None = None,
) -> tuple[Estimate, ...]:
    """The estimated distance of each region that has beds, in the order of the regions.

    `beds` are average beds by region code, `required` the beds the occupancy targets ask for.
    Everything drawn from this carries `STAMP`. Source: docs/methods.md 1.6, where B is stated as
    2 360 B_r / sum B: the same as here when Sweden has 15 300 beds. Spreading the need instead
    keeps the variants at one national distance in every month.
    """
    by_variant = needs(beds, required, guideline, by_age=by_age)
    return tuple(_estimate(code, beds[code], by_variant) for code in CODES if code in beds)


def _estimate(region: str, beds: float, by_variant: Mapping[str, Mapping[str, int]]) -> Estimate:
    each = {variant: need[region] - beds for variant, need in by_variant.items()}
    return Estimate(
        region=region,
        need=by_variant["A"][region],
        distance=each["A"],
        low=min(each.values()),
        high=max(each.values()),
        variants=tuple(each),
        needs=_ends([need[region] for need in by_variant.values()]),
    )


def _ends(each: list[int]) -> tuple[int, int]:
    return min(each), max(each)


def _need(guideline: Guideline) -> int:
    if guideline.need_total is None:
        raise ValueError(f"the guideline {guideline.key} has no total need")
    return guideline.need_total
