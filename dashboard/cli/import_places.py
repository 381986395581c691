"""Where a file that is imported is kept: among the imports, or as a draft of somebody."""

from collections.abc import Callable
from pathlib import Path

from dashboard.cli import import_trail
from dashboard.cli.refusal import Refused
from dashboard.imports.accepted import DamagedImport
from dashboard.imports.drafts import draft_home
from dashboard.imports.importing import ImportOptions, Outcome
from dashboard.releases.repository import Busy


def place_for(home: Path, draft_of: str) -> Path:
    """The home folder itself, or that of a draft, made where it is not.

    Raises:
        Refused: there is no such region, or the folder cannot be made.
    """
    try:
        return draft_home(home, draft_of) if draft_of else home
    except KeyError as error:
        raise Refused(f"There is no region {draft_of[:40]!r}, and it is not authority.") from error
    except OSError as error:
        raise Refused(f"{home}: {error.strerror or error}. Nothing was imported.") from error


def imported(
    path: Path, places: tuple[Path, Path], asked: ImportOptions, advance: Callable[[int], None]
) -> Outcome:
    """Import a file into the second of two places, with the trail in the first.

    Raises:
        Refused: it cannot be opened or kept; nothing was imported from it.
    """
    try:
        return import_trail.imported(path, *places, asked, advance)
    except (DamagedImport, Busy) as error:
        raise Refused(f"{str(error).rstrip('.')}.") from error
    except OSError as error:
        why = f"{error.filename or path}: {error.strerror or error}"
        raise Refused(f"{why}. Nothing was imported from {path.name}.") from error
