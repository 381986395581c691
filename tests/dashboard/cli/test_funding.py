"""`vardplats funding` answers in the agreed form, and refuses what it cannot use."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main
from dashboard.funding.payout import POPULATIONS, base_amounts, payout
from dashboard.funding.rates import parse_rates
from dashboard.reference.regions import CODES, name_of
from tests.dashboard.cli.test_spc import a_file as a_path
from tests.dashboard.funding.test_rates import a_file

Run = pytest.CaptureFixture[str]
MONTHS = tuple(range(2, 11))
# Skåne improves in one, Gotland is the only one with less; the others stay alike.
RATES = a_file({"12": "4.0,3.98,2.0,2.0", "09": "4.0,4.0,,1.0"}, months=MONTHS)


def answer(capsys: Run, *arguments: str) -> Any:
    assert main(["funding", *arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_base_is_a_list_of_21_amounts(capsys: Run) -> None:
    found = answer(capsys, "--base")
    assert [list(row) for row in found] == [["region", "name", "population", "base"]] * 21
    assert {row["region"]: row["base"] for row in found} == base_amounts()
    assert found[0] == {
        "region": "01", "name": "Stockholm", "population": 2455914, "base": 174464006,
    }  # fmt: skip


def test_the_grant_is_regions_cells_and_the_bonus_pot(tmp_path: Path, capsys: Run) -> None:
    found = answer(capsys, "--rates", a_path(tmp_path, RATES))
    assert list(found) == ["regions", "cells", "bonus_pot"]
    assert list(found["regions"][0]) == [
        "region", "name", "population", "cells_qualified", "earned_over", "earned_out", "bonus",
        "performance", "base", "total",
    ]  # fmt: skip
    assert list(found["cells"][0]) == ["region", "month", "requirement", "qualified_by", "earned"]
    assert len(found["cells"]) == 21 * 9 * 2
    assert {cell["requirement"] for cell in found["cells"]} == {"over", "out"}
    assert sum(row["performance"] for row in found["regions"]) == 1_240_000_000
    assert sum(row["total"] for row in found["regions"]) == 1_990_000_000
    earned = sum(cell["earned"] for cell in found["cells"])
    assert found["bonus_pot"] == pytest.approx(1_240_000_000 - earned, abs=1e-3)
    exact = payout(parse_rates(RATES))
    for row, one in zip(found["regions"], exact.regions, strict=True):
        assert (row["region"], row["total"]) == (one.region, one.total)
        assert row["name"] == name_of(one.region).sv
        assert row["earned_over"] == float(one.earned_over)
        assert row["bonus"] == float(one.bonus)


def test_the_readings_are_options(tmp_path: Path, capsys: Run) -> None:
    path = a_path(tmp_path, RATES)
    # All but two tie at the lowest place of overcrowding.
    loose, strict = (answer(capsys, "--rates", path, "--ties", t) for t in ("inclusive", "strict"))
    assert len(qualified(loose)) == 378
    assert {cell["region"] for cell in qualified(strict)} == {"09", "12"}
    assert {cell["qualified_by"] for cell in qualified(strict)} == {"improved", "top5"}
    assert loose["bonus_pot"] == 0
    pots = [
        answer(capsys, "--rates", path, "--ties", "strict", "--bonus", bonus)["regions"]
        for bonus in ("pooled", "per-requirement")
    ]
    gotland = [row["performance"] for rows in pots for row in rows if row["region"] == "09"]
    assert gotland[0] < gotland[1] == 620_000_000
    coarse = answer(capsys, "--rates", path, "--ties", "strict", "--decimals", "1")
    assert "12" not in {c["region"] for c in qualified(coarse) if c["qualified_by"] == "improved"}


def qualified(found: Any) -> list[Any]:
    return [cell for cell in found["cells"] if cell["qualified_by"]]


def test_money_that_nobody_earned_is_said(tmp_path: Path, capsys: Run) -> None:
    alike = a_path(tmp_path, a_file(months=MONTHS))
    found = answer(capsys, "--rates", alike, "--ties", "strict")
    assert found["undistributed"] == 1_240_000_000
    assert {row["performance"] for row in found["regions"]} == {0}


def test_csv_holds_the_cells_and_a_table_the_regions(tmp_path: Path, capsys: Run) -> None:
    path = a_path(tmp_path, RATES)
    assert main(["funding", "--rates", path, "--format", "csv"]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert len(rows) == 378
    assert {row["region"] for row in rows} == set(CODES) == set(POPULATIONS)
    assert main(["funding", "--rates", path]) == 0
    assert "Västernorrland" in capsys.readouterr().out
    assert main(["funding", "--base"]) == 0
    assert "14493806" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (RATES.replace("\n25,10,4.0,4.0,2.0,2.0", ""), "Month 10 lacks Norrbotten"),
        (RATES.replace("\n12,2,4.0", "\n12,2,-4.0"), "column over_2023: -4.0 cannot be"),
        (RATES.replace("\n12,2,4.0", "\n12,2,inf"), "column over_2023: inf is not a finite number"),
        (RATES.replace("\n12,2,4.0", "\n12,2,NaN"), "column over_2023: NaN is not a finite number"),
        (RATES.replace("\n12,2,", "\n12,12,"), "column month: '12' is no month"),
        (RATES.replace("\n12,2,", "\nDanmark,2,"), "column region: 'Danmark' is none of"),
    ],
)
def test_a_fault_is_named(text: str, words: str, tmp_path: Path, capsys: Run) -> None:
    path = a_path(tmp_path, text)
    assert main(["funding", "--rates", path, "--format", "json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(path)
    assert words in printed.err


def test_what_is_asked_must_make_sense(tmp_path: Path, capsys: Run) -> None:
    path = a_path(tmp_path, RATES)
    (tmp_path / "L.csv").write_bytes(b"region\n\xff\n")
    (tmp_path / "M.csv").write_bytes(b"x" * 1_000_001)
    for arguments, words in (
        ([], "Give either --rates FILE.csv or --base."),
        (["--rates", path, "--base"], "Give either"),
        (["--rates", path, "--decimals", "-1"], "--decimals takes 0 to 12"),
        (["--rates", str(tmp_path / "N.csv")], "N.csv cannot be read: No such file"),
        (["--rates", str(tmp_path / "L.csv")], "the column is missing"),
        (["--rates", str(tmp_path / "M.csv")], "larger than a megabyte"),
        (["--rates", path, "--ties", "loose"], "'loose' is not one of"),
    ):
        assert main(["funding", *arguments]) == 2
        assert words in capsys.readouterr().err
