"""`vardplats audit --reads`: who has seen figures that are not published."""

from dashboard.access.reads import reads_of
from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused

_COLUMNS = ("at", "by", "way", "regions", "drafts")


def print_reads(fmt: Format) -> None:
    """Print who was given what is not published, the first one first.

    Raises:
        Refused: it cannot be read, or a line or a day was changed or is gone.
    """
    home = given.settings().home
    try:
        found = reads_of(home)
    except OSError as error:
        raise Refused(f"{home}: {error.strerror or error}.") from error
    rows = [
        {"at": one["at"], "by": one["by"], "way": one["way"],
         "regions": ", ".join(one["regions"]), "drafts": ", ".join(one["drafts"])}
        for one in found.lines
    ]  # fmt: skip
    printing.print_known(rows, fmt, _COLUMNS, "Nobody has seen anything that is not published.")
    if found.cut_short:
        printing.print_aside(f"{found.cut_short} line(s) were cut short while being written.")
    if found.fault:
        raise Refused(f"The record of reads is not as it was written. {found.fault}")
