"""`vardplats staffing` and `preparedness`: the staff behind beds, and what can be opened."""

import re
from dataclasses import asdict
from typing import Any

from dashboard.cli import printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.scenario import preparedness as readiness
from dashboard.scenario import staffing as staff

NO_NORM = "No Swedish norm of nurses to patients is published for hospital wards; ratio as given."
_RATIOS = re.compile(r"\d+([.,]\d+)?(/\d+([.,]\d+)?){0,5}", re.ASCII)


def print_staffing(
    beds: float, ratios: str, *, occupancy: float, hours_per_year: float, employed: float | None,
    fmt: Format,
) -> None:  # fmt: skip
    """Print the hours a patient-day takes and the full-time equivalents behind the beds.

    Raises:
        Refused: an option is impossible.
    """
    if not _RATIOS.fullmatch(ratios):
        raise Refused(
            f"--patients-per-nurse takes a number as 7.7, or one a shift as 6/8/12, not "
            f"{ratios[:40]!r}."
        )
    shifts = [float(one.replace(",", ".")) for one in ratios.split("/")]
    try:
        found = staff.staffing(
            beds, shifts, occupancy=occupancy, hours_per_year=hours_per_year, employed=employed
        )
    except ValueError as error:
        raise Refused(f"{error}.") from error
    _print(
        {
            "beds": beds,
            "patients_per_nurse": shifts,
            "occupancy": occupancy,
            "hours_per_year": hours_per_year,
            "hours_per_patient_day": found.hours_per_patient_day,
            "fte_per_bed": found.fte_per_bed,
            "fte": found.fte,
            "employed": employed,
            "vacancies": found.vacancies,
            "status": "assumed",
        },
        fmt,
    )
    printing.print_aside(NO_NORM)


def print_preparedness(
    beds: float, *, closed: float, convertible: float, nurses: float, fte_per_bed: float,
    crisis_ratio: float, equipment: float | None, freed: float, fmt: Format,
) -> None:  # fmt: skip
    """Print what can be opened, what binds and what lacks to twice the beds.

    Raises:
        Refused: an option is impossible.
    """
    try:
        found = readiness.ladder(
            beds, closed=closed, convertible=convertible, nurses=nurses, fte_per_bed=fte_per_bed,
            crisis_ratio=crisis_ratio, equipped=equipment, freed=freed,
        )  # fmt: skip
    except ValueError as error:
        raise Refused(f"{error}.") from error
    _print({"beds": beds, **asdict(found), "status": "assumed"}, fmt)


def _print(answer: dict[str, Any], fmt: Format) -> None:
    if fmt == "json":
        printing.print_json(answer)
    else:
        printing.print_numbers([answer], fmt)
