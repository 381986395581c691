"""Ward lists are read with nothing lost, and what cannot be read is named by row and column."""

import io
import subprocess
import sys
import zipfile
from collections import deque
from threading import BoundedSemaphore

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.text import LANGS, Lang
from dashboard.spreadsheets import workbook
from dashboard.spreadsheets.faults import Unreadable
from dashboard.unit_targets.ward_list import MOST_WARDS, read_wards
from dashboard.unit_targets.ward_template import template_csv, template_rows, template_xlsx

HEAD = "avdelning;vårdplatser;vårdform;sjukhus\n"
# Five kinds of error, with the column each is found in.
WRONG = {
    "vårdplatser": "Avdelning {};tjugo;akut;Länssjukhuset",
    "vårdform": "Avdelning {};20;halvakut;Länssjukhuset",
    "avdelning": ";20;akut;Länssjukhuset",
    "sjukhus": "Avdelning {};20;planerad;",
    "5": "Avdelning {};20;akut;Länssjukhuset;mer",
}


def a_workbook(rows: list[list[object]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return out.getvalue()


def test_400_rows_with_five_kinds_of_error_lose_nothing() -> None:
    kinds = list(WRONG.items())
    lines, expected = [], {}
    for number in range(2, 402):
        if number % 10 == 0:
            column, line = kinds[number // 10 % 5]
            expected[number] = column
        else:
            line = "Avdelning {};24;akut;Länssjukhuset"
        lines.append(line.format(number))
    found = read_wards((HEAD + "\n".join(lines)).encode())
    assert len(found.wards) == 360
    assert {one.row: one.column for one in found.faults} == expected
    assert len(found.refused) == len(found.faults) == 40
    assert sorted([one.row for one in (*found.wards, *found.refused)]) == list(range(2, 402))
    for one in found.refused:
        kept = ";".join(cell for _, cell in one.cells)
        assert kept.strip(";") == lines[one.row - 2].strip(";")
    for fault in found.faults:
        assert fault.words.sv.startswith(f"rad {fault.row}, kolumn {fault.column}: ")
        assert fault.words.en.startswith(f"row {fault.row}, column {fault.column}: ")


def test_a_row_with_several_errors_names_them_all() -> None:
    found = read_wards((HEAD + ";0;x;\nA;12;akut;S\na;14;akut;s\n").encode())
    assert [(one.row, one.column) for one in found.faults] == [
        (2, "avdelning"), (2, "vårdplatser"), (2, "vårdform"), (2, "sjukhus"), (4, "avdelning"),
    ]  # fmt: skip
    assert found.faults[-1].message.sv == "”a” på samma sjukhus står redan på rad 3"
    assert found.faults[-1].message.en.startswith("“a” ")


def test_either_language_any_order_and_extra_columns_are_read() -> None:
    text = "Hospital,Note,Beds,Stream,Ward\nA,x,24,Elective,One\n\nB,,8,ICU,Two\n"
    found = read_wards(text.encode())
    assert [(one.row, one.name, one.beds, one.stream, one.hospital) for one in found.wards] == [
        (2, "One", 24, "planned", "A"), (4, "Two", 8, "icu", "B"),
    ]  # fmt: skip
    assert (found.empty, found.ignored) == (1, ("Note",))


def test_a_file_as_swedish_excel_saves_it_is_read() -> None:
    text = HEAD + "Hjärtavdelning Å;18;oplanerad;Östra\n"
    for content in (text.encode("cp1252"), text.encode("utf-8-sig"), text.encode()):
        assert read_wards(content).wards[0].name == "Hjärtavdelning Å"


def test_a_workbook_keeps_its_rows_and_whole_numbers() -> None:
    rows: list[list[object]] = [
        ["avdelning", "vårdplatser", "vårdform", "sjukhus"],
        ["A", 24, "akut", "S"],
        [],
        ["B", 12.5, "akut", "S"],
        ["C", 10, "iva", "S"],
    ]
    found = read_wards(a_workbook(rows))
    assert [(one.row, one.beds) for one in found.wards] == [(2, 24), (5, 10)]
    assert [(one.row, one.column) for one in found.faults] == [(4, "vårdplatser")]
    assert found.empty == 1


@pytest.mark.parametrize("lang", LANGS)
def test_the_template_can_be_given_back_as_it_is(lang: Lang) -> None:
    names = [row[0] for row in template_rows(lang)[1:]]
    for content in (template_csv(lang), template_xlsx(lang)):
        found = read_wards(content)
        assert [one.name for one in found.wards] == names
        assert [one.stream for one in found.wards] == ["acute", "planned", "icu"]
        assert not found.faults


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty"),
        (b"  \n ", "The file is empty"),
        (HEAD.encode(), "no rows below its head"),
        (b"ward,beds,stream\nA,1,acute\n", "there is no column hospital"),
        (b"ward,beds,beds,stream,hospital\nA,1,1,acute,S\n", "the column beds stands twice"),
        (HEAD.encode() + b'"A;1;akut;S\n', "quotation marks"),
        (b"\x00\x01\x02", "text neither in UTF-8"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked by a password"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"x" * 2_000_001, "larger than 2 MB"),
        ((HEAD + "A;1;akut;S\n" * (MOST_WARDS + 1)).encode(), "more than 2000 wards"),
        ((HEAD + "A;1;akut;S\n" * 6_000).encode(), "more than 5001 rows"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_the_reason(content: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words) as refused:
        read_wards(content)
    assert refused.value.words.sv != refused.value.words.en


def a_bomb(sheet_bytes: int) -> bytes:
    """A workbook with one sheet of spaces that unpacks to this size."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(a_workbook([["a"]]))) as plain,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for one in plain.infolist():
            if one.filename != "xl/worksheets/sheet1.xml":
                archive.writestr(one, plain.read(one))
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(b"<worksheet><sheetData><row><c><v>")
            for _ in range(sheet_bytes // 1_000_000):
                sheet.write(b"1" * 1_000_000)
    return out.getvalue()


def test_a_zip_bomb_of_400_kb_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bomb = a_bomb(400_000_000)
    assert 380_000 < len(bomb) < 420_000

    def never(*_: object, **__: object) -> None:
        raise AssertionError("the bomb was handed on")

    monkeypatch.setattr(subprocess, "Popen", never)
    with pytest.raises(Unreadable, match="times over, as no table is"):
        read_wards(bomb)


def test_a_workbook_that_lies_about_its_size_meets_the_limits_of_the_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The check from outside is passed by; the process ends and the server goes on."""
    monkeypatch.setattr(workbook, "_check_claims", lambda source, limits: None)
    few = workbook.Limits(megabytes=256, seconds=4)
    with pytest.raises(Unreadable):
        deque(row for sheet in workbook.workbook_sheets(a_bomb(400_000_000), few)
              for row in sheet.rows)  # fmt: skip


def test_a_cell_in_the_last_corner_of_a_sheet_does_not_fill_the_memory() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["ward", "beds", "stream", "hospital"])
        sheet.write(1_048_575, 16_383, "x")
    with pytest.raises(Unreadable, match="more memory or time"):
        read_wards(out.getvalue())


def test_a_workbook_with_torn_sheets_is_told_to_be_damaged() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(a_workbook([["a"]]))) as whole,
        zipfile.ZipFile(out, "w") as torn,
    ):
        for one in whole.infolist():
            content = whole.read(one)
            torn.writestr(one, content[: len(content) // 2])
    with pytest.raises(Unreadable, match="damaged"):
        read_wards(out.getvalue())


def test_readers_at_once_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_READERS", BoundedSemaphore(1))
    monkeypatch.setattr(workbook, "_WAIT_SECONDS", 0.01)
    busy = a_workbook([["ward", "beds", "stream", "hospital"], ["A", 8, "acute", "S"]])
    with workbook._READERS, pytest.raises(Unreadable, match="being read right now"):
        read_wards(busy)
    assert read_wards(busy).wards[0].beds == 8


def test_the_reader_runs_without_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}
    real = subprocess.Popen

    def spied(arguments: list[str], **options: object) -> object:
        asked.update(options, arguments=arguments)
        return real(arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", spied)
    read_wards(a_workbook([["ward", "beds", "stream", "hospital"], ["A", 8, "acute", "S"]]))
    assert asked["env"] == {}
    assert asked["arguments"][:2] == [sys.executable, "-I"]  # type: ignore[index]


@given(st.binary(max_size=400))
def test_any_bytes_are_a_list_or_refused(content: bytes) -> None:
    try:
        found = read_wards(HEAD.encode() + content)
    except Unreadable:
        return
    assert len(found.wards) + len(found.refused) >= 1


def test_a_title_total_rows_and_words_of_care_are_read_as_in_an_import() -> None:
    text = (
        "Vårdplatser per avdelning, hösten 2026\nSjukhus;Avdelning;Vårdplatser;Vårdform\n"
        "L;Avd 1;24;akut vård\nL;Avd 2;18,0;Planerad vård\nL;Avd  1;20;akut\nTotalt;;62;\n"
    )
    found = read_wards(text.encode("cp850"))
    assert [(one.beds, one.stream) for one in found.wards] == [(24, "acute"), (18, "planned")]
    assert [(one.row, one.column) for one in found.faults] == [(5, "Avdelning"), (6, "Avdelning")]
    assert "summa" in found.faults[1].message.sv


@pytest.mark.parametrize(("error", "named"), [("#REF!", "#REF!"), ("#N/A", "#N/A")])
def test_an_error_of_a_workbook_names_itself(error: str, named: str) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        hidden, sheet = book.add_worksheet("Dold"), book.add_worksheet("Lista")
        hidden.write(0, 0, "Läs först")
        sheet.activate()
        hidden.hide()
        sheet.write_row(0, 0, ["avdelning", "vårdplatser", "vårdform", "sjukhus"])
        sheet.write_row(1, 0, ["A", None, "akut", "S"])
        sheet.write_formula(1, 1, "=1/0", None, error)
    found = read_wards(out.getvalue())
    assert named in found.faults[0].message.sv
    assert "Dold" in found.notices[0].sv
