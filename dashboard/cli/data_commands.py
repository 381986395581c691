"""The commands that take data in and publish releases, added to those of `commands`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.cli.printing import Format
from dashboard.language.text import Lang

_Format = Annotated[Format, typer.Option("--format", help="How the answer is printed.")]

_Answer = Annotated[
    Path | None,
    typer.Option(help="JSON, CSV or XLSX with answers to questions: key, answer, by, reason."),
]


def add(app: typer.Typer) -> None:
    """Add the commands in the order they are shown."""
    for command in (
        import_,
        check,
        template,
        fetch,
        bed_days,
        build,
        releases,
        publish,
        withdraw,
        diff,
        aggregate,
    ):
        app.command(command.__name__.strip("_").replace("_", "-"))(command)


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
    answer: _Answer = None,
    preliminary: Annotated[
        bool, typer.Option("--preliminary", help="Keep a month that has not ended, marked so.")
    ] = False,
    draft_of: Annotated[
        str, typer.Option(help="Keep as a draft of a region, as 14, or of authority.")
    ] = "",
    by: Annotated[str, typer.Option(help="Who hands it in; else the user of the system.")] = "",
    lang: Annotated[Lang, typer.Option(help="Language of what to do about errors.")] = "en",
    fmt: _Format = "table",
) -> None:
    """Check files of region-months and keep them for the next release.

    Nothing is kept while anything is wrong or a question is open. Ends with 0 when all is well,
    with 2 when a file was refused or asks something.
    """
    from dashboard.cli.importing import Wanted, import_files

    wanted = Wanted(
        source, dry_run, accept_valid, annotated, lang, fmt, answer, preliminary=preliminary,
        draft_of=draft_of, by=by,
    )  # fmt: skip
    raise typer.Exit(import_files(files, wanted))


def check(
    files: Annotated[list[Path], typer.Argument(help="CSV or XLSX files of region-months.")],
    source: Annotated[str, typer.Option(help="Whose files: regions or vantetider.")] = "regions",
    annotated: Annotated[
        Path | None, typer.Option(help="Folder for workbooks with errors and questions marked.")
    ] = None,
    answer: _Answer = None,
    lang: Annotated[Lang, typer.Option(help="Language of the letter.")] = "en",
    fmt: _Format = "table",
) -> None:
    """Check files as an import does and keep nothing; the report is a letter to their maker."""
    from dashboard.cli.importing import Wanted, import_files

    wanted = Wanted(source, True, False, annotated, lang, fmt, answer, letter=True)
    raise typer.Exit(import_files(files, wanted))


def template(
    target: Annotated[Path, typer.Argument(help="File to write: .csv or .xlsx.")],
    lang: Annotated[Lang, typer.Option(help="Language of the template.")] = "sv",
) -> None:
    """Write a template of region-months to fill in, as CSV or as a workbook."""
    from dashboard.cli.importing import write_template

    write_template(target, lang)


def fetch(
    what: Annotated[
        Literal["kolada", "scb-population", "scb-projections"],
        typer.Argument(help="What to fetch, and from where."),
    ],
    fmt: _Format = "table",
) -> None:
    """Fetch figures from Kolada or SCB, whole or not at all, for the next release."""
    from dashboard.cli.fetching import print_fetch

    print_fetch(what, fmt)


def bed_days(
    file: Annotated[
        Path, typer.Argument(help="CSV or XLSX file with columns region,age,bed_days.")
    ],
    year: Annotated[int, typer.Option(min=2000, max=2100, help="The year of the bed-days.")],
    source: Annotated[str, typer.Option(help="Where they are published, in words.")],
    fmt: _Format = "table",
) -> None:
    """Load bed-days by age, that projections of the population are weighed by in scenarios."""
    from dashboard.cli.bed_days import load_bed_days

    load_bed_days(file, year, source, fmt)


def build(
    seed: Annotated[
        int | None,
        typer.Option(
            min=0, help="Seed of the example months, the only thing drawn; else the usual one."
        ),
    ] = None,
    fmt: _Format = "table",
) -> None:
    """Publish the embedded data as a release in VARDPLATS_HOME."""
    from dashboard.cli.release import print_build

    print_build(fmt, seed)


_By = Annotated[str, typer.Option(help="Who does it; else the user of the system.")]


def releases(
    record: Annotated[
        bool, typer.Option("--record", help="What was done with them instead, oldest first.")
    ] = False,
    fmt: _Format = "table",
) -> None:
    """The releases, newest first: when, by whom, what is shown and what is withdrawn."""
    from dashboard.cli.releasing import print_releases

    print_releases(fmt, record=record)


def publish(
    release: Annotated[
        str | None, typer.Option(help="Show this one again instead of building: roll back.")
    ] = None,
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


def withdraw(
    release: Annotated[str, typer.Argument(help="A name, or its first six digits.")],
    reason: Annotated[str, typer.Option(help="Why; readers of the release see it.")],
    by: _By = "",
    fmt: _Format = "table",
) -> None:
    """Say that a release is not to be used; where it is shown, the one before takes its place."""
    from dashboard.cli.releasing import print_withdraw

    print_withdraw(release, fmt, by=by, reason=reason)


def diff(
    first: Annotated[str, typer.Argument(help="A release: a name, or its first six digits.")],
    second: Annotated[str, typer.Argument(help="Another one.")],
    fmt: _Format = "table",
) -> None:
    """Every figure that differs between two releases, with both values."""
    from dashboard.cli.releasing import print_diff

    print_diff(first, second, fmt)


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
