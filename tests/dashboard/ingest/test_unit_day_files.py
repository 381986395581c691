"""Reports of unit-days in files of other signs, words and dates add up to the same month."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from dashboard.ingest.engines import of_files

HEAD = "region,hospital,unit,date,care,stream,beds,patients,overcrowded,outplaced"
SWEDISH = ("Län;Sjukhus;Avdelning;Datum;Vård;Vårdform;Disponibla vårdplatser;Inskrivna patienter;"
           "Överbelagda patienter;Utlokaliserade patienter")  # fmt: skip
Row = Callable[[int], str]


def row(date: str, rest: str = "somatic,acute,20,17,5,2") -> str:
    return f"13,Hälsö,A,{date},{rest}"


def midnight_in_utc(day: int) -> str:
    return row("2025-01-31T23:00:00Z" if day == 1 else f"2025-02-{day - 1:02}T23:00:00Z")


def of(folder: Path, head: str, made: Row, encoding: str = "utf-8") -> list[dict[str, Any]]:
    lines = [head, *(made(day) for day in range(1, 29))]
    (folder / "days.csv").write_text("\n".join(lines), encoding=encoding)
    found: list[dict[str, Any]] = of_files([folder / "days.csv"]).to_pylist()
    return found


@pytest.mark.parametrize(
    ("head", "made", "encoding", "beds"),
    [
        (HEAD, lambda d: row(f"2025-02-{d:02}"), "utf-8", 20),
        (HEAD, midnight_in_utc, "utf-8", 20),
        (HEAD, lambda d: row(f"2025-02-{d:02}T00:00:00+01:00"), "utf-8", 20),
        (HEAD, lambda d: row(f"202502{d:02}"), "utf-8", 20),
        (HEAD.title(), lambda d: row(f"2025-02-{d:02}"), "cp1252", 20),
        (SWEDISH, lambda d: f"Halland;H;A;2025-02-{d:02};Somatisk vård;Akut;20,5;17;5;2", "utf-8",
         20.5),
        (SWEDISH, lambda d: f"13;H;A;2025-02-{d:02};Somatisk vård;Akut;1 020;17;5;2", "cp1252",
         1020),
    ],
)  # fmt: skip
def test_every_way_of_writing_gives_the_same_month(
    tmp_path: Path, head: str, made: Row, encoding: str, beds: float
) -> None:
    found = of(tmp_path, head, made, encoding)
    told = [(one["region"], one["month"], one["stream"], one["reports"]) for one in found]
    assert told == [("13", "2025-02", "acute", 28), ("13", "2025-02", "all", 28)]
    assert found[0]["bed_days"] == pytest.approx(28 * beds)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (lambda d: row(f"{d:02}/02/2025"), "row 2, column date: “01/02/2025” can be"),
        (lambda d: row(f"2025-02-{d:02}", 'somatic,acute,"1,020",17,5,2'),
         "row 2, column beds: “1,020” can be read as 1.02 and as 1020"),
        (lambda d: row(f"2025-02-{d:02}", "somatic,acute,<5,17,5,2"), "row 2, column beds: “<5”"),
        (lambda d: row(f"2025-02-{d:02}", "somatic,acute,20 %,17,5,2"), "row 2, column beds: 20 %"),
        (lambda d: row(f"2025-02-{d:02}", "dental,acute,20,17,5,2"), "care 'dental' is not one of"),
    ],
)  # fmt: skip
def test_what_can_be_two_things_is_refused_by_row_and_column(
    tmp_path: Path, made: Row, told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        of(tmp_path, HEAD, made)


def workbook(path: Path, heads: list[str], **marks: Any) -> Path:
    """A title, headings and the days of February 2025 in the second sheet of a workbook."""
    with xlsxwriter.Workbook(str(path)) as made:
        made.add_worksheet("Läs mig").write(0, 0, "Dygn per enhet")
        sheet, day = made.add_worksheet("Dygn"), made.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write(0, 0, "Halland, februari 2025")
        sheet.write_row(2, 0, heads)
        for number in range(28):
            sheet.write_row(3 + number, 0, ["Halland", "H", "A"])
            sheet.write_datetime(3 + number, 3, datetime(2025, 2, 1 + number), day)
            sheet.write_row(3 + number, 4, ["Somatisk vård", "Akut", 20.5, 17, 5, 2])
        if "hidden" in marks:
            sheet.set_row(marks["hidden"], None, None, {"hidden": True})
        if "merged" in marks:
            sheet.merge_range(*marks["merged"])
        if "cell" in marks:
            sheet.write(*marks["cell"])
    return path


def test_a_workbook_adds_up_as_its_csv_does(tmp_path: Path) -> None:
    found = of_files([workbook(tmp_path / "d.xlsx", SWEDISH.split(";"))]).to_pylist()
    assert [(one["month"], one["bed_days"], one["reports"]) for one in found] == [
        ("2025-02", 28 * 20.5, 28)
    ] * 2
    hidden = of_files([workbook(tmp_path / "h.xlsx", SWEDISH.split(";"), hidden=5)]).to_pylist()
    assert [one["reports"] for one in hidden] == [27, 27]


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ({"merged": (3, 6, 4, 6, 20)}, "sheet Dygn, row 4: The figure stands in a merged cell"),
        ({"cell": (4, 6, "=1/0")}, "sheet Dygn, row 5, column Disponibla vårdplatser: =1/0 is"),
        ({"cell": (4, 7, "5,9*")}, "sheet Dygn, row 5, column Inskrivna patienter: “5,9\\*” has"),
    ],
)
def test_a_fault_of_a_workbook_names_sheet_row_and_heading(
    tmp_path: Path, marks: dict[str, Any], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        of_files([workbook(tmp_path / "d.xlsx", SWEDISH.split(";"), **marks)])
