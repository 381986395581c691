"""`vardplats peers` says who is most like a region, how far away they are, and in what."""

import csv
import json
import math
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.reference.regions import CODES
from dashboard.view.peer_choice import FEATURES

Run = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))


def test_the_four_nearest_come_with_distances_parts_and_features(capsys: Run) -> None:
    assert main(["peers", "--region", "14", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["weights"] == dict.fromkeys(FEATURES, 1)
    assert len(answer["peers"]) == 4
    distances = [peer["distance"] for peer in answer["peers"]]
    assert distances == sorted(distances)
    assert answer["no_near"] == (distances[0] > 2)
    for peer in answer["peers"]:
        assert math.fsum(peer["parts"].values()) == pytest.approx(peer["distance"] ** 2)
        assert peer["features"]["beds"]["sources"] == ["kolada-n70845"]
        assert isinstance(peer["mutual"], bool)
    assert list(answer["features"]) == list(FEATURES)


def test_number_and_weights_are_followed(capsys: Run) -> None:
    alone = "density=0,beds=0,discharge_ready=0"
    arguments = ["peers", "--region", "01", "--k", "2", "--weights", alone, "--format", "json"]
    assert main(arguments) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["weights"]["population"] == 4
    # The next largest after Stockholm are Västra Götaland and Skåne.
    assert [peer["region"] for peer in answer["peers"]] == ["14", "12"]


def test_csv_has_a_row_a_peer_and_a_note_beside_it_where_none_is_near(capsys: Run) -> None:
    noted = set()
    for region in CODES:
        assert main(["peers", "--region", region, "--format", "csv"]) == 0
        printed = capsys.readouterr()
        rows = list(csv.DictReader(printed.out.splitlines()))
        assert len(rows) == 4
        far = float(rows[0]["distance"]) > 2
        assert ("no near comparison" in printed.err) == far
        noted |= {far}
    assert noted == {True, False}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--region", "02"], "region=02 does not exist; there is 01, 03"),
        (["--region", "00"], "region=00 does not exist"),
        (["--region", "14", "--k", "0"], "k must be from 1 to 20"),
        (["--region", "14", "--weights", "age=2"], "no feature 'age'; there is population"),
        (["--region", "14", "--weights", "k=2"], "twice"),
        ([], "--region"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    options: list[str], words: str, capsys: Run
) -> None:
    assert main(["peers", *options]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err
    assert "Traceback" not in printed.err


def test_without_a_release_it_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    assert main(["peers", "--region", "14"]) == 2
    assert "Run: vardplats build" in capsys.readouterr().err
