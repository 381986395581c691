"""The commands and their options; what a command needs is imported when it is run."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.cli import (
    access_commands,
    data_commands,
    effect_commands,
    operations_commands,
    target_commands,
)
from dashboard.cli.dialogue import commands as dialogue
from dashboard.cli.planning import scenario_commands
from dashboard.cli.printing import Format
from dashboard.language.text import Lang

app = typer.Typer(
    help="Vårdplatsläget: hospital beds in Sweden's 21 regions.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

_Format = Annotated[Format, typer.Option("--format", help="How the answer is printed.")]


@app.command()
def values(
    indicator: Annotated[str, typer.Option(help="Key of an indicator: vardplats indicators.")],
    period: Annotated[str, typer.Option(help="A month like 2025-10 or a year like 2025.")],
    region: Annotated[
        str, typer.Option(help="A code like 14, several as 01,14, 00 for Sweden, or all.")
    ] = "all",
    care: Annotated[
        str | None, typer.Option(help="somatic, psychiatric or all; else the indicator's own.")
    ] = None,
    stream: Annotated[str | None, typer.Option(help="all, acute or planned.")] = None,
    data: Annotated[
        str | None,
        typer.Option(help="estimated, published, reported or example; else the indicator's own."),
    ] = None,
    release: Annotated[
        str | None, typer.Option(help="As it was in this release: vardplats releases.")
    ] = None,
    fmt: _Format = "table",
) -> None:
    """Values of an indicator in a period, and why where there is none."""
    from dashboard.cli.values import print_values

    given = {
        "indicator": indicator, "period": period, "care": care, "stream": stream, "data": data,
        "release": release,
    }  # fmt: skip
    print_values({key: value for key, value in given.items() if value is not None}, region, fmt)


@app.command()
def indicators(fmt: _Format = "table") -> None:
    """Every indicator: key, names, unit, decimals, direction, care areas and sources."""
    from dashboard.cli.handbook import print_indicators

    print_indicators(fmt)


@app.command()
def describe(
    key: Annotated[str, typer.Argument(help="Key of an indicator: vardplats indicators.")],
    lang: Annotated[Lang, typer.Option(help="Language of the description.")] = "en",
    fmt: _Format = "table",
) -> None:
    """Everything an indicator declares, in words."""
    from dashboard.cli.handbook import print_description

    print_description(key, lang, fmt)


@app.command()
def spc(
    file: Annotated[Path, typer.Option(help="CSV file with columns i,y or date,y.")],
    direction: Annotated[
        int, typer.Option(help="-1 lower is better, 1 higher is better, 0 neither.")
    ],
    target: Annotated[float | None, typer.Option(help="Target that the series is held to.")] = None,
    fix_after: Annotated[
        int | None, typer.Option(help="Limits from this many first points, 12 or more.")
    ] = None,
    rebase: Annotated[
        str, typer.Option(help="Points, counted from 1, that begin a new segment: 13,25.")
    ] = "",
    screen: Annotated[
        bool, typer.Option(help="Leave out, once, moving ranges that are outliers.")
    ] = True,
    kind: Annotated[
        Literal["any", "count", "rate", "share"],
        typer.Option(help="Limits of a count or rate stop at 0, of a share in per cent at 100."),
    ] = "any",
    as_published: Annotated[
        bool, typer.Option(help="Limits below 8 values too, as NHSRplotthedots draws them.")
    ] = False,
    fmt: _Format = "table",
) -> None:
    """Limits and signals of a series in a CSV or XLSX file (XmR)."""
    from dashboard.cli.spc import print_chart

    print_chart(
        file, direction=direction, target=target, fix_after=fix_after, rebase=rebase,
        screen=screen, kind=kind, fmt=fmt, as_published=as_published,
    )  # fmt: skip


@app.command()
def funnel(
    file: Annotated[Path, typer.Option(help="CSV file with columns group,numerator,denominator.")],
    fmt: _Format = "table",
) -> None:
    """Over-dispersed funnel of the proportions in a CSV file."""
    from dashboard.cli.funnel import print_funnel

    print_funnel(file, fmt)


@app.command()
def peers(
    region: Annotated[str, typer.Option(help="A code like 14.")],
    k: Annotated[int, typer.Option(help="How many of the nearest, 1 to 20.")] = 4,
    weights: Annotated[
        str,
        typer.Option(
            help="As population=2,density=0; features: population, density, beds, discharge_ready."
        ),
    ] = "",
    fmt: _Format = "table",
) -> None:
    """Regions most like one, with distances and what they differ in."""
    from dashboard.cli.peers import print_peers

    print_peers(region, k, weights, fmt)


target_commands.add(app)
effect_commands.add(app)
scenario_commands.add(app)
dialogue.add(app)


@app.command()
def reports(
    archive: Annotated[
        Path | None, typer.Option(help="Move all of them into this new file, one a line as JSON.")
    ] = None,
    erase: Annotated[
        str, typer.Option(help="Take the contact out of those with this number or this contact.")
    ] = "",
    fmt: _Format = "table",
) -> None:
    """What readers have reported as wrong, newest first."""
    from dashboard.cli.reports import print_archived, print_erased, print_reports

    if archive is not None:
        print_archived(archive, fmt)
    elif erase:
        print_erased(erase, fmt)
    else:
        print_reports(fmt)


@app.command()
def quality(
    what: Annotated[
        str, typer.Argument(help="rules, questions, grades, sources, or book for the rules alone.")
    ] = "rules",
    indicator: Annotated[str, typer.Option(help="Key of an indicator; else all of them.")] = "",
    region: Annotated[str, typer.Option(help="A code like 14; 00 for all.")] = "00",
    severity: Annotated[str, typer.Option(help="error, warning or info; else all.")] = "",
    fmt: _Format = "table",
) -> None:
    """Rules that fired, questions to regions, trust grades, and sources that disagree."""
    from dashboard.cli.quality import print_quality

    print_quality(what, indicator, region, severity, fmt)


access_commands.add(app)
data_commands.add(app)
operations_commands.add(app)


@app.command()
def settings(fmt: _Format = "table") -> None:
    """The settings: name, value in force, default and what it is."""
    from dashboard.cli.settings import print_settings

    print_settings(fmt)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8050,
) -> None:
    """Serve the site with gunicorn until it is stopped."""
    from dashboard.cli.server import serve_site

    serve_site(host, port)
