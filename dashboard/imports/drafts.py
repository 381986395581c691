"""What regions handed in and is not published: kept apart, released, and then published."""

import shutil
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal

from dashboard.access.identity import Identity
from dashboard.frozen import frozen
from dashboard.imports.accepted import COLUMNS, PROVENANCE, ROWS, Import, imports
from dashboard.imports.laid_over import Row
from dashboard.reference.regions import CODES
from dashboard.storage.chained_lines import Line, add_line, read_chain
from dashboard.storage.durable_files import write_folder

FOLDER, LOG = "drafts", "drafts.jsonl"
# Who hands in: a region for itself, or the authority for regions.
AUTHORITY: Final = "authority"
State = Literal["handed_in", "released", "published", "taken_back"]
_FIELDS = ("number", "at", "by", "owner", "draft", "state")


@frozen
class Draft:
    """An import that is not published: whose it is, what became of it, and who did that when."""

    owner: str
    delivery: Import
    state: State
    by: str
    at: str

    @property
    def hash(self) -> str:
        """The name of the import."""
        return self.delivery.hash

    @property
    def months(self) -> tuple[str, ...]:
        """The months it holds."""
        return tuple(self.delivery.about["months"])

    @property
    def regions(self) -> tuple[str, ...]:
        """The codes of the regions it holds."""
        return tuple(self.delivery.about["regions"])

    def rows(self) -> Iterator[Row]:
        """Its figures."""
        # Parquet is needed only by those who may see a draft.
        import pyarrow.parquet as pq

        table = pq.read_table(self.delivery.folder / ROWS).to_pydict()
        names = COLUMNS[: COLUMNS.index("value") + 1]
        yield from zip(*(table[name] for name in names), strict=True)


def draft_home(home: Path, owner: str) -> Path:
    """Where what an owner hands in is kept, made where it is not; the service alone reads it.

    Raises:
        KeyError: there is no such owner.
        OSError: it cannot be made.
    """
    if owner not in (*CODES, AUTHORITY):
        raise KeyError(owner)
    place = home / FOLDER / owner
    (home / FOLDER).mkdir(mode=0o700, parents=True, exist_ok=True)
    place.mkdir(mode=0o700, exist_ok=True)
    return place


def drafts_of(home: Path, owners: Sequence[str] = (*CODES, AUTHORITY)) -> tuple[Draft, ...]:
    """The drafts of these owners that are not published, the first handed in first.

    Raises:
        DamagedImport: one of them cannot be read.
        OSError: what became of them cannot be read, or was changed.
    """
    if not (home / FOLDER).is_dir():
        return ()
    chain = read_chain(home / LOG, _is_line)
    if chain.fault:
        raise OSError(5, f"the record of drafts was changed: {chain.fault}", str(home / LOG))
    said = {(line["owner"], line["draft"]): line for line in chain.lines}
    each = ((owner, one) for owner in owners for one in imports(home / FOLDER / owner))
    found = (_draft(owner, one, said.get((owner, one.hash))) for owner, one in each)
    kept = (one for one in found if one.state not in ("published", "taken_back"))
    return tuple(sorted(kept, key=lambda one: (str(one.delivery.about["imported"]), one.hash)))


def drafts_seen(home: Path, who: Identity) -> tuple[Draft, ...]:
    """What is not published and this one may see.

    Raises:
        DamagedImport, OSError: it cannot be read.
    """
    if not who.may("unpublished", "read"):
        return ()
    if who.tier == "region":
        return drafts_of(home, (who.region,))
    found = drafts_of(home, (*CODES, AUTHORITY))
    if who.tier == "authority":
        return found
    return tuple(one for one in found if one.state == "released")


def say(home: Path, draft: Draft, state: State, *, by: str) -> None:
    """Write down what became of a draft.

    Raises:
        OSError: it cannot be written; the record is as it was.
    """
    said = {
        "at": datetime.now(UTC).isoformat(timespec="microseconds"), "by": by, "owner": draft.owner,
        "draft": draft.hash, "state": state,
    }  # fmt: skip
    add_line(home / LOG, lambda _: said, _is_line)


def take_back(home: Path, draft: Draft, *, by: str) -> None:
    """Write down that a draft is taken back, and remove its figures.

    Stopped in between it is taken back all the same. The same file handed in again is a new draft.

    Raises:
        OSError: it cannot be written; the record and the draft are as they were.
    """
    say(home, draft, "taken_back", by=by)
    shutil.rmtree(draft.delivery.folder, ignore_errors=True)


def accept(home: Path, draft: Draft) -> None:
    """Lay a draft among the accepted imports, where the next release finds it.

    Raises:
        OSError: it cannot be written; nothing has changed then.
    """
    place = home / "imports"
    place.mkdir(parents=True, exist_ok=True)
    if not (place / draft.hash).exists():
        files = {name: (draft.delivery.folder / name).read_bytes() for name in (ROWS, PROVENANCE)}
        write_folder(place, draft.hash, files)


def _draft(owner: str, delivery: Import, line: Any) -> Draft:
    about = delivery.about
    again = line is not None and line["state"] == "taken_back" and about["imported"] > line["at"]
    if line is None or again:
        return Draft(owner, delivery, "handed_in", str(about.get("by", "")), str(about["imported"]))
    return Draft(owner, delivery, line["state"], line["by"], line["at"])


def _is_line(line: Line) -> bool:
    return all(name in line for name in _FIELDS)
