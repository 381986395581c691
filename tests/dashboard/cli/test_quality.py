"""The command `vardplats quality`: the same rows as the files, in every format."""

import csv
import io
import json

import pytest

from dashboard.checks.rules import RULES
from dashboard.cli import main
from dashboard.quality.findings import findings
from dashboard.quality.rows import rule_rows
from dashboard.releases.dataset import Dataset
from dashboard.view.view import default_view

Run = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, home) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))


def told(capsys: Run, *arguments: str) -> list[dict]:
    assert main(["quality", *arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_rules_that_fired_are_those_of_the_file(capsys: Run, dataset: Dataset) -> None:
    assert told(capsys) == rule_rows(dataset, default_view(dataset))
    errors = told(capsys, "rules", "--severity", "error", "--region", "14")
    assert {(one["rule"], one["indicator"]) for one in errors} >= {
        ("R15", "wait_first_contact_waiting")
    }
    assert {one["severity"] for one in errors} == {"error"}


def test_the_questions_to_a_region_include_those_to_all(capsys: Run, dataset: Dataset) -> None:
    rows = told(capsys, "questions", "--region", "13")
    assert {one["region"] for one in rows} == {"13", "all"}
    assert rows[0]["figures"] == "2024=1.5 2025=7.4"
    assert len(told(capsys, "questions")) == len(findings(dataset))


def test_grades_have_their_reasons(capsys: Run) -> None:
    rows = told(capsys, "grades", "--indicator", "psychiatric_overcrowding", "--region", "21")
    assert rows[0]["grade"] == "C"
    assert "Jump 2025" in rows[0]["reason"]


@pytest.mark.parametrize("what", ["rules", "questions", "grades", "sources", "book"])
def test_every_answer_comes_as_csv_and_as_a_table(capsys: Run, what: str) -> None:
    assert main(["quality", what, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows
    assert main(["quality", what]) == 0
    assert len(capsys.readouterr().out.splitlines()) > len(rows)


def test_the_book_has_every_rule(capsys: Run) -> None:
    assert [one["rule"] for one in told(capsys, "book")] == [rule.id for rule in RULES]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nothing"], "rules, questions, grades, sources, book"),
        (["rules", "--region", "99"], "--region '99' does not exist"),
        (["rules", "--indicator", "x"], "--indicator 'x' does not exist"),
        (["rules", "--severity", "grave"], "error, warning, info"),
        (["sources", "--region", "23"], "no sources of what was asked for"),
    ],
)
def test_what_does_not_exist_is_refused_with_what_there_is(
    capsys: Run, arguments: list[str], words: str
) -> None:
    assert main(["quality", *arguments]) == 2
    assert words in capsys.readouterr().err
