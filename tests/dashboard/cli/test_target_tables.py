"""`vardplats targets` lists the versions and loads one's own, or says why not."""

import json
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.paths import ROOT

Run = pytest.CaptureFixture[str]
OWN = (
    (ROOT / "tests" / "data" / "targets.csv")
    .read_text("utf-8")
    .replace("v1,", "v2,")
    .replace(",85,", ",84,")
)


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path / "var"))
    return tmp_path


def test_the_embedded_table_can_be_given_back_as_a_version_of_its_own(
    own_home: Path, capsys: Run
) -> None:
    file = own_home / "own.csv"
    file.write_text(OWN, encoding="utf-8")
    assert main(["targets", "load", str(file)]) == 0
    assert "targets=v2" in capsys.readouterr().err
    assert main(["targets", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["version"], row["stream"], row["target_pct"]) for row in rows] == [
        ("v1", "acute", 85), ("v1", "planned", 95), ("v2", "acute", 84), ("v2", "planned", 95),
    ]  # fmt: skip


def test_an_official_need_of_a_region_is_a_row_too(own_home: Path, capsys: Run) -> None:
    head, acute, _ = OWN.splitlines()
    file = own_home / "own.csv"
    file.write_text(
        f"{head},need_total\n{acute},\nv2,14,,,,,,2026-01-01,,Beslut,,,3100\n", encoding="utf-8"
    )
    assert main(["targets", "load", str(file), "--format", "json"]) == 0
    needs = [row for row in json.loads(capsys.readouterr().out) if row["need_total"]]
    assert [(row["region"], row["need_total"]) for row in needs] == [("14", 3100)]


def test_faults_are_named_and_nothing_is_loaded(own_home: Path, capsys: Run) -> None:
    file = own_home / "own.csv"
    file.write_text(OWN.replace(",84,", ",x,").replace(",planned,", ",later,"), encoding="utf-8")
    assert main(["targets", "load", str(file)]) == 2
    told = capsys.readouterr().err
    assert f"{file}, row 2, column target_pct: " in told
    assert f"{file}, row 3, column stream: " in told
    assert not (own_home / "var").exists()


@pytest.mark.parametrize("arguments", [["load"], ["list", "x.csv"], ["load", "not-there.csv"]])
def test_what_cannot_be_loaded_is_refused(
    arguments: list[str], own_home: Path, capsys: Run
) -> None:
    assert main(["targets", *arguments]) == 2
    assert capsys.readouterr().err


def test_a_version_changed_by_hand_is_told(own_home: Path, capsys: Run) -> None:
    folder = own_home / "var" / "targets"
    folder.mkdir(parents=True)
    (folder / "v2.csv").write_text("torn")
    assert main(["targets"]) == 0
    assert "v2.csv is not used" in capsys.readouterr().err
