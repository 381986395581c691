"""The commands and their options; what a command needs is imported when it is run."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.cli.printing import Format
from dashboard.lang import Lang

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
        str | None, typer.Option(help="published or modelled; else the indicator's own.")
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
    fmt: _Format = "table",
) -> None:
    """Limits and signals of a series in a CSV file (XmR)."""
    from dashboard.cli.spc import print_chart

    print_chart(
        file, direction=direction, target=target, fix_after=fix_after, rebase=rebase,
        screen=screen, fmt=fmt,
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


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="CSV or XLSX files of region-months.")],
    source: Annotated[str, typer.Option(help="Whose files: regions or vantetider.")] = "regions",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check only, keep nothing.")] = False,
    accept_valid: Annotated[
        bool, typer.Option("--accept-valid", help="Keep the right rows of a file with errors.")
    ] = False,
    annotated: Annotated[
        Path | None, typer.Option(help="Folder for workbooks with the errors marked, to send back.")
    ] = None,
    lang: Annotated[Lang, typer.Option(help="Language of what to do about errors.")] = "en",
    fmt: _Format = "table",
) -> None:
    """Check files of region-months and keep them for the next release."""
    from dashboard.cli.importing import Wanted, import_files

    wanted = Wanted(source, dry_run, accept_valid, annotated, lang, fmt)
    raise typer.Exit(import_files(files, wanted))


@app.command()
def template(
    target: Annotated[Path, typer.Argument(help="File to write: .csv or .xlsx.")],
    lang: Annotated[Lang, typer.Option(help="Language of the template.")] = "sv",
) -> None:
    """Write a template of region-months to fill in, as CSV or as a workbook."""
    from dashboard.cli.importing import write_template

    write_template(target, lang)


@app.command()
def fetch(
    what: Annotated[
        Literal["kolada", "scb-population"], typer.Argument(help="What to fetch, and from where.")
    ],
    fmt: _Format = "table",
) -> None:
    """Fetch figures from Kolada or SCB, whole or not at all, for the next release."""
    from dashboard.cli.fetching import print_fetch

    print_fetch(what, fmt)


@app.command()
def build(fmt: _Format = "table") -> None:
    """Publish the embedded data as a release in VARDPLATS_HOME."""
    from dashboard.cli.release import print_build

    print_build(fmt)


_By = Annotated[str, typer.Option(help="Who does it; else the user of the system.")]


@app.command()
def releases(
    record: Annotated[
        bool, typer.Option("--record", help="What was done with them instead, oldest first.")
    ] = False,
    fmt: _Format = "table",
) -> None:
    """The releases, newest first: when, by whom, what is shown and what is withdrawn."""
    from dashboard.cli.releasing import print_releases

    print_releases(fmt, record=record)


@app.command()
def publish(
    release: Annotated[
        str, typer.Option(help="Show this one again instead of building: roll back.")
    ] = "",
    reason: Annotated[str, typer.Option(help="Why, for the record.")] = "",
    by: _By = "",
    reinstate: Annotated[
        bool, typer.Option("--reinstate", help="Show it although it has been withdrawn.")
    ] = False,
    fmt: _Format = "table",
) -> None:
    """Build a release of what is embedded and imported and show it, or show an earlier one."""
    from dashboard.cli.releasing import print_publish

    print_publish(release, fmt, by=by, reason=reason, reinstate=reinstate)


@app.command()
def withdraw(
    release: Annotated[str, typer.Argument(help="A name, or its first six digits.")],
    reason: Annotated[str, typer.Option(help="Why; readers of the release see it.")],
    by: _By = "",
    fmt: _Format = "table",
) -> None:
    """Say that a release is not to be used; where it is shown, the one before takes its place."""
    from dashboard.cli.releasing import print_withdraw

    print_withdraw(release, fmt, by=by, reason=reason)


@app.command()
def diff(
    one: Annotated[str, typer.Argument(help="A release: a name, or its first six digits.")],
    two: Annotated[str, typer.Argument(help="Another one.")],
    fmt: _Format = "table",
) -> None:
    """Every figure that differs between two releases, with both values."""
    from dashboard.cli.releasing import print_diff

    print_diff(one, two, fmt)


@app.command()
def aggregate(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Parquet or CSV files, one row per unit and day.")
    ] = None,
    engine: Annotated[
        str, typer.Option(help="duckdb://FILE, postgresql://… or pyspark://; else embedded.")
    ] = "",
    table: Annotated[str, typer.Option(help="A table of that engine, instead of files.")] = "",
    out: Annotated[Path | None, typer.Option(help="Write a CSV file that can be imported.")] = None,
    fmt: _Format = "table",
) -> None:
    """Reports of units and days summed to measures of regions and months."""
    from dashboard.cli.aggregate import print_aggregate

    print_aggregate(files or [], engine=engine, table=table, out=out, fmt=fmt)


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
