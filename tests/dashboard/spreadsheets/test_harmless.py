"""What strangers write is text in a spreadsheet and on a terminal, and never an order."""

import csv
import io
import json

import pytest

from dashboard.cli import main
from dashboard.cli.printing import print_csv, print_json, print_line, print_table
from dashboard.spreadsheets import harmless

Run = pytest.CaptureFixture[str]


@pytest.mark.parametrize("words", ["=1+1", "+1+1", "-1+1", "@A1", "\t=1", " =1", "\xa0=1", "-x"])
def test_a_formula_is_set_off_as_text(words: str) -> None:
    assert harmless.cell(words) == f"'{words}"


@pytest.mark.parametrize("words", ["-1.5", "+2", "-3,4", "1e-5", "a=b", "", "Norr-Syd"])
def test_numbers_and_ordinary_words_stay(words: str) -> None:
    assert harmless.cell(words) == words


def test_no_printed_csv_has_a_formula_or_an_escape(capsys: Run) -> None:
    print_csv([{"words": "=1+1", "value": -1.5}, {"words": "\x1b[31mred", "value": None}])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["words"] for row in rows] == ["'=1+1", "\N{REPLACEMENT CHARACTER}[31mred"]
    assert rows[0]["value"] == "-1.5"


def test_a_printed_table_gives_a_terminal_nothing_to_obey(capsys: Run) -> None:
    print_table(["Words"], [["\x1b]0;title\x07 and \x9b2J"]])
    shown = capsys.readouterr().out
    assert "title" in shown
    assert not set("\x1b\x07\x9b") & set(shown)


def test_printed_json_says_the_same_and_gives_a_terminal_nothing_to_obey(capsys: Run) -> None:
    told = {"words": "\x1b[31m \x9b2J \u202e åäö"}
    print_json(told)
    shown = capsys.readouterr().out
    assert json.loads(shown) == told
    assert not set("\x1b\x9b\u202e") & set(shown)
    assert "åäö" in shown


def test_neither_a_notice_nor_a_refusal_has_an_escape(
    capsys: Run, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    print_line("hidden sheet \x1b]0;title\x07")
    assert main(["publish", "--release", "\x1b]0;title\x07 and \x9b2J"]) == 2
    shown = "".join(capsys.readouterr())
    assert "title" in shown
    assert not set("\x1b\x07\x9b") & set(shown)


def test_an_empty_name_of_a_release_is_refused(
    capsys: Run, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    assert main(["publish", "--release", ""]) == 2
    assert "--release is empty" in capsys.readouterr().err
