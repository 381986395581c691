"""The command line: the same values as the site, and what the site needs to run."""

import io
import sys
from collections.abc import Sequence

from dashboard.cli.commands import app
from dashboard.cli.refusal import Refused
from dashboard.spreadsheets import harmless

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0, or 2 with the reason on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        app(arguments, prog_name="vardplats")
    except Refused as reason:
        # A reason may quote what a stranger wrote.
        print(harmless.line(str(reason)), file=sys.stderr)
        return 2
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return 0
