"""Files that are wrong, each told why and where, and none of them changes anything."""

import struct
import zipfile
from collections import deque
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from dashboard.imports.importing import ImportOptions, import_file
from dashboard.imports.readers import REGIONS
from dashboard.spreadsheets.faults import Fault, Unreadable
from dashboard.spreadsheets.workbook import LIMITS, Limits, workbook_sheets
from tests.dashboard.imports.files import GOOD, HEADS, csv_file, reading_of, rules, workbook

Make = Callable[[Path], Path]


def table(*rows: object) -> Make:
    """A CSV file of two right rows and these."""
    return lambda folder: csv_file(folder / "a.csv", [HEADS, *GOOD, *rows])  # type: ignore[list-item]


def content(name: str, data: bytes) -> Make:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return make


def formulas(folder: Path) -> Path:
    path = folder / "f.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADS)
        sheet.write_row(1, 0, GOOD[0])
        sheet.write_formula(1, 3, "=C2/200", value="")
    return path


def packed(folder: Path, name: str, megabytes: int) -> Path:
    """A workbook one of whose parts is nothing but spaces."""
    path = workbook(folder / name, [HEADS, *GOOD])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * (megabytes << 20))
    return path


def bomb(folder: Path) -> Path:
    return packed(folder, "b.xlsx", 20)


def claim(folder: Path) -> Path:
    """A workbook that claims to unpack to 2 GB, which it does not."""
    path = packed(folder, "c.xlsx", 1)
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 2 << 30)
    path.write_bytes(data)
    return path


def truncated(folder: Path) -> Path:
    path = workbook(folder / "t.xlsx", [HEADS, *GOOD])
    path.write_bytes(path.read_bytes()[:-700])
    return path


def another(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "z.xlsx", "w") as out:
        out.writestr("readme.txt", "nothing")
    return folder / "z.xlsx"


HEAD = ";".join(HEADS)
BAD: dict[str, tuple[Make, str, int, str]] = {
    "wrong encoding": (content("u.csv", HEAD.encode("utf-16")), "encoding", 0, "UTF-16"),
    "not text": (content("x.csv", b"\x00\x01region"), "encoding", 0, "varken text i UTF-8"),
    "empty": (content("e.csv", b""), "empty", 0, "Filen är tom"),
    "headings alone": (content("h.csv", HEAD.encode()), "no_rows", 0, "inga siffror"),
    "no table": (content("n.csv", b"a;b\n1;2\n"), "no_table", 0, "rubriken Region"),
    "unknown region": (table(("Narnia", "2025-10", 5, 1)), "region", 4, "Skriv länskoden"),
    "duplicate key": (table(("Region Skåne", "okt 2025", 5, None)), "duplicate", 4, "rad 2"),
    "negative": (table(("Kalmar", "2025-10", -5, 1)), "negative", 4, "mindre än noll"),
    "NaN": (table(("Kalmar", "2025-10", "NaN", 1)), "finite", 4, "ändligt tal"),
    "1e999": (table(("Kalmar", "2025-10", "1e999", 1)), "finite", 4, "ändligt tal"),
    "too much": (table(("Kalmar", "2025-10", 99_999, 1)), "too_large", 4, "enhet och decimal"),
    "13th month": (table(("Kalmar", "2025-13", 5, 1)), "month", 4, "ett år har tolv"),
    "a month to come": (table(("Kalmar", "2090-01", 5, 1)), "future", 4, "har inte varit"),
    "no region": (table((None, "2025-10", 5, 1)), "region", 4, "ingen region"),
    "open quotation": (content("q.csv", f'{HEAD}\n"Kalmar;1\n'.encode()), "csv", 0, "citattecknen"),
    "formula never computed": (formulas, "formula", 2, "Klistra in värdet"),
    "zip bomb": (bomb, "zip_ratio", 0, "gånger"),
    "truncated": (truncated, "truncated", 0, "avkortad"),
    "2 GB claim": (claim, "too_large", 0, "2048 MB"),
    "old workbook": (content("o.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9), "format", 0, "XLS"),
    "another archive": (another, "format", 0, "formatet XLSX"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_told_what_is_wrong_and_changes_nothing(tmp_path: Path, kind: str) -> None:
    make, rule, row, words = BAD[kind]
    home = tmp_path / "home"
    home.mkdir()
    outcome = import_file(make(tmp_path), home, ImportOptions(REGIONS))
    (fault, *more) = outcome.faults
    assert (fault.rule, fault.row, more) == (rule, row, [])
    assert words in fault.message.sv
    assert fault.message.en
    assert (outcome.accepted, outcome.kept) == (0, False)
    assert list(home.iterdir()) == []


def test_a_formula_never_computed_names_itself(tmp_path: Path) -> None:
    (fault,) = reading_of(formulas(tmp_path)).faults
    assert (fault.row, fault.column, fault.value) == (2, HEADS[3], "=C2/200")


def test_a_fault_says_where_it_stands(tmp_path: Path) -> None:
    rows = [HEADS, *GOOD, ("Kalmar", "2025-10", "tolv", 1)]
    book = reading_of(workbook(tmp_path / "a.xlsx", rows, name="Okt")).faults
    assert book == [Fault("Okt", 4, "Disponibla vårdplatser", "tolv", "number", book[0].message, 3)]
    assert book[0].as_json("en")["message"] == (
        "“tolv” is not a number. Write for example 1234 or 5.9, or leave the cell empty."
    )


@pytest.mark.parametrize(
    ("row", "rule", "column"),
    [
        (("Kalmar", "2025-10", 100, 90, 95), "part_of_whole", "Överbelagda patienter"),
        (("Kalmar", "2025-10", 100, 90, 3), None, ""),
    ],
)
def test_no_more_can_lie_over_than_lie_there(
    tmp_path: Path, row: tuple[object, ...], rule: str | None, column: str
) -> None:
    heads = (*HEADS[:3], "Inskrivna patienter", HEADS[3])
    faults = reading_of(csv_file(tmp_path / "a.csv", [heads, row])).faults
    assert [(one.rule, one.row, one.column) for one in faults] == (
        [(rule, 2, column)] if rule else []
    )


def test_acute_and_planned_are_all_care_together(tmp_path: Path) -> None:
    heads = ("Region", "Månad", "Vårdform", "Vårdplatser")
    rows = [("Kalmar", "2025-10", stream, beds)
            for stream, beds in (("Alla", 100), ("Akut", 80), ("Planerad", 30))]  # fmt: skip
    assert rules(csv_file(tmp_path / "a.csv", [heads, *rows])) == ["streams_add_up"]


def test_a_workbook_beyond_its_limits_is_stopped_and_says_so(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [HEADS, *GOOD])
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADS)
        # One cell far away makes every cell up to it a cell to be held.
        sheet.write(1_048_575, 16_383, 1)
    sheets = workbook_sheets(path, Limits(megabytes=512, seconds=20))
    with pytest.raises(Unreadable) as told:
        deque((row for sheet in sheets for row in sheet.rows), 0)
    assert told.value.fault.rule == "too_large"
    assert path.stat().st_size < LIMITS.unpacked
