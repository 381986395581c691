"""`vardplats relief`: which regions could take patients from which."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path

from dashboard.cli import given, printing
from dashboard.cli.files import table_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.indicators.registry import OCCUPANCY, Data, Stream
from dashboard.reference.periods import grain_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario.relief import Position, Relief, Transfer
from dashboard.scenario.relief_limits import Limits
from dashboard.scenario.relief_of_month import relief_of_month
from dashboard.scenario.relief_shares import on_days
from dashboard.spreadsheets.region_names import code_named
from dashboard.statistics.quasi_points import POINTS
from dashboard.view.view import View, parse

FOR_PLANNING = "For planning, not for transport."
_NOBODY = "No region lacks room that another within reach has."
_NO_PAIR = "No pair is used in most of the places that the estimated months hold."
_SHARES_OF_DAYS = (
    f"used_in: the share of {POINTS} fixed days that use the pair, patients varying about their "
    "mean as the Poisson law has it (assumed)."
)
_SHARES_OF_ESTIMATES = (
    f"Only pairs used in more than half of {POINTS} fixed places within the ranges of the "
    "estimates; used_in is the share."
)
_MOST_BEDS = 100_000


def print_relief(
    file: Path | None, period: str | None, data: Data, stream: Stream, limits: Limits, fmt: Format
) -> None:
    """Print the transfers, in how many of 1 000 points each is used, and who is left over.

    Raises:
        Refused: there are no such figures.
    """
    found = on_days(_of_file(file), limits) if file else _of_release(period, data, stream, limits)
    estimated = not file and data == "estimated"
    transfers = [asdict(one) for one in found.transfers]
    if fmt == "json":
        printing.print_json(
            {
                "status": "given" if file else data,
                "period": None if file else period,
                "note": FOR_PLANNING,
                "points": POINTS,
                "any_in": found.any_in,
                "transfers": transfers,
                "unmet": [{"region": code, "patients": count} for code, count in found.unmet],
                "patient_km": found.patient_km,
            }
        )
        return
    if transfers:
        printing.print_numbers(transfers, fmt)
    elif fmt == "csv":
        printing.print_csv([], [one.name for one in fields(Transfer)])
    else:
        print(_NO_PAIR if estimated else _NOBODY)
    for code, count in found.unmet:
        printing.print_aside(f"Without a place: {count} in region {code}.")
    printing.print_aside(_SHARES_OF_ESTIMATES if estimated else _SHARES_OF_DAYS)
    printing.print_aside(FOR_PLANNING)


def _of_file(path: Path) -> Mapping[str, Position]:
    table = table_of(path, ["region", "beds", "patients"])
    found: dict[str, Position] = {}
    for line in table.lines:
        cell = line.words("region")
        code = code_named(cell)
        if code is None or code == "00" or code in found:
            raise table.refused(line, "region", f"{cell[:40]!r} is no region, or stands twice")
        beds, patients = (table.needed(line, one) for one in ("beds", "patients"))
        for column, count in (("beds", beds), ("patients", patients)):
            if not 0 <= count <= _MOST_BEDS:
                raise table.refused(line, column, f"{count:g} is no number of {column}")
        found[code] = Position(beds, patients)
    return found


def _asked(period: str | None, data: str, stream: str) -> tuple[Dataset, View]:
    """The release and the view of occupancy in a month of it."""
    if period is None:
        raise Refused(
            "Give a --file with regions, beds and patients, or a --period of the release."
        )
    try:
        month = grain_of(period) == "month"
    except ValueError as error:
        raise Refused(f"--period: {error}.") from error
    if not month:
        raise Refused(f"--period takes a month as {period}-10, not the year {period}.")
    dataset = given.dataset(given.settings())
    asked = {"indicator": OCCUPANCY.key, "period": period, "data": data, "stream": stream}
    parsed = parse(asked, dataset)
    if parsed.errors or parsed.view.period != period or parsed.view.data != data:
        words = [one.en for one in (*parsed.errors, *parsed.warnings)]
        raise Refused("\n".join(words) or f"There are no {data} months of {period}.")
    return dataset, parsed.view


def _of_release(period: str | None, data: Data, stream: Stream, limits: Limits) -> Relief:
    dataset, view = _asked(period, data, stream)
    found = relief_of_month(dataset.showing(view.data), view.period, stream, limits)
    if found is None:
        raise Refused(
            f"No region has {data} beds and patients in {period}. Estimated months do not say who "
            "has room on a day; import months, try --data example, or see by --data estimated "
            "which pairs most of what they leave open would use."
        )
    return found
