"""A command that a request asks for lets readers go first, and fails in words."""

import os
from pathlib import Path

import pytest

from dashboard.web import own_process
from dashboard.web.own_process import CommandError, run_command, told_by_command


def test_a_command_answers_as_it_does_by_hand(home: Path) -> None:
    arguments = ["releases", "--format", "json"]
    assert told_by_command(arguments, seconds=60, home=home)


def test_a_command_lets_those_who_read_pages_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = own_process._CODE.partition("from dashboard")[0] + "print(os.nice(0))"
    monkeypatch.setattr(own_process, "_CODE", shown)
    assert int(run_command([], seconds=60)) == min(19, os.nice(0) + own_process.NICENESS)


@pytest.mark.parametrize(
    ("arguments", "seconds", "why"),
    [(["releases", "--format", "nonsense"], 60, "nonsense"), (["releases"], 0.01, "timed out")],
)
def test_a_command_that_fails_says_why(
    arguments: list[str], seconds: float, why: str, home: Path
) -> None:
    with pytest.raises(CommandError, match=why):
        run_command(arguments, seconds=seconds, home=home)


def test_a_command_without_json_is_an_error(home: Path) -> None:
    with pytest.raises(CommandError):
        told_by_command(["--help"], seconds=60, home=home)
