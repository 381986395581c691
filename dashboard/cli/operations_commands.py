"""The commands for whoever runs the service, added to those of `commands`."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.printing import Format

_Format = Annotated[Format, typer.Option("--format", help="How the answer is printed.")]


def add(app: typer.Typer) -> None:
    """Add the commands in the order they are shown."""
    for command in (audit, backup, restore):
        app.command()(command)


def audit(
    fmt: _Format = "table",
    reads: Annotated[
        bool, typer.Option("--reads", help="Who has seen figures that are not published.")
    ] = False,
) -> None:
    """Who published, withdrew or imported what, when and why."""
    from dashboard.cli.operations import print_audit
    from dashboard.cli.reads import print_reads

    if reads:
        print_reads(fmt)
    else:
        print_audit(fmt)


def backup(
    to: Annotated[Path, typer.Option(help="The file to make, as backup.tar.gz.")],
    fmt: _Format = "table",
) -> None:
    """All that the home folder keeps as one file, each part with its hash."""
    from dashboard.cli.operations import print_backup

    print_backup(to, fmt)


def restore(
    file: Annotated[Path, typer.Argument(help="A file that backup made.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Set aside what the home folder keeps.")
    ] = False,
    fmt: _Format = "table",
) -> None:
    """A backup put into the home folder: whole, or not at all."""
    from dashboard.cli.operations import print_restore

    print_restore(file, fmt, replace=replace)
