"""Preparedness handed in by command or form: checked, kept, released, taken back, and audited."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from dashboard.imports.preparedness import MOST, Act, Rows, load, preparedness_log, say
from dashboard.language.text import Text
from dashboard.releases.audit_trail import recorded
from dashboard.settings import Settings
from dashboard.spreadsheets.cells import is_missing
from dashboard.spreadsheets.faults import Wrong
from dashboard.spreadsheets.number_signs import Signs, number_in

_NOT_WITHIN = Text("{} är inte från 0 till {}", "{} is not from 0 to {}")
_NONE = Text("Skriv minst en siffra.", "Write at least one figure.")


def figures_from(typed: Mapping[str, str]) -> tuple[dict[str, float], dict[str, Text]]:
    """The figures of a form by the keys of `MOST`, and what is wrong, by the name of the field.

    A field left empty is a figure that was not told; a form without any is at fault.
    """
    figures: dict[str, float] = {}
    faults: dict[str, Text] = {}
    for key in MOST:
        words = typed.get(key, "").strip()[:40]
        try:
            value = None if is_missing(words) else number_in(words, Signs())
        except Wrong as wrong:
            faults[key] = wrong.message
            continue
        if value is not None and (fault := fault_of(key, value)):
            faults[key] = fault
        elif value is not None:
            figures[key] = value
    if not figures and not faults:
        faults[next(iter(MOST))] = _NONE
    return figures, faults


def fault_of(key: str, value: float) -> Text | None:
    """Why a figure cannot be, None where it can."""
    if 0 <= value <= MOST[key]:
        return None
    return _NOT_WITHIN.format(f"{value:g}", f"{MOST[key]:g}")


def hand_in(settings: Settings, rows: Rows, *, by: str) -> None:
    """Keep the figures of some regions, all or none; they take the place of what each had.

    Raises:
        OSError: it cannot be written; the record is as it was.
        ValueError: the address of the database is none.
    """
    with _audited(settings, "loaded", ",".join(rows), by):
        load(preparedness_log(settings), rows, by=by)


def change(settings: Settings, act: Act, region: str, *, by: str) -> None:
    """Write down that a region releases what it has loaded, or takes it back.

    Raises:
        KeyError: it has nothing loaded.
        OSError: it cannot be written; the record is as it was.
        ValueError: the address of the database is none.
    """
    with _audited(settings, act, region[:40], by):
        say(preparedness_log(settings), act, region, by=by)


@contextmanager
def _audited(settings: Settings, act: Act, subject: str, by: str) -> Iterator[None]:
    settings.home.mkdir(parents=True, exist_ok=True)
    with recorded(settings.home, f"preparedness {act.replace('_', ' ')}", subject, by=by):
        yield
