"""The commands about the grant and its effects, added to those of `commands`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.cli.printing import Format

_Format = Annotated[Format, typer.Option("--format", help="How the answer is printed.")]


def add(app: typer.Typer) -> None:
    """Add the commands in the order they are shown."""
    for command in (funding, its):
        app.command(command.__name__.strip("_").replace("_", "-"))(command)


def funding(
    rates: Annotated[
        Path | None,
        typer.Option(help="CSV file: region,month,over_2023,over_2024,out_2023,out_2024."),
    ] = None,
    base: Annotated[bool, typer.Option("--base", help="Only the base money by region.")] = False,
    bonus: Annotated[
        Literal["pooled", "per-requirement"], typer.Option(help="One bonus pot, or one for each.")
    ] = "pooled",
    ties: Annotated[
        Literal["inclusive", "strict"],
        typer.Option(help="Whether all who share fifth place are among the five lowest."),
    ] = "inclusive",
    decimals: Annotated[
        int | None, typer.Option(help="Round the rates before they are compared; else as given.")
    ] = None,
    fmt: _Format = "table",
) -> None:
    """The grant for beds in 2024: what each region gets, and why."""
    from dashboard.cli.funding import chosen_rules, print_base, print_payout
    from dashboard.cli.refusal import Refused

    if base == (rates is not None):
        raise Refused("Give either --rates FILE.csv or --base.")
    if rates is None:
        print_base(fmt)
    else:
        print_payout(rates, chosen_rules(bonus, ties, decimals), fmt)


def its(
    file: Annotated[Path, typer.Option(help="CSV file, a row for each month in order.")],
    outcome: Annotated[str, typer.Option(help="Column with the counts, or the values.")],
    first: Annotated[
        int, typer.Option("--break", help="Number of the first row after, counted from 1.")
    ],
    offset: Annotated[
        str | None, typer.Option(help="Column with what is at risk; its log is the offset.")
    ] = None,
    harmonics: Annotated[int, typer.Option(help="Pairs of waves for the season, 0 to 6.")] = 2,
    family: Annotated[
        Literal["quasipoisson", "ols"], typer.Option(help="Counts, or least squares.")
    ] = "quasipoisson",
    slope: Annotated[bool, typer.Option("--slope", help="A new slope beside the step.")] = False,
    fmt: _Format = "table",
) -> None:
    """Interrupted time series of the months in a CSV file."""
    from dashboard.cli.its import print_series

    print_series(
        file, outcome=outcome, offset=offset, first=first, harmonics=harmonics, family=family,
        slope=slope, fmt=fmt,
    )  # fmt: skip
