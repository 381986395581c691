"""The box of reports: emptied into a file, contacts erased, and forgotten after half a year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dashboard.feedback.reports import FOLDER, Report, content_of, files, read
from dashboard.storage.durable_files import create_file

# A contact is kept for so long; the report itself stays.
CONTACT_DAYS = 180
# What is being written has its name within seconds, so what is older was left by a kill.
_LEFT_SECONDS = 3600
_FORGOTTEN = ".old.json"


def archive(home: Path, to: Path) -> int:
    """Move all reports into the new file `to`, one a line as JSON; gives how many.

    Raises:
        FileExistsError: there is such a file already.
        OSError: it cannot be written; every report is where it was.
    """
    found = [(path, one) for path in files(home) if (one := read(path))]
    lines = b"".join(content_of(one) + b"\n" for _, one in found)
    if not create_file(to, lines, mode=0o600):
        raise FileExistsError(17, "there is such a file already", str(to))
    for path, _ in found:
        path.unlink(missing_ok=True)
    return len(found)


def erase(home: Path, whose: str) -> int:
    """Take the contact out of the reports with this number or this contact; gives how many.

    Raises:
        OSError: a report cannot be written anew.
    """
    wanted = whose.strip().casefold()
    return _without_contact(
        home, lambda _, one: wanted in (one.id.casefold(), one.contact.strip().casefold())
    )


def tidy(home: Path, now: datetime) -> int:
    """Forget contacts older than `CONTACT_DAYS`, and sweep what kills left; gives how many.

    Raises:
        OSError: a report cannot be written anew.
    """
    for left in (home / FOLDER).glob(".new-*"):
        if left.stat().st_mtime < now.timestamp() - _LEFT_SECONDS:
            left.unlink(missing_ok=True)
    until = (now.astimezone(UTC) - timedelta(days=CONTACT_DAYS)).date().isoformat()
    return _without_contact(home, lambda path, _: path.name[:10] < until)


def _without_contact(home: Path, is_meant: Callable[[Path, Report], bool]) -> int:
    count = 0
    # The name says that nothing is left to forget, so that nobody reads the file for it again.
    for path in [one for one in files(home) if not one.name.endswith(_FORGOTTEN)]:
        report = read(path)
        if report is None or not is_meant(path, report):
            continue
        said = content_of(replace(report, contact=""))
        create_file(path.with_name(path.name.removesuffix(".json") + _FORGOTTEN), said, mode=0o600)
        path.unlink()
        count += bool(report.contact)
    return count
