"""`vardplats agreements move`: from the home folder to the database that is used since."""

from dataclasses import asdict

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.dialogue.moving import left, moved
from dashboard.releases.audit_trail import recorded
from dashboard.settings import Settings


def print_moved(fmt: Format) -> None:
    """Carry agreements, plans and preparedness over, and print how many lines of each came now.

    Raises:
        Refused: there is no database, it has lines of its own, or a line is not as it was written.
    """
    of = given.settings()
    try:
        with recorded(of.home, "move agreements", "database"):
            found = moved(of)
    except ValueError as error:
        raise Refused(f"{error} Nothing of that log was moved.") from error
    except OSError as error:
        raise Refused(f"They cannot be moved now: {error.strerror or error}.") from error
    printing.print_rows([asdict(one) for one in found], fmt)


def say_what_is_left(of: Settings) -> None:
    """Say on stderr that the home folder has lines which the database has not."""
    try:
        names = left(of)
    except (OSError, ValueError):
        return
    if names:
        printing.print_aside(
            f"{', '.join(names)} in {of.home} have lines that the database has not: "
            "vardplats agreements move."
        )
