"""`vardplats shortfall` keeps the two gaps apart, and says what it cannot share."""

import json
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.paths import ROOT
from dashboard.reference.regions import CODES, REGIONS
from dashboard.targets.versions import load

Run = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))


def answer(capsys: Run, *arguments: str) -> dict:
    assert main(["shortfall", *arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_both_gaps_stand_by_their_names_and_are_never_added(capsys: Run) -> None:
    found = answer(capsys, "--period", "2025-12")
    official, implied = found["official"], found["occupancy_implied"]
    assert official["need"] == 17_660
    assert official["gap_at_baseline"] == 2_360
    assert official["distance"] == pytest.approx(17_660 - official["beds"])
    assert official["months"] == implied["months"]
    assert official["low"] < official["distance"] < official["high"]
    done = official["progress_pct"]
    # The start is known to 50 beds, so the progress is less certain than the distance alone.
    assert done["high"] - done["low"] > 100 * (official["high"] - official["low"]) / 2_360
    assert implied["months"] == ["2025-01", "2025-12"]
    assert implied["net"] == pytest.approx(implied["required"] - implied["beds"])
    assert implied["locked"] >= implied["gross"] >= implied["net"]
    assert found["status"] == "estimated"
    assert "ESTIMATE" in found["allocation"]["stamp"]


def test_each_way_to_share_sums_to_the_national_distance(capsys: Run) -> None:
    whole = answer(capsys, "--period", "2024")["official"]["distance"]
    for variant in "ABD":
        found = answer(capsys, "--period", "2024", "--allocation", variant)
        rows = found["regions"]
        assert [row["region"] for row in rows] == list(CODES)
        assert sum(row["need"] for row in rows) == 17_660
        assert sum(row["distance"] for row in rows) == pytest.approx(whole)
        assert found["allocation"]["net"] == pytest.approx(whole)
        assert found["allocation"]["gross"] >= found["allocation"]["net"]
        assert all(row["low"] <= row["distance"] <= row["high"] for row in rows)


def test_the_need_by_population_equals_the_worked_example(capsys: Run) -> None:
    needs = {row["region"]: row["need"] for row in answer(capsys)["regions"]}
    assert (needs["01"], needs["12"], needs["09"]) == (4_108, 2_379, 102)


def test_by_age_is_refused_with_the_reason_until_ages_are_given(
    capsys: Run, tmp_path: Path
) -> None:
    assert main(["shortfall", "--allocation", "C"]) == 2
    assert "A variant by age is left out" in capsys.readouterr().err
    file = tmp_path / "ages.csv"
    lines = [f"{one.code},{one.population},{one.population // 7},{one.population // 17}"
             for one in REGIONS]  # fmt: skip
    file.write_text("region,population,from_65,from_80\n" + "\n".join(lines), encoding="utf-8")
    found = answer(capsys, "--allocation", "C", "--ages", str(file))
    assert sum(row["need"] for row in found["regions"]) == 17_660
    assert found["allocation"]["left_out"] is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("region,population\n01,5\n", "there is no column from_65"),
        ("region,population,from_65,from_80\n99,5,1,1\n", "row 2, column region"),
        ("region,population,from_65,from_80\n01,5,4,4\n", "row 2, column population"),
        ("region,population,from_65,from_80\n01,x,4,4\n", "row 2, column population"),
        ("region,population,from_65,from_80\n01,50,4,4\n", "there is no row for 03"),
    ],
)
def test_faults_in_the_ages_are_named(text: str, words: str, tmp_path: Path, capsys: Run) -> None:
    file = tmp_path / "ages.csv"
    file.write_text(text, encoding="utf-8")
    assert main(["shortfall", "--allocation", "C", "--ages", str(file)]) == 2
    assert words in capsys.readouterr().err


def test_the_waterfalls_lead_from_the_guideline_to_today(capsys: Run) -> None:
    found = answer(capsys, "--period", "2025-12")
    for name, last in (
        ("official", found["official"]["distance"]),
        ("occupancy_implied", found["occupancy_implied"]["net"]),
    ):
        first, *changes, end = found["waterfalls"][name]
        assert first["beds"] + sum(one["beds"] for one in changes) == pytest.approx(end["beds"])
        assert end["beds"] == pytest.approx(last)
    assert found["waterfalls"]["official"][0]["beds"] == 2_360
    assert found["reconciliation"]["share_at_full"] == pytest.approx(0.8206, abs=5e-5)


def test_the_regions_stand_in_a_table_and_as_csv(capsys: Run) -> None:
    assert main(["shortfall", "--period", "2025-12", "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("region,name,need,beds,distance,low,high,status,implied_acute")
    assert len(lines) == 22
    assert main(["shortfall"]) == 0
    assert "Västra Götaland" in capsys.readouterr().out


def test_an_official_regional_need_and_own_targets_are_used(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    own = tmp_path / "home"
    own.mkdir()
    (own / "releases").symlink_to(home / "releases")
    monkeypatch.setenv("VARDPLATS_HOME", str(own))
    head, acute, planned = (ROOT / "tests" / "data" / "targets.csv").read_text("utf-8").splitlines()
    rows = [f"{head},need_total", f"{acute.replace(',85,', ',80,')},", f"{planned},",
            "v1,14,,,,,,2025-01-01,,Beslut,,,3100"]  # fmt: skip
    load(own, "\n".join(rows).replace("v1,", "v2,").encode())
    usual, chosen = answer(capsys), answer(capsys, "--targets", "v2")
    assert chosen["occupancy_implied"]["net"] > usual["occupancy_implied"]["net"]
    region = next(row for row in chosen["regions"] if row["region"] == "14")
    assert (region["need"], region["status"]) == (3_100, "official")
    assert region["low"] < region["distance"] < region["high"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--period", "2022"], "no guideline in 2022"),
        (["--period", "2031-01"], "no months of 2031-01"),
        (["--period", "2025-13"], "period=2025-13 does not exist"),
        (["--allocation", "E"], "is not one of"),
        (["--targets", "v9"], "targets=v9 does not exist"),
    ],
)
def test_what_is_not_there_is_refused(arguments: list[str], words: str, capsys: Run) -> None:
    assert main(["shortfall", *arguments]) == 2
    assert words in capsys.readouterr().err
