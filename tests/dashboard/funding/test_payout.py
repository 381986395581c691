"""The grant of 2024: the published amounts, the worked example, the identity, every reading."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.funding.payout import POPULATIONS, base_amounts, payout, rounded
from dashboard.funding.rates import Pair, Rates
from dashboard.funding.rules import (
    BASE_2024,
    REQUIREMENTS,
    RULES_2024,
    Rules,
    grant,
    grants,
    readings,
)
from dashboard.ingest import csv_tables
from dashboard.ingest.embedded import reference
from dashboard.reference.regions import CODES

GRANTS, READINGS = grants(reference()), readings(reference())

PEOPLE = {"A": 100, "B": 200, "C": 300, "D": 150, "E": 250}
# Methods 5.4: rates of 2023 and 2024.
OVER = {"A": "5.0 4.975", "B": "4.0 3.99", "C": "2.0 2.0", "D": "- 1.0", "E": "0 0"}
OUT = {"A": "1.0 1.0", "B": "2.0 1.0", "C": "3.0 2.99", "D": "1.0 0.9", "E": "4.0 4.1"}
SMALL = Rules(months=(2,), over_pot=1000, out_pot=1000, top=2)


def rate(cell: str) -> Fraction | None:
    return None if cell == "-" else Fraction(cell)


def rates(over: dict[str, str], out: dict[str, str] | None = None, month: int = 2) -> Rates:
    """Rates of one month, as `"2023 2024"` by region; the same for both where one is given."""
    pairs = {
        (region, month, requirement): Pair(*map(rate, cells.split()))
        for requirement, table in zip(REQUIREMENTS, (over, out or over), strict=True)
        for region, cells in table.items()
    }
    return Rates(pairs, "own")


def paid(found: Any) -> list[int]:
    return [one.performance for one in found.regions]


def reasons(found: Any, requirement: str = "over") -> dict[str, str]:
    return {c.region: c.reason for c in found.cells if c.requirement == requirement}


def test_the_base_is_every_published_amount_to_the_krona() -> None:
    published = {
        row["region_code"]: int(row["value"])
        for row in csv_tables.rows("published_figures")
        if row["indicator"] == "fund_base_payout_sek"
    }
    found = base_amounts()
    assert found == {code: published[code] for code in CODES}
    assert sum(found.values()) == BASE_2024 == 750_000_000 == published["00"]


def test_ordinary_rounding_would_have_paid_a_krona_too_much() -> None:
    """Methods 5.3: Kronoberg's exact share is 14 493 806.5003, and 14 493 806 was published."""
    whole = sum(POPULATIONS.values())
    assert whole == 10_557_682
    halves = {code: rounded(Fraction(BASE_2024 * n, whole), 0) for code, n in POPULATIONS.items()}
    assert halves["07"] == 14_493_807 == base_amounts()["07"] + 1
    assert sum(one or 0 for one in halves.values()) == 750_000_001


def test_half_up_happens_to_work_for_the_other_allocation_of_2024() -> None:
    """Methods 5.3: SKR's 1 367 000 000 kronor on the same populations."""
    whole = sum(POPULATIONS.values())
    halves = {c: rounded(Fraction(1_367_000_000 * n, whole), 0) for c, n in POPULATIONS.items()}
    assert base_amounts(1_367_000_000) == halves


def test_to_one_decimal_every_visible_fall_counts_up_to_twenty() -> None:
    """Methods 5.3: so the rounding of what is delivered decides who is paid."""
    none = replace(SMALL, top=0)
    found = reasons(payout(rates({"A": "20.0 19.9", "B": "20.1 20.0"}), none, PEOPLE, base={}))
    assert (found["A"], found["B"]) == ("improved", "too_small")


def test_the_decision_of_2024_is_in_the_data() -> None:
    assert Rules() == RULES_2024
    row = next(row for row in reference().rows("grants") if row["key"] == "beds-2024-over")
    over, out = (grant(reference(), f"beds-2024-{key}") for key in ("over", "out"))
    assert RULES_2024.months == over.months == out.months == tuple(range(2, 11))
    assert (RULES_2024.over_pot, RULES_2024.out_pot) == (over.amount, out.amount)
    assert RULES_2024.threshold == Fraction(row["threshold_pct"]) / 100 == Fraction(5, 1000)
    assert RULES_2024.top == int(row["top"]) == 5
    assert grant(reference(), "beds-2024-base").amount == BASE_2024
    year = {one.key: one.amount for one in GRANTS if one.year == 2024}
    assert sum(year.values()) == 1_993_200_000
    assert sum(year.values()) - year["beds-2024-agency"] == 1_990_000_000
    assert round(RULES_2024.over_pot / 9) == 68_888_889
    with pytest.raises(KeyError):
        grant(reference(), "beds-2030")


def test_every_grant_names_a_known_source_and_every_parameter_has_one_reading_that_stands() -> None:
    assert {one.source_id for one in GRANTS} <= reference().sources.keys()
    for parameter in {one.parameter for one in READINGS}:
        assert [one.stands for one in READINGS if one.parameter == parameter].count(True) == 1
    standing = {one.parameter: one.value for one in READINGS if one.stands}
    assert (standing["ties"], standing["bonus"]) == (RULES_2024.ties, RULES_2024.bonus)
    assert RULES_2024.decimals is None
    assert standing["decimals"] == ""
    (rounded_once,) = [one for one in READINGS if (one.parameter, one.value) == ("decimals", "1")]
    assert rounded_once.text.sv.startswith("Värdena avrundas till en decimal")


@pytest.mark.parametrize(
    ("bonus", "wanted"),
    [("pooled", [421, 421, 0, 632, 526]), ("per-requirement", [422, 445, 0, 633, 500])],
)
def test_the_worked_example_comes_out(bonus: Any, wanted: list[int]) -> None:
    found = payout(rates(OVER, OUT), replace(SMALL, bonus=bonus), PEOPLE, base={})
    assert paid(found) == wanted
    earned = [int(one.earned_over + one.earned_out) for one in found.regions]
    assert earned == [200, 200, 0, 300, 250]
    assert found.bonus_pot == 1050
    assert found.undistributed == 0
    assert reasons(found) == {
        "A": "improved", "B": "too_small", "C": "too_small", "D": "top5", "E": "top5",
    }  # fmt: skip
    assert reasons(found, "out")["A"] == "top5"
    assert [c.rank for c in found.cells if c.requirement == "out"] == [2, 2, 4, 1, 5]


def test_a_cell_is_paid_once_and_as_an_improvement() -> None:
    found = payout(rates(dict.fromkeys("ABCDE", "2.0 1.0")), SMALL, PEOPLE, base={})
    assert {cell.qualified_by for cell in found.cells} == {"improved"}
    assert paid(found) == [200, 400, 600, 300, 500]
    assert found.bonus_pot == 0


def test_the_threshold_is_met_exactly_where_floating_point_would_miss_it() -> None:
    assert not 3.2835 <= 3.3 * (1 - 0.005)
    found = payout(rates({"A": "3.3 3.2835", "B": "0 0"}), replace(SMALL, top=0), PEOPLE, base={})
    assert reasons(found)["A"] == "improved"
    found = payout(rates({"A": "3.3 3.28351"}), replace(SMALL, top=0), PEOPLE, base={})
    assert reasons(found)["A"] == "too_small"


def test_without_a_value_of_2023_only_the_lowest_are_paid() -> None:
    table = {"A": "- 1.0", "B": "- 2.0", "C": "9 3.0", "D": "- 4.0", "E": "0 5.0"}
    found = payout(rates(table), SMALL, PEOPLE, base={})
    assert reasons(found) == {
        "A": "top5", "B": "top5", "C": "improved", "D": "no_2023", "E": "zero_2023",
    }  # fmt: skip


def test_what_is_not_reported_neither_qualifies_nor_takes_a_place() -> None:
    found = payout(rates({"A": "5 -", "B": "1 3.0", "C": "1 4.0", "D": "1 5.0"}), SMALL, PEOPLE,
                   base={})  # fmt: skip
    assert reasons(found) == {
        "A": "not_reported", "B": "top5", "C": "top5", "D": "too_small", "E": "not_reported",
    }  # fmt: skip
    assert [c.rank for c in found.cells][:5] == [None, 1, 2, 3, None]


def test_ties_at_the_last_place_are_all_paid_or_none() -> None:
    table = {"A": "1 1.0", "B": "2 2.0", "C": "2 2.0", "D": "3 3.0", "E": "4 4.0"}
    loose = payout(rates(table), SMALL, PEOPLE, base={})
    strict = payout(rates(table), replace(SMALL, ties="strict"), PEOPLE, base={})
    assert [r for r, reason in reasons(loose).items() if reason == "top5"] == ["A", "B", "C"]
    assert [r for r, reason in reasons(strict).items() if reason == "top5"] == ["A"]


def test_decimals_decide_what_is_an_improvement() -> None:
    table = {"A": "3.04 2.96", "B": "3.04 3.01", "C": "0.1 0.1"}
    none = replace(SMALL, top=0)
    exact, one = (
        reasons(payout(rates(table), replace(none, decimals=n), PEOPLE, base={})) for n in (None, 1)
    )
    assert (exact["A"], exact["B"]) == ("improved", "improved")
    assert (one["A"], one["B"]) == ("too_small", "too_small")
    assert rounded(Fraction("2.95"), 1) == 3
    assert rounded(None, 1) is None


def test_a_pot_that_nobody_earned_a_part_of_is_left() -> None:
    worse = dict.fromkeys(PEOPLE, "1.0 2.0")
    none = replace(SMALL, top=0)
    found = payout(rates(worse), none, PEOPLE, base={})
    assert (found.undistributed, sum(paid(found))) == (2000, 0)
    half = payout(rates(worse, OUT), replace(none, bonus="per-requirement"), PEOPLE, base={})
    assert (half.undistributed, sum(paid(half))) == (1000, 1000)
    pooled = payout(rates(worse, OUT), none, PEOPLE, base={})
    assert (pooled.undistributed, sum(paid(pooled))) == (0, 2000)


CELL = st.one_of(st.none(), st.integers(0, 60).map(lambda n: Fraction(n, 10)))
KEYS = [(r, m, q) for r in PEOPLE for m in (2, 3) for q in REQUIREMENTS]


@settings(max_examples=60, deadline=None)
@given(
    cells=st.lists(st.builds(Pair, CELL, CELL), min_size=len(KEYS), max_size=len(KEYS)),
    people=st.lists(st.integers(1, 10_000), min_size=5, max_size=5),
    ties=st.sampled_from(["inclusive", "strict"]),
    decimals=st.sampled_from([None, 0, 1]),
)
def test_the_final_amount_is_the_pots_by_population_times_cells(
    cells: list[Pair], people: list[int], ties: Any, decimals: int | None
) -> None:
    """The identity of docs/methods.md 5.2: final = pots x pop x k / sum of pop x k."""
    rules = replace(SMALL, months=(2, 3), over_pot=620_000, out_pot=620_000, ties=ties,
                    decimals=decimals)  # fmt: skip
    population = dict(zip(PEOPLE, people, strict=True))
    found = payout(Rates(dict(zip(KEYS, cells, strict=True)), "own"), rules, population, base={})
    weights = {one.region: one.population * one.cells_qualified for one in found.regions}
    if not any(weights.values()):
        assert found.undistributed == 1_240_000
        return
    assert sum(paid(found)) == 1_240_000
    for one in found.regions:
        exact = Fraction(1_240_000 * weights[one.region], sum(weights.values()))
        assert one.earned_over + one.earned_out + one.bonus == exact
        assert abs(one.performance - exact) < 1
        assert one.total == one.performance
