"""`vardplats target`, `max-occupancy`, `erlang` and `overcrowding`: the model of beds."""

from collections.abc import Callable
from statistics import fmean, pvariance
from typing import Any

from dashboard.cli import printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.statistics import census, planned_census, queueing, weekday_census
from dashboard.statistics.queueing import Model
from dashboard.targets.occupancy_targets import TargetStream
from dashboard.unit_targets.model import size_target

Row = dict[str, Any]
# As the column of occupancy in an import: three patients to a bed are no hospital's.
_MOST_OCCUPANCY = 3


def print_target(
    beds: int, stream: TargetStream, *, anchor: float, variance: float | None, stay: float,
    admitted: int, fmt: Format,
) -> None:  # fmt: skip
    """Print the target of a unit as a ratio, and the overcrowding it means.

    Raises:
        Refused: an option is impossible.
    """

    _check_stream(stream, variance)

    def row() -> Row:
        derived = size_target(beds, stream, anchor=anchor)
        return {
            "beds": beds,
            "stream": stream,
            "target": derived.target,
            "target_unclipped": derived.unclipped,
            "clipped": derived.clipped,
            "overcrowding_per_100": (
                planned_census.overcrowding(beds, derived.target, stay, admitted)
                if stream == "planned"
                else census.overcrowding(
                    beds, derived.target, 1.0 if variance is None else variance
                )
            ),
            "anchor": int(anchor) if anchor.is_integer() else anchor,
        }

    _print(row, fmt)


def print_max_occupancy(beds: int, risk: float, model: Model, variance: float, fmt: Format) -> None:
    """Print the highest average occupancy at a risk, and the load offered then.

    Raises:
        Refused: an option is impossible.
    """

    def row() -> Row:
        highest = queueing.max_occupancy(beds, risk, model, variance)
        return {"max_occupancy": highest.occupancy, "offered_load": highest.offered_load}

    _print(row, fmt)


def print_erlang(servers: int, load: float, fmt: Format) -> None:
    """Print the risk of being sent elsewhere (B), and of waiting (C).

    Raises:
        Refused: an option is impossible.
    """
    _print(
        lambda: {
            "erlang_b": queueing.erlang_b(servers, load),
            "erlang_c": queueing.erlang_c(servers, load),
        },
        fmt,
    )


def print_overcrowding(
    beds: int, occupancy: float, *, stream: TargetStream, variance: float | None, stay: float,
    admitted: int, weekend: float | None, fmt: Format,
) -> None:  # fmt: skip
    """Print the expected overcrowding per 100 beds, and the share of time with any.

    Planned care varies by its stay and the days of the week it admits on, acute care by `variance`
    or, with `weekend`, over the week.

    Raises:
        Refused: an option is impossible, or an occupancy in per cent.
    """
    if occupancy > _MOST_OCCUPANCY:
        raise Refused(
            f"--occupancy takes a ratio as 0.85, and {occupancy:g} would be {100 * occupancy:g} "
            f"per cent. If {occupancy:g} per cent is meant, write {occupancy / 100:g}."
        )
    _check_stream(stream, variance)
    load = occupancy * beds

    def planned() -> Row:
        return {
            "beds": beds,
            "occupancy": occupancy,
            "variance": planned_census.week(stay, admitted).variance(load),
            "overcrowding_per_100": planned_census.overcrowding(beds, occupancy, stay, admitted),
            "share_of_time_overcrowded": planned_census.overflow_risk(beds, load, stay, admitted),
        }

    if weekend is not None and (stream == "planned" or variance is not None):
        raise Refused("--weekend is of acute care, and has its variance from the week alone.")

    def weekly(share: float) -> Row:
        stays = weekday_census.exponential(stay)
        loads = weekday_census.weekday_loads(load, stays, weekend=share).tolist()
        return {
            "beds": beds,
            "occupancy": occupancy,
            "variance": 1 + pvariance(loads) / load,
            "overcrowding_per_100": weekday_census.overcrowding(
                beds, occupancy, stays, weekend=share
            ),
            "share_of_time_overcrowded": fmean(census.overflow_risk(beds, one) for one in loads),
        }

    def acute() -> Row:
        if weekend is not None:
            return weekly(weekend)
        varies = 1.0 if variance is None else variance
        return {
            "beds": beds,
            "occupancy": occupancy,
            "variance": varies,
            "overcrowding_per_100": census.overcrowding(beds, occupancy, varies),
            "share_of_time_overcrowded": census.overflow_risk(beds, load, varies),
        }

    _print(planned if stream == "planned" else acute, fmt)


def _check_stream(stream: TargetStream, variance: float | None) -> None:
    if stream == "planned" and variance is not None:
        raise Refused(
            "--variance is that of acute care; planned care varies by --stay and --admitted."
        )


def _print(row: Callable[[], Row], fmt: Format) -> None:
    """Print a row, or say in the model's own words why there is none."""
    try:
        answer = row()
    except ValueError as error:
        raise Refused(f"{error}.") from error
    if fmt == "json":
        printing.print_json(answer)
    else:
        printing.print_numbers([answer], fmt)
