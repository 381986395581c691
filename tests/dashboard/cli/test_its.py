"""`vardplats its` gives the published values of Sicily, and refuses what cannot be fitted."""

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main
from tests.dashboard.cli.test_spc import a_file
from tests.dashboard.statistics.test_regression import FILE

Run = pytest.CaptureFixture[str]
SICILY = ["its", "--file", str(FILE), "--outcome", "aces", "--offset", "stdpop", "--break", "37"]


def answer(capsys: Run, *arguments: str) -> Any:
    assert main([*arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def by_name(found: Any) -> dict[str, Any]:
    return {term["name"]: term for term in found["terms"]}


def test_the_step_of_sicily_is_the_published_one(capsys: Run) -> None:
    """Methods 6.3: RR 0.885072 (0.839401-0.933227), dispersion 2.262186."""
    found = answer(capsys, *SICILY, "--harmonics", "2")
    assert list(found) == ["terms", "dispersion"]
    assert list(found["terms"][0]) == ["name", "estimate", "se", "ratio", "low", "high"]
    level = by_name(found)["level"]
    assert [level[key] for key in ("ratio", "low", "high")] == pytest.approx(
        [0.885072, 0.839401, 0.933227], abs=1e-6
    )
    assert found["dispersion"] == pytest.approx(2.262186, rel=1e-5)
    assert found == answer(capsys, *SICILY)


def test_without_season_and_with_slope_it_is_the_other_published_ones(capsys: Run) -> None:
    plain = answer(capsys, *SICILY, "--harmonics", "0")
    assert list(by_name(plain)) == ["intercept", "time", "level"]
    assert by_name(plain)["level"]["ratio"] == pytest.approx(0.894377, abs=1e-6)
    assert plain["dispersion"] == pytest.approx(3.559195, rel=1e-5)
    sloped = by_name(answer(capsys, *SICILY, "--slope"))
    assert sloped["level"]["estimate"] == pytest.approx(-0.131859, abs=1e-6)
    assert sloped["slope"]["estimate"] == pytest.approx(0.001482, abs=1e-6)


def test_least_squares_is_of_the_rate(capsys: Run) -> None:
    found = answer(capsys, *SICILY, "--family", "ols", "--slope")
    level = by_name(found)["level"]
    assert 1e5 * level["estimate"] == pytest.approx(-28.649146, abs=1e-5)
    assert 1e5 * level["se"] == pytest.approx(3.071495, abs=1e-5)
    assert level["ratio"] is None
    assert level["low"] < level["estimate"] < level["high"] < 0


def test_without_an_offset_the_counts_stand_alone_and_a_table_is_for_people(
    capsys: Run, tmp_path: Path
) -> None:
    rows = "".join(f"{10 + i % 3 + 5 * (i > 19)}\n" for i in range(1, 37))
    path = a_file(tmp_path, "n\n" + rows)
    asked = ["its", "--file", path, "--outcome", "n", "--break", "20", "--harmonics", "6"]
    assert main(asked) == 0
    printed = capsys.readouterr().out
    assert "Dispersion" in printed
    # Six waves a year have no sine of their own.
    assert "cos6" in printed
    assert "sin6" not in printed
    assert main([*asked, "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("name,estimate,se,ratio,low,high\n")


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        ("n,w\n1,2\n3,4\n", "--break 1", "--break takes the number of a row, 2 to 2, not 1."),
        ("n,w\n1,2\n3,4\n", "--break 3", "--break takes"),
        ("n,w\n1,2\n3,4\n", "--break 2 --harmonics 7", "--harmonics takes 0 to 6, not 7."),
        ("n,w\n1,2\n3,4\n", "--break 2 --harmonics 0", "2 observations are too few for 3 terms."),
        ("n,w\n1,2\n-3,4\n", "--break 2", "row 3, column n: -3 must be 0 or more"),
        ("n,w\n1,2\nnan,4\n", "--break 2", "row 3, column n: nan is not a finite number"),
        ("n,w\n1,2\n3,0\n", "--break 2 --offset w", "row 3, column w: 0 must be above 0"),
        ("n,w\n1,2\n3,4\n", "--break 2 --offset p", "there is no column p"),
        ("n\n" + "0\n" * 9, "--break 5 --harmonics 0", "not all 0"),
        ("n\n" + "5\n" * 4 + "0\n" * 4, "--break 5 --harmonics 0", "no finite estimate"),
        ("w\n1\n2\n", "--break 2", "there is no column n"),
    ],
)
def test_what_cannot_be_fitted_is_refused(
    text: str, options: str, words: str, tmp_path: Path, capsys: Run
) -> None:
    path = a_file(tmp_path, text)
    assert main(["its", "--file", path, "--outcome", "n", *options.split()]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err


def months(leave: str = "") -> list[str]:
    """Four years of a month, beds and those over, with a step after two."""
    every = [f"{2021 + i // 12}-{1 + i % 12:02}" for i in range(48)]
    rows = [f"{month};1000;{50 + i % 5 - 8 * (i >= 24)}" for i, month in enumerate(every)]
    return [row for row in rows if not leave or not row.startswith(leave)]


def level(capsys: Run, folder: Path, rows: list[str]) -> float:
    path = a_file(folder, "\n".join(["månad;beds;over", *rows]))
    asked = ["its", "--file", path, "--outcome", "over", "--offset", "beds", "--break", "25"]
    return float(by_name(answer(capsys, *asked))["level"]["ratio"])


def test_the_order_of_the_rows_does_not_matter_and_a_gap_hardly(
    tmp_path: Path, capsys: Run
) -> None:
    in_order = level(capsys, tmp_path, months())
    assert level(capsys, tmp_path, months()[::-1]) == pytest.approx(in_order, rel=1e-9)
    assert level(capsys, tmp_path, months("2022-05")) == pytest.approx(in_order, rel=0.02)
    emptied = [row.rsplit(";", 1)[0] + ";" if row[:7] == "2022-05" else row for row in months()]
    assert level(capsys, tmp_path, emptied) == level(capsys, tmp_path, months("2022-05"))


def test_a_month_twice_is_refused_by_its_row(tmp_path: Path, capsys: Run) -> None:
    path = a_file(tmp_path, "\n".join(["month;beds;over", *months(), months()[3]]))
    asked = ["its", "--file", path, "--outcome", "over", "--offset", "beds", "--break", "25"]
    assert main(asked) == 2
    assert "row 50, column month: 2021-04-01 does not come after" in capsys.readouterr().err
