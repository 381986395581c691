"""The report on a file reads like a letter to whoever made it, and keeps nothing."""

import json
import re
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.imports.accepted import imports
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


def test_a_letter_goes_down_the_file_and_asks_in_its_own_language(
    tmp_path: Path, home: Path, capsys: Run
) -> None:
    rows = [("Skåne", "2025-10", 208.2, 120.5), ("Gotland", "2025-10", 1.18, 3), BAD[0]]
    path = csv_file(tmp_path / "a.csv", [HEADS, *rows, ("Halland", "2025-10", 397, "<5")])
    code, out, err = check(capsys, path, "--lang", "sv")
    assert (code, "öppna frågor: 2" in err) == (2, True)
    places = [int(row) for row in re.findall(r"^  - rad (\d+)", out, re.M)]
    assert places == [4, 5, 2, 3]
    assert "Svara ja (" in out
    assert "Svara på frågorna" in out
    without = csv_file(tmp_path / "b.csv", [HEADS, ("Halland", "2025-10", 397, "<5")])
    assert "frågorna" not in check(capsys, without, "--lang", "sv")[1]


@pytest.mark.parametrize(("answer", "kept"), [("noll", 2), ("saknas", 1), ("zero", 2)])
def test_the_words_that_a_letter_asks_for_are_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, kept: int
) -> None:
    own = tmp_path / "own"
    monkeypatch.setenv("VARDPLATS_HOME", str(own))
    path = csv_file(tmp_path / "a.csv", [HEADS, ("Gotland", "2025-10", 118, "–")])
    answers = tmp_path / "svar.csv"
    answers.write_text(f"Nyckel;Svar\ndash;{answer}\n", encoding="utf-8")
    assert main(["import", str(path), "--answer", str(answers)]) == 0
    assert imports(own)[0].about["accepted"] == kept
