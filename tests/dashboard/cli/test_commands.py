"""The commands that need no release, and how little they load."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.indicators.registry import INDICATORS
from dashboard.settings import PREFIX, Settings

Run = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    "command",
    [
        "values",
        "indicators",
        "describe",
        "spc",
        "funnel",
        "peers",
        "target",
        "max-occupancy",
        "erlang",
        "overcrowding",
        "build",
        "settings",
        "serve",
    ],
)
def test_every_command_has_help(command: str, capsys: Run) -> None:
    assert main([command, "--help"]) == 0
    assert f"vardplats {command}" in capsys.readouterr().out


def test_all_indicators_are_listed_in_order_in_every_format(capsys: Run) -> None:
    keys = [one.key for one in INDICATORS]
    assert main(["indicators", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["key"] for row in rows] == keys
    assert rows[0]["sources"] == ["kolada-u70425", "kolada-u79149"]
    assert rows[0]["direction"] == "lower"
    assert main(["indicators", "--format", "csv"]) == 0
    assert [row["key"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))] == keys
    assert main(["indicators"]) == 0
    table = capsys.readouterr().out
    assert all(key in table for key in keys)


def test_an_indicator_is_described_in_both_languages(
    capsys: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    assert main(["describe", "occupancy", "--lang", "sv"]) == 0
    assert "Beläggningsgrad" in capsys.readouterr().out
    assert main(["describe", "occupancy", "--format", "json"]) == 0
    entries = json.loads(capsys.readouterr().out)
    assert entries[-1] == {"heading": "Key in address and API", "text": "occupancy"}


def test_an_unknown_indicator_is_refused_with_its_neighbours(capsys: Run) -> None:
    assert main(["describe", "ocupancy"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "there is occupancy" in printed.err
    assert "vardplats indicators" in printed.err


def test_settings_show_what_is_in_force_beside_the_default(
    monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    monkeypatch.setenv("VARDPLATS_THREADS", "7")
    assert main(["settings", "--format", "json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert list(rows) == [PREFIX + name.upper() for name in Settings.model_fields]
    assert (rows["VARDPLATS_THREADS"]["value"], rows["VARDPLATS_THREADS"]["default"]) == (7, 4)
    assert main(["settings"]) == 0
    assert "VARDPLATS_THREADS" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("VARDPLATS_HOEM", "/tmp", "Unknown setting VARDPLATS_HOEM"),
        ("VARDPLATS_WORKERS", "many", "VARDPLATS_WORKERS=many cannot be used: "),
        ("VARDPLATS_THREADS", "0", "greater than or equal to 1"),
    ],
)
def test_a_mistyped_setting_stops_the_command(
    name: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    monkeypatch.setenv(name, value)
    for command in (["settings"], ["serve"], ["build"]):
        assert main(command) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert words in printed.err
        assert printed.err.endswith("Correct or unset it.\n")


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["indicators"], {"pandas", "scipy", "gunicorn", "flask"}),
        (["describe", "occupancy"], {"pandas", "scipy", "gunicorn", "flask"}),
        (["settings"], {"pandas", "gunicorn", "flask"}),
        (
            ["values", "--indicator", "occupancy", "--period", "2025"],
            {"pandas", "geopandas", "scipy", "gunicorn", "flask"},
        ),
        (["peers", "--region", "14"], {"pandas", "geopandas", "scipy", "gunicorn", "flask"}),
    ],
)
def test_a_command_loads_only_what_it_needs(
    arguments: list[str], heavy: set[str], home: Path
) -> None:
    code = (
        "import sys; from dashboard.cli import main; code = main(sys.argv[1:]);"
        "print(code, *sys.modules, file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={"VARDPLATS_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    exit_code, *loaded = ended.stderr.split()
    assert exit_code == "0"
    assert not heavy & set(loaded)


def test_output_is_utf_8_whatever_the_terminal_says() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "from dashboard.cli import main; main()", "indicators"],
        env={"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert "Överbeläggningar" in ended.stdout.decode()
