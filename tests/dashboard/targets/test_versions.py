"""Own levels are loaded whole or not at all, beside the published, and never changed."""

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from dashboard.gaps.target_status import standing
from dashboard.spreadsheets.faults import Unreadable
from dashboard.targets.diversion import GEOGRAPHIES, geography_of
from dashboard.targets.occupancy_targets import OFFICIAL, shares_at, steps, target_at
from dashboard.targets.version_rows import REQUIRED
from dashboard.targets.versions import (
    OFFICIAL_TABLE,
    TableRefused,
    load,
    read_table,
    tables,
    versions,
)
from dashboard.view.view import default_view, parse
from tests.builders import a_dataset

HEAD = ",".join((*REQUIRED, "need_total")) + "\n"
ACUTE = "v2,,somatic,acute,,,84,2026-01-01,,Beslut 1,"
PLANNED = "v2,,somatic,planned,,,94,2026-01-01,,Beslut 1,"


def a_table(*rows: str) -> bytes:
    return (HEAD + "\n".join(rows) + "\n").encode()


def faults(*rows: str) -> list[tuple[int, str]]:
    with pytest.raises(TableRefused) as refused:
        read_table(a_table(*rows))
    return [(one.row, one.column) for one in refused.value.faults]


def test_a_loaded_version_stands_beside_the_published(tmp_path: Path) -> None:
    assert tables(tmp_path) == {"v1": OFFICIAL_TABLE}
    load(tmp_path, a_table(ACUTE, PLANNED))
    found = tables(tmp_path)
    assert list(found) == ["v1", "v2"]
    assert [one.target_pct for one in found["v2"].levels] == [84, 94]
    assert versions(tmp_path) == ("v2",)
    assert [one.name for one in (tmp_path / "targets").iterdir()] == ["v2.csv"]


def test_the_same_table_can_be_loaded_twice_but_another_cannot_take_its_name(
    tmp_path: Path,
) -> None:
    load(tmp_path, a_table(ACUTE))
    load(tmp_path, a_table(ACUTE))
    with pytest.raises(Unreadable, match="Version v2 is loaded already"):
        load(tmp_path, a_table(ACUTE.replace("84", "83")))
    assert tables(tmp_path)["v2"].levels[0].target_pct == 84


def test_a_workbook_is_read_as_a_spreadsheet_program_saves_it() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, REQUIRED)
        sheet.write_row(1, 0, ["v2", 1, "somatic", "acute", "", "", 84.5])
        sheet.write_datetime(1, 7, datetime(2026, 1, 1), day)
        sheet.write(1, 9, "Beslut")
    [one] = read_table(out.getvalue()).levels
    assert (one.region, one.target_pct, one.valid_from) == ("01", 84.5, "2026-01-01")


def test_every_fault_is_named_and_nothing_is_loaded(tmp_path: Path) -> None:
    rows = (
        ACUTE,
        "v3,,somatic,planned,,,94,2026-01-01,,B,",
        "v2,02,somatic,halvakut,x,far,184,2026-13-01,,,",
        "v2,,somatic,acute,,,84,2025-01-01,2026-06-30,B,",
        "v2,14,,,,,,2026-01-01,2025-01-01,B,0",
        "v2,14,,acute,,,84,2026-01-01,,B,900",
    )
    assert faults(*rows) == [
        (3, "version"),
        (4, "region"), (4, "stream"), (4, "unit_size_class"), (4, "geography"),
        (4, "target_pct"), (4, "valid_from"), (4, "source_id"),
        (5, "valid_from"),
        (6, "need_total"), (6, "valid_to"),
        (7, "stream"), (7, "target_pct"),
    ]  # fmt: skip
    with pytest.raises(TableRefused):
        load(tmp_path, a_table(*rows))
    assert not (tmp_path / "targets").exists()


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (ACUTE.replace("v2", "v1"), "version"),
        (ACUTE.replace("v2", "V 2"), "version"),
        (ACUTE.replace("v2", "../up"), "version"),
        (ACUTE.replace("somatic", "all"), "care"),
        (ACUTE.replace(",84,", ",nan,"), "target_pct"),
        (ACUTE.replace(",84,", ",100,"), "target_pct"),
        (ACUTE.replace(",84,", ",,"), "target_pct"),
        ("v2,,,,,,,2026-01-01,,B,900", "region"),
        (ACUTE.replace("acute,,", "acute,30-16,"), "unit_size_class"),
    ],
)
def test_a_fault_is_found_in_its_column(row: str, column: str) -> None:
    assert (2, column) in faults(row)


def test_a_file_that_is_no_table_is_refused() -> None:
    with pytest.raises(Unreadable, match="column version must stand once"):
        read_table(b"a,b\n1,2\n")
    with pytest.raises(Unreadable, match="no rows below its head"):
        read_table(HEAD.encode())


def test_the_most_particular_level_in_force_counts_and_the_published_where_it_is_silent() -> None:
    levels = read_table(
        a_table(
            ACUTE,
            "v2,14,somatic,acute,,,80,2026-01-01,2026-12-31,B,",
            "v2,14,somatic,acute,,,82,2027-01-01,,B,",
            "v2,,somatic,acute,1-15,,76,2026-01-01,,B,",
            "v2,,somatic,acute,,none,78,2026-01-01,,B,",
        )
    ).levels
    assert set(GEOGRAPHIES) == {"none", "one_far", "one_near", "several_near"}
    assert target_at("2026-05", "acute", levels) == 0.84
    assert target_at("2026-05", "acute", levels, region="14") == 0.80
    assert target_at("2027-05", "acute", levels, region="14") == 0.82
    assert target_at("2026-05", "acute", levels, beds=12) == 0.76
    assert target_at("2026-05", "acute", levels, beds=16) == 0.84
    assert geography_of("25") == "none"
    assert target_at("2026-05", "acute", levels, region="25") == 0.78
    assert target_at("2026-05", "acute", levels, region="04") == 0.84
    assert target_at("2026-05", "planned", levels) == 0.95
    assert target_at("2025-12", "acute", levels, region="14") == 0.85
    assert target_at("2023-04", "acute", levels) is None
    assert shares_at("2023-04", levels) == (OFFICIAL, False)
    assert shares_at("2026-05", levels)[0].acute == 0.84


def test_the_line_of_targets_is_stepped() -> None:
    levels = read_table(a_table(ACUTE)).levels
    found = steps(("2023-04", "2023-05", "2025-12", "2026-01"), "acute", levels)
    assert found == (None, 85, 85, 84)


def test_a_value_is_judged_by_the_version_of_the_address() -> None:
    table = read_table(a_table(ACUTE.replace("2026-01-01", "2025-01-01")))
    dataset = replace(a_dataset(), targets={"v1": OFFICIAL_TABLE, "v2": table})
    view = default_view(dataset)
    chosen = parse({"targets": "v2"}, dataset).view
    assert standing(dataset, view, "14", "acute").target == pytest.approx(85)
    assert standing(dataset, chosen, "14", "acute").target == pytest.approx(84)
    before = replace(chosen, period="2024-12")
    assert standing(dataset, before, "14", "acute").target == pytest.approx(85)
    assert "targets=v2" in chosen.query(dataset)
    unknown = parse({"targets": "v9"}, dataset)
    assert "v1, v2" in unknown.errors[0].sv
    assert unknown.view.targets == "v1"


def test_a_file_changed_by_hand_is_not_used(tmp_path: Path) -> None:
    load(tmp_path, a_table(ACUTE))
    (tmp_path / "targets" / "v2.csv").write_text("no table")
    (tmp_path / "targets" / "v3.csv").write_bytes(a_table(ACUTE))
    assert list(tables(tmp_path)) == ["v1"]


@pytest.mark.parametrize("level", ["0.85", "0,95", "1"])
def test_a_level_as_a_fraction_is_refused_with_what_is_meant(level: str) -> None:
    cell = f'"{level}"'
    with pytest.raises(TableRefused) as refused:
        read_table(a_table(ACUTE.replace(",84,", f",{cell},")))
    meant = f"{100 * float(level.replace(',', '.')):g} per cent"
    assert meant in refused.value.faults[0].message.en


def test_a_level_in_a_percent_cell_is_per_cent_and_swedish_words_do() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet, percent = book.add_worksheet(), book.add_format({"num_format": "0 %"})
        sheet.write(0, 0, "Riktvärden 2026")
        sheet.write_row(2, 0, REQUIRED)
        sheet.write_row(3, 0, ["v2", "Skåne", "somatisk vård", "akut vård", "", ""])
        sheet.write(3, 6, 0.85, percent)
        sheet.write_row(3, 7, ["2026-01-01", "", "Beslut"])
    [one] = read_table(out.getvalue()).levels
    assert (one.region, one.target_pct) == ("12", 85)
