"""`vardplats pack` writes the files of a region and names them, or says why not."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main
from dashboard.cli.dialogue import pack
from dashboard.dialogue.agreement_log import agree
from dashboard.dialogue.pack import Pack
from dashboard.dialogue.pack_content import make_pack
from dashboard.dialogue.papers import files as papers
from dashboard.dialogue.papers.html import html
from dashboard.paths import ROOT
from dashboard.releases.dataset import Dataset
from tests.each import each
from tests.tiers_made import tiers_home

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


def _kept_in(place: Path, home: Path) -> None:
    """Two regions that have handed in a month and agreed to something."""
    tiers_home(place, home / "releases", ("14", "12"))
    for code in ("14", "12"):
        agree(place, {
            "region": code, "measure": f"team {code}", "indicator": "overcrowding",
            "value": "3,0", "until": "2026-12", "owner": "Anna Ek", "due": "2026-10-01",
            "marks": "needs",
        }, by="Bo")  # fmt: skip


@pytest.mark.parametrize(("asked", "agreed", "months"), [
    ([], {"12", "14"}, set()),
    (["--seen-by", "region-14"], {"14"}, set()),
    (["--seen-by", "region-14", "--drafts"], {"14"}, {("14", "2026-01")}),
    (["--seen-by", "authority", "--drafts"], {"12", "14"}, {("12", "2026-01"), ("14", "2026-01")}),
    (["--seen-by", "ministry", "--drafts"], set(), set()),
])  # fmt: skip
def test_a_pack_is_made_of_what_those_it_is_for_may_see(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Run,
    asked: list[str], agreed: set[str], months: set[tuple[str, str]],
) -> None:  # fmt: skip
    place, made = tmp_path / "home", []
    _kept_in(place, home)
    monkeypatch.setenv("VARDPLATS_HOME", str(place))

    def recorded(dataset: Dataset, *rest: Any, **given: Any) -> Pack:
        made.append((dataset, given["kept"]))
        return make_pack(dataset, *rest, **given)

    monkeypatch.setattr(pack, "make_pack", recorded)
    monkeypatch.setattr(papers, "KINDS", {".html": html})
    assert main(["pack", "--region", "14", "--to", str(tmp_path / "papers"), *asked]) == 0
    ((dataset, kept),) = made
    assert {one.region for one in kept.agreed.known} == agreed
    assert dataset.unpublished == months
    (path,) = (tmp_path / "papers").iterdir()
    assert ("INTE_PUBLICERAT" in path.name) is bool(months)
    assert ("INTE PUBLICERAT" in path.read_text("utf-8")) is bool(months)


def test_for_whom_there_is_none_is_refused(tmp_path: Path, capsys: Run) -> None:
    to = ["--region", "22", "--to", str(tmp_path / "papers")]
    for given in each((["--seen-by", "region-99"], ["--seen-by", "public"], ["--drafts"])):
        assert main(["pack", *to, *given]) == 2
        assert "--seen-by is region-14" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


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
