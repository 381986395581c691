"""What was fetched from a service: immutable tables with where and when on every row."""

import csv
import hashlib
import io
import json
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from dashboard.frozen import frozen
from dashboard.releases.publish_lock import publish_lock
from dashboard.storage.durable_files import write_folder

ROWS, PROVENANCE = "rows.csv", "provenance.json"
COLUMNS: Final = (
    "indicator", "region_code", "hospital", "period_start", "period_end", "care_area", "value",
    "unit", "source_id", "note", "url", "fetched",
)  # fmt: skip
# What stands on a row beside the figure itself, and is another each time.
_WHEN = "fetched"

Row = dict[str, str]
Answer = TypeVar("Answer")


class NotFetched(RuntimeError):  # noqa: N818 - it says what is wrong
    """A service did not answer, or not with everything; the message says which and what to do."""


@frozen
class Fetched:
    """Rows that a service gave, all with the same columns; `new` tells if they were kept now.

    Those of figures have `COLUMNS`; every kind has where it is from and `fetched`, when.
    """

    source: str
    rows: tuple[Row, ...]
    folder: Path
    new: bool


def now() -> str:
    """The moment, to the second, as it stands on the rows."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def keep(home: Path, source: str, rows: Sequence[Row]) -> Fetched:
    """Keep rows under `home/fetched/<source>/`, named by their figures: the same ones once.

    Raises:
        OSError: the folder cannot be written; nothing has changed then.
        Busy: somebody else has been keeping rows for two minutes.
    """
    place, name = home / "fetched" / source, _name(rows)
    place.mkdir(parents=True, exist_ok=True)
    with publish_lock(place / ".lock"):
        last = latest(home, source)
        if last is not None and last.folder.name == name:
            return Fetched(source, last.rows, last.folder, new=False)
        content = _csv(rows)
        moment = datetime.now(UTC).isoformat(timespec="microseconds")
        about = {"source": source, "rows": len(rows), "fetched": moment,
                 "rows_sha256": hashlib.sha256(content).hexdigest()}  # fmt: skip
        said = json.dumps(about, indent=1).encode()
        write_folder(place, name, {ROWS: content, PROVENANCE: said})
    return Fetched(source, tuple(rows), place / name, new=True)


def latest(home: Path, source: str) -> Fetched | None:
    """What was fetched last from a source, or None."""
    try:
        each = [one for one in (home / "fetched" / source).iterdir() if one.name[0] != "."]
    except FileNotFoundError:
        return None
    found = sorted((str(_about(one)["fetched"]), one) for one in each)
    if not found:
        return None
    folder = found[-1][1]
    with (folder / ROWS).open(encoding="utf-8", newline="") as file:
        return Fetched(source, tuple(csv.DictReader(file)), folder, new=False)


def within(seconds: float, what: str, work: Callable[[], Answer]) -> Answer:
    """What `work` gives, unless it takes longer: some clients wait for ever.

    Raises:
        NotFetched: it took longer, or it failed; `what` is the name of the service.
    """
    ended: dict[str, Any] = {}

    def run() -> None:
        try:
            ended["answer"] = work()
        except Exception as error:
            ended["error"] = error

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    error = ended.get("error")
    if isinstance(error, NotFetched):
        raise error
    if "answer" not in ended:
        why = " ".join(str(error).split())[:300] if error else f"no answer in {seconds:.0f} s"
        raise NotFetched(f"{what} could not be fetched: {why}. Nothing has changed; try again")
    answer: Answer = ended["answer"]
    return answer


def _about(folder: Path) -> Mapping[str, Any]:
    try:
        found: dict[str, Any] = json.loads((folder / PROVENANCE).read_bytes())
        if hashlib.sha256((folder / ROWS).read_bytes()).hexdigest() != found["rows_sha256"]:
            raise ValueError("its rows differ from their hash")
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise NotFetched(f"{folder} is damaged ({error}). Move it away and fetch anew") from error
    return found


def _name(rows: Sequence[Row]) -> str:
    figures = [[value for key, value in row.items() if key != _WHEN] for row in rows]
    return hashlib.sha256(json.dumps(figures).encode()).hexdigest()[:16]


def _csv(rows: Sequence[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, tuple(rows[0]) if rows else COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
