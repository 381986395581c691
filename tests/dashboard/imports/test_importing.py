"""Imports: kept whole or not at all, known again by their hash, in part only when asked."""

import csv
import io
import json
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from dashboard.imports import accepted
from dashboard.imports.accepted import COLUMNS, DamagedImport, hash_of, imports
from dashboard.imports.annotated import annotated
from dashboard.imports.importing import ImportOptions, import_file
from dashboard.imports.readers import REGIONS
from dashboard.imports.templates import KINDS, ROWS, csv_template, headings, xlsx_template
from dashboard.language.text import LANGS, Lang
from dashboard.spreadsheets.workbook import workbook_sheets
from tests.dashboard.imports.files import GOOD, HEADS, csv_file, reading_of, workbook

ASKED = ImportOptions(REGIONS)
PARTLY = ImportOptions(REGIONS, accept_valid=True)
BAD = ("Kalmar", "2025-10", -5, 1)


def good(folder: Path) -> Path:
    return csv_file(folder / "good.csv", [HEADS, *GOOD])


def partly(folder: Path) -> Path:
    return csv_file(folder / "partly.csv", [HEADS, *GOOD, BAD])


def test_a_right_file_is_kept_with_its_provenance(tmp_path: Path) -> None:
    path = good(tmp_path)
    outcome = import_file(path, tmp_path, ASKED)
    assert (outcome.rows, outcome.accepted, outcome.wrong, outcome.kept) == (4, 4, 0, True)
    (kept,) = imports(tmp_path)
    rows = pd.read_parquet(kept.folder / accepted.ROWS)
    assert tuple(rows.columns) == COLUMNS
    assert set(rows["source"]) == {"regions"}
    assert set(rows["file"]) == {hash_of(path)} == {kept.folder.name}
    assert kept.about["months"] == ["2025-10"]
    assert kept.about["regions"] == ["12", "13"]
    assert not (tmp_path / "quarantine").exists()


def test_a_file_seen_before_is_known_by_its_hash_whatever_its_name(tmp_path: Path) -> None:
    import_file(good(tmp_path), tmp_path, ASKED)
    again = good(tmp_path).rename(tmp_path / "other.csv")
    outcome = import_file(again, tmp_path, ASKED)
    assert (outcome.seen, outcome.kept, outcome.rows, outcome.accepted) == (True, True, 4, 4)
    assert len(imports(tmp_path)) == 1


def test_a_trial_keeps_nothing(tmp_path: Path) -> None:
    outcome = import_file(good(tmp_path), tmp_path, replace(ASKED, dry_run=True))
    assert (outcome.accepted, outcome.kept) == (4, False)
    assert imports(tmp_path) == ()


def test_a_right_row_is_never_kept_beside_a_wrong_one_unless_asked(tmp_path: Path) -> None:
    outcome = import_file(partly(tmp_path), tmp_path, ASKED)
    assert (outcome.accepted, outcome.wrong, outcome.kept) == (0, 1, False)
    assert imports(tmp_path) == ()


def test_the_right_rows_are_kept_when_asked_and_the_rest_lies_in_quarantine(
    tmp_path: Path,
) -> None:
    outcome = import_file(partly(tmp_path), tmp_path, replace(ASKED, accept_valid=True))
    assert (outcome.accepted, outcome.wrong, outcome.kept) == (5, 1, True)
    with Path(outcome.quarantine).open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    # A negative number is a number, and no formula.
    assert (row["row"], row["rule"], row["value"]) == ("4", "negative", "-5")
    (kept,) = imports(tmp_path)
    assert kept.about["refused"] == 1


def test_what_begins_like_a_formula_or_an_escape_is_none_in_quarantine(tmp_path: Path) -> None:
    odd = [("Kalmar", "2025-10", value, 1) for value in ("=1+1", "@SUM(1)", "\x1b[31mred")]
    path = csv_file(tmp_path / "odd.csv", [HEADS, *GOOD, *odd])
    outcome = import_file(path, tmp_path, replace(ASKED, accept_valid=True))
    text = Path(outcome.quarantine).read_text(encoding="utf-8-sig")
    values = {row["value"] for row in csv.DictReader(io.StringIO(text), delimiter=";")}
    assert {"'=1+1", "'@SUM(1)"} <= values
    assert "\x1b" not in text


def test_of_two_rows_with_one_key_neither_is_kept(tmp_path: Path) -> None:
    rows = [HEADS, *GOOD, ("VGR", "2025-10", 1, 1), ("VGR", "2025-10", 2, None)]
    path = csv_file(tmp_path / "a.csv", rows)
    import_file(path, tmp_path, replace(ASKED, accept_valid=True))
    (kept,) = imports(tmp_path)
    found = pd.read_parquet(kept.folder / accepted.ROWS)
    assert set(found.loc[found["region"] == "14", "measure"]) == {"over_days"}


def test_two_who_import_one_file_at_once_keep_it_once_and_whole(tmp_path: Path) -> None:
    path, together, wrong = good(tmp_path), threading.Barrier(4), []

    def bring() -> None:
        together.wait()
        try:
            import_file(path, tmp_path, ASKED)
        except Exception as error:
            wrong.append(error)

    threads = [threading.Thread(target=bring) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert wrong == []
    assert [one.hash for one in imports(tmp_path)] == [hash_of(path)]
    assert [p.name for p in (tmp_path / "imports").iterdir() if p.name[0] == "."] == [".lock"]


def test_a_full_disk_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(accepted, "write_folder", full)
    for path, asked in ((good(tmp_path), ASKED), (partly(tmp_path), PARTLY)):
        with pytest.raises(OSError, match="No space left"):
            import_file(path, tmp_path, asked)
    assert imports(tmp_path) == ()
    assert list((tmp_path / "quarantine").iterdir()) == []


def test_a_damaged_import_is_named(tmp_path: Path) -> None:
    import_file(good(tmp_path), tmp_path, ASKED)
    (kept,) = imports(tmp_path)
    (kept.folder / accepted.ROWS).write_bytes(b"PAR1")
    with pytest.raises(DamagedImport, match=kept.hash):
        imports(tmp_path)


def test_the_workbook_to_send_back_marks_the_faults_and_runs_nothing(tmp_path: Path) -> None:
    rows = [HEADS, *GOOD, ("=HYPERLINK(1)", "2025-10", 5, 1), BAD]
    path = csv_file(tmp_path / "a.csv", rows)
    target = tmp_path / "fel.xlsx"
    annotated(path, reading_of(path).faults, target, "sv")
    told = CalamineWorkbook.from_path(str(target))
    assert told.sheet_names == ["Fel", "Data"]
    data = told.get_sheet_by_name("Data").to_python()
    assert data[1][:4] == ["Skåne", "2025-10", "1234", "5,9"]
    assert data[3][4].startswith("Att rätta: =HYPERLINK(1) är en formel")
    assert data[4][4].startswith("Att rätta: -5 är mindre än noll")
    listed = told.get_sheet_by_name("Fel").to_python()
    assert [row[1:5] for row in listed[1:]] == [
        [4, "Region", "=HYPERLINK(1)", "formula"], [5, HEADS[2], "-5", "negative"]
    ]  # fmt: skip
    # No cell is a formula, or it would be refused when it comes back.
    assert all(not sheet.formulas and list(sheet.rows) for sheet in workbook_sheets(target))
    assert [fault.rule for fault in reading_of(target).faults] == ["formula", "negative"]


def test_a_file_cut_short_gives_the_list_alone(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [HEADS, *GOOD])
    path.write_bytes(path.read_bytes()[:-500])
    annotated(path, reading_of(path).faults, tmp_path / "fel.xlsx", "en")
    assert CalamineWorkbook.from_path(str(tmp_path / "fel.xlsx")).sheet_names == ["Errors"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_template_filled_in_is_imported(tmp_path: Path, kind: str, lang: Lang) -> None:
    if kind == "csv":
        text = csv_template(lang).decode("utf-8-sig")
        sign = ";" if lang == "sv" else ","
        lines = [line.split(sign) for line in text.splitlines()]
        filled = [[*line[:1], "2025-10", *line[2:4], "100", "90", "3", "1"] for line in lines[1:]]
        path = csv_file(tmp_path / "t.csv", [lines[0], *filled], delimiter=sign)
    else:
        words = ("Somatisk", "Alla") if lang == "sv" else ("Somatic", "All")
        rows = [headings(lang), ("Skåne", "2025-10", *words, 100, 90, 3, 1)]
        path = workbook(tmp_path / "t.xlsx", rows)
    read = reading_of(path)
    assert read.faults == []
    assert read.collected.count == 4 * (21 if kind == "csv" else 1)


@pytest.mark.parametrize("lang", LANGS)
def test_the_workbook_to_fill_in_has_lists_and_bounds(tmp_path: Path, lang: Lang) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(xlsx_template(lang))
    book = CalamineWorkbook.from_path(str(path))
    assert book.get_sheet_by_index(0).to_python()[0] == list(headings(lang))
    import zipfile

    sheet = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<dataValidation ") == 7
    assert f"A2:A{ROWS + 1}" in sheet
    assert "Listor!$A$1:$A$21" in sheet


def test_an_import_killed_leaves_nothing_that_could_be_taken_for_one(tmp_path: Path) -> None:
    """The process ends between writing and renaming; what it leaves is hidden."""
    code = (
        "import os, sys; from pathlib import Path; from dashboard.storage import durable_files\n"
        "from dashboard.imports.importing import *; from dashboard.imports.readers import REGIONS\n"
        "durable_files._sync = lambda folder: os.kill(os.getpid(), 9)\n"
        "import_file(Path(sys.argv[1]), Path(sys.argv[2]), ImportOptions(REGIONS))\n"
    )
    path = good(tmp_path)
    ended = subprocess.run([sys.executable, "-c", code, str(path), str(tmp_path)], check=False)
    assert ended.returncode == -9
    assert imports(tmp_path) == ()
    assert import_file(path, tmp_path, ASKED).kept
    assert json.loads((imports(tmp_path)[0].folder / accepted.PROVENANCE).read_text())["rows"] == 4
