"""`vardplats spc` answers as the reference does, and names what is wrong in a file."""

import csv
import json
from pathlib import Path

import pytest

from dashboard.cli import main
from tests.dashboard.statistics.test_xmr import CASES, POINTS

Run = pytest.CaptureFixture[str]
KEYS = ["i", "y", "segment", "mean", "lpl", "upl", "special_cause", "point_type", "short_group"]


def a_file(folder: Path, text: str) -> str:
    path = folder / "F.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def asked(case: dict[str, str], path: str) -> list[str]:
    """The command line of a case of the reference."""
    arguments = ["spc", "--file", path, "--direction", case["direction"], "--format", "json"]
    arguments += ["--rebase", case["rebase_idx"].replace(";", ",")] if case["rebase_idx"] else []
    arguments += ["--fix-after", case["fix_after"]] if case["fix_after"] else []
    arguments += ["--target", case["target"]] if case["target"] else []
    return [*arguments, *([] if case["screen_outliers"] == "TRUE" else ["--no-screen"])]


@pytest.mark.parametrize("column", ["i", "date"])
@pytest.mark.parametrize("case", CASES)
def test_every_point_is_that_of_the_reference(
    case: str, column: str, tmp_path: Path, capsys: Run
) -> None:
    lines = [f"{row[column]},{row['y']}" for row in POINTS[case]]
    path = a_file(tmp_path, "\n".join([f"{column},y", *lines, ""]))
    assert main(asked(CASES[case], path)) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["points", "assurance", "last_point_type"]
    assert (answer["assurance"] or "") == CASES[case]["assurance"]
    assert answer["last_point_type"] == CASES[case]["last_point_type"]
    for point, row in zip(answer["points"], POINTS[case], strict=True):
        assert list(point) == KEYS
        for name in ("y", "mean", "lpl", "upl"):
            assert point[name] == pytest.approx(float(row[name]), rel=0, abs=1e-9)
        for name in ("i", "segment", "special_cause", "point_type"):
            assert str(point[name]) == row[name]
        assert str(point["short_group"]).upper() == row["short_group"]


def test_an_empty_cell_is_a_gap_and_other_columns_are_left_alone(
    tmp_path: Path, capsys: Run
) -> None:
    path = a_file(tmp_path, "\ufeffdate,note,y\n2025-01,x,3\n2025-02,,\n2025-03,,4.5\n")
    assert main(["spc", "--file", path, "--direction", "0", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [point["y"] for point in answer["points"]] == [3, None, 4.5]
    assert answer["last_point_type"] is None


def test_days_and_years_are_dates_too(tmp_path: Path, capsys: Run) -> None:
    for dates in ("2025-01-31 2025-02-01 2025-02-02", "2023-01-01 2024-01-01 2025-01-01"):
        path = a_file(tmp_path, "date,y\n" + "".join(f"{one},1\n" for one in dates.split()))
        assert main(["spc", "--file", path, "--direction", "0"]) == 0
    assert "Last point type" in capsys.readouterr().out


def test_csv_holds_the_points_at_full_precision(tmp_path: Path, capsys: Run) -> None:
    path = a_file(tmp_path, "i,y\n" + "".join(f"{i},{i % 3}.1\n" for i in range(1, 11)))
    assert main(["spc", "--file", path, "--direction", "1", "--format", "csv"]) == 0
    as_csv = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert main(["spc", "--file", path, "--direction", "1", "--format", "json"]) == 0
    as_json = json.loads(capsys.readouterr().out)["points"]
    assert [float(row["upl"]) for row in as_csv] == [point["upl"] for point in as_json]


GOOD = "i,y\n1,3\n2,4\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "row 1: there is no column y (Värde). The file is empty."),
        ("y\n3\n", "row 1: there is no column i or date"),
        ("i,y\n", "has no rows"),
        ("i,y\n1,3\n2,3;5\n", "row 3, column y: “3;5” is not a number"),
        ("i,y\n1,3,5\n", "row 2: there must be 2 cells"),
        ("i,y\n1\n", "row 2: there must be 2 cells"),
        ("i,y\n1,nan\n", "row 2, column y: nan"),
        ("i,y\n1,inf\n", "row 2, column y: inf"),
        ("i,y\n1,1_0\n", "row 2, column y: “1_0”"),
        ("i,y\n1,3\n3,4\n", "row 3, column i: the points count 1, 2, 3 …, so this is 2"),
        ("date,y\n2025-13,3\n", "row 2, column date: '2025-13' is not a date"),
        ("date,y\n2025-01,3\n2025-01,3\n", "row 3, column date: 2025-01-01 does not come after"),
        ("date,y\n2025-01,3\n2025-02,3\n2025-04,3\n", "row 4, column date: a period is missing"),
    ],
)
def test_a_fault_in_the_file_is_named_by_row_and_column(
    text: str, words: str, tmp_path: Path, capsys: Run
) -> None:
    path = a_file(tmp_path, text)
    assert main(["spc", "--file", path, "--direction", "-1", "--format", "json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(path)
    assert words in printed.err


def test_a_file_that_is_no_text_or_not_there_is_refused(tmp_path: Path, capsys: Run) -> None:
    (tmp_path / "F.csv").write_bytes(b"i,y\n1,\xff\n")
    for path, words in ((tmp_path / "F.csv", "“ÿ” is not a number"), (tmp_path, "cannot be read"),
                        (tmp_path / "G.csv", "G.csv cannot be read: No such file")):  # fmt: skip
        assert main(["spc", "--file", str(path), "--direction", "1"]) == 2
        assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--direction", "2"], "direction must be -1, 0 or 1"),
        (["--direction", "up"], "Invalid value for '--direction'"),
        ([], "--direction"),
        (["--direction", "1", "--rebase", "2;3"], "--rebase takes numbers"),
        (["--direction", "1", "--rebase", "3"], "from 2 to 2"),
        (["--direction", "1", "--rebase", "1"], "from 2 to 2"),
        (["--direction", "1", "--fix-after", "11"], "12 points or more"),
        (["--direction", "1", "--target", "nan"], "target must be a finite number"),
    ],
)
def test_an_option_that_cannot_be_used_is_refused(
    options: list[str], words: str, tmp_path: Path, capsys: Run
) -> None:
    assert main(["spc", "--file", a_file(tmp_path, GOOD), *options]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err
    assert "Traceback" not in printed.err


def test_rows_out_of_order_are_sorted_and_it_is_said(tmp_path: Path, capsys: Run) -> None:
    path = a_file(tmp_path, "Månad;Värde\n2025-03;5,3\n2025-01;5,1\n2025-02;4,8\n")
    assert main(["spc", "--file", path, "--direction", "0", "--format", "json"]) == 0
    printed = capsys.readouterr()
    assert [point["y"] for point in json.loads(printed.out)["points"]] == [5.1, 4.8, 5.3]
    assert "were sorted" in printed.err


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ("2025-01-31 2025-02-28 2025-04-30", "row 4, column date: a period is missing"),
        ("2025-01-06 2025-01-13 2025-01-27", "row 4, column date: a period is missing"),
        ("2025-01 2025-02 2025-02", "row 4, column date: 2025-02-01 does not come after"),
        ("2025-01-01 2025-01-03 2025-01-06", "whole number of periods"),
    ],
)
def test_a_month_twice_or_lacking_is_named_by_its_row(
    dates: str, words: str, tmp_path: Path, capsys: Run
) -> None:
    path = a_file(tmp_path, "date,y\n" + "".join(f"{one},1\n" for one in dates.split()))
    assert main(["spc", "--file", path, "--direction", "0"]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    "dates", ["2025-01-06 2025-01-13 2025-01-20", "2025-K1 2025-K2 2025-K3", "2023 2024 2025",
              "2025-01-01 2025-01-02 2025-01-03 2025-01-06 2025-01-07 2025-01-08"]
)  # fmt: skip
def test_any_regular_spacing_is_one(dates: str, tmp_path: Path, capsys: Run) -> None:
    path = a_file(tmp_path, "date,y\n" + "".join(f"{one},1\n" for one in dates.split()))
    assert main(["spc", "--file", path, "--direction", "0"]) == 0


@pytest.mark.parametrize(
    ("kind", "values", "inside"),
    [("any", 6 * [1, 5], False), ("count", 6 * [1, 5], True), ("rate", 6 * [1, 5], True),
     ("any", 6 * [99, 95], False), ("share", 6 * [99, 95], True)],
)  # fmt: skip
def test_limits_lie_where_values_of_the_kind_can(
    kind: str, values: list[int], inside: bool, tmp_path: Path, capsys: Run
) -> None:
    path = a_file(tmp_path, "i,y\n" + "".join(f"{i},{y}\n" for i, y in enumerate(values, 1)))
    asked = ["spc", "--file", path, "--direction", "0", "--kind", kind, "--format", "json"]
    assert main(asked) == 0
    point = json.loads(capsys.readouterr().out)["points"][0]
    assert (point["lpl"] >= 0 and (point["upl"] <= 100)) == inside
