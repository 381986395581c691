"""`vardplats reports`: what readers say is wrong, newest first."""

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
        stored, unreadable = reports.stored(home), reports.unreadable(home)
    except OSError as error:
        raise Refused(f"{home / reports.FOLDER} cannot be read: {error.strerror}.") from error
    if fmt == "json":
        printing.print_json([asdict(report) for report in stored])
    elif fmt == "csv":
        printing.print_csv([asdict(report) for report in stored], _FIELDS)
    else:
        _print_table(stored)
    if unreadable:
        # On stderr, so that stdout holds nothing but the reports.
        printing.print_aside(f"Files that are no reports: {', '.join(unreadable)}.")


def _print_table(stored: tuple[Report, ...]) -> None:
    headings = ["Received (UTC)", "What", "Figure", "View", "Release", "In words", "Contact"]
    printing.print_table(headings, map(_line, stored), title=f"Reports: {len(stored)}")


def _line(report: Report) -> list[str]:
    return [
        report.received[:16].replace("T", " "),
        KINDS[report.kind].en if report.kind in KINDS else report.kind,
        report.title or report.figure,
        report.address,
        report.release[:6],
        report.wrong,
        report.contact,
    ]
