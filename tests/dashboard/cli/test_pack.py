"""`vardplats pack` writes the files of a region and names them, or says why not."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.paths import ROOT
from tests.each import each

Run = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))


def test_the_files_of_a_region_are_written_and_named(capsys: Run, tmp_path: Path) -> None:
    to = tmp_path / "papers"
    asked = ["pack", "--region", "09", "--since", "2026-03-12", "--meeting", "2026-12-01"]
    assert main([*asked, "--to", str(to), "--lang", "en", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [Path(row["file"]).name.partition("_en")[2] for row in rows] == [
        ".html", ".xlsx", ".pptx", ".pdf", "_brief.pdf",
    ]  # fmt: skip
    for row in each(rows):
        content = Path(row["file"]).read_bytes()
        assert len(content) == row["bytes"] > 1000
        assert hashlib.sha256(content).hexdigest() == row["sha256"]
        assert row["region"] == "09"
    assert {one.name for one in to.iterdir()} == {Path(row["file"]).name for row in rows}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--region", "99"], "There is no region '99'. There is 01 Stockholm"),
        (["--region", "22,xx"], "There is no region 'xx'"),
        (["--region", "22", "--since", "12 mars"], "--since '12 mars' is no date"),
        (["--region", "22", "--meeting", "2026-13-01"], "--meeting '2026-13-01' is no date"),
        (
            ["--region", "22", "--since", "2026-12-01", "--meeting", "2026-11-01"],
            "--since 2026-12-01 is not before the meeting",
        ),
        (["--region", "22", "--release", "abcdef"], "There is no release 'abcdef'"),
        (["--region", "22", "--ask", " "], "--ask: at most 10 questions"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    capsys: Run, tmp_path: Path, arguments: list[str], said: str
) -> None:
    assert main(["pack", *arguments, "--to", str(tmp_path / "papers")]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_none_is_refused(capsys: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert main(["pack", "--region", "22", "--to", str(tmp_path / "file")]) == 2
    assert "it is no folder. Nothing was written." in capsys.readouterr().err
    assert (tmp_path / "file").read_text() == "mine"


def test_serving_loads_nothing_that_makes_files() -> None:
    code = (
        "import sys, app\n"
        "app.server.test_client().get('/')\n"
        "print(sorted({'pptx', 'typst', 'pikepdf', 'PIL.Image', 'xlsxwriter'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
