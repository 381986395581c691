"""`vardplats releases`, `publish`, `withdraw` and `diff`: what is shown, and what was."""

from collections import Counter
from dataclasses import asdict
from itertools import islice
from typing import Any

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.releases import audit_log
from dashboard.releases.audit_trail import recorded
from dashboard.releases.catalogue import full_name, releases, unreadable
from dashboard.releases.database.choice import archive_of
from dashboard.releases.dataset import read_dataset
from dashboard.releases.diff import figure_changes
from dashboard.releases.repository import ReleaseError, ReleaseRepository

_MOST_LINES = 100


def print_releases(fmt: Format, *, record: bool) -> None:
    """Print the releases, newest first, or the record of what was done with them.

    Raises:
        Refused: there is none, or the place where they lie does not answer.
    """
    archive = archive_of(given.settings())
    try:
        rows = _record(archive) if record else _releases(archive)
    except ReleaseError as error:
        raise Refused(f"{error}.") from error
    if not rows:
        raise Refused("There are no releases. Run: vardplats publish")
    printing.print_rows(rows, fmt)


def print_publish(
    release: str | None, fmt: Format, *, by: str, reason: str, reinstate: bool
) -> None:
    """Build and show what is embedded and imported, or show a release that is there.

    Raises:
        Refused: it cannot be written or shown; what is shown is the same as before.
    """
    if release is not None and not release.strip():
        raise Refused("--release is empty. Name a release, or leave it out to build one.")
    from dashboard.ingest.build import build
    from dashboard.ingest.publish import show

    settings = given.settings()
    archive, signed = archive_of(settings), {"by": by, "reason": reason}
    before = _shown(archive)
    try:
        with recorded(settings.home, "publish", release or "build", by=by, detail=reason):
            if release:
                name = full_name(archive, release)
                show(archive, name, **signed, reinstate=reinstate)
            else:
                name = build(
                    settings.home, into=archive, by=by, reason=reason, reinstate=reinstate
                ).release
    except ReleaseError as error:
        raise Refused(f"{error}. Nothing has changed.") from error
    except OSError as error:
        raise given.unwritable(settings.home, error) from error
    printing.print_rows([{"release": name, "before": before, "by": by or audit_log.user()}], fmt)


def print_withdraw(release: str, fmt: Format, *, by: str, reason: str) -> None:
    """Withdraw a release, and say which one is shown now.

    Raises:
        Refused: there is no such release, no reason, or no other release to show.
    """
    from dashboard.ingest.publish import withdraw

    if not reason.strip():
        raise Refused("--reason is empty. Say why, in words that readers will see.")
    settings = given.settings()
    archive = archive_of(settings)
    try:
        with recorded(settings.home, "withdraw", release, by=by, detail=reason.strip()):
            name = full_name(archive, release)
            shown = withdraw(archive, name, by=by, reason=reason.strip())
    except ReleaseError as error:
        raise Refused(f"{error}. Nothing has changed.") from error
    except OSError as error:
        raise given.unwritable(settings.home, error) from error
    printing.print_rows([{"withdrawn": name, "shown": shown, "by": by or audit_log.user()}], fmt)


def print_diff(first: str, second: str, fmt: Format) -> None:
    """Print every figure that differs between two releases, with both values.

    A table for people shows how many there are of each kind and the first of them.

    Raises:
        Refused: a release is not there, or not whole.
    """
    archive = archive_of(given.settings())
    try:
        datasets = [read_dataset(archive, full_name(archive, name)) for name in (first, second)]
    except ReleaseError as error:
        raise Refused(f"{error}.") from error
    rows = [asdict(change) for change in figure_changes(*datasets)]
    if fmt == "json":
        printing.print_json(rows)
    elif fmt == "csv":
        printing.print_csv(rows, _COLUMNS)
    else:
        _print_table(datasets[0].release, datasets[1].release, rows)


_COLUMNS = ("figure", "region", "period", "care", "stream", "before", "after",
            "status_before", "status_after")  # fmt: skip


def _print_table(first: str, second: str, rows: list[dict[str, Any]]) -> None:
    kinds = Counter((row["figure"], row["status_before"], row["status_after"]) for row in rows)
    printing.print_table(
        ["Figure", "Status before", "Status after", "Changed"],
        [[*kind, str(count)] for kind, count in kinds.items()],
        title=f"{len(rows)} figures differ between {first} and {second}",
        right=["Changed"],
    )
    if rows:
        rest = len(rows) - _MOST_LINES
        words = f"{rest} more: --format csv or json has them all" if rest > 0 else ""
        lines = [[_cell(row[name]) for name in _COLUMNS] for row in islice(rows, _MOST_LINES)]
        heads = [name.replace("_", " ").capitalize() for name in _COLUMNS]
        printing.print_table(heads, lines, caption=words, right=["Before", "After"])


def _cell(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, float) else "" if value is None else str(value)


def _releases(archive: ReleaseRepository) -> list[dict[str, Any]]:
    current, gone = _shown(archive), audit_log.withdrawn(archive.audit())
    rows = [
        {
            "release": note.name,
            "created": note.created.isoformat(),
            "by": note.by,
            "code_version": note.code_version,
            "state": "shown" if note.name == current else "withdrawn" if note.name in gone else "",
            "reason": gone.get(note.name, ""),
            "figures": sum(note.counts.values()),
            "sources": len(note.sources),
        }
        for note in releases(archive)
    ]
    torn = dict.fromkeys(rows[0], "") if rows else {"release": "", "state": ""}
    return rows + [{**torn, "release": name, "state": "torn"} for name in unreadable(archive)]


def _record(archive: ReleaseRepository) -> list[dict[str, Any]]:
    first = ("number", "at", "action", "release", "by", "reason", "code_version")
    rows = [audit_log.as_row(entry) for entry in archive.audit()]
    return [{name: row[name] for name in first} for row in rows]


def _shown(archive: ReleaseRepository) -> str:
    try:
        return archive.head().current
    except ReleaseError:
        return ""
