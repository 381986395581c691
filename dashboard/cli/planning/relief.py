"""`vardplats relief`: which regions could take patients from which."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from dashboard.cli import given, printing
from dashboard.cli.files import table_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.indicators.registry import OCCUPANCY
from dashboard.reference.periods import days_in, grain_of
from dashboard.scenario.relief import Position, relief
from dashboard.spreadsheets.region_names import code_named
from dashboard.values import values
from dashboard.view.view import parse

FOR_PLANNING = "For planning, not for transport."
_MOST_BEDS = 100_000


def print_relief(
    file: Path | None, period: str | None, data: str, stream: str, *, safe: float, most: float,
    within: float, flights: bool, smallest: int, fmt: Format,
) -> None:  # fmt: skip
    """Print the transfers, who is left over, and what both regions' occupancy would be.

    Raises:
        Refused: there are no such figures, or an option is impossible.
    """
    positions = _of_file(file) if file else _of_release(period, data, stream)
    try:
        found = relief(
            positions, safe=safe, most=most, within_km=within, flights=flights, smallest=smallest
        )
    except ValueError as error:
        raise Refused(f"{error}.") from error
    transfers = [asdict(one) for one in found.transfers]
    if fmt == "json":
        printing.print_json(
            {
                "status": "given" if file else data,
                "period": None if file else period,
                "note": FOR_PLANNING,
                "transfers": transfers,
                "unmet": [{"region": code, "patients": count} for code, count in found.unmet],
                "patient_km": found.patient_km,
            }
        )
        return
    if transfers or fmt == "csv":
        columns = ("sender", "receiver", "patients", "km", "sender_occupancy", "receiver_occupancy")
        if transfers:
            printing.print_numbers(transfers, fmt)
        else:
            printing.print_csv([], columns)
    else:
        print("No region lacks room that another within reach has.")
    for code, count in found.unmet:
        printing.print_aside(f"Without a place: {count} in region {code}.")
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


def _of_release(period: str | None, data: str, stream: str) -> Mapping[str, Position]:
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
    # A value's parts are days of the month: beds and patients are those of an average day.
    days = days_in(period)
    found = {
        one.region: Position(one.denominator / days, one.numerator / days)
        for one in values.at(dataset.showing(parsed.view.data), parsed.view)
        if one.region != "00" and one.numerator is not None and one.denominator
    }
    if not found:
        raise Refused(
            f"No region has {data} beds and patients in {period}. Estimated months do not say who "
            "has room on a day; import months, or try --data example."
        )
    return found
