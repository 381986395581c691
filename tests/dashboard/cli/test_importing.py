"""`vardplats import` prints what became of each file, and ends with 2 when anything is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.imports.accepted import imports
from dashboard.paths import ROOT
from dashboard.reference.regions import BY_CODE, CODES
from tests.dashboard.imports.files import GOOD, HEADS, csv_file, reading_of, workbook

Run = pytest.CaptureFixture[str]
BAD = ("Narnia", "2025-10", 5, 1)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def good(folder: Path) -> str:
    return str(csv_file(folder / "good.csv", [HEADS, *GOOD]))


def bad(folder: Path) -> str:
    return str(workbook(folder / "bad.xlsx", [HEADS, *GOOD, BAD]))


def test_the_answer_has_the_parts_that_programs_read(tmp_path: Path, capsys: Run) -> None:
    assert main(["import", bad(tmp_path), "--format", "json", "--lang", "sv"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert (answer["file"], answer["rows"], answer["accepted"]) == ("bad.xlsx", 6, 0)
    assert answer["errors"] == [
        {
            "sheet": "Data", "row": 4, "column": "Region", "value": "Narnia", "rule": "region",
            "message": "”Narnia” är ingen region. Skriv länskoden, som 14, eller namnet.",
        }
    ]  # fmt: skip


def test_several_files_are_imported_each_by_itself(tmp_path: Path, home: Path, capsys: Run) -> None:
    assert main(["import", good(tmp_path), bad(tmp_path), "--format", "json"]) == 2
    answers = json.loads(capsys.readouterr().out)
    assert [(one["kept"], one["accepted"]) for one in answers] == [(True, 4), (False, 0)]
    assert len(imports(home)) == 1
    assert main(["import", good(tmp_path)]) == 0
    assert "imported before" in capsys.readouterr().out


def test_the_table_names_file_sheet_row_column_value_and_what_to_do(
    tmp_path: Path, capsys: Run
) -> None:
    assert main(["import", bad(tmp_path)]) == 2
    out = capsys.readouterr().out
    line = next(line for line in out.splitlines() if "Narnia" in line)
    cells = [cell.strip() for cell in line.split("│")[1:8]]
    assert cells[:6] == ["bad.xlsx", "Data", "4", "Region", "Narnia", "region"]
    assert cells[6].startswith("“Narnia” is not a region")


def test_a_row_of_the_country_that_does_not_agree_asks_and_is_kept_when_answered(
    tmp_path: Path, home: Path, capsys: Run
) -> None:
    beds = {code: round(BY_CODE[code].population / 700) for code in CODES}
    rows = [("Region", "Månad", "Vårdplatser"), *((c, "2025-10", beds[c]) for c in CODES),
            ("Riket", "2025-10", 9300)]  # fmt: skip
    path = str(csv_file(tmp_path / "a.csv", rows))
    assert main(["import", path, "--format", "json"]) == 2
    (question,) = json.loads(capsys.readouterr().out)["questions"]
    assert question["rule"] == "country"
    assert (
        f"9,300 in the file, but the regions come to {sum(beds.values()):,}" in question["message"]
    )
    assert imports(home) == ()
    (tmp_path / "svar.csv").write_text(f"key;answer;by\n{question['key']};ja;Ada\n")
    assert main(["import", path, "--answer", str(tmp_path / "svar.csv")]) == 0
    (kept,) = imports(home)
    assert [(one["answer"], one["by"]) for one in kept.about["answers"]] == [("yes", "Ada")]


def test_a_trial_keeps_nothing_and_the_right_rows_only_when_asked(
    tmp_path: Path, home: Path, capsys: Run
) -> None:
    assert main(["import", good(tmp_path), "--dry-run"]) == 0
    assert "only tried" in capsys.readouterr().out
    assert imports(home) == ()
    assert main(["import", bad(tmp_path), "--accept-valid"]) == 2
    assert "imported in part" in capsys.readouterr().out
    assert [one.about["accepted"] for one in imports(home)] == [4]


def test_a_workbook_to_send_back_is_written(tmp_path: Path) -> None:
    assert main(["import", bad(tmp_path), "--annotated", str(tmp_path / "back")]) == 2
    assert [fault.rule for fault in reading_of(tmp_path / "back" / "bad-fel.xlsx").faults] == [
        "region"
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_template_is_written(tmp_path: Path, kind: str, capsys: Run) -> None:
    target = tmp_path / f"mall.{kind}"
    assert main(["template", str(target)]) == 0
    assert target.stat().st_size > 500
    assert main(["import", str(target)]) == 2
    assert "no_rows" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["import", "nowhere.csv"], "nowhere.csv: No such file or directory"),
        (["import", "."], "Nothing was imported"),
        (["import", "a.csv", "--source", "nobody"], "There is regions, vantetider"),
        (["template", "mall.pdf"], "neither .csv nor .xlsx"),
        (["template", "/nowhere/mall.csv"], "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    arguments: list[str], words: str, capsys: Run
) -> None:
    assert main(arguments) == 2
    assert words in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said_so(
    tmp_path: Path, home: Path, capsys: Run
) -> None:
    home.write_text("a file where the folder should be")
    assert main(["import", good(tmp_path)]) == 2
    assert "Nothing was imported" in capsys.readouterr().err


def test_nothing_but_the_answer_is_on_stdout(tmp_path: Path) -> None:
    """The bar goes to stderr, so that what is piped on is JSON and nothing else."""
    command = [sys.executable, "-c", "from dashboard.cli import main; raise SystemExit(main())"]
    command += ["import", good(tmp_path), "--dry-run", "--format", "json"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(ended.stdout)["accepted"] == 4
