"""The build before the issue of the phone: a checkout of its own, with what it makes itself."""

import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

from dashboard.paths import ROOT

COMMIT = "a2d3bca"
TREE = ROOT / "var" / "before"
_MADE = TREE / "var" / ".made"
_LINE = "from dashboard.cli import main; main()"


def made() -> Path:
    """The checkout with its own release and bundle, made if it is not there."""
    if not _MADE.is_file():
        _checked_out()
        for words in (["node", "bundle/build.mjs", "var/bundle"], *_own_commands()):
            subprocess.run(
                words, cwd=TREE, env=variables(TREE), check=True, stdout=subprocess.DEVNULL
            )
        _MADE.touch()
    return TREE


def variables(tree: Path, **said: str) -> dict[str, str]:
    """The environment of a process that runs a checkout: its code, its data, and settings."""
    kept = {name: value for name, value in os.environ.items() if name[:10] != "VARDPLATS_"}
    # A start from compiled modules takes half the time, as `make` has it.
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    home = {"PYTHONPATH": str(tree), "VARDPLATS_HOME": str(tree / "var")}
    return {**kept, **home, **said}


def serving(port: int) -> list[str]:
    """The command line that serves the checkout."""
    return [sys.executable, "-c", _LINE, "serve", "--host", "127.0.0.1", "--port", str(port)]


def _checked_out() -> None:
    (TREE / "var" / "bundle").mkdir(parents=True, exist_ok=True)
    packed = subprocess.run(["git", "archive", COMMIT], cwd=ROOT, check=True, capture_output=True)
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as files:
        files.extractall(TREE, filter="data")
    modules = TREE / "node_modules"
    if not modules.is_symlink():
        modules.symlink_to(ROOT / "node_modules")


def _own_commands() -> list[list[str]]:
    return [[sys.executable, "-c", _LINE, "build"], [sys.executable, "-m", "callbacks.pack"]]


if __name__ == "__main__":
    print(made())
