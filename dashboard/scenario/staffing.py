"""The staff behind beds: hours a patient-day takes, and full-time equivalents."""

from collections.abc import Sequence

from dashboard.frozen import frozen

# Productive hours of a full-time equivalent in a year; an assumption (docs/methods.md 7.2).
HOURS_PER_YEAR = 1600.0
# Patients to a registered nurse, and to all nursing staff, in Swedish wards: Aiken et al. 2012.
PATIENTS_PER_NURSE = 7.7
PATIENTS_PER_ALL_STAFF = 4.2
FEWEST_PATIENTS, MOST_PATIENTS = 0.2, 60.0
_HOURS, _DAYS = 24.0, 365.0


@frozen
class Staffing:
    """The staff that beds take, in full-time equivalents of whoever the ratio counts.

    `vacancies` is None where nobody said how many are employed, and below 0 with more than needed.
    """

    hours_per_patient_day: float
    fte_per_bed: float
    fte: float
    vacancies: float | None


def hours_per_patient_day(patients_per_nurse: Sequence[float]) -> float:
    """Hours of work a patient gets in a day, by shifts of equal length (docs/methods.md 7.2).

    Raises:
        ValueError: there is no shift, or a ratio that no ward has.
    """
    if not patients_per_nurse:
        raise ValueError("there must be at least one shift")
    if wrong := [one for one in patients_per_nurse if not FEWEST_PATIENTS <= one <= MOST_PATIENTS]:
        raise ValueError(
            f"patients per nurse lie between {FEWEST_PATIENTS:g} and {MOST_PATIENTS:g}, and "
            f"{wrong[0]:g} does not"
        )
    length = _HOURS / len(patients_per_nurse)
    return sum(length / one for one in patients_per_nurse)


def staffing(
    beds: float,
    patients_per_nurse: Sequence[float],
    *,
    occupancy: float = 1.0,
    hours_per_year: float = HOURS_PER_YEAR,
    employed: float | None = None,
) -> Staffing:
    """The staff behind `beds` (docs/methods.md 7.2).

    `occupancy` (a ratio) below 1 staffs the patients there are and not every bed; the ratios are
    patients to a nurse, one a shift of the day.

    Raises:
        ValueError: a number of beds, an occupancy, hours or a ratio that is impossible.
    """
    if not 0 <= beds < float("inf"):
        raise ValueError("the number of beds must be finite and not below 0")
    if not 0 < occupancy <= 1.5:
        raise ValueError("the occupancy is a ratio above 0 and at most 1.5")
    if not 500 <= hours_per_year <= 2500:
        raise ValueError("the productive hours of a year lie between 500 and 2500")
    if employed is not None and not 0 <= employed < float("inf"):
        raise ValueError("the number employed must be finite and not below 0")
    hours = hours_per_patient_day(patients_per_nurse)
    per_bed = hours * _DAYS * occupancy / hours_per_year
    fte = per_bed * beds
    return Staffing(hours, per_bed, fte, None if employed is None else fte - employed)
