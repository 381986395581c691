"""The same file again after a later one: which of the two is to hold is for its maker to say."""

import hashlib
from pathlib import Path

from dashboard.imports.accepted import COLUMNS, ROWS, Import, imports
from dashboard.imports.questions import Question, no, yes
from dashboard.language.text import Text

_KEYS = COLUMNS[: COLUMNS.index("value")]
_AGAIN = Text(
    "Filen lämnades {} och är sedan dess ersatt av {} ({}) för {} av sina värden. Ska den gälla "
    "igen?",
    "The file was delivered on {} and has since been replaced by {} ({}) for {} of its figures. "
    "Is it to hold again?",
)
_HOLDS = Text("den här filen gäller igen", "this file holds again")
_STAYS = Text("den senare filen gäller", "the later file holds")


def resubmitted(home: Path, before: Import) -> Question | None:
    """A question where a later import has replaced figures of this one, else nothing.

    Raises:
        DamagedImport: an import cannot be read.
    """
    every = imports(home)
    same = [one for one in every if before.hash in (one.hash, one.about.get("same_as"))]
    last = same[-1]
    own = _rows(last)
    for later in reversed(every[every.index(last) + 1 :]):
        others = _rows(later)
        replaced = [key for key in own if key in others and others[key] != own[key]]
        if replaced:
            about = later.about
            message = _AGAIN.format(
                str(last.about["imported"])[:10], str(about["file"]), str(about["imported"])[:10],
                len(replaced),
            )  # fmt: skip
            readings = (yes(_HOLDS), no(_STAYS))
            return Question("again", "resubmitted", "", 0, "", "", message, readings, stops=True)
    return None


def name_again(home: Path, digest: str) -> str:
    """The name of one more delivery of a file: another one each time."""
    count = sum(digest in (one.hash, one.about.get("same_as")) for one in imports(home))
    return hashlib.sha256(f"{digest} {count}".encode()).hexdigest()


def _rows(delivery: Import) -> dict[tuple[str, ...], float]:
    # Parquet is needed only when a file comes again.
    import pyarrow.parquet as pq

    table = pq.read_table(delivery.folder / ROWS).to_pydict()
    keys = zip(*(table[name] for name in _KEYS), strict=True)
    return dict(zip(keys, table["value"], strict=True))
