"""What an import leaves in the trail: that it began, each answer, and what became of the file."""

from collections.abc import Callable
from pathlib import Path

from dashboard.imports.importing import ImportOptions, Outcome, import_file
from dashboard.releases.audit_trail import record


def imported(
    path: Path, home: Path, asked: ImportOptions, advance: Callable[[int], None]
) -> Outcome:
    """Import a file between two lines of the trail; one that is only tried leaves none.

    Raises:
        OSError: the trail cannot be written; before the first line nothing is imported.
    """
    if asked.dry_run:
        return import_file(path, home, asked, advance=advance)
    record(home, "import", path.name, "begun")
    found = import_file(path, home, asked, advance=advance)
    for one in found.answered:
        said = f"{one.get('answer', '')}. {one.get('reason', '')}".rstrip(". ")
        record(home, "answer", one.get("key", ""), "done", by=one.get("by", ""), detail=said)
    words = f"{found.hash[:16]}: {found.accepted} of {found.rows} rows kept"
    record(home, "import", found.file, "done" if found.kept else "refused", detail=words)
    return found
