"""Months and years are strings, and arithmetic on them never leaves the calendar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reference.periods import (
    days_in,
    grain_of,
    month_at,
    months_between,
    months_of,
    ordinal,
    same_period_last_year,
)

numbers = st.integers(ordinal("1990-01"), ordinal("2100-12"))


@given(numbers)
def test_a_month_and_its_number_lead_to_each_other(number: int) -> None:
    assert ordinal(month_at(number)) == number
    assert grain_of(month_at(number)) == "month"


@given(numbers, st.integers(0, 60))
def test_months_between_are_as_many_as_their_numbers(first: int, more: int) -> None:
    found = months_between(month_at(first), month_at(first + more))
    assert len(found) == more + 1
    assert list(found) == sorted(found)


def test_a_year_is_its_twelve_months_and_a_month_itself() -> None:
    assert months_of("2025") == months_between("2025-01", "2025-12")
    assert months_of("2025-03") == ("2025-03",)
    assert sum(days_in(month) for month in months_of("2024")) == 366
    assert (days_in("2100-02"), days_in("2024-02")) == (28, 29)


def test_the_same_period_last_year_is_twelve_months_earlier() -> None:
    assert same_period_last_year("2025-01") == "2024-01"
    assert same_period_last_year("2024-02") == "2023-02"
    assert same_period_last_year("2025") == "2024"


@pytest.mark.parametrize(
    "period", ["", "2025-13", "2025-00", "2025-1", "20251", "1989", "2101-01", "2025-01\n", "٢٠٢٥"]
)
def test_what_is_no_period_is_refused(period: str) -> None:
    with pytest.raises(ValueError, match="not a month like"):
        grain_of(period)
