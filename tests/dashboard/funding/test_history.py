"""The grants of 2022 and 2025 as far as published, and other payouts kept apart as facts."""

import pytest

from dashboard.funding.history import capacity_2025, other_payouts
from dashboard.funding.rules import grant, grants_of
from dashboard.ingest.embedded import reference
from dashboard.reference.regions import CODES


def test_2025_is_a_fixed_part_and_the_rest_by_population() -> None:
    found = capacity_2025(reference())
    assert grant(reference(), "capacity-2025-fixed").amount / len(CODES) == 100_000_000
    assert sum(one.published for one in found) == 5_886_500_000
    assert sum(one.computed for one in found) == 5_886_500_000
    # Domain 5, test 2: within 0.82 per cent for every region.
    assert max(abs(one.off) for one in found) == pytest.approx(0.82, abs=0.005)


def test_other_payouts_are_facts_with_their_sources_and_never_of_the_bed_model() -> None:
    found = other_payouts(reference())
    assert {one.source_id for one in found} <= reference().sources.keys()
    waiting = [
        one for one in found if "Väntetidsmedel" in one.name.sv and one.first == "2023-07-01"
    ]
    # Domain 5, test 4.
    assert sum(one.value for one in waiting) == 1_874_253_165
    assert len(waiting) == 21
    assert not any("fund_base" in one.note for one in found)
    shared = [one for one in found if one.first == "2022-01-01"]
    assert len(shared) == 7
    assert {one.name.en for one in shared} == {"Postponed care and beds of 2022 together"}


def test_the_pots_of_a_year_are_those_published() -> None:
    years = {year: grants_of(reference(), year) for year in (2022, 2023)}
    assert [one.approximate for one in years[2022]] == [True, False]
    assert sum(one.amount for one in years[2023]) == 1_990_000_000
