"""`vardplats funnel` answers with the funnel of the methods, and names what is wrong."""

import json
import math
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.statistics.funnel import funnel

Run = pytest.CaptureFixture[str]
HEAD = "group,numerator,denominator\n"
ROWS = [(f"region {i}", 3.0 + i, 100.0 + 10 * i) for i in range(9)]


def a_file(folder: Path, text: str) -> str:
    path = folder / "F.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_answer_is_that_of_the_function_at_full_precision(tmp_path: Path, capsys: Run) -> None:
    text = HEAD + "".join(f"{group},{x},{n}\n" for group, x, n in ROWS)
    assert main(["funnel", "--file", a_file(tmp_path, text), "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    expected = funnel(*map(list, zip(*ROWS, strict=True)))
    assert expected is not None
    assert list(answer) == ["phi", "tau2", "target", "rows"]
    assert (answer["phi"], answer["tau2"]) == (expected.phi, expected.tau2)
    share = sum(x for _, x, _ in ROWS) / sum(n for _, _, n in ROWS)
    assert answer["target"] == pytest.approx(math.asin(math.sqrt(share)))
    for row, one in zip(answer["rows"], expected.rows, strict=True):
        assert list(row) == [
            "group", "y", "s", "z_unadjusted", "z_winsorised", "z_adjusted", "verdict",
        ]  # fmt: skip
        assert (row["group"], row["z_adjusted"], row["verdict"]) == (
            one.group, one.z_adjusted, one.verdict,
        )  # fmt: skip


def test_the_table_holds_every_group_and_the_over_dispersion(tmp_path: Path, capsys: Run) -> None:
    text = HEAD + "".join(f"{group},{x},{n}\n" for group, x, n in ROWS)
    assert main(["funnel", "--file", a_file(tmp_path, text)]) == 0
    out = capsys.readouterr().out
    assert all(group in out for group, _, _ in ROWS)
    assert "Tau2" in out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("group,numerator\na,1\n", "row 1: there is no column denominator"),
        (HEAD + "a,1,10\nb,ten,10\n", "row 3, column numerator: “ten” is not a number"),
        (HEAD + "a,1,10\nb,11,10\n", "row 3, column numerator: the numerator must be from 0"),
        (HEAD + "a,-1,10\n", "row 2, column numerator: the numerator must"),
        (HEAD + "a,0,0\n", "row 2, column denominator: the denominator must be above 0"),
        (HEAD + "a,1,10\na,2,10\n", "row 3, column group: 'a' stands twice"),
        (HEAD + "".join(f"{i},1,10\n" for i in range(7)), "has 7 groups; a funnel needs 8"),
    ],
)
def test_a_fault_in_the_file_is_named_by_row_and_column(
    text: str, words: str, tmp_path: Path, capsys: Run
) -> None:
    path = a_file(tmp_path, text)
    assert main(["funnel", "--file", path, "--format", "json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(path)
    assert words in printed.err
