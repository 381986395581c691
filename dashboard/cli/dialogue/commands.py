"""The commands for a dialogue with a region, added to those of `commands`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.cli.printing import Format
from dashboard.language.text import Lang

_Format = Annotated[Format, typer.Option("--format", help="How the answer is printed.")]
_What = Literal["list", "add", "follow-up", "close", "calendar", "move"]
_End = Literal["carried_out", "stopped"]
_KINDS = "beds, staff, discharge, acute_flow, planned_care, reporting or other"
_MARKS = "needs, goal, followed_up, operations"


def add(app: typer.Typer) -> None:
    """Add the commands in the order they are shown."""
    for command in (agreements, plan, pack):
        app.command()(command)


def agreements(
    what: Annotated[_What, typer.Argument(help="What to do; move: to the database.")] = "list",
    number: Annotated[int | None, typer.Argument(help="follow-up, close: which one.")] = None,
    region: Annotated[str, typer.Option(help="A code like 22; all but when adding.")] = "all",
    measure: Annotated[str, typer.Option(help="add: what is to be done (insats).")] = "",
    kind: Annotated[str, typer.Option(help=f"add: {_KINDS}.")] = "",
    indicator: Annotated[str, typer.Option(help="add: key of what the result is read by.")] = "",
    care: Annotated[str, typer.Option(help="add: care of the indicator, else its own.")] = "",
    stream: Annotated[str, typer.Option(help="add: all, acute or planned.")] = "",
    value: Annotated[str, typer.Option(help="add: the expected value, as 3.0.")] = "",
    side: Annotated[str, typer.Option(help="add: at_most or at_least, else as is good.")] = "",
    until: Annotated[str, typer.Option(help="add: month or year of the result: 2026-12.")] = "",
    owner: Annotated[str, typer.Option(help="add: who sees to it.")] = "",
    due: Annotated[str, typer.Option(help="add: day the measure is done: 2026-10-01.")] = "",
    plan: Annotated[str, typer.Option(help="add: address of the production plan.")] = "",
    marks: Annotated[str, typer.Option(help=f"add: those that hold of {_MARKS}.")] = "",
    note: Annotated[str, typer.Option(help="follow-up, close: what has happened.")] = "",
    as_: Annotated[_End, typer.Option("--as", help="close: what it ends as.")] = "carried_out",
    by: Annotated[str, typer.Option(help="Who writes; else the user of the system.")] = "",
    to: Annotated[Path | None, typer.Option(help="calendar: the .ics file to write.")] = None,
    lang: Annotated[Lang, typer.Option(help="Language of the words.")] = "en",
    fmt: _Format = "table",
) -> None:
    """What was agreed with regions, by whom and until when, and what became of it."""
    from dashboard.cli.dialogue import agreements as done
    from dashboard.cli.dialogue.moving import print_moved

    if what == "list":
        done.print_agreements(region, fmt, lang)
    elif what == "calendar":
        done.print_calendar(region, to, fmt, lang)
    elif what == "add":
        form = {
            "region": "" if region == "all" else region, "measure": measure, "kind": kind,
            "indicator": indicator, "care": care, "stream": stream, "value": value, "side": side,
            "until": until, "owner": owner, "due": due, "plan": plan, "marks": marks,
        }  # fmt: skip
        done.print_agreed(form, by, fmt, lang)
    elif what == "move":
        print_moved(fmt)
    else:
        done.print_followed(number, note, as_ if what == "close" else "open", by, fmt, lang)


def plan(
    file: Annotated[
        Path | None, typer.Argument(help="CSV or XLSX table of plans; without it they are listed.")
    ] = None,
    region: Annotated[str, typer.Option(help="A code like 22, of which to list; or all.")] = "all",
    template: Annotated[Path | None, typer.Option(help="Write a table to fill in.")] = None,
    by: Annotated[str, typer.Option(help="Who hands it in; else the user of the system.")] = "",
    lang: Annotated[Lang, typer.Option(help="Language of the template.")] = "sv",
    fmt: _Format = "table",
) -> None:
    """Planned beds and target occupancy of regions by month: handed in, and listed."""
    from dashboard.cli.dialogue import plans

    if template is not None:
        plans.write_template(template, lang)
    elif file is not None:
        plans.load_plans(file, fmt, by=by)
    else:
        plans.print_plans(region, fmt)


def pack(
    to: Annotated[Path, typer.Option(help="Folder for the files; made where there is none.")],
    region: Annotated[str, typer.Option(help="A code like 22, several as 01,14, or all.")],
    since: Annotated[
        str, typer.Option(help="Day of the last meeting; else when something was last agreed.")
    ] = "",
    meeting: Annotated[str, typer.Option(help="Day of the meeting; else today.")] = "",
    lang: Annotated[Lang, typer.Option(help="Language of the files.")] = "sv",
    release: Annotated[
        str | None, typer.Option(help="Made of this release: vardplats releases.")
    ] = None,
    strike: Annotated[str, typer.Option(help="Keys of questions to leave out, by commas.")] = "",
    ask: Annotated[
        list[str] | None, typer.Option(help="A question of one's own; can be repeated.")
    ] = None,
    agreements: Annotated[bool, typer.Option(help="Whether what was agreed is in them.")] = True,
    plans: Annotated[bool, typer.Option(help="Whether the production plan is in them.")] = True,
    seen_by: Annotated[
        str, typer.Option(help="Agreements that region-14, authority or ministry may see; else all")
    ] = "",
    drafts: Annotated[
        bool, typer.Option(help="With what is handed in, is not published and --seen-by may see.")
    ] = False,
    fmt: _Format = "table",
) -> None:
    """The papers of a meeting with a region: slides, report, brief, workbook and page."""
    from dashboard.cli.dialogue.pack import print_pack

    print_pack(
        region, since, meeting, to, lang, release, fmt, strike=strike, ask=ask or [],
        agreements=agreements, plans=plans, seen_by=seen_by, drafts=drafts,
    )  # fmt: skip
