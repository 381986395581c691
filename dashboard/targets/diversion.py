"""How much of a region's overflow can be sent to a neighbour, by the distance to hospitals."""

from collections.abc import Mapping
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt
from statistics import NormalDist

from dashboard.frozen import frozen
from dashboard.reference.regions import BY_CODE, CODES, REGIONS, Region

# A road is about this much longer than the crow's flight; an assumption (docs/methods.md 2.4).
ROAD = 1.3
NEAR_KM, FAR_KM = 60, 120
# Shares of the overflow that can be diverted; assumptions (docs/methods.md 2.4).
NONE, ONE_FAR, ONE_NEAR, SEVERAL_NEAR = 0.0, 0.25, 0.5, 0.75
# The classes by the names that a table of targets may use.
GEOGRAPHIES: dict[str, float] = {
    "none": NONE, "one_far": ONE_FAR, "one_near": ONE_NEAR, "several_near": SEVERAL_NEAR,
}  # fmt: skip
MOST_RISK = 0.45
_EARTH_KM = 6371.0088
_ISLANDS = frozenset({"09"})
_STANDARD = NormalDist()


@frozen
class Diversion:
    """The share of overflow that can be diverted here, and on average in the country (0-1)."""

    share: float
    reference: float


@cache
def distances_km() -> Mapping[str, Mapping[str, float]]:
    """The way between the main hospital towns as the crow flies, by region and region."""
    return {
        one.code: {other.code: round(_great_circle(one, other), 1) for other in REGIONS}
        for one in REGIONS
    }


def _great_circle(region: Region, other: Region) -> float:
    """Kilometres over a sphere of the earth's mean radius (the haversine formula)."""
    (north, east), (up, right) = (tuple(map(radians, place.seat)) for place in (region, other))
    half = sin((up - north) / 2) ** 2 + cos(north) * cos(up) * sin((right - east) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def neighbours_within(region: str, km: float) -> tuple[str, ...]:
    """The regions whose main hospital lies within `km` by road, the nearest first.

    Only one hospital of each region is known, so hospitals within the region are not counted.

    Raises:
        KeyError: there is no such region.
    """
    if region in _ISLANDS:
        return ()
    roads = {code: ROAD * way for code, way in distances_km()[region].items() if code != region}
    near = [code for code, road in roads.items() if road <= km and code not in _ISLANDS]
    return tuple(sorted(near, key=roads.__getitem__))


@cache
def diverted_share(region: str) -> float:
    """The share of overflow that a neighbour can take (docs/methods.md 2.4, an assumption).

    0 on an island or without a hospital within 120 km, 0.25 with one within 120 km, 0.5 with one
    and 0.75 with several within 60 km.
    """
    near = neighbours_within(region, NEAR_KM)
    if near:
        return ONE_NEAR if len(near) == 1 else SEVERAL_NEAR
    return ONE_FAR if neighbours_within(region, FAR_KM) else NONE


@lru_cache(maxsize=64)
def geography_of(region: str) -> str:
    """The name of a region's class in a table of targets, as `one_far`; empty for the country."""
    names = {share: name for name, share in GEOGRAPHIES.items()}
    return names[diverted_share(region)] if region in CODES else ""


def diversion_of(region: str, beds: Mapping[str, float]) -> Diversion:
    """The diversion of a region beside the country's, which is weighted by beds by region.

    Weighting by beds keeps the country at the guideline (docs/methods.md 2.4).

    Raises:
        KeyError: there is no such region.
        ValueError: no region has beds.
    """
    known = {code: beds[code] for code in CODES if beds.get(code)}
    whole = sum(known.values())
    if whole <= 0:
        raise ValueError("the average of the country needs beds by region")
    reference = sum(held * diverted_share(code) for code, held in known.items()) / whole
    return Diversion(diverted_share(BY_CODE[region].code), reference)


def diverted_kappa(constant: float, diversion: Diversion) -> float:
    """The constant of the square-root rule at equal risk of a patient not placed anywhere.

    p = min(0.45, p_ref (1 - d_ref) / (1 - d)) with p_ref the normal tail beyond `constant`
    (docs/methods.md 2.4).

    Raises:
        ValueError: a share of diversion that is not in [0, 1).
    """
    for share in (diversion.share, diversion.reference):
        if not 0 <= share < 1:
            raise ValueError(f"a diverted share must be from 0 to below 1, not {share:g}")
    unplaced = _STANDARD.cdf(-constant) * (1 - diversion.reference)
    return -_STANDARD.inv_cdf(min(MOST_RISK, unplaced / (1 - diversion.share)))
