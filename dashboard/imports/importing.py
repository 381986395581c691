"""The verb: a file is read, and kept whole, kept in part, or refused."""

import csv
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

from dashboard.frozen import frozen
from dashboard.imports.accepted import Import, hash_of, keep, quarantine, seen
from dashboard.imports.answers import Answer, settled
from dashboard.imports.levels import Known
from dashboard.imports.measures import KEPT
from dashboard.imports.months import running
from dashboard.imports.national import Check
from dashboard.imports.own_region import refuse_others
from dashboard.imports.questions import Question
from dashboard.imports.readers import Reader
from dashboard.imports.reading import Reading, read
from dashboard.imports.resubmitted import name_again, resubmitted
from dashboard.language.text import Lang, Text
from dashboard.spreadsheets import harmless
from dashboard.spreadsheets.faults import Fault, Json

_HEADINGS = ("sheet", "row", "column", "value", "rule", "message_sv", "message_en")


@frozen
class Outcome:
    """What became of a file.

    `rows` are the figures found, `accepted` those kept (or that would be, when only tried), `wrong`
    the number of faults, of which `faults` are the first. `seen` says that the same file was
    accepted before, `kept` that it lies among the imports now. `questions` are those still open,
    while which nothing is kept; `answered` what the record says of the others.
    """

    file: str
    hash: str
    source: str
    rows: int = 0
    accepted: int = 0
    wrong: int = 0
    missing: int = 0
    faults: tuple[Fault, ...] = ()
    checks: tuple[Check, ...] = ()
    seen: bool = False
    kept: bool = False
    quarantine: str = ""
    questions: tuple[Question, ...] = ()
    answered: tuple[dict[str, str], ...] = ()
    notices: tuple[Text, ...] = ()

    def as_json(self, lang: Lang) -> dict[str, Any]:
        """As the command prints it."""
        errors: list[Json] = [fault.as_json(lang) for fault in self.faults]
        return {
            "file": self.file,
            "rows": self.rows,
            "accepted": self.accepted,
            "errors": errors,
            "errors_in_all": self.wrong,
            "faults": errors,
            "questions": [one.as_json(lang) for one in self.questions],
            "answered": list(self.answered),
            "notices": [one.in_(lang) for one in self.notices],
            "missing": self.missing,
            "seen_before": self.seen,
            "kept": self.kept,
            "hash": self.hash,
            "source": self.source,
            "quarantine": self.quarantine or None,
            "country": [_check(one) for one in self.checks],
        }


@frozen
class ImportOptions:
    """How a file is to be imported: from which source, only tried, or its right rows alone.

    `known` is what its figures are held against, nothing where they are not; `answers` settle
    questions that were asked of it. `preliminary` keeps a month that has not ended, marked so.
    `region` is the only one that the file may be of, any where it is empty; `by` who hands it in.
    """

    reader: Reader
    dry_run: bool = False
    accept_valid: bool = False
    known: Known | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    preliminary: bool = False
    region: str = ""
    by: str = ""


def import_file(
    path: Path, home: Path, asked: ImportOptions, *, advance: Callable[[int], None] = lambda n: None
) -> Outcome:
    """Read a file and keep its figures under `home`; with any fault nothing is kept, unless the
    right rows were asked for, and with an open question nothing ever is.

    Raises:
        OSError: the file cannot be opened, or the folder cannot be written; nothing has changed.
        DamagedImport: the same file was accepted before, and what was kept is damaged.
    """
    digest = hash_of(path)
    before = seen(home, digest)
    again = resubmitted(home, before) if before is not None else None
    if before is not None and (again is None or (asked.dry_run and not asked.answers)):
        return replace(_seen(path, before), questions=(again,) if again else ())
    with tempfile.NamedTemporaryFile("w", encoding="utf-8-sig", newline="") as refused:
        reading = read(
            path, asked.reader, advance=advance, refuse=_writer(refused), known=asked.known,
            preliminary=asked.preliminary,
        )  # fmt: skip
        refuse_others(reading, asked.region)
        doubts = (*reading.questions, *((again,) if again else ()))
        answers = settled(doubts, asked.answers, reading.collected)
        asks = bool(answers.open or answers.refused)
        right = not reading.wrong or (asked.accept_valid and not reading.blocked)
        keeps = bool(reading.collected.count) and right and not asks
        refused.flush()
        held = keeps and not asked.dry_run
        about = _about(path, digest, asked, reading) | {"answers": list(answers.record)}
        if again is not None:
            about |= {"hash": name_again(home, digest), "same_as": digest}
        lies = _kept(home, about, reading, refused.name) if held else ""
    return Outcome(
        file=path.name,
        hash=about["hash"] if held else digest,
        source=asked.reader.key,
        rows=reading.rows,
        accepted=reading.collected.count if keeps else 0,
        wrong=reading.wrong,
        missing=reading.missing,
        faults=tuple(reading.faults),
        checks=tuple(reading.country.checks(reading.collected)),
        kept=held,
        quarantine=lies,
        seen=again is not None,
        questions=answers.open,
        answered=answers.record,
        notices=tuple(dict.fromkeys(reading.notices)),
    )


def _kept(home: Path, about: dict[str, Any], reading: Reading, refused: str) -> str:
    """Where the refused rows lie, if there are any: both are kept, or neither."""
    lies = quarantine(home, about["hash"], Path(refused)) if reading.wrong else None
    try:
        keep(home, reading.collected, about)
    except OSError:
        if lies is not None:
            lies.unlink(missing_ok=True)
        raise
    return str(lies or "")


def _seen(path: Path, before: Import) -> Outcome:
    about = before.about
    return Outcome(
        path.name, before.hash, str(about["source"]), int(about["rows"]), int(about["accepted"]),
        seen=True, kept=True,
    )  # fmt: skip


def _about(path: Path, digest: str, asked: ImportOptions, reading: Reading) -> dict[str, Any]:
    found = list(reading.collected.figures())
    still = sorted({row[0] for row in found if row[1] == running()})
    return {
        "hash": digest,
        "file": path.name,
        **({"by": asked.by} if asked.by else {}),
        "source": asked.reader.key,
        "imported": datetime.now(UTC).isoformat(timespec="microseconds"),
        "rows": reading.rows,
        "accepted": len(found),
        "refused": reading.wrong,
        "missing": reading.missing,
        "months": sorted({row[1] for row in found}),
        "regions": sorted({row[0] for row in found}),
        "measures": [name for name in KEPT if any(row[4] == name for row in found)],
        "country": [_check(one) for one in reading.country.checks(reading.collected)],
        "code_version": version("vardplatslaget"),
        # Regions and the month that had not ended when they were delivered.
        # Unit-days expected and reported of each region, month and care, where the file tells.
        **(
            {"unit_days": counted}
            if (counted := reading.partial.counted(reading.collected))
            else {}
        ),
        **({"preliminary": [[code, running()] for code in still]} if still else {}),
    }


def _check(check: Check) -> dict[str, Any]:
    every = (name for name in Check.__dataclass_fields__ if name != "where")
    return {name: getattr(check, name) for name in every}


def _writer(file: IO[str]) -> Callable[[Fault], None]:
    out = csv.writer(file, delimiter=";")
    out.writerow(_HEADINGS)

    def refuse(fault: Fault) -> None:
        words = (fault.sheet, fault.row, fault.column, fault.value, fault.rule, *fault.message)
        out.writerow([harmless.cell(harmless.line(str(word))) for word in words])

    return refuse
