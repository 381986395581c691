"""A list that is still empty: words in a table, headings alone in CSV, no rows in JSON."""

import json
from pathlib import Path

import pytest

from dashboard.cli import main

LISTS = (["drafts"], ["access"], ["plan"], ["own-preparedness"], ["audit", "--reads"])


@pytest.mark.parametrize("command", LISTS, ids=lambda command: command[0])
def test_an_empty_list_is_one_in_each_format(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    printed = {}
    for fmt in ("table", "json", "csv"):
        assert main([*command, "--format", fmt]) == 0
        printed[fmt] = capsys.readouterr().out
    assert json.loads(printed["json"]) == []
    (headings,) = printed["csv"].splitlines()
    assert len(headings.split(",")) >= 5
    assert "," not in printed["table"]
    assert len(printed["table"].splitlines()) == 1
