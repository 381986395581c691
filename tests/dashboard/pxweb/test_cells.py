"""Cells of a selection, and the files that they are written as."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from pyaxis import pyaxis
from python_calamine import CalamineWorkbook

from dashboard.api.problems import Refused
from dashboard.pxweb import csv_file, json_stat, parquet_file, px_file, xlsx_file
from dashboard.pxweb.cells import Cells, cells_of
from dashboard.pxweb.links import Links
from dashboard.pxweb.selection import VariableSelection, Wanted, select
from dashboard.pxweb.tables import tables_of
from dashboard.pxweb.words import notes_of
from dashboard.pxweb.written import Written
from dashboard.releases.dataset import Dataset
from dashboard.values.rows import rows
from dashboard.view.view import View
from tests.builders import a_dataset, an_example, without
from tests.each import each

LINKS = Links("https://x.se")
EVERY = tuple(
    VariableSelection(one, ("*",)) for one in ("Region", "Care", "Stream", "ContentsCode")
)


def month(dataset: Dataset, **more: object) -> Cells:
    """Every region and content of outplacement in one month."""
    table = tables_of(dataset)["outplacement_estimated_month"]
    wanted = Wanted((*EVERY, VariableSelection("Tid", ("2025-10",))), **more)
    return cells_of(dataset, table, select(table, wanted))


@pytest.fixture(scope="module")
def how(dataset: Dataset) -> Written:
    return Written(dataset, "sv", LINKS)


def test_there_is_a_table_for_what_has_a_value_and_none_for_what_has_not() -> None:
    made = tables_of(a_dataset())
    assert {"overcrowding_estimated_month", "occupancy_estimated_year"} < made.keys()
    assert not [one for one in made if "published" in one or "reported" in one]
    assert "example" in {one.data for one in tables_of(an_example()).values()}


def test_values_ranges_and_status_are_those_of_the_rows(dataset: Dataset) -> None:
    found = month(dataset)
    width = len(found.selection.heading[0].values)
    cells = iter(found.values)
    regions, cares, streams = (list(one.values) for one in found.selection.stub)
    by_view = {
        stream: rows(dataset, View("outplacement", "2025-10", stream=stream), regions)  # type: ignore[arg-type]
        for stream in streams
    }
    assert (cares, width) == (["somatic"], 4)
    for place, _ in enumerate(each(regions)):
        for stream in streams:
            row = by_view[stream][place]
            assert [next(cells) for _ in range(3)] == [row["value"], row["low"], row["high"]]
            assert next(cells) == 2
    assert next(cells, "no more") == "no more"


def test_what_is_missing_is_marked_and_what_cannot_be_is_marked_otherwise() -> None:
    dataset = without(a_dataset(), ["14"], months=["2025-10"])
    table = tables_of(dataset)["overcrowding_estimated_month"]
    asked = (
        VariableSelection("Region", ("14", "01")),
        VariableSelection("ContentsCode", ("value", "low", "status")),
        VariableSelection("Tid", ("2025-10",)),
    )
    found = cells_of(dataset, table, select(table, Wanted(asked)))
    # Codes stand in the order of the table; a release without ranges has none for a value.
    assert found.codes[0] == ("01", "14")
    assert found.values == (4, None, 2, None, None, None)
    assert found.marks == {1: ".", 3: "..", 4: "..", 5: ".."}


def test_variables_stand_where_they_are_placed(dataset: Dataset) -> None:
    usual, placed = month(dataset), month(dataset, stub=("time", "Stream"))
    assert [one.code for one in placed.selection.stub] == ["Tid", "Stream"]
    assert [one.code for one in placed.selection.heading] == ["Region", "Care", "ContentsCode"]
    sizes = [len(one.values) for one in usual.selection.variables]
    cube = np.array(usual.values, dtype=float).reshape(sizes)
    moved = cube.transpose(4, 2, 0, 1, 3).ravel()
    assert np.array_equal(moved, np.array(placed.values, dtype=float), equal_nan=True)


def test_too_many_cells_are_forbidden_and_every_fault_is_named(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tables_of(dataset)["outplacement_estimated_month"]
    with pytest.raises(Refused) as told:
        select(
            table, Wanted((VariableSelection("Region", ("99",)), VariableSelection("Kon", ("1",))))
        )
    assert told.value.status == 400
    assert [one.name for one in told.value.faults] == ["Region", "Kon", "ContentsCode", "Tid"]
    monkeypatch.setattr("dashboard.pxweb.selection.MOST_CELLS", 263)
    with pytest.raises(Refused) as told:
        month(dataset)
    assert told.value.status == 403
    assert told.value.faults[0].what.en == "The selection has 264 cells; an answer has 263 at most."


def test_a_codelist_narrows_what_a_wildcard_finds(dataset: Dataset) -> None:
    table = tables_of(dataset)["outplacement_estimated_month"]
    rest = (VariableSelection("ContentsCode", ("value",)), VariableSelection("Tid", ("top(1)",)))
    north = select(
        table, Wanted((VariableSelection("Region", ("*",), "vs_healthcare_region_6"), *rest))
    )
    assert list(north.stub[0].values) == ["22", "23", "24", "25"]
    with pytest.raises(Refused, match="cannot be used"):
        select(
            table, Wanted((VariableSelection("Region", ("01",), "vs_healthcare_region_6"), *rest))
        )


def test_json_stat_has_a_number_or_a_mark_for_each_cell(dataset: Dataset, how: Written) -> None:
    cells = month(dataset)
    made = json.loads(json_stat.dataset_of(cells, dataset, "en", LINKS))
    size = 1
    for one in made["size"]:
        size *= one
    assert len(made["value"]) == size == len(cells.values)
    assert made["role"] == {"geo": ["Region"], "metric": ["ContentsCode"], "time": ["Tid"]}
    assert made["dimension"]["ContentsCode"]["category"]["unit"]["value"]["decimals"] == 1
    assert any("Vårdanalys" in note and "2025" in note for note in made["note"])


def test_a_px_file_is_read_back_with_its_marks(how: Written, tmp_path: Path) -> None:
    dataset = without(a_dataset(), ["14"], months=["2025-10"])
    cells = month(dataset)
    (tmp_path / "x.px").write_bytes(px_file.write(cells, replace(how, dataset=how.dataset)))
    read = pyaxis.parse(str(tmp_path / "x.px"), encoding="utf-8")
    frame = read["DATA"]
    assert len(frame) == len(cells.values)
    numbers = [
        None if one in ("", ".") or one != one else float(str(one).strip('"').replace("..", "nan"))
        for one in frame["DATA"]
    ]
    assert [n for n in numbers if n is not None and n == n] == [
        v for v in cells.values if v is not None
    ]
    assert read["METADATA"]["CODES(region)"][:3] == ["00", "01", "03"]
    assert read["METADATA"]["CODEPAGE"] == ["utf-8"]
    assert "Södermanland" in set(frame["region"])
    # Every caveat arrives, though the reader keeps one NOTE and one NOTEX in pieces.
    arrived = " ".join(read["METADATA"].get("NOTEX", []) + read["METADATA"].get("NOTE", []))
    for note in each(notes_of(dataset, cells.table)):
        assert " ".join(note.text.sv.replace('"', "'").split()) in " ".join(arrived.split())


def test_the_region_is_first_and_every_dimension_has_its_places(
    dataset: Dataset, how: Written
) -> None:
    """pxstatspy takes the first dimension for the region, and pyjstat needs the places."""
    for table in each(tables_of(dataset).values()):
        wanted = Wanted(
            (VariableSelection("ContentsCode", ("value",)), VariableSelection("Tid", ("top(1)",)))
        )
        made = json.loads(json_stat.dataset_of(
            cells_of(dataset, table, select(table, wanted)), dataset, "sv", LINKS))  # fmt: skip
        assert "Region" not in made["id"][1:]
        for one in each(list(made["dimension"].values())):
            places = one["category"]["index"]
            assert sorted(places.values()) == list(range(len(places)))
        every = Wanted(tuple(VariableSelection(one.code, ("*",)) for one in table.variables))
        whole = select(table, every)
        assert (*whole.stub, *whole.heading)[0].code == "Region"


def test_csv_workbook_and_parquet_hold_the_same_numbers(dataset: Dataset, how: Written) -> None:
    cells = month(dataset)
    lines = list(csv.reader(io.StringIO(csv_file.write(cells, how).decode())))
    assert lines[0][:4] == ["Region", "Care", "Stream", "value 2025M10"]
    expected = [".." if one is None else float(one) for one in cells.values]
    assert [float(one) for line in lines[1:] for one in line[3:]] == expected
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx_file.write(cells, how)))
    assert book.sheet_names == ["Tabell", "Om tabellen"]
    table = book.get_sheet_by_name("Tabell").to_python()
    assert table[1][:3] == ["Riket", "somatisk vård", "akut och planerad vård"]
    assert [one for row in table[1:] for one in row[3:]] == pytest.approx(expected, rel=1e-12)
    whole = pq.read_table(io.BytesIO(parquet_file.write(cells, how))).to_pydict()
    assert whole["ContentsCode_value"] == expected[::4]
    assert set(whole["månad"]) == {"2025M10"}
    assert whole["region"][0] == "00"
