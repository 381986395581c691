"""Files as people make them: each ends in the right figure, or in a question on its cell."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xlsxwriter

from dashboard.imports.levels import Known, levels_of
from dashboard.imports.readers import REGIONS
from dashboard.imports.reading import Reading, read
from dashboard.reference.regions import BY_CODE, CODES
from dashboard.releases.dataset import read_dataset

HEAD = "Region;Månad;Disponibla vårdplatser"
RATES = f"{HEAD};Beläggningsgrad i procent"


@pytest.fixture(scope="module")
def known(home: Path) -> Known:
    """The levels of the release of the tests."""
    return levels_of(read_dataset(home))


@pytest.fixture
def read_in(tmp_path: Path, known: Known) -> Any:
    """Reads rows, text or bytes as a file would be read."""

    def reading(content: str | bytes, name: str = "a.csv") -> Reading:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path, REGIONS, advance=lambda n: None, refuse=lambda f: None, known=known)

    return reading


def figures(found: Reading) -> dict[tuple[str, str, str], float]:
    """What was read, by region, month and measure; sums are in unit-days."""
    return {(r, m, name): value for r, m, _, _, name, value in found.found.found()}


def beds(found: Reading, region: str, month: str = "2025-10", days: int = 31) -> float:
    return figures(found)[region, month, "bed_days"] / days


def rules(found: Reading) -> list[str]:
    return [one.rule for one in (*found.faults, *found.questions)]


def book(path: Path, rows: Sequence[Sequence[Any]], **marks: Any) -> bytes:
    """A workbook; `percent`, `hidden_rows`, `hidden_columns`, `merged` and `formula` mark it."""
    with xlsxwriter.Workbook(str(path)) as made:
        if marks.get("hidden_sheet"):
            first = made.add_worksheet("Dold")
            first.write_row(0, 0, rows[0])
            first.hide()
        sheet, percent = made.add_worksheet("Data"), made.add_format({"num_format": "0.0%"})
        sheet.activate()
        sheet.set_first_sheet()
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                form = percent if column == marks.get("percent") and number else None
                sheet.write(number, column, cell, form)
        for row in marks.get("hidden_rows", ()):
            sheet.set_row(row, None, None, {"hidden": True})
        for column in marks.get("hidden_columns", ()):
            sheet.set_column(column, column, None, None, {"hidden": True})
        if "merged" in marks:
            sheet.merge_range(*marks["merged"])
        if "formula" in marks:
            sheet.write_formula(*marks["formula"])
    return path.read_bytes()


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


@pytest.mark.parametrize(
    ("cell", "months"),
    [("9/1/2025", ("2025-09", "2025-01")), ("01-10-2025", ("2025-01", "2025-10")),
     ("2025.1", ("2025-01", "2025-10"))],
)  # fmt: skip
def test_a_month_that_can_be_two_names_both(
    read_in: Any, cell: str, months: tuple[str, str]
) -> None:
    (fault,) = read_in(f"{HEAD}\nSkåne;{cell};2082").faults
    assert fault.rule == "two_months"
    assert all(one in fault.message.sv for one in months)


@pytest.mark.parametrize(
    ("cell", "month"),
    [("2025-08-31T22:00:00.000Z", "2025-09"), ("2024-12-31T23:00:00Z", "2025-01"),
     ("2025-08-31T23:30:00+01:00", "2025-09"), ("9/13/2025", "2025-09"), ("31/10/2025", "2025-10"),
     ("2025-10-01T00:00:00", "2025-10")],
)  # fmt: skip
def test_a_moment_is_of_its_month_in_sweden(read_in: Any, cell: str, month: str) -> None:
    found = read_in(f"{HEAD}\nSkåne;{cell};2050")
    assert {key[1] for key in figures(found)} == {month}


def test_hidden_rows_columns_and_sheets_are_left_out_and_said(read_in: Any, tmp_path: Path) -> None:
    rows = [(*HEAD.split(";"), "Överbelagda patienter"), ("Skåne", "2025-09", 2000, 110),
            ("Skåne", "2025-10", 2082, 120)]  # fmt: skip
    hidden = book(tmp_path / "h.xlsx", rows, hidden_rows=[1], hidden_sheet=True)
    found = read_in(hidden, "h.xlsx")
    assert {key[1] for key in figures(found)} == {"2025-10"}
    said = " ".join(one.sv for one in found.notices)
    assert "rad 2" in said
    assert "Dold" in said
    columns = read_in(book(tmp_path / "c.xlsx", rows, hidden_columns=[3]), "c.xlsx")
    assert {key[2] for key in figures(columns)} == {"bed_days"}
    assert "Överbelagda patienter" in columns.notices[0].sv


def test_a_merged_figure_is_refused_and_a_merged_region_is_not(
    read_in: Any, tmp_path: Path
) -> None:
    rows = [HEAD.split(";"), ["Kronoberg", "2025-10", None], ["Kalmar", "2025-10", None]]
    found = read_in(book(tmp_path / "m.xlsx", rows, merged=(1, 2, 2, 2, 750)), "m.xlsx")
    assert [(one.rule, one.row) for one in found.faults] == [("merged", 2), ("merged", 3)]
    rows = [HEAD.split(";"), [None, "2025-09", 2000], [None, "2025-10", 2082]]
    keyed = read_in(book(tmp_path / "k.xlsx", rows, merged=(1, 0, 2, 0, "Skåne")), "k.xlsx")
    assert rules(keyed) == []
    assert beds(keyed, "12") == 2082


def test_a_formula_with_a_value_is_read_and_one_never_computed_is_a_fault(
    read_in: Any, tmp_path: Path
) -> None:
    rows = [HEAD.split(";"), ["Skåne", "2025-10", 2082], ["Halland", "2025-10", 397]]
    computed = book(tmp_path / "f.xlsx", rows, formula=(1, 2, "=1041*2", None, 2082))
    found = read_in(computed, "f.xlsx")
    assert (rules(found), beds(found, "12")) == ([], 2082)
    assert "1 celler är formler" in found.notices[0].sv
    never = read_in(book(tmp_path / "n.xlsx", rows, formula=(1, 2, "=1041*2")), "n.xlsx")
    assert [(one.rule, one.row) for one in never.faults] == [("formula", 2)]


@pytest.mark.parametrize("head", ["Sjukhus", "Klinik", "Vårdenhet"])
def test_a_column_that_divides_rows_keeps_the_whole_file_out(read_in: Any, head: str) -> None:
    found = read_in(f"Region;{head};Månad;Disponibla vårdplatser\nHalland;A;2025-10;180")
    assert (found.found.count, found.faults[0].rule) == (0, "column")
    assert "delar upp" in found.faults[0].message.sv


@pytest.mark.parametrize(
    ("head", "words"),
    [("Manadd", "Månad"), ("Jan", "månad utan år"), ("Helår", "helt år"), ("Vårdfrom", "Vårdform")],
)
def test_advice_on_a_heading_is_in_words_that_people_write(
    read_in: Any, head: str, words: str
) -> None:
    found = read_in(f"{HEAD};{head}\nSkåne;2025-10;2082;1")
    assert words in found.faults[0].message.sv


@pytest.mark.parametrize(
    "name", ["Delsumma", "Södra sjukvårdsregionen", "Summa universitetssjukhus"]
)
def test_a_subtotal_is_neither_a_region_nor_the_country(read_in: Any, name: str) -> None:
    (fault,) = read_in(f"{HEAD}\nSkåne;2025-10;2082\n{name};2025-10;2500").faults
    assert "summa" in fault.message.sv
    assert "Riket?" not in fault.message.sv


@pytest.mark.parametrize("encoding", ["cp850", "cp1252", "mac_roman", "utf-8"])
def test_a_file_of_an_older_program_is_read(read_in: Any, encoding: str) -> None:
    found = read_in(f"{HEAD}\nSkåne;2025-10;2082\nÖstergötland;2025-10;627".encode(encoding))
    assert rules(found) == []
    assert beds(found, "05") == 627


def test_a_year_over_months_is_read(read_in: Any, tmp_path: Path) -> None:
    rows = [["Disponibla vårdplatser, somatisk vård"], [], ["Region", None, None],
            [None, "sep", "okt"], ["Skåne", 2000, 2082]]  # fmt: skip
    found = read_in(book(tmp_path / "y.xlsx", rows, merged=(2, 1, 2, 2, 2025)), "y.xlsx")
    assert rules(found) == []
    assert beds(found, "12") == 2082
    flat = read_in("Disponibla vårdplatser;;\nRegion;2025;\n;sep;okt\nSkåne;2000;2082")
    assert beds(flat, "12") == 2082


def test_sheets_named_by_month_are_read(tmp_path: Path, read_in: Any) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "s.xlsx")) as made:
        for name, count in (("sep 2025", 2000), ("okt 2025", 2082)):
            sheet = made.add_worksheet(name)
            sheet.write_row(0, 0, ["Region", "Disponibla vårdplatser"])
            sheet.write_row(1, 0, ["Skåne", count])
    found = read_in((tmp_path / "s.xlsx").read_bytes(), "s.xlsx")
    assert (beds(found, "12"), beds(found, "12", "2025-09", 30)) == (2082, 2000)


def whole_month(known: Known, month: str) -> list[tuple[str, float]]:
    at = known.months.index(month)
    return [(BY_CODE[c].name.sv, float(np.round(known.days[0, i, at, 0, 0], 1)))
            for i, c in enumerate(CODES)]  # fmt: skip


def test_a_region_lacking_from_a_month_of_the_country_is_asked_about(
    read_in: Any, known: Known
) -> None:
    rows = [f"{name};2025-10;{value}" for name, value in whole_month(known, "2025-10")]
    assert rules(read_in("\n".join([HEAD, *rows]))) == []
    (question,) = read_in("\n".join([HEAD, *rows[:-1]])).questions
    assert (question.rule, question.stops) == ("lacking", True)
    assert "Norrbotten" in question.message.sv
    # A region says itself that it took no part.
    assert rules(read_in("\n".join([HEAD, *rows[:-1], "Norrbotten;2025-10;Ej deltagit"]))) == []


def test_two_regions_that_changed_rows_are_asked_about(read_in: Any, known: Known) -> None:
    each = dict(whole_month(known, "2025-10"))
    each["Kalmar"], each["Örebro"] = each["Örebro"], each["Kalmar"]
    found = read_in("\n".join([HEAD, *(f"{name};2025-10;{v}" for name, v in each.items())]))
    assert "swapped" in rules(found)
