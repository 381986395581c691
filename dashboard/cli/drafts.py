"""`vardplats drafts`: what is handed in and not published, released, and published."""

from collections.abc import Callable
from functools import partial
from typing import Any

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.cli.releasing import print_publish
from dashboard.imports import drafts
from dashboard.imports.accepted import DamagedImport
from dashboard.imports.drafts import AUTHORITY, Draft
from dashboard.releases.audit_log import user
from dashboard.releases.audit_trail import recorded
from dashboard.settings import Settings

_COLUMNS = ("owner", "draft", "state", "by", "at", "file", "months", "regions")


def print_drafts(fmt: Format) -> None:
    """Print what is handed in and not published.

    Raises:
        Refused: it cannot be read, or was changed.
    """
    rows = [_row(one) for one in _drafts(given.settings())]
    printing.print_known(rows, fmt, _COLUMNS, "Nothing is handed in that is not published.")


def print_released(owner: str, name: str, by: str, fmt: Format) -> None:
    """Release a draft, so that it may be published, and print it.

    Raises:
        Refused: there is no such draft, or nothing can be written.
    """
    _print_changed(
        "release", "released", partial(drafts.say, state="released"), (owner, name, by), fmt
    )


def print_taken_back(owner: str, name: str, by: str, fmt: Format) -> None:
    """Take a draft back before it is published, and print what it was.

    Raises:
        Refused: there is no such draft, or nothing can be written.
    """
    _print_changed("take-back", "taken_back", drafts.take_back, (owner, name, by), fmt)


def _print_changed(
    step: str, state: str, change: Callable[..., object], asked: tuple[str, str, str], fmt: Format
) -> None:
    """Change a draft, as the audit calls that `step`, and print it in its new `state`.

    `asked` are the owner and name of the draft, and who asks.
    """
    owner, name, by = asked
    settings, who = given.settings(), by or user()
    one = _draft_named(_drafts(settings), owner, name)
    try:
        with recorded(settings.home, step, f"{owner} {one.hash[:16]}", by=who):
            change(settings.home, one, by=who)
    except OSError as error:
        raise given.unwritable(settings.home, error) from error
    printing.print_rows([{**_row(one), "state": state}], fmt)


def print_published(by: str, reason: str, fmt: Format) -> None:
    """Publish all that is released, and print the release.

    Stopped at any moment it can be run again: what was laid among the imports is there already,
    and a draft counts as published only when the release is.

    Raises:
        Refused: nothing is released, or nothing can be written.
    """
    settings, who = given.settings(), by or user()
    ready = [one for one in _drafts(settings) if one.state == "released" or one.owner == AUTHORITY]
    if not ready:
        raise Refused("Nothing is released that is not published.")
    try:
        for one in ready:
            drafts.accept(settings.home, one)
        print_publish(None, fmt, by=who, reason=reason or _reason(ready), reinstate=False)
        for one in ready:
            drafts.say(settings.home, one, "published", by=who)
    except OSError as error:
        raise given.unwritable(settings.home, error) from error


def _reason(ready: list[Draft]) -> str:
    months = sorted({month for one in ready for month in one.months})
    regions = sorted({code for one in ready for code in one.regions})
    return f"{months[0]} to {months[-1]} of {', '.join(regions)}"


def _drafts(settings: Settings) -> tuple[Draft, ...]:
    try:
        return drafts.drafts_of(settings.home)
    except DamagedImport as error:
        raise Refused(f"{error}") from error
    except OSError as error:
        raise Refused(f"{error.filename}: {error.strerror or error}.") from error


def _draft_named(drafts: tuple[Draft, ...], owner: str, name: str) -> Draft:
    same = [one for one in drafts if one.owner == owner and len(name) >= 6
            and one.hash.startswith(name)]  # fmt: skip
    if len(same) != 1:
        raise Refused(f"There is no draft {name[:40]!r} of {owner[:40]!r}: vardplats drafts.")
    return same[0]


def _row(draft: Draft) -> dict[str, Any]:
    return {
        "owner": draft.owner, "draft": draft.hash[:16], "state": draft.state, "by": draft.by,
        "at": draft.at, "file": draft.delivery.about["file"], "months": ", ".join(draft.months),
        "regions": ", ".join(draft.regions),
    }  # fmt: skip
