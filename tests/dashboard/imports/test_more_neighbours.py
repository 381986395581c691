"""More near relatives of files once read wrongly: errors, sums, legends, midnights, no widths."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.dashboard.imports.found import HEAD, beds, figures, rules


@pytest.mark.parametrize(
    "error", ["#REFERENS!", "#DIVISION/0!", "#NAMN?", "#OGILTIGT!", "#SPILL!", "#####", "#N/A"]
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_error_of_a_spreadsheet_is_named_in_any_cell(
    read_in: Any, error: str, place: int
) -> None:
    cells = ["Skåne", "2025-10", "2082"]
    cells[place] = error
    (fault,) = read_in(f"{HEAD}\n{';'.join(cells)}").faults
    assert (fault.rule, fault.row, fault.value) == ("error_cell", 2, error)


def test_a_formula_that_gives_an_error_is_not_said_to_be_read(read_in: Any, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "e.xlsx")) as made:
        sheet = made.add_worksheet("Data")
        sheet.write_row(0, 0, HEAD.split(";"))
        sheet.write_row(1, 0, ["Skåne", "2025-10"])
        sheet.write_formula(1, 2, "=A1/0", None, "#DIV/0!")
    found = read_in((tmp_path / "e.xlsx").read_bytes(), "e.xlsx")
    assert (rules(found), found.notices) == (["error_cell"], [])


def test_a_column_or_row_without_width_is_hidden(read_in: Any, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "w.xlsx")) as made:
        sheet = made.add_worksheet("Data")
        sheet.write_row(0, 0, [*HEAD.split(";"), "Inskrivna patienter"])
        sheet.write_row(1, 0, ["Skåne", "2025-10", 2082, 2165])
        sheet.write_row(2, 0, ["Halland", "2025-10", 397, 340])
        sheet.set_column(3, 3, 0)
        sheet.set_row(2, 0)
    found = read_in((tmp_path / "w.xlsx").read_bytes(), "w.xlsx")
    assert set(figures(found)) == {("12", "2025-10", "bed_days")}
    said = " ".join(one.sv for one in found.notices)
    assert "rad 3" in said
    assert "Inskrivna patienter" in said


@pytest.mark.parametrize(
    "note",
    ["– = noll", "Teckenförklaring: – = värdet är noll, .. = uppgift saknas", "Not: - betyder noll",
     ".. uppgift saknas; – värdet är noll"],
)  # fmt: skip
def test_a_legend_among_other_words_says_what_a_dash_is(read_in: Any, note: str) -> None:
    text = f"{HEAD};Överbelagda patienter\nGotland;2025-10;118;–\n{note}"
    assert figures(read_in(text))["09", "2025-10", "over_days"] == 0


def test_a_time_near_midnight_within_a_month_is_of_that_month(read_in: Any) -> None:
    assert rules(read_in(f"{HEAD}\nSkåne;2025-10-12 22:00;2082")) == []


def test_a_month_without_its_year_says_that_the_year_is_lacking(read_in: Any) -> None:
    (fault,) = read_in(f"{HEAD}\nSkåne;oktober;2082").faults
    assert "utan år" in fault.message.sv


@pytest.mark.parametrize("head", ["Snitt", "Medelvärde", "Summa", "Genomsnitt", "Average"])
def test_a_column_of_sums_or_means_is_advised_away(read_in: Any, head: str) -> None:
    text = f"Disponibla vårdplatser\nRegion;2025-09;2025-10;{head}\nSkåne;2000;2082;2041"
    assert "ett medel av andra" in read_in(text).faults[0].message.sv
    total = read_in(text.replace(head, "Totalt"))
    assert [(one.rule, one.column) for one in total.faults] == [("no_month", "Totalt")]


@pytest.mark.parametrize("name", ["Medel", "Genomsnitt alla", "Median", "Average"])
def test_a_mean_of_regions_is_no_region(read_in: Any, name: str) -> None:
    (fault,) = read_in(f"{HEAD}\nSkåne;2025-10;2082\n{name};2025-10;700").faults
    assert (fault.rule, "summa" in fault.message.sv) == ("region", True)


def test_a_share_is_not_advised_as_a_count(read_in: Any) -> None:
    (fault,) = read_in(f"{HEAD};Andel överbelagda\nSkåne;2025-10;2082;5").faults
    assert "Antal" not in fault.message.sv


def test_sheets_named_by_measure_are_read(read_in: Any, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "m.xlsx")) as made:
        for name, count in (("Disponibla vårdplatser", 2082), ("Inskrivna patienter", 2165)):
            sheet = made.add_worksheet(name)
            sheet.write_row(0, 0, ["Region", "okt 2025"])
            sheet.write_row(1, 0, ["Skåne", count])
    found = read_in((tmp_path / "m.xlsx").read_bytes(), "m.xlsx")
    assert (rules(found), beds(found, "12")) == ([], 2082)
    assert figures(found)["12", "2025-10", "patient_days"] == 2165 * 31


def test_the_row_of_the_country_is_asked_about_by_its_cell_in_plain_numbers(read_in: Any) -> None:
    (asked,) = read_in(f"{HEAD}\nSkåne;2025-10;2082\nRiket;2025-10;3000").questions
    assert (asked.row, asked.column, asked.value) == (3, "Disponibla vårdplatser", "3000")
    assert "e+" not in asked.message.sv


def test_more_over_than_patients_is_said_with_what_is_written(read_in: Any) -> None:
    head = "Region;Månad;Inskrivna patienter;Överbelagda patienter"
    (fault,) = read_in(f"{head}\nGotland;2025-10;92;120").faults
    assert (fault.rule, fault.value, "somatisk" in fault.message.sv) == (
        "part_of_whole", "120", True,
    )  # fmt: skip


@pytest.mark.parametrize("head", ["Facility", "Institution", "Mottagning"])
def test_other_words_for_what_divides_a_region_keep_the_file_out(read_in: Any, head: str) -> None:
    found = read_in(f"Region;{head};Month;Available beds\nHalland;Varberg;2025-10;180")
    assert (found.collected.count, found.faults[0].rule) == (0, "column")
    assert "delar upp" in found.faults[0].message.sv
