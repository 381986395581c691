"""Doubling the beds of peace: the printed values, what binds, and patients who are no beds."""

from dataclasses import replace

import pytest

from dashboard.scenario.preparedness import Ladder, ladder

GIVEN = {
    "closed": 2600, "convertible": 1000, "nurses": 12_000, "fte_per_bed": 0.711,
    "crisis_ratio": 0.7,
}  # fmt: skip


def of(**given: float) -> Ladder:
    return ladder(15_300, **{**GIVEN, **given})


def test_premises_bind_in_the_printed_case() -> None:
    found = of()
    assert (found.physical, found.capacity, found.binding) == (18_900, 18_900, "premises")
    assert found.staffable == pytest.approx(24_110.9, abs=0.1)
    assert found.factor == pytest.approx(1.235, abs=5e-4)
    assert (found.need, found.gap) == (30_600, 11_700)


def test_staff_or_equipment_bind_where_they_are_fewer() -> None:
    assert (of(nurses=4977).binding, of(nurses=4977).capacity) == ("staff", pytest.approx(10_000))
    assert (of(equipped=16_000).binding, of(equipped=16_000).gap) == ("equipment", 14_600)


def test_freed_patients_are_no_beds() -> None:
    assert replace(of(freed=2000), freed=0) == of()
    assert of(freed=2000).freed == 2000


def test_with_enough_there_is_no_gap() -> None:
    assert of(convertible=20_000, nurses=50_000).gap == 0


@pytest.mark.parametrize(
    "given",
    [{"closed": -1}, {"nurses": float("nan")}, {"fte_per_bed": 0}, {"crisis_ratio": 70},
     {"equipped": float("inf")}],
)  # fmt: skip
def test_the_impossible_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"must be|takes more|a share above"):
        of(**given)


def test_without_beds_there_is_nothing_to_double() -> None:
    with pytest.raises(ValueError, match="at least one bed"):
        ladder(0, **GIVEN)
