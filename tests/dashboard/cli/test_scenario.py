"""Staff, readiness, relief and the year ahead on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main
from tests.dashboard.statistics.test_forecasting import DEATHS

Run = pytest.CaptureFixture[str]


def answer(capsys: Run, *arguments: str) -> dict[str, Any]:
    assert main([*arguments, "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def refused(capsys: Run, *arguments: str) -> str:
    assert main([*arguments, "--format", "json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


def series(folder: Path, months: list[str]) -> str:
    path = folder / "series.csv"
    path.write_text(
        "\n".join(["month,value", *(f"{m},{v}" for m, v in zip(months, DEATHS, strict=False))])
    )
    return str(path)


MONTHS = [f"{1973 + i // 12}-{i % 12 + 1:02d}" for i in range(len(DEATHS))]


def test_a_scenario_tells_what_beds_would_do(
    capsys: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    found = answer(capsys, "scenario", "--region", "14", "--beds", "20", "--goal", "5")
    by_measure = {one["result"]: one for one in found["results"]}
    assert by_measure["beds"]["change"] == pytest.approx(20)
    assert by_measure["overcrowded"]["scenario_mean"] < by_measure["overcrowded"]["now"]
    assert (found["scenario"], found["status"], found["points"]) == (
        "model=1,beds=20,goal=5", "estimated", 1000,
    )  # fmt: skip
    assert {one["grade"] for one in found["assumptions"]} == {"published", "study", "assumption"}
    assert found["swings"]
    assert [one["lever"] for one in found["goal"]] == ["beds", "stay", "ready", "moved"]
    both = answer(capsys, "scenario", "--scenario", "beds=20", "--beside", "stay=0.2")
    assert len(both["results"]) == 2 * len(by_measure)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [(("--beds", "20x"), "beds must be from -1000 to 5000"), (("--region", "99"), "region=99"),
     (("--data", "reported"), "no twelve reported months"), (("--beds", "1~2~3"), "must hold"),
     (("--period", "2016-03"), "no twelve estimated months"), (("--beside", "x"), "beside=x")],
)  # fmt: skip
def test_a_scenario_that_cannot_be_is_refused(
    capsys: Run, home: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, str],
    problem: str,
) -> None:  # fmt: skip
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    assert problem in refused(capsys, "scenario", *arguments)


def test_staffing_tells_the_nurses_behind_the_shortfall(capsys: Run) -> None:
    found = answer(capsys, "staffing", "--beds", "2360", "--patients-per-nurse", "7.7")
    assert round(found["fte"]) == 1678
    assert found["fte_per_bed"] == pytest.approx(0.7110, abs=5e-5)
    assert (found["vacancies"], found["status"]) == (None, "assumed")
    shifts = answer(
        capsys, "staffing", "--beds", "10", "--patients-per-nurse", "6/8/12", "--employed", "5"
    )
    assert shifts["patients_per_nurse"] == [6, 8, 12]
    assert shifts["vacancies"] == pytest.approx(6.84375 - 5)


def test_that_no_swedish_norm_exists_is_said(capsys: Run) -> None:
    assert main(["staffing", "--beds", "1", "--patients-per-nurse", "7,7"]) == 0
    assert "No Swedish norm" in capsys.readouterr().err


def test_preparedness_tells_what_binds(capsys: Run) -> None:
    given = "--beds 15300 --closed 2600 --convertible 1000 --nurses 12000 --fte-per-bed .711"
    found = answer(capsys, "preparedness", *given.split(), "--crisis-ratio", "0.7")
    assert (found["gap"], found["binding"], found["physical"]) == (11_700, "premises", 18_900)
    assert "crisis ratio" in refused(capsys, "preparedness", *given.split(), "--crisis-ratio", "70")


def test_relief_of_a_file(capsys: Run, tmp_path: Path) -> None:
    path = tmp_path / "regions.csv"
    path.write_text("Region;Beds;Patients\nStockholm;100;105\nUppsala;100;85\nGotland;50;60\n")
    found = answer(capsys, "relief", "--file", str(path))
    (one,) = found["transfers"]
    assert (one["sender"], one["receiver"], one["patients"]) == ("01", "03", 5)
    assert found["unmet"] == [{"region": "09", "patients": 10}]
    assert found["note"] == "For planning, not for transport."
    # Stockholm lacks room on 69 days of a hundred, and Uppsala has some on 67.
    assert found["points"] == 1000
    assert one["used_in"] == pytest.approx(0.69 * 0.67, abs=0.01)
    assert found["any_in"] >= one["used_in"]


def test_relief_of_a_month_is_of_reported_or_example_months(
    capsys: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    example = "--period", "2025-12", "--data", "example", "--stream", "acute"
    found = answer(capsys, "relief", *example)
    assert found["status"] == "example"
    assert all(0 < one["used_in"] <= 1 for one in found["transfers"])
    assert found["transfers"]
    assert "Estimated months do not say" in refused(capsys, "relief", "--period", "2025-12")
    estimated = answer(capsys, "relief", "--period", "2025-07", "--data", "estimated")
    assert estimated["status"] == "estimated"
    assert min(one["used_in"] for one in estimated["transfers"]) > 0.5
    assert "not the year 2025" in refused(capsys, "relief", "--period", "2025")
    assert "--file" in refused(capsys, "relief")


@pytest.mark.parametrize(
    ("rows", "problem"),
    [("Atlantis,1,1", "row 2, column region: 'Atlantis' is no region"),
     ("Uppsala,1,-1", "row 2, column patients: -1 is no number"),
     ("Uppsala,,1", "row 2, column beds: there must be a number")],
)  # fmt: skip
def test_a_fault_of_the_file_is_named_by_row_and_column(
    capsys: Run, tmp_path: Path, rows: str, problem: str
) -> None:
    path = tmp_path / "regions.csv"
    path.write_text(f"region,beds,patients\n{rows}\n")
    assert problem in refused(capsys, "relief", "--file", str(path))


def test_a_series_is_forecast_by_month(capsys: Run, tmp_path: Path) -> None:
    found = answer(capsys, "forecast", "--file", series(tmp_path, MONTHS), "--horizon", "12")
    assert found["model"] == "ets_ana"
    assert found["mase"]["seasonal_naive"] == pytest.approx(0.538731, abs=5e-7)
    assert [point["month"] for point in found["points"]] == [f"1979-{m:02d}" for m in range(1, 13)]
    assert found["assumption"] == "The forecast assumes an unchanged policy."


def test_a_gap_or_a_short_series_is_refused(capsys: Run, tmp_path: Path) -> None:
    gap = [*MONTHS[:10], *MONTHS[11:]]
    assert "the month after 1973-10 should follow, and 1973-12 does" in refused(
        capsys, "forecast", "--file", series(tmp_path, gap)
    )
    assert "takes 24 months" in refused(capsys, "forecast", "--file", series(tmp_path, MONTHS[:20]))


def test_a_rate_below_nothing_or_a_share_above_all_is_refused(capsys: Run, tmp_path: Path) -> None:
    path = tmp_path / "low.csv"
    path.write_text("\n".join(["month,value", *(f"{month},-1" for month in MONTHS)]))
    told = refused(capsys, "forecast", "--file", str(path), "--kind", "rate")
    assert "row 2, column value: -1 is below 0, which a rate never is" in told
    high = refused(capsys, "forecast", "--file", series(tmp_path, MONTHS), "--kind", "share")
    assert "is above 100, which a share never is" in high
