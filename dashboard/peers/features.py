"""What makes regions alike: four published features, each with its source and year."""

import math
from collections.abc import Mapping
from functools import lru_cache
from statistics import fmean, pstdev
from types import MappingProxyType

from dashboard.frozen import frozen
from dashboard.indicators.registry import BEDS_PER_1000, DISCHARGE_READY_SHARE, PERCENT, Indicator
from dashboard.language.text import Text
from dashboard.reference.regions import ALL_CODES, CODES, REGIONS
from dashboard.releases.dataset import Dataset
from dashboard.values import values
from dashboard.view.peer_choice import FEATURES, Feature

FEATURE_NAMES: Mapping[Feature, Text] = {
    "population": Text("Folkmängd", "Population"),
    "density": Text("Befolkningstäthet", "Population density"),
    "beds": BEDS_PER_1000.name,
    "discharge_ready": DISCHARGE_READY_SHARE.name,
}
FEATURE_UNITS: Mapping[Feature, Text] = {
    "population": Text("invånare", "inhabitants"),
    "density": Text("invånare per km²", "inhabitants per km²"),
    "beds": BEDS_PER_1000.unit.long,
    "discharge_ready": PERCENT.long,
}
# Inhabitants differ by factors, so it is their logarithms that are compared (docs/methods.md 4.1).
_LOGARITHMIC: frozenset[Feature] = frozenset({"population", "density"})
_POPULATION_SOURCE = "regeringen-uppdrag-att-fordela-betala-ut-och"
_POPULATION_YEAR = "2023"


@frozen
class Reading:
    """A feature of a region in its unit, the year it is published for, and its sources."""

    value: float
    year: str
    sources: tuple[str, ...]


@lru_cache(maxsize=8)
def readings(dataset: Dataset, feature: Feature) -> Mapping[str, Reading]:
    """A feature by region code; a region without any published value is left out.

    Bed density and discharge-ready patients are each region's latest published year: two
    regions lack the last year of the former, and an older value says more than none. Formula:
    docs/methods.md 4.1.
    """
    if feature == "population":
        found = {
            region.code: _population(region.population, _POPULATION_SOURCE) for region in REGIONS
        }
    elif feature == "density":
        areas = {row["code"]: row for row in dataset.reference.rows("region_areas")}
        found = {
            region.code: _population(
                region.population / float(areas[region.code]["area_km2"]),
                _POPULATION_SOURCE,
                areas[region.code]["source_id"],
            )
            for region in REGIONS
        }
    else:
        of = BEDS_PER_1000 if feature == "beds" else DISCHARGE_READY_SHARE
        latest = {code: latest_published(dataset, of, code) for code in CODES}
        found = {code: one for code, one in latest.items() if one is not None}
    return MappingProxyType(found)


@lru_cache(maxsize=8)
def scores(dataset: Dataset) -> Mapping[Feature, Mapping[str, float]]:
    """Each feature by region in standard deviations from the mean of the regions.

    The deviation is that of the population (divisor n), and 0 where all are alike. Formula:
    docs/methods.md 4.1.
    """
    return MappingProxyType({feature: _standardised(dataset, feature) for feature in FEATURES})


def latest_published(
    dataset: Dataset, indicator: Indicator, region: str, until: str = ""
) -> Reading | None:
    """The last annual value of a region up to and with the year `until`, or of all years."""
    row = values.published(dataset, indicator, indicator.published[0].care, "all")
    numbers = row[ALL_CODES.index(region)].tolist()
    for year, number in zip(reversed(dataset.year_labels), reversed(numbers), strict=True):
        if number == number and (not until or year <= until):
            return Reading(number, year, (indicator.published[0].source,))
    return None


def _population(value: float, *sources: str) -> Reading:
    return Reading(value, _POPULATION_YEAR, sources)


def _standardised(dataset: Dataset, feature: Feature) -> Mapping[str, float]:
    scale = math.log if feature in _LOGARITHMIC else float
    found = {code: scale(one.value) for code, one in readings(dataset, feature).items()}
    if not found:
        return {}
    mean, deviation = fmean(found.values()), pstdev(found.values())
    return {code: (x - mean) / deviation if deviation else 0.0 for code, x in found.items()}
