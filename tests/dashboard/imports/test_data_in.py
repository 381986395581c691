"""Figures as people write them: each ends in the right value, or in a question on its cell."""

from pathlib import Path
from typing import Any

import pytest

from tests.dashboard.imports.found import HEAD, RATES, beds, book, figures, rules


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        # The column says what the point is: other cells have it between thousands.
        (f"{RATES}\nSkåne;2025-10;2.082;96,5\nHalland;2025-10;397;85,0", 2082),
        ("Region,Month,Available beds,Bed occupancy in per cent\n"
         'Skåne,2025-10,"2,082",96.5\nHalland,2025-10,397,85.0', 2082),
        (f"{RATES}\nSkåne;2025-10;2 082;96,5\nHalland;2025-10;397;85,0", 2082),
        (f"{RATES}\nSkåne;2025-10;2082,125;96,5\nHalland;2025-10;397;85,0", 2082.125),
    ],
)  # fmt: skip
def test_a_thousands_sign_is_told_from_a_decimal_sign_by_other_cells(
    read_in: Any, rows: str, value: float
) -> None:
    found = read_in(rows)
    assert rules(found) == []
    assert beds(found, "12") == value


@pytest.mark.parametrize("cell", ["2.082", "2,082"])
def test_a_number_that_can_be_read_in_two_ways_asks_with_both(read_in: Any, cell: str) -> None:
    (question,) = read_in(f"{HEAD}\nSkåne;2025-10;{cell}\nHalland;2025-10;397").questions
    assert (question.row, question.column, question.value) == (2, HEAD.split(";")[2], cell)
    assert [one.value for one in question.readings] == [2.082, 2082, None]
    assert "2 082" in question.message.sv.replace("\u00a0", " ")


def test_a_rate_with_three_decimals_has_no_thousands(read_in: Any) -> None:
    found = read_in("Region;Månad;Beläggningsgrad i procent\nSkåne;2025-10;96,125")
    assert rules(found) == []
    assert figures(found)["12", "2025-10", "occupancy_pct"] == 96.125


@pytest.mark.parametrize(
    ("region", "written", "meant"),
    [("Skåne", "20.82", 2082), ("Gotland", "3658", 118), ("Halland", "0,397", 397),
     ("Blekinge", "2590", 259), ("Skåne", "208,2", 2082)],
)  # fmt: skip
def test_a_slip_of_size_asks_with_the_likely_reading(
    read_in: Any, region: str, written: str, meant: float
) -> None:
    (question,) = read_in(f"{HEAD}\n{region};2025-10;{written}").questions
    assert question.rule == "level"
    assert question.readings[1].value == meant
    assert (question.row, question.column) == (2, "Disponibla vårdplatser")


def test_beds_of_another_region_are_not_this_ones(read_in: Any) -> None:
    assert rules(read_in(f"{HEAD}\nSkåne;2025-10;96")) == ["level"]
    assert rules(read_in(f"{HEAD}\nBlekinge;2025-10;9999")) == ["level"]


@pytest.mark.parametrize("patients", ["1200", "400"])
def test_more_patients_than_three_to_a_bed_are_a_fault(read_in: Any, patients: str) -> None:
    number = "0" if patients == "400" else "397"
    found = read_in(f"{HEAD};Inskrivna patienter\nHalland;2025-10;{number};{patients}")
    assert "too_full" in rules(found)
    assert found.faults[0].row == 2


def test_percent_cells_of_a_workbook_are_per_cent(read_in: Any, tmp_path: Path) -> None:
    rows = [RATES.split(";"), ["Skåne", "2025-10", 2082, 0.965], ["Halland", "2025-10", 397, 0.85]]
    found = read_in(book(tmp_path / "p.xlsx", rows, percent=3), "p.xlsx")
    assert rules(found) == []
    assert figures(found)["12", "2025-10", "occupancy_pct"] == 96.5
    assert figures(found)["13", "2025-10", "occupancy_pct"] == 85
    counted = book(tmp_path / "c.xlsx", rows, percent=2)
    assert "percent" in rules(read_in(counted, "c.xlsx"))


@pytest.mark.parametrize(("cell", "meant"), [("0,965", 96.5), ("1,034", 103.4), ("0.97", 97.0)])
def test_a_percentage_as_a_fraction_asks(read_in: Any, cell: str, meant: float) -> None:
    (question,) = read_in(f"{RATES}\nSkåne;2025-10;2082;{cell}").questions
    assert question.readings[1].value == meant
    assert question.column == "Beläggningsgrad i procent"


@pytest.mark.parametrize(
    ("cell", "rule"),
    [("<5", "suppressed"), ("x", "suppressed"), (":", "suppressed"), ("5,9*", "footnote"),
     ("12 1)", "footnote"), ("7¹", "footnote"), ("~7", "approximate"), ("ca 7", "approximate"),
     ("(3)", "brackets"), ("#N/A", "error_cell"), ("sju", "number")],
)  # fmt: skip
def test_what_is_no_plain_number_says_which_kind_it_is(read_in: Any, cell: str, rule: str) -> None:
    found = read_in(f"{HEAD};Överbelagda patienter\nSkåne;2025-10;2082;{cell}")
    assert [(one.rule, one.row, one.value) for one in found.faults] == [(rule, 2, cell)]


def test_a_dash_is_a_zero_or_missing_or_asks(read_in: Any) -> None:
    rows = f"{HEAD};Överbelagda patienter\nSkåne;2025-10;2082;120\nGotland;2025-10;118;–\n"
    (question,) = read_in(rows).questions
    assert (question.rule, [one.key for one in question.readings]) == ("dash", ["zero", "missing"])
    place = ("09", "2025-10", "over_days")
    assert figures(read_in(rows + "Halland;2025-10;397;..\n"))[place] == 0
    assert figures(read_in(rows + "– = noll\n"))[place] == 0
    missing = read_in(rows + "– betyder att uppgift saknas\n")
    assert place not in figures(missing)
    assert rules(missing) == []


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u00ad"])
def test_a_sign_without_width_is_nothing(read_in: Any, mark: str) -> None:
    found = read_in(f"{HEAD}\n{mark}Uppsala;2025-10;60{mark}3")
    assert rules(found) == []
    assert beds(found, "03") == 603
