"""A home that publishing may add to, and commands run where their process would be waited for."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main
from dashboard.web.routes import drafts, uploads
from tests.tiers_made import tiers_home


@pytest.fixture
def place(home: Path, tmp_path: Path) -> Path:
    """Everybody is let in, nobody has handed in anything."""
    made = tiers_home(tmp_path / "home", home / "releases", ())
    # Of its own, as publishing adds to them.
    (made / "releases").unlink()
    shutil.copytree(home / "releases", made / "releases")
    return made


@pytest.fixture
def commands_here(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What handing in and publishing run as a process of their own runs in this one."""

    def ran(_: Any, home: Path, arguments: list[str]) -> Any:
        monkeypatch.setenv("VARDPLATS_HOME", str(home))
        capsys.readouterr()
        code = main(arguments)
        told = capsys.readouterr()
        assert code in (0, 2), told.err
        return json.loads(told.out) if told.out else None

    monkeypatch.setattr(uploads, "ran", ran)
    monkeypatch.setattr(drafts, "ran", ran)
