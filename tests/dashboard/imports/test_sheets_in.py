"""Sheets as people make them: months, headings, hidden and merged cells, and whole months."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xlsxwriter

from dashboard.imports.levels import Known
from dashboard.reference.regions import BY_CODE, CODES
from tests.dashboard.imports.found import HEAD, beds, book, figures, rules


@pytest.mark.parametrize(
    ("cell", "months"),
    [("9/1/2025", ("2025-09", "2025-01")), ("01-10-2025", ("2025-01", "2025-10")),
     ("2025.1", ("2025-01", "2025-10")),
     # Midnight here, as a system without time zones writes it.
     ("2025-09-30 22:00", ("2025-09", "2025-10")), ("2025-12-31T23:00:00", ("2025-12", "2026-01"))],
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
    assert "En cell är en formel" in found.notices[0].sv
    never = read_in(book(tmp_path / "n.xlsx", rows, formula=(1, 2, "=1041*2")), "n.xlsx")
    assert [(one.rule, one.row) for one in never.faults] == [("formula", 2)]


@pytest.mark.parametrize("head", ["Sjukhus", "Klinik", "Vårdenhet", "Inrättning", "Vårdgivare"])
def test_a_column_that_divides_rows_keeps_the_whole_file_out(read_in: Any, head: str) -> None:
    found = read_in(f"Region;{head};Månad;Disponibla vårdplatser\nHalland;A;2025-10;180")
    assert (found.collected.count, found.faults[0].rule) == (0, "column")
    assert "delar upp" in found.faults[0].message.sv


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("Manadd", "Månad"),
        ("Månd", "Månad"),
        ("Jan", "månad utan år"),
        ("Helår", "helt år"),
        ("Vårdfrom", "Vårdform"),
    ],
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


@pytest.mark.parametrize(
    ("style", "rule"),
    [({"font_strikeout": True}, "struck"), ({"font_color": "white"}, "unseen"),
     ({"num_format": ";;;"}, "unseen"), ({"font_strikeout": True, "num_format": "0.0%"}, "struck"),
     ({"font_color": "white", "bg_color": "navy"}, "")],
)  # fmt: skip
def test_a_figure_struck_through_or_not_to_be_seen_is_not_read_in_silence(
    read_in: Any, tmp_path: Path, style: dict[str, Any], rule: str
) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "s.xlsx")) as made:
        sheet = made.add_worksheet("Data")
        sheet.write_row(0, 0, HEAD.split(";"), made.add_format({"font_color": "white"}))
        sheet.write_row(1, 0, ["Skåne", "2025-10"])
        sheet.write(1, 2, 2082, made.add_format(style))
        sheet.write_row(2, 0, ["Halland", "2025-10", 397])
        # An empty cell of the same style says nothing.
        sheet.write_blank(3, 2, None, made.add_format(style))
    found = read_in((tmp_path / "s.xlsx").read_bytes(), "s.xlsx")
    assert rules(found) == ([rule] if rule else [])
    if rule:
        (fault,) = found.faults
        assert (fault.row, fault.column) == (2, "Disponibla vårdplatser")
        assert fault.message.sv.startswith("2082 är ")
