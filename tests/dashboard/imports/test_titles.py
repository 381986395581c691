"""A table's title and the name of its sheet say what no column does, and never two things."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.dashboard.imports.found import HEAD, beds, book, rules


def sheets(path: Path, named: dict[str, list[list[Any]]]) -> bytes:
    with xlsxwriter.Workbook(str(path)) as made:
        for name, rows in named.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path.read_bytes()


@pytest.mark.parametrize(
    "title", ["Disponibla vårdplatser 2025", "År: 2025", "Uttag 2026-01-15, gäller 2025"]
)
@pytest.mark.parametrize("names", [("sep", "okt"), ("September", "Oktober")])
def test_sheets_named_by_month_have_the_year_of_the_title(
    read_in: Any, tmp_path: Path, title: str, names: tuple[str, str]
) -> None:
    def rows(count: float) -> list[list[Any]]:
        return [[title], [], ["Region", "Disponibla vårdplatser"], ["Skåne", count]]

    made = sheets(tmp_path / "s.xlsx", dict(zip(names, map(rows, (2000, 2082)), strict=True)))
    found = read_in(made, "s.xlsx")
    assert rules(found) == []
    assert (beds(found, "12", "2025-09", 30), beds(found, "12")) == (2000, 2082)


def test_the_year_of_a_sheet_named_by_month_may_stand_in_a_column(
    read_in: Any, tmp_path: Path
) -> None:
    rows = [["Region", "År", "Disponibla vårdplatser"], ["Skåne", 2025, 2082]]
    assert beds(read_in(sheets(tmp_path / "s.xlsx", {"Okt": rows}), "s.xlsx"), "12") == 2082


@pytest.mark.parametrize("title", ["Disponibla vårdplatser 2025", "Disponibla vårdplatser, 2025"])
def test_months_over_columns_have_the_year_of_the_title(read_in: Any, title: str) -> None:
    found = read_in(f"{title};;\nRegion;Sep;Okt\nSkåne;2000;2082")
    assert rules(found) == []
    assert (beds(found, "12", "2025-09", 30), beds(found, "12")) == (2000, 2082)


def test_a_title_of_two_years_gives_none(read_in: Any) -> None:
    found = read_in("Disponibla vårdplatser 2024 och 2025;\nRegion;Okt\nSkåne;2082")
    assert (found.collected.count, "utan år" in found.faults[0].message.sv) == (0, True)


def test_the_day_a_table_was_drawn_is_no_month(read_in: Any) -> None:
    found = read_in("Uttagsdatum: 2025-11-03;\nRegion;Disponibla vårdplatser\nSkåne;2082")
    assert rules(found) == ["no_month"]


def test_a_sheet_named_by_another_month_than_its_title_is_refused(
    read_in: Any, tmp_path: Path
) -> None:
    rows = [["Somatisk vård, oktober 2025"], ["Region", "Disponibla vårdplatser"], ["Skåne", 2082]]
    found = read_in(sheets(tmp_path / "s.xlsx", {"nov 2025": rows}), "s.xlsx")
    assert (found.collected.count, rules(found)) == (0, ["no_month_for_sure"])
    assert all(month in found.faults[0].message.sv for month in ("2025-11", "2025-10"))


@pytest.mark.parametrize("value", [None, 2479])
def test_a_total_by_formula_never_refuses_a_file(
    read_in: Any, tmp_path: Path, value: float | None
) -> None:
    rows = [HEAD.split(";"), ["Skåne", "2025-10", 2082], ["Halland", "2025-10", 397], ["Summa"]]
    total = (3, 2, "=SUM(C2:C3)", None, *([] if value is None else [value]))
    found = read_in(book(tmp_path / "t.xlsx", rows, formula=total), "t.xlsx")
    assert (rules(found), found.collected.count) == ([], 2)
    stated = [one.stated / 31 for one in found.country.checks(found.collected)]
    assert stated == ([] if value is None else [2479.0])
    said = [one.en for one in found.notices if "was not checked" in one.en]
    assert len(said) == (value is None)


def test_what_must_be_corrected_is_not_asked_about_as_lacking(read_in: Any, known: Any) -> None:
    from tests.dashboard.imports.test_sheets_in import whole_month

    rows = [f"{name};2025-10;{count}".replace(".", ",") for name, count in
            whole_month(known, "2025-10")]  # fmt: skip
    rows[3] = f"{rows[3]}*"
    found = read_in("\n".join([HEAD, *rows]))
    assert rules(found) == ["footnote"]
