"""The model of beds on the command line: the printed values, and impossible input refused."""

import json

import pytest

from dashboard.cli import main
from dashboard.releases.dataset import Dataset
from dashboard.unit_targets.basis import basis
from dashboard.view.view import default_view

Run = pytest.CaptureFixture[str]


def answer(capsys: Run, *arguments: str) -> dict[str, object]:
    assert main([*arguments, "--format", "json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_a_target_has_its_limits_and_its_risk(capsys: Run) -> None:
    found = answer(capsys, "target", "--beds", "24", "--stream", "acute")
    assert list(found) == [
        "beds", "stream", "target", "target_unclipped", "clipped", "overcrowding_per_100", "anchor",
    ]  # fmt: skip
    assert found["target"] == pytest.approx(0.85, abs=1e-6)
    assert found["overcrowding_per_100"] == pytest.approx(2.41, abs=5e-3)
    assert (found["clipped"], found["anchor"]) == (False, 24)
    large = answer(capsys, "target", "--beds", "200", "--stream", "planned")
    assert (large["target"], large["clipped"]) == (0.98, True)
    assert large["target_unclipped"] == pytest.approx(0.982, abs=5e-4)
    anchored = answer(capsys, "target", "--beds", "30", "--stream", "acute", "--anchor", "30")
    assert anchored["target"] == pytest.approx(0.85, abs=1e-6)


@pytest.mark.parametrize(
    ("model", "risk", "beds", "printed"),
    [("erlang_b", "0.05", "50", 0.846), ("erlang_c", "0.05", "50", 0.769),
     ("poisson", "0.05", "50", 0.779), ("erlang_b", "0.01", "24", 0.631)],
)  # fmt: skip
def test_the_fullest_unit_is_that_of_the_table(
    model: str, risk: str, beds: str, printed: float, capsys: Run
) -> None:
    found = answer(capsys, "max-occupancy", "--beds", beds, "--risk", risk, "--model", model)
    assert list(found) == ["max_occupancy", "offered_load"]
    assert found["max_occupancy"] == pytest.approx(printed, abs=5.1e-4)


def test_a_wider_census_must_be_less_full(capsys: Run) -> None:
    asked = ["max-occupancy", "--beds", "24", "--risk", "0.05", "--model", "normal"]
    steady, restless = (answer(capsys, *asked, "--variance", one) for one in ("0.43", "1.5"))
    assert steady["max_occupancy"] > restless["max_occupancy"]  # type: ignore[operator]


def test_erlang_has_the_printed_digits(capsys: Run) -> None:
    found = answer(capsys, "erlang", "--servers", "10", "--load", "20")
    assert found["erlang_b"] == pytest.approx(0.5379631686320729, rel=1e-12)
    assert found["erlang_c"] == 1
    green = answer(capsys, "erlang", "--servers", "56", "--load", "42.92")
    assert green["erlang_c"] == pytest.approx(0.0368, abs=5e-5)


def test_100_000_beds_are_answered(capsys: Run) -> None:
    found = answer(capsys, "erlang", "--servers", "100000", "--load", "99000.5")
    assert found["erlang_b"] == pytest.approx(8.267448551e-06, rel=1e-6)


def test_admissions_that_follow_the_week_crowd_a_ward_more(capsys: Run) -> None:
    ward = "overcrowding", "--beds", "24", "--occupancy", "0.95"
    found = answer(capsys, *ward, "--weekend", "0.6")
    assert found["overcrowding_per_100"] == pytest.approx(5.90, abs=0.05)
    assert found["variance"] == pytest.approx(1.04, abs=0.01)
    alike = answer(capsys, *ward, "--weekend", "1")
    assert alike["overcrowding_per_100"] == pytest.approx(5.73, abs=5e-3)
    assert main([*ward, "--weekend", "0.6", "--variance", "1.2"]) == 2
    assert "from the week alone" in capsys.readouterr().err


def test_overcrowding_is_that_printed(capsys: Run) -> None:
    found = answer(capsys, "overcrowding", "--beds", "24", "--occupancy", "0.95")
    assert found["overcrowding_per_100"] == pytest.approx(5.73, abs=5e-3)
    asked = ["overcrowding", "--beds", "24", "--occupancy", "0.95", "--variance", "0.43"]
    assert answer(capsys, *asked)["overcrowding_per_100"] == pytest.approx(3.0, abs=0.05)


def test_planned_care_has_one_answer_on_page_and_in_both_commands(
    dataset: Dataset, capsys: Run
) -> None:
    target = answer(capsys, "target", "--beds", "24", "--stream", "planned")
    ward = answer(
        capsys, "overcrowding", "--beds", "24", "--occupancy", "0.95", "--stream", "planned"
    )
    page = basis(dataset, default_view(dataset)).risk(24, "planned")
    assert target["overcrowding_per_100"] == pytest.approx(page)
    assert ward["overcrowding_per_100"] == pytest.approx(page)
    assert ward["overcrowding_per_100"] == pytest.approx(6.2, abs=0.05)
    assert ward["variance"] == pytest.approx(1.13, abs=0.05)
    every = ["target", "--beds", "24", "--stream", "planned", "--admitted", "7"]
    assert answer(capsys, *every)["overcrowding_per_100"] == pytest.approx(3.1, abs=0.05)
    assert main([*every, "--variance", "1"]) == 2
    assert "planned care varies by --stay and --admitted" in capsys.readouterr().err


def test_a_table_is_for_people(capsys: Run) -> None:
    assert main(["erlang", "--servers", "50", "--load", "42.9"]) == 0
    assert "0.03683" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("target --beds 0 --stream acute", "number of beds must be from 1"),
        ("target --beds 24 --stream acute --anchor 0", "number of beds must be from 1"),
        ("max-occupancy --beds 0 --risk 0.05 --model poisson", "number of beds must be from 1"),
        ("max-occupancy --beds 9 --risk 0 --model poisson", "risk must be between 0 and 1"),
        ("max-occupancy --beds 9 --risk 1 --model normal", "risk must be between 0 and 1"),
        ("max-occupancy --beds 9 --risk 0.1 --model erlang_c --variance 2", "variance of its own"),
        ("erlang --servers 0 --load 3", "number of beds must be from 1"),
        ("erlang --servers 9 --load 0", "load must be a number above 0"),
        ("erlang --servers 9 --load -4", "load must be a number above 0"),
        ("erlang --servers 9 --load nan", "load must be a number above 0"),
        ("overcrowding --beds 9 --occupancy 0", "occupancy must be a number above 0"),
        ("overcrowding --beds 9 --occupancy 0.9 --variance 0", "variance must be above 0"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(arguments: str, words: str, capsys: Run) -> None:
    assert main([*arguments.split(), "--format", "json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err


def test_an_occupancy_in_per_cent_is_refused_with_advice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["overcrowding", "--beds", "20", "--occupancy", "85"]) == 2
    assert "write 0.85" in capsys.readouterr().err
    assert main(["overcrowding", "--beds", "20", "--occupancy", "1.1"]) == 0
