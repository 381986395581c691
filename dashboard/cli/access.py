"""`vardplats access`: organisations, roles and tokens, each change with who made it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dashboard.access import register
from dashboard.access.register import Unfit
from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.releases.audit_log import user
from dashboard.releases.audit_trail import recorded

_COLUMNS = ("kind", "who", "is", "region", "until")
_NOBODY = "Nobody is let in. Begin with: vardplats access organisation NUMBER --tier region"


def print_access(fmt: Format) -> None:
    """Print who is let in.

    Raises:
        Refused: the record cannot be read, or a line of it was changed or is gone.
    """
    home = given.settings().home
    try:
        found = register.register_of(home)
    except OSError as error:
        raise Refused(f"{error.filename}: {error.strerror or error}.") from error
    if found.fault:
        raise Refused(f"Nobody is let in: the record was changed. {found.fault}")
    rows: list[dict[str, Any]] = [
        {"kind": "organisation", "who": one.number, "is": one.tier, "region": one.region,
         "until": ""}
        for one in found.organisations.values()
    ] + [
        {"kind": "person", "who": person, "is": role, "region": "", "until": ""}
        for person, role in found.people.items()
    ] + [
        {"kind": "token", "who": one.name, "is": f"{one.role} of {one.organisation}", "region": "",
         "until": one.until.isoformat()}
        for one in found.tokens.values()
    ]  # fmt: skip
    printing.print_known(rows, fmt, _COLUMNS, _NOBODY)


def print_let_in(number: str, tier: str, region: str, by: str, fmt: Format) -> None:
    """Let an organisation in, and print as what.

    Raises:
        Refused: it cannot be let in like that, or nothing can be written.
    """
    home, who = given.settings().home, by or user()
    with _done("let in", number, f"{tier} {region}".strip(), who):
        one = register.let_in(home, number, tier, region, by=who)
    row = {"organisation": one.number, "tier": one.tier, "region": one.region}
    printing.print_rows([row], fmt)


def print_role(person: str, role: str, by: str, fmt: Format) -> None:
    """Give a person a role, and print it.

    Raises:
        Refused: there is no such role, or nothing can be written.
    """
    home, who = given.settings().home, by or user()
    with _done("role", person, role, who):
        name, given_role = register.give_role(home, person, role, by=who)
    printing.print_rows([{"person": name, "role": given_role}], fmt)


def print_token(number: str, role: str, days: int, by: str, fmt: Format) -> None:
    """Make a token and print it, this once.

    Raises:
        Refused: the organisation is not let in, or nothing can be written.
    """
    home, who = given.settings().home, by or user()
    with _done("token", number, f"{role}, {days} days", who):
        one, words = register.make_token(home, number, role, days, by=who)
    printing.print_aside("The token is shown this once. Keep it like a password.")
    row = {"name": one.name, "token": words, "until": one.until.isoformat(timespec="seconds")}
    printing.print_rows([row], fmt)


def print_ended(name: str, by: str, fmt: Format) -> None:
    """End a token.

    Raises:
        Refused: there is no such token, or nothing can be written.
    """
    home, who = given.settings().home, by or user()
    with _done("token ended", name, "", who):
        register.end_token(home, name, by=who)
    printing.print_rows([{"ended": name}], fmt)


@contextmanager
def _done(action: str, subject: str, detail: str, by: str) -> Iterator[None]:
    home = given.settings().home
    try:
        home.mkdir(parents=True, exist_ok=True)
        with recorded(home, action, subject, by=by, detail=detail):
            yield
    except Unfit as error:
        raise Refused(str(error)) from error
    except OSError as error:
        raise Refused(f"{home}: {error.strerror or error}. Nothing has changed.") from error
