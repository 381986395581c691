"""The report on a file reads like a letter to whoever made it, and keeps nothing."""

import json
import re
from pathlib import Path

import pytest

from dashboard.cli import main
from tests.dashboard.imports.files import HEADS, csv_file

Run = pytest.CaptureFixture[str]
BAD = [("Narnia", "2025-10", 5, 0.1), ("Skåne", "2025-13", 5, 0.1), ("Halland", "2025-13", 5, 0.1)]


@pytest.fixture(autouse=True)
def shown(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))


def check(capsys: Run, *arguments: object) -> tuple[int, str, str]:
    code = main(["check", *map(str, arguments)])
    return code, *capsys.readouterr()


def test_a_sentence_of_many_rows_stands_once(tmp_path: Path, home: Path, capsys: Run) -> None:
    code, out, err = check(capsys, csv_file(tmp_path / "a.csv", [HEADS, *BAD]), "--lang", "sv")
    assert (code, "3 fel" in err) == (2, True)
    assert out.startswith("Hej,")
    assert re.search(r"rad 3-4, kolumn Månad: ”2025-13” har månad 13", out)
    assert out.count("2025-13") == 1


def test_a_question_names_its_readings_and_its_key(tmp_path: Path, home: Path, capsys: Run) -> None:
    path = csv_file(tmp_path / "a.csv", [HEADS, ("Skåne", "2025-10", 208.2, 120.5)])
    before = sorted(home.rglob("provenance.json"))
    code, out, _ = check(capsys, path)
    assert code == 2
    assert re.search(r"Is 2,082 meant\? Answer yes .* or 2082 .*\[level\.12\.2025-10", out)
    code, out, _ = check(capsys, path, "--format", "json")
    (asked,) = json.loads(out)["questions"]
    assert (code, [one["answer"] for one in asked["readings"]]) == (2, ["yes", "2082", "no"])
    assert sorted(home.rglob("provenance.json")) == before


@pytest.mark.parametrize(("lang", "words"), [("sv", "Tack!"), ("en", "Thank you!")])
def test_a_right_file_is_thanked_for(
    tmp_path: Path, home: Path, capsys: Run, lang: str, words: str
) -> None:
    path = csv_file(tmp_path / "a.csv", [HEADS, ("Skåne", "2025-10", 2050, 120.5)])
    code, out, err = check(capsys, path, "--lang", lang)
    assert (code, words in out, err.strip()) == (0, True, "")
