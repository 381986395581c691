"""The commands on who is let in, added to those of `commands`."""

from typing import Annotated, Literal

import typer

from dashboard.cli.printing import Format

_Format = Annotated[Format, typer.Option("--format", help="How the answer is printed.")]
_What = Literal["list", "organisation", "person", "token", "end"]
_Do = Literal["list", "release", "take-back", "publish"]


def add(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(access)
    app.command()(drafts)


def drafts(
    what: Annotated[_Do, typer.Argument(help="What to do; publish takes all released.")] = "list",
    owner: Annotated[str, typer.Argument(help="Whose draft: 14, or authority.")] = "",
    name: Annotated[str, typer.Argument(help="Which one, six digits or more.")] = "",
    reason: Annotated[str, typer.Option(help="publish: why, in the record.")] = "",
    by: Annotated[str, typer.Option(help="Who does it; else the user of the system.")] = "",
    fmt: _Format = "table",
) -> None:
    """What regions handed in that is not published: released by them, and then published."""
    from dashboard.cli import drafts as done

    if what == "list":
        done.print_drafts(fmt)
    elif what == "release":
        done.print_released(owner, name, by, fmt)
    elif what == "take-back":
        done.print_taken_back(owner, name, by, fmt)
    else:
        done.print_published(by, reason, fmt)


def access(
    what: Annotated[_What, typer.Argument(help="What to do; end is for tokens.")] = "list",
    who: Annotated[
        str, typer.Argument(help="A number like 232100-0131, a person@number, or a token's name.")
    ] = "",
    tier: Annotated[
        str, typer.Option(help="organisation: region, authority, ministry, or public for out.")
    ] = "",
    region: Annotated[str, typer.Option(help="organisation: code of a region, as 14.")] = "",
    role: Annotated[
        str, typer.Option(help="person, token: reader, reporter or publisher.")
    ] = "reader",
    days: Annotated[int, typer.Option(help="token: how long it is valid.")] = 90,
    by: Annotated[str, typer.Option(help="Who does it; else the user of the system.")] = "",
    fmt: _Format = "table",
) -> None:
    """Who is let in: organisations as tiers, the roles of persons, and tokens of programs."""
    from dashboard.cli import access as done

    if what == "list":
        done.print_access(fmt)
    elif what == "organisation":
        done.print_let_in(who, tier, region, by, fmt)
    elif what == "person":
        done.print_role(who, role, by, fmt)
    elif what == "token":
        done.print_token(who, role, days, by, fmt)
    else:
        done.print_ended(who, by, fmt)
