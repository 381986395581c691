"""The commands about staff, readiness, relief and the year ahead, added to those of `commands`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.cli.printing import Format

_Format = Annotated[Format, typer.Option("--format", help="How the answer is printed.")]


def add(app: typer.Typer) -> None:
    """Add the commands in the order they are shown."""
    for command in (scenario, staffing, preparedness, own_preparedness, relief, forecast):
        app.command()(command)


_Beds = Annotated[
    str | None,
    typer.Option(help="Beds added, as 20; with an interval of 80 per cent as 20~10~30."),
]
_Beside = Annotated[
    str | None, typer.Option(help="Another scenario to hold it against, in the same words.")
]
_Growth = Annotated[
    str | None, typer.Option(help="Per cent a year that it grows; else as in recent years.")
]
_Release = Annotated[
    str | None, typer.Option(help="As it was in this release: vardplats releases.")
]


def scenario(
    region: Annotated[str, typer.Option(help="A code like 14; 00 is Sweden.")] = "00",
    period: Annotated[
        str | None, typer.Option(help="Last of the twelve months, as 2025-12; else the latest.")
    ] = None,
    data: Annotated[
        Literal["estimated", "reported", "example"], typer.Option(help="Which months.")
    ] = "estimated",
    words: Annotated[
        str, typer.Option("--scenario", help="The words of an address, as beds=20,stay=0.2.")
    ] = "now",
    beside: _Beside = None,
    beds: _Beds = None,
    stay: Annotated[str | None, typer.Option(help="Days off the mean stay, as 0.2.")] = None,
    ready: Annotated[
        str | None, typer.Option(help="Per cent fewer patients ready for discharge.")
    ] = None,
    moved: Annotated[str | None, typer.Option(help="Per cent of planned care moved.")] = None,
    latent: Annotated[
        str | None, typer.Option(help="Per cent of new beds that unmet need fills.")
    ] = None,
    ahead: Annotated[str | None, typer.Option(help="Years that the population grows.")] = None,
    growth: _Growth = None,
    length: Annotated[str | None, typer.Option(help="Mean length of stay in days.")] = None,
    nurse: Annotated[str | None, typer.Option(help="Patients to a registered nurse.")] = None,
    staff: Annotated[str | None, typer.Option(help="Patients to all nursing staff.")] = None,
    hours: Annotated[
        str | None, typer.Option(help="Hours worked in a full-time post and year.")
    ] = None,
    cost: Annotated[str | None, typer.Option(help="Kronor for a bed day.")] = None,
    cap: Annotated[
        str | None, typer.Option(help="Nurses to be had for new beds, full-time posts.")
    ] = None,
    goal: Annotated[
        str | None, typer.Option(help="Overcrowded patients fewer that are sought.")
    ] = None,
    release: _Release = None,
    fmt: _Format = "table",
) -> None:
    """What changes would do to a region: occupancy, overcrowding, both gaps, staff, money."""
    from dashboard.cli.planning.scenario import print_scenario

    dials = {
        "beds": beds, "stay": stay, "ready": ready, "moved": moved, "latent": latent,
        "ahead": ahead, "growth": growth, "length": length, "nurse": nurse, "staff": staff,
        "hours": hours, "cost": cost, "cap": cap, "goal": goal,
    }  # fmt: skip
    query = {
        "region": region, "period": period, "data": data, "release": release, "beside": beside,
    }  # fmt: skip
    print_scenario(_given(query), words, _given(dials), fmt)


def _given(options: dict[str, str | None]) -> dict[str, str]:
    """What was said."""
    return {key: value for key, value in options.items() if value is not None}


def staffing(
    beds: Annotated[float, typer.Option(help="Beds to staff.")],
    patients_per_nurse: Annotated[
        str,
        typer.Option(
            help="Patients to a nurse, as 7.7; by shift as 6/8/12. No Swedish norm exists."
        ),
    ],
    occupancy: Annotated[
        float, typer.Option(help="Staffed to this occupancy, as 0.9; 1 staffs every bed.")
    ] = 1.0,
    hours_per_year: Annotated[
        float, typer.Option(help="Productive hours of a full-time equivalent (assumed).")
    ] = 1600.0,
    employed: Annotated[
        float | None, typer.Option(help="Full-time equivalents employed, to tell the vacancies.")
    ] = None,
    fmt: _Format = "table",
) -> None:
    """Nurses behind beds, in full-time equivalents, by patients to a nurse."""
    from dashboard.cli.planning.capacity import print_staffing

    print_staffing(
        beds, patients_per_nurse, occupancy=occupancy, hours_per_year=hours_per_year,
        employed=employed, fmt=fmt,
    )  # fmt: skip


def preparedness(
    beds: Annotated[float, typer.Option(help="Available beds in peace.")],
    closed: Annotated[float, typer.Option(help="Beds closed for lack of staff.")],
    convertible: Annotated[float, typer.Option(help="Places that can be turned into beds.")],
    nurses: Annotated[float, typer.Option(help="Registered nurses, full-time equivalents.")],
    fte_per_bed: Annotated[
        float, typer.Option(help="Full-time equivalents a bed takes in peace: vardplats staffing.")
    ],
    crisis_ratio: Annotated[
        float, typer.Option(help="Share of that staffing in a crisis, as 0.7.")
    ],
    equipment: Annotated[
        float | None, typer.Option(help="Beds that there is equipment for, where it is known.")
    ] = None,
    freed: Annotated[
        float, typer.Option(help="Patients who could leave: postponed or ready for discharge.")
    ] = 0.0,
    fmt: _Format = "table",
) -> None:
    """Whether the beds of peace can be doubled in war, and what binds."""
    from dashboard.cli.planning.capacity import print_preparedness

    print_preparedness(
        beds, closed=closed, convertible=convertible, nurses=nurses, fte_per_bed=fte_per_bed,
        crisis_ratio=crisis_ratio, equipment=equipment, freed=freed, fmt=fmt,
    )  # fmt: skip


def own_preparedness(
    what: Annotated[
        Literal["list", "load", "release", "take-back"],
        typer.Argument(help="What to do; a region's are shown to the ministry once released."),
    ] = "list",
    file: Annotated[
        Path | None,
        typer.Argument(help="load: table of region, closed, convert and employed nurses."),
    ] = None,
    region: Annotated[str, typer.Option(help="release, take-back: a code like 14.")] = "",
    by: Annotated[str, typer.Option(help="Who does it; else the user of the system.")] = "",
    fmt: _Format = "table",
) -> None:
    """What regions have loaded of their own preparedness, for those who may see it."""
    from dashboard.cli.planning import own_preparedness as done

    if what == "list":
        done.print_loaded(fmt)
    elif what == "load":
        done.print_load(file, by, fmt)
    else:
        done.print_said("released" if what == "release" else "taken_back", region, by, fmt)


def relief(
    file: Annotated[
        Path | None, typer.Option(help="CSV or XLSX file with columns region,beds,patients.")
    ] = None,
    period: Annotated[
        str | None, typer.Option(help="Without a file: a month of the release, as 2025-10.")
    ] = None,
    data: Annotated[
        Literal["reported", "estimated", "example"],
        typer.Option(help="Which months; of estimated ones only pairs that most places use."),
    ] = "reported",
    stream: Annotated[
        Literal["all", "acute", "planned"], typer.Option(help="Without a file: the care.")
    ] = "all",
    safe: Annotated[float, typer.Option(help="A region has room up to this occupancy.")] = 0.9,
    most: Annotated[float, typer.Option(help="A region lacks room above this occupancy.")] = 1.0,
    within: Annotated[float, typer.Option(help="Longest way by road in km (assumed).")] = 300.0,
    flights: Annotated[bool, typer.Option(help="Gotland takes part, by air.")] = False,
    smallest: Annotated[int, typer.Option(help="Fewest patients of a transfer.")] = 1,
    fmt: _Format = "table",
) -> None:
    """Which regions could take patients from which, over the shortest ways."""
    from dashboard.cli.planning.relief import print_relief
    from dashboard.cli.refusal import Refused
    from dashboard.scenario.relief_limits import Limits

    try:
        limits = Limits(safe, most, within, flights, smallest)
    except ValueError as error:
        raise Refused(f"{error}.") from error
    print_relief(file, period, data, stream, limits, fmt)


def forecast(
    file: Annotated[Path, typer.Option(help="CSV or XLSX file with columns date,y by month.")],
    horizon: Annotated[int, typer.Option(help="Months ahead, 1 to 36.")] = 12,
    kind: Annotated[
        Literal["any", "count", "rate", "share"],
        typer.Option(help="A count, rate or share is never below 0, a share never above 100."),
    ] = "any",
    fmt: _Format = "table",
) -> None:
    """The months ahead of a monthly series, with limits of 80 and 95 per cent."""
    from dashboard.cli.planning.forecast import print_forecast

    print_forecast(file, horizon, kind, fmt)
