"""The map of a pack: every region as an outline with its class, in a published year."""

import json
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import cos, radians

from dashboard.dialogue.pack import Area, MapPlate, Ring
from dashboard.figures import theme
from dashboard.figures.region_map import RegionMap, class_of
from dashboard.indicators.registry import OVERCROWDING
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.situation.map_picture import map_picture
from dashboard.view.view import View

# A degree of longitude is this much of one of latitude in the middle of the country.
_NARROWER = cos(radians(62))
_MISSING = Text("Saknas eller går inte att bedöma", "Missing or cannot be judged")
_VALUE = Text("Värde", "Value")


def map_plate(dataset: Dataset, region: str, lang: Lang) -> MapPlate:
    """Overcrowding in the last published year, the pack's region outlined.

    Raises:
        TypeError: the picture of the map has another chart.
    """
    view = View(OVERCROWDING.key, dataset.last_year, region, data="published")
    picture = map_picture(dataset, view, lang)
    chart = picture.chart
    if not isinstance(chart, RegionMap):
        raise TypeError(f"no map: {type(chart).__name__}")
    drawn = outlines(dataset.geometry)
    areas = tuple(
        Area(code, name, words, class_of(value, chart.cuts), drawn[code], code == region)
        for code, name, words, value in zip(
            chart.codes, chart.names, chart.words, chart.values, strict=True
        )
    )
    rows = tuple((one.name, one.words) for one in areas)
    return MapPlate(
        picture.title, picture.measure, picture.sentence, areas,
        ((theme.LIGHT["missing"], _MISSING.in_(lang)), *_classes(chart, lang)),
        Grid((_VALUE.in_(lang),), rows), picture.source,
    )  # fmt: skip


def _classes(chart: RegionMap, lang: Lang) -> Iterator[tuple[str, str]]:
    """The colour and the words of each class, from the lowest on."""
    cuts = [formatting.number(cut, 1 if cut % 1 else 0, lang) for cut in chart.cuts]
    words = [f"< {cuts[0]}", *(f"{low}–{high}" for low, high in pairwise(cuts)), f"≥ {cuts[-1]}"]
    for place, words_of in enumerate(words, start=1):
        yield theme.LIGHT[f"seq-{place}"], words_of


@lru_cache(maxsize=4)
def outlines(geometry: bytes) -> dict[str, tuple[Ring, ...]]:
    """The outer rings of every region, as places of a plane one unit high, the north at 0."""
    rings = {
        feature["id"]: [
            [(lon * _NARROWER, -lat) for lon, lat, *_ in polygon[0]]
            for polygon in _polygons(feature["geometry"])
        ]
        for feature in json.loads(geometry)["features"]
    }
    points = [point for each in rings.values() for ring in each for point in ring]
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    high = max(point[1] for point in points) - top
    return {
        code: tuple(
            tuple((round((x - left) / high, 5), round((y - top) / high, 5)) for x, y in ring)
            for ring in each
        )
        for code, each in rings.items()
    }


def _polygons(geometry: dict[str, object]) -> list[list[list[list[float]]]]:
    found: list[list[list[list[float]]]] = geometry["coordinates"]  # type: ignore[assignment]
    return found if geometry["type"] == "MultiPolygon" else [found]  # type: ignore[list-item]
