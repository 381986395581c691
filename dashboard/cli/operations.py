"""`vardplats audit`, `backup` and `restore`: who did what, and a home folder as one file."""

from dataclasses import asdict
from itertools import accumulate
from pathlib import Path
from typing import Any

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.imports.accepted import DamagedImport, imports
from dashboard.releases import audit_log
from dashboard.releases.audit_trail import Trail, trail_of
from dashboard.releases.database.choice import archive_of
from dashboard.releases.dataset import read_dataset
from dashboard.releases.filesystem_repository import LOCK
from dashboard.releases.publish_lock import publish_lock
from dashboard.releases.repository import ReleaseError
from dashboard.storage import home_archive
from dashboard.storage.home_archive import Archived, BadArchive

# What releases and imports have a record of themselves.
_RECORDED = ("publish", "withdraw", "import", "build")
_COLUMNS = ("at", "action", "subject", "by", "reason")


def print_audit(fmt: Format) -> None:
    """Print what was done with releases and imports, the first thing first.

    Beside the record of what came true stands what the trail has more: what was built, fetched,
    answered and loaded, and what was refused.

    Raises:
        Refused: the record cannot be read, or a line of the trail was changed or is gone.
    """
    settings = given.settings()
    try:
        entries = [audit_log.as_row(one) for one in archive_of(settings).audit()]
        brought, trail = imports(settings.home), trail_of(settings.home)
    except OSError as error:
        raise Refused(f"{settings.home}: {error.strerror or error}.") from error
    except (ReleaseError, DamagedImport) as error:
        raise Refused(f"{error}.".replace("..", ".")) from error
    # Each record keeps its own order; a clock that was set back moves nothing before what it
    # followed.
    rows = _in_order([
        {
            "at": one["at"], "action": one["action"], "subject": one["release"], "by": one["by"],
            "reason": one["reason"],
        }
        for one in entries
    ]) + _in_order([
        {
            "at": str(one.about["imported"]), "action": "import", "subject": one.hash,
            "by": str(one.about.get("by", "")), "reason": str(one.about.get("file", "")),
        }
        for one in brought
    ]) + _in_order(_beside(trail))  # fmt: skip
    told = [row for _, row in sorted(rows, key=lambda one: one[0])]
    if told or fmt == "json":
        printing.print_rows(told, fmt)
    elif fmt == "csv":
        printing.print_csv([], _COLUMNS)
    else:
        print("Nothing has been done here yet.")
    if trail.cut_short:
        printing.print_aside(f"{trail.cut_short} line(s) were cut short while being written.")
    if trail.fault:
        raise Refused(f"The trail is not as it was written. {trail.fault}")


def _in_order(rows: list[dict[str, str]]) -> list[tuple[str, dict[str, str]]]:
    """The rows of one record, each with the latest time that any has had by then."""
    return list(zip(accumulate((row["at"] for row in rows), max), rows, strict=True))


def _beside(trail: Trail) -> list[dict[str, str]]:
    """The lines of the trail of which the records of releases and imports hold nothing."""
    return [
        {"at": one.at, "action": one.action, "subject": one.subject, "by": one.by,
         "reason": f"refused: {one.detail}" if one.outcome == "refused" else one.detail}
        for one in trail.events
        if one.outcome == "refused" or (one.outcome == "done" and one.action not in _RECORDED)
    ]  # fmt: skip


def print_backup(to: Path, fmt: Format) -> None:
    """Write the home folder into a file and print what it holds.

    Raises:
        Refused: there is nothing to back up, such a file already, or no room.
    """
    home = given.settings().home
    if not home.is_dir():
        raise Refused(f"There is nothing to back up: {home} is no folder.")
    try:
        with publish_lock(home / LOCK):
            done = home_archive.back_up(home, to)
    except FileExistsError as error:
        raise Refused(f"{to} is there already. Give another name.") from error
    except FileNotFoundError as error:
        if error.filename == str(home):
            raise Refused(f"There is nothing to back up in {home}.") from error
        raise Refused(f"{to} cannot be written: {error.strerror}.") from error
    except ReleaseError as error:
        raise Refused(f"{error}.") from error
    except OSError as error:
        raise Refused(f"{to} cannot be written: {error.strerror or error}.") from error
    _print(done, {"file": str(to)}, fmt)


def print_restore(archive: Path, fmt: Format, *, replace: bool) -> None:
    """Put a backup into the home folder and print what is shown now.

    Raises:
        Refused: it is no whole backup, or the folder keeps something already.
    """
    home = given.settings().home
    try:
        home.mkdir(parents=True, exist_ok=True)
        with publish_lock(home / LOCK):
            done = home_archive.restore(archive, home, replace=replace)
    except BadArchive as error:
        raise Refused(f"{archive} cannot be restored: {error}. Nothing has changed.") from error
    except FileExistsError as error:
        raise Refused(
            f"{home} keeps something already and nothing has changed. Set VARDPLATS_HOME to an "
            "empty folder, or give --replace to set aside what is there."
        ) from error
    except (ReleaseError, OSError) as error:
        words = getattr(error, "strerror", None) or str(error)
        raise Refused(f"{archive} cannot be restored: {words}.") from error
    try:
        shown = read_dataset(home).release
    except ReleaseError:
        shown = None
    _print(done, {"home": str(home), "release": shown}, fmt)


def _print(done: Archived, where: dict[str, Any], fmt: Format) -> None:
    answer = {**where, **asdict(done)}
    if fmt == "json":
        printing.print_json(answer)
    else:
        printing.print_rows([answer], fmt)
