"""`vardplats agreements`: what was agreed in a dialogue, what became of it, and a calendar."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from dashboard.cli import given, printing
from dashboard.cli.dialogue.moving import say_what_is_left
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.dialogue.agreement import Agreement, State
from dashboard.dialogue.agreement_form import Faulty
from dashboard.dialogue.agreement_log import agree, agreements_of, follow_up
from dashboard.dialogue.agreement_rows import agreement_rows
from dashboard.dialogue.calendar import calendar
from dashboard.dialogue.logs import agreements_log
from dashboard.language.text import Lang
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from dashboard.storage.chained_lines import ChainedLog
from dashboard.storage.durable_files import replace_file

Done = TypeVar("Done")
# What stands in a table for people; JSON and CSV have it all.
_SHORT = {
    "agreement": "No", "region_name": "Region", "measure": "Measure", "expected_words": "Expected",
    "owner": "Owner", "due": "Due", "state_words": "State", "outcome_words": "Outcome",
    "outcome_reason": "Why", "agreed_by": "Agreed by",
}  # fmt: skip


def print_agreements(region: str, fmt: Format, lang: Lang) -> None:
    """Print the agreements of a region, or of all, with their outcome.

    Raises:
        Refused: they cannot be read, or a line of the log was changed or is gone.
    """
    of = given.settings()
    found = _known(agreements_log(of), region)
    say_what_is_left(of)
    _print(of, found, fmt, lang)


def print_agreed(form: Mapping[str, str], by: str, fmt: Format, lang: Lang) -> None:
    """Write an agreement down, and print it.

    Raises:
        Refused: a field cannot be used, every fault named; nothing has been written.
    """
    of = given.settings()
    log = agreements_log(of)
    found = _written(log, lambda: agree(log, form, by=by))
    _print(of, (found,), fmt, lang)


def print_followed(
    number: int | None, note: str, state: State, by: str, fmt: Format, lang: Lang
) -> None:
    """Write what has happened with an agreement, and print it.

    Raises:
        Refused: there is no such agreement, it is closed, or there is no note.
    """
    if number is None:
        raise Refused("Say which agreement: vardplats agreements follow-up 1 --note WORDS.")
    of = given.settings()
    log = agreements_log(of)
    found = _written(log, lambda: follow_up(log, number, note, by=by, state=state))
    _print(of, (found,), fmt, lang)


def print_calendar(region: str, to: Path | None, fmt: Format, lang: Lang) -> None:
    """Write the agreements into a calendar file, and print where it is.

    Raises:
        Refused: no file is named, or it cannot be written.
    """
    if to is None:
        raise Refused("Say which file to write: vardplats agreements calendar --to FILE.ics.")
    found = _known(agreements_log(given.settings()), region)
    content = calendar(found, lang)
    try:
        replace_file(to, content)
    except OSError as error:
        raise Refused(f"{to} cannot be written: {error.strerror or error}.") from error
    row = {"file": str(to), "agreements": len(found), "bytes": len(content)}
    printing.print_rows([row], fmt)


def today() -> str:
    """The day it is in UTC, as 2026-11-29."""
    return datetime.now(UTC).date().isoformat()


def _known(log: ChainedLog, region: str) -> tuple[Agreement, ...]:
    if region not in ("all", *CODES):
        raise Refused(f"There is no region {region[:40]!r}. There is {', '.join(CODES)}, or all.")
    try:
        found = agreements_of(log)
    except OSError as error:
        raise Refused(f"{log} cannot be read: {error.strerror or error}.") from error
    if found.fault:
        raise Refused(f"The agreements are not as they were written. {found.fault}")
    if found.cut_short:
        printing.print_aside(f"{found.cut_short} line(s) were cut short while being written.")
    return found.known if region == "all" else found.of_region(region)


def _written(log: ChainedLog, write: Callable[[], Done]) -> Done:
    try:
        return write()
    except Faulty as error:
        faults = "\n".join(f"{name}: {words.en}" for name, words in error.faults.items())
        raise Refused(f"{faults}\nNothing was written.") from error
    except OSError as error:
        raise Refused(f"{log} cannot be written: {error.strerror or error}.") from error


def _dataset(of: Settings) -> Dataset | None:
    try:
        return given.dataset(of)
    except Refused:
        return None


def _print(of: Settings, agreements: tuple[Agreement, ...], fmt: Format, lang: Lang) -> None:
    rows = agreement_rows(_dataset(of), agreements, today(), lang) if agreements else []
    if fmt == "json":
        printing.print_json(rows)
    elif fmt == "csv":
        printing.print_csv([_flat(row) for row in rows], _COLUMNS)
    elif rows:
        lines = [[str(row[key]) for key in _SHORT] for row in rows]
        printing.print_table([*_SHORT.values()], lines, title=f"Agreements: {len(rows)}")
    else:
        print("Agreements: 0")


_COLUMNS = (
    "agreement", "region", "region_name", "measure", "kind", "expected_words", "indicator", "care",
    "stream", "side", "value", "until", "owner", "due", "overdue", "state", "state_words",
    "outcome", "outcome_words", "outcome_value", "outcome_period", "outcome_status",
    "outcome_source", "outcome_reason", "marks", "plan", "agreed_by", "agreed_at", "followed_up",
)  # fmt: skip


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    notes = [f"{one['at'][:10]} {one['by']}: {one['note']}" for one in row["followed_up"]]
    return {**row, "followed_up": " | ".join(notes)}
