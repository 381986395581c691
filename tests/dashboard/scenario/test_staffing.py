"""The staff behind beds: the printed values, and impossible numbers refused."""

import pytest

from dashboard.scenario.staffing import (
    PATIENTS_PER_ALL_STAFF,
    PATIENTS_PER_NURSE,
    hours_per_patient_day,
    staffing,
)


def test_swedish_wards_as_aiken_measured_them() -> None:
    nurses = staffing(2360, [PATIENTS_PER_NURSE])
    assert nurses.hours_per_patient_day == pytest.approx(3.1169, abs=5e-5)
    assert nurses.fte_per_bed == pytest.approx(0.7110, abs=5e-5)
    assert round(nurses.fte) == 1678
    everybody = staffing(2360, [PATIENTS_PER_ALL_STAFF])
    assert everybody.hours_per_patient_day == pytest.approx(5.7143, abs=5e-5)
    assert everybody.fte_per_bed == pytest.approx(1.3036, abs=5e-5)
    assert int(everybody.fte) == 3076


def test_shifts_are_of_equal_length() -> None:
    found = staffing(1, [6, 8, 12])
    assert found.hours_per_patient_day == pytest.approx(3)
    assert found.fte_per_bed == pytest.approx(0.6844, abs=5e-5)
    assert hours_per_patient_day([6, 6]) == pytest.approx(hours_per_patient_day([6]))


def test_what_is_employed_tells_what_lacks() -> None:
    found = staffing(100, [8], occupancy=0.9, employed=50)
    assert found.vacancies == pytest.approx(100 * 3 * 365 * 0.9 / 1600 - 50)
    assert staffing(100, [8], employed=500).vacancies == pytest.approx(68.4375 - 500)
    assert staffing(100, [8]).vacancies is None


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"beds": -1}, "number of beds"),
        ({"beds": float("nan")}, "number of beds"),
        ({"patients_per_nurse": []}, "at least one shift"),
        ({"patients_per_nurse": [770]}, "770 does not"),
        ({"occupancy": 85}, "a ratio"),
        ({"hours_per_year": 16}, "productive hours"),
        ({"employed": float("inf")}, "employed"),
    ],
)
def test_the_impossible_is_refused(given: dict[str, object], problem: str) -> None:
    asked = {"beds": 10, "patients_per_nurse": [8], **given}
    with pytest.raises(ValueError, match=problem):
        staffing(asked.pop("beds"), asked.pop("patients_per_nurse"), **asked)  # type: ignore[arg-type]
