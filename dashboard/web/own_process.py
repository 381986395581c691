"""A command of ours asked for by a request: a process of its own, that lets readers go first."""

import json
import os
import subprocess
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from dashboard.paths import ROOT

# Whoever opens a page is answered before a file is made: a ninth of a core where both want one.
NICENESS = 10
_CODE = f"import os; os.nice({NICENESS}); from dashboard.cli import main; raise SystemExit(main())"


class CommandError(Exception):
    """A command ended as it should not, printed nothing, or took too long."""


def run_command(
    arguments: Sequence[str], *, seconds: float, home: Path | None = None,
    fine: Collection[int] = (0,),
) -> bytes:  # fmt: skip
    """What `vardplats` prints for `arguments`, with the data under `home`.

    `seconds` is how long it may take, and `fine` are the exit codes it may end with.

    Raises:
        CommandError: it took longer, or ended with another code.
    """
    env = os.environ if home is None else {**os.environ, "VARDPLATS_HOME": str(home)}
    command = [sys.executable, "-c", _CODE, *arguments]
    try:
        ended = subprocess.run(
            command, cwd=ROOT, capture_output=True, timeout=seconds, check=False, env=env
        )
    except subprocess.TimeoutExpired as error:
        raise CommandError(str(error)) from error
    if ended.returncode not in fine:
        raise CommandError(ended.stderr.decode(errors="replace")[-2000:])
    return ended.stdout


def told_by_command(
    arguments: Sequence[str], *, seconds: float, home: Path, fine: Collection[int] = (0,)
) -> Any:
    """What a command prints with `--format json`.

    Raises:
        CommandError: as `run_command`, or it printed no JSON.
    """
    try:
        return json.loads(run_command(arguments, seconds=seconds, home=home, fine=fine))
    except ValueError as error:
        raise CommandError(str(error)) from error
