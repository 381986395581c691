"""The commands about targets and missing beds, added to those of `commands`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.cli.printing import Format

_Format = Annotated[Format, typer.Option("--format", help="How the answer is printed.")]


def add(app: typer.Typer) -> None:
    """Add the commands in the order they are shown."""
    for command in (target, max_occupancy, erlang, overcrowding, shortfall, targets):
        app.command()(command)


def target(
    beds: Annotated[int, typer.Option(help="Beds that the patients of a unit share.")],
    stream: Annotated[Literal["acute", "planned"], typer.Option(help="The unit's care.")],
    anchor: Annotated[
        float, typer.Option(help="Beds of the unit for which the guideline is the target.")
    ] = 24,
    variance: Annotated[
        float | None, typer.Option(help="Variance / mean in acute care; 1, Poisson, if left out.")
    ] = None,
    stay: Annotated[float, typer.Option(help="Mean stay in planned care, in days.")] = 4,
    admitted: Annotated[
        int, typer.Option(help="Days a week on which planned patients are admitted, 5 to 7.")
    ] = 5,
    fmt: _Format = "table",
) -> None:
    """Target for the occupancy of a unit by its size, and the overcrowding it means."""
    from dashboard.cli.queues import print_target

    print_target(
        beds, stream, anchor=anchor, variance=variance, stay=stay, admitted=admitted, fmt=fmt
    )


def max_occupancy(
    beds: Annotated[int, typer.Option(help="Beds of the unit.")],
    risk: Annotated[float, typer.Option(help="Risk that all beds are taken, as 0.05.")],
    model: Annotated[
        Literal["erlang_b", "erlang_c", "poisson", "normal"],
        typer.Option(help="Patients are sent elsewhere, wait, or are taken in (poisson, normal)."),
    ],
    variance: Annotated[
        float, typer.Option(help="Variance / mean of the patients, for poisson and normal.")
    ] = 1,
    fmt: _Format = "table",
) -> None:
    """Highest average occupancy of a unit at a risk."""
    from dashboard.cli.queues import print_max_occupancy

    print_max_occupancy(beds, risk, model, variance, fmt)


def erlang(
    servers: Annotated[int, typer.Option(help="Beds of the unit.")],
    load: Annotated[float, typer.Option(help="Arrivals x length of stay, in patients.")],
    fmt: _Format = "table",
) -> None:
    """Risk that a patient is sent elsewhere (B) or must wait (C)."""
    from dashboard.cli.queues import print_erlang

    print_erlang(servers, load, fmt)


def overcrowding(
    beds: Annotated[int, typer.Option(help="Beds of the unit.")],
    occupancy: Annotated[float, typer.Option(help="Average occupancy as 0.9; may exceed 1.")],
    stream: Annotated[Literal["acute", "planned"], typer.Option(help="The unit's care.")] = "acute",
    variance: Annotated[
        float | None, typer.Option(help="Variance / mean in acute care; 1, Poisson, if left out.")
    ] = None,
    stay: Annotated[
        float, typer.Option(help="Mean stay in days: planned care, or with --weekend.")
    ] = 4,
    admitted: Annotated[
        int, typer.Option(help="Days a week on which planned patients are admitted, 5 to 7.")
    ] = 5,
    weekend: Annotated[
        float | None,
        typer.Option(help="Acute admissions at weekends as a share of a weekday's, as 0.6."),
    ] = None,
    fmt: _Format = "table",
) -> None:
    """Expected overcrowded patients per 100 beds of a unit that refuses nobody."""
    from dashboard.cli.queues import print_overcrowding

    print_overcrowding(
        beds, occupancy, stream=stream, variance=variance, stay=stay, admitted=admitted,
        weekend=weekend, fmt=fmt,
    )  # fmt: skip


def shortfall(
    period: Annotated[
        str | None, typer.Option(help="A month like 2025-10 or a year like 2025; else the latest.")
    ] = None,
    allocation: Annotated[
        Literal["A", "B", "C", "D"],
        typer.Option(help="The need by population, beds, age (with --ages) or required beds."),
    ] = "A",
    ages: Annotated[
        Path | None, typer.Option(help="CSV file with columns region,population,from_65,from_80.")
    ] = None,
    targets: Annotated[
        str | None, typer.Option(help="A version of the targets: vardplats targets.")
    ] = None,
    fmt: _Format = "table",
) -> None:
    """Official gap and occupancy-implied gap, in Sweden and by region."""
    from dashboard.cli.shortfall import print_shortfall

    given = {"period": period, "targets": targets}
    asked = {key: value for key, value in given.items() if value is not None}
    print_shortfall(asked, allocation, ages, fmt)


def targets(
    action: Annotated[
        Literal["list", "load"], typer.Argument(help="list, or load with a file.")
    ] = "list",
    file: Annotated[
        Path | None,
        typer.Argument(help="CSV or XLSX with the columns that docs/data-dictionary.md names."),
    ] = None,
    fmt: _Format = "table",
) -> None:
    """Versions of the targets for occupancy; `targets load FILE` adds one's own."""
    from dashboard.cli.target_tables import load_table, print_tables

    if (action == "load") != (file is not None):
        raise typer.BadParameter("load takes a file, list takes none")
    if file is None:
        print_tables(fmt)
    else:
        load_table(file, fmt)
