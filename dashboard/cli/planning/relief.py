"""`vardplats relief`: which regions could take patients from which."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from dashboard.cli import given, printing
from dashboard.cli.files import table_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.indicators.registry import AVAILABLE_BEDS, OCCUPANCY
from dashboard.reference.periods import days_in, grain_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario.relief import Position, Relief, relief
from dashboard.scenario.relief_shares import pairs_used_in_most
from dashboard.spreadsheets.region_names import code_named
from dashboard.statistics.quasi_points import POINTS, Spread
from dashboard.values import values
from dashboard.view.view import View, parse

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
    if file is None and data == "estimated":
        chosen = partial(
            relief, safe=safe, most=most, within_km=within, flights=flights, smallest=smallest
        )
        print_pairs(period, stream, chosen, fmt)
        return
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


def print_pairs(
    period: str | None, stream: str, plan: Callable[[Mapping[str, Position]], Relief], fmt: Format
) -> None:
    """Print the pairs that most of 1 000 places within the ranges of estimated months use.

    Raises:
        Refused: there are no such months, or an option is impossible.
    """
    dataset, view = _asked(period, "estimated", stream)
    shown = dataset.showing("estimated")
    ratios, beds = {}, {}
    held = values.numbers(shown, replace(view, indicator=AVAILABLE_BEDS.key))
    for one, count in zip(values.at(shown, view), held, strict=True):
        if one.region != "00" and one.value is not None and count:
            low, high = one.low or one.value, one.high or one.value
            ends = (one.value, min(low, one.value), max(high, one.value))
            ratios[one.region] = Spread(*(end / 100 for end in ends))
            beds[one.region] = count
    try:
        pairs = [asdict(one) for one in pairs_used_in_most(beds, ratios, plan)]
    except ValueError as error:
        raise Refused(f"{error}.") from error
    if fmt == "json":
        told = {"status": "estimated", "period": period, "note": FOR_PLANNING, "places": POINTS}
        printing.print_json({**told, "pairs": pairs})
        return
    if pairs:
        printing.print_numbers(pairs, fmt)
    elif fmt == "csv":
        printing.print_csv([], ("sender", "receiver", "used_in", "patients"))
    else:
        print("No pair is used in most of the places that the estimated months leave open.")
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


def _of_release(period: str | None, data: str, stream: str) -> Mapping[str, Position]:
    dataset, view = _asked(period, data, stream)
    # A value's parts are days of the month: beds and patients are those of an average day.
    days = days_in(view.period)
    found = {
        one.region: Position(one.denominator / days, one.numerator / days)
        for one in values.at(dataset.showing(view.data), view)
        if one.region != "00" and one.numerator is not None and one.denominator
    }
    if not found:
        raise Refused(
            f"No region has {data} beds and patients in {period}. Estimated months do not say who "
            "has room on a day; import months, try --data example, or see by --data estimated "
            "which pairs most of what they leave open would use."
        )
    return found
