"""What an import leaves in the trail: that it began, each answer, and what became of the file."""

from collections.abc import Callable
from pathlib import Path

from dashboard.imports.importing import ImportOptions, Outcome, import_file
from dashboard.releases.audit_trail import record


def imported(
    path: Path, home: Path, place: Path, asked: ImportOptions, advance: Callable[[int], None]
) -> Outcome:
    """Import a file into `place` between two lines of the trail of `home`; a try leaves none.

    Raises:
        OSError: the trail cannot be written; before the first line nothing is imported.
    """
    if asked.dry_run:
        return import_file(path, place, asked, advance=advance)
    record(home, "import", path.name, "begun", by=asked.by)
    found = import_file(path, place, asked, advance=advance)
    for one in found.answered:
        said = f"{one.get('answer', '')}. {one.get('reason', '')}".rstrip(". ")
        record(home, "answer", one.get("key", ""), "done", by=one.get("by", ""), detail=said)
    words = f"{found.hash[:16]}: {found.accepted} of {found.rows} rows kept"
    record(
        home, "import", found.file, "done" if found.kept else "refused", by=asked.by, detail=words
    )
    return found
