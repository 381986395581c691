"""`vardplats plan` takes plans in both layouts, names every fault, and keeps what was changed."""

import json
from pathlib import Path

import pytest
import xlsxwriter

from dashboard.cli import main
from dashboard.dialogue.plan_log import LOG, plans_of
from dashboard.reference.regions import CODES

Run = pytest.CaptureFixture[str]
LONG = (
    "region;månad;planerade platser;mål beläggning\n"
    "Västernorrland;2026-01;400;90\n22;feb 2026;395,5;\n"
)
WIDE = "region,measure,2026-01,2026-02\n22,planned_beds,380,390\n22,target_occupancy,91,92\n"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path / "home"))


def _loaded(tmp_path: Path, content: str, *more: str) -> int:
    file = tmp_path / "plan.csv"
    file.write_text(content, "utf-8")
    return main(["plan", str(file), *more])


def test_a_row_for_each_region_and_month(tmp_path: Path, capsys: Run) -> None:
    assert _loaded(tmp_path, LONG, "--by", "Bo", "--format", "json") == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["region"], first["month"], first["by"]) == ("22", "2026-01", "Bo")
    assert (first["planned_beds"], first["target_occupancy"]) == (400, 90)
    assert (second["planned_beds"], second["target_occupancy"]) == (395.5, None)


def test_a_column_for_each_month_in_a_workbook(tmp_path: Path, capsys: Run) -> None:
    file = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for place, line in enumerate(WIDE.splitlines()):
            for column, cell in enumerate(line.split(",")):
                number = place > 0 and column > 1
                sheet.write(place, column, float(cell) if number else cell)
    assert main(["plan", str(file), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["month"], row["planned_beds"], row["target_occupancy"]) for row in rows] == [
        ("2026-01", 380, 91), ("2026-02", 390, 92),
    ]  # fmt: skip


def test_what_is_changed_keeps_what_it_was(tmp_path: Path, capsys: Run) -> None:
    assert _loaded(tmp_path, LONG) == _loaded(tmp_path, WIDE) == 0
    capsys.readouterr()
    assert main(["plan", "--region", "22", "--format", "json"]) == 0
    first, _ = json.loads(capsys.readouterr().out)
    assert (first["planned_beds"], first["first_planned_beds"]) == (380, 400)
    # The months had ended when they were handed in.
    assert first["changed_afterwards"] == "yes"
    assert _loaded(tmp_path, WIDE) == 0
    plan = plans_of(tmp_path / "home").of_region("22")["2026-01"]
    assert len(plan.before) == 1


def test_every_fault_is_named_and_nothing_kept(tmp_path: Path, capsys: Run) -> None:
    wrong = (
        "region;month;planned_beds;target_occupancy\n"
        "Narnia;2026-01;400;0.9\n22;2026-13;-4;90\nRiket;2026-05;400;90\n"
        "22;2026-06;400;90\n22;2026-06;401;\n"
    )
    assert _loaded(tmp_path, wrong) == 2
    said = capsys.readouterr().err
    for words in (
        "row 2, column region", "row 2, column target_occupancy: 0.9 is no target in per cent",
        "row 3, column month", "row 3, column planned_beds: -4 is no number of beds",
        "row 4, column region: a plan is that of a region", "2026-06 of 22 stands twice",
        "Nothing was kept.",
    ):  # fmt: skip
        assert words in said
    assert not (tmp_path / "home" / LOG).exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("region;planned_beds\n22;400\n", "there is neither a column month"),
        ("region;month\n22;2026-01\n", "no column planned_beds nor target_occupancy"),
        ("region;month;planned_beds\n22;2026-01;\n", "has no planned beds and no targets"),
        ("region,measure,2026-01\n22,staff,3\n", "neither planned_beds nor target_occupancy"),
    ],
)
def test_a_table_that_is_no_plan_is_refused(
    tmp_path: Path, capsys: Run, content: str, said: str
) -> None:
    assert _loaded(tmp_path, content) == 2
    assert said in capsys.readouterr().err


def test_the_template_is_taken_when_it_is_filled_in(tmp_path: Path, capsys: Run) -> None:
    file = tmp_path / "mall.csv"
    assert main(["plan", "--template", str(file)]) == 0
    lines = file.read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + 12 * len(CODES)
    filled = [lines[0], *(line.replace(";;", ";100;90") for line in lines[1:])]
    assert _loaded(tmp_path, "\n".join(filled)) == 0
    assert len(plans_of(tmp_path / "home").of_region("01")) == 12


def test_without_plans_it_says_none(capsys: Run) -> None:
    assert main(["plan"]) == 0
    assert capsys.readouterr().out == "Plans: 0\n"
    assert main(["plan", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
