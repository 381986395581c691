"""`vardplats reports`: what readers say is wrong, newest first."""

import sys
from dataclasses import asdict

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.feedback import reports
from dashboard.feedback.reports import KINDS, Report

_FIELDS = tuple(Report.__dataclass_fields__)


def print_reports(fmt: Format) -> None:
    """Print every report with its figure, view, release and words.

    Raises:
        Refused: the folder of reports cannot be read.
    """
    home = given.settings().home
    try:
        found, torn = reports.kept(home), reports.unreadable(home)
    except OSError as error:
        raise Refused(f"{home / reports.FOLDER} cannot be read: {error.strerror}.") from error
    if fmt == "json":
        printing.print_json([asdict(one) for one in found])
    elif fmt == "csv":
        printing.print_csv([asdict(one) for one in found], _FIELDS)
    else:
        _print_table(found)
    if torn:
        # On stderr, so that stdout holds nothing but the reports.
        print(f"Files that are no reports: {', '.join(torn)}.", file=sys.stderr)


def _print_table(found: tuple[Report, ...]) -> None:
    headings = ["Received (UTC)", "What", "Figure", "View", "Release", "In words", "Contact"]
    printing.print_table(headings, map(_line, found), title=f"Reports: {len(found)}")


def _line(one: Report) -> list[str]:
    return [
        one.received[:16].replace("T", " "),
        KINDS[one.kind].en if one.kind in KINDS else one.kind,
        one.title or one.figure,
        one.address,
        one.release[:6],
        one.wrong,
        one.contact,
    ]
