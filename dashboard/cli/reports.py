"""`vardplats reports`: what readers say is wrong; the box emptied, and contacts erased."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.feedback import box, reports
from dashboard.feedback.reports import KINDS, Report
from dashboard.releases.audit_trail import recorded

_FIELDS = tuple(Report.__dataclass_fields__)


def print_reports(fmt: Format) -> None:
    """Print every report with its figure, view, release and words.

    Raises:
        Refused: the folder of reports cannot be read.
    """
    home = given.settings().home
    try:
        box.tidy(home, datetime.now(UTC))
    except OSError as error:
        printing.print_aside(f"Old contacts could not be erased: {error.strerror}.")
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


def print_archived(to: Path, fmt: Format) -> None:
    """Empty the box into a file that its owner alone may read.

    Raises:
        Refused: there is such a file already, or it cannot be written; nothing has changed.
    """
    home = given.settings().home
    try:
        with recorded(home, "archive reports", to.name):
            count = box.archive(home, to)
    except FileExistsError as error:
        raise Refused(f"{to} is there already. Give another name.") from error
    except OSError as error:
        raise Refused(f"{to} cannot be written: {error.strerror}. Nothing has changed.") from error
    printing.print_rows([{"archived": count, "file": str(to)}], fmt)


def print_erased(whose: str, fmt: Format) -> None:
    """Take a contact out of the reports; the trail says that it was done, and not whose it was.

    Raises:
        Refused: no report has this number or this contact, or one cannot be written.
    """
    home = given.settings().home
    try:
        with recorded(home, "erase contact", "reports"):
            count = box.erase(home, whose)
    except OSError as error:
        raise Refused(f"{home / reports.FOLDER} cannot be written: {error.strerror}.") from error
    if not count:
        raise Refused("No report with a contact has this number or this contact.")
    printing.print_rows([{"erased": count}], fmt)


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
