"""The funnel of the first half of 2016 is the one in the methods, and its algebra holds."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest import csv_tables
from dashboard.reference.regions import CODES
from dashboard.statistics.funnel import VERDICT_WORDS, Z_95, Z_998, Funnel, funnel, grid, limits_at

# 1 January to 30 June 2016.
DAYS = 182


def published(indicator: str, source: str, first: str, last: str) -> list[float]:
    """A published figure of every region, in the order of the codes."""
    found = {
        row["region_code"]: float(row["value"])
        for row in csv_tables.rows("published_figures")
        if (row["indicator"], row["period_start"], row["period_end"]) == (indicator, first, last)
        and row["source_id"] == source
        and not row["hospital"]
    }
    return [found[code] for code in CODES]


def first_half_of_2016() -> Funnel:
    """Beds are the averages of 2015, the nearest published; patient-days are whole."""
    beds = published(
        "available_beds", "lakartidningen-vardplatserna-annu-farre", "2015-01-01", "2015-12-31"
    )
    rates = published(
        "overcrowding_per_100", "lakartidningen-overbelaggningarna-okade-under-fo",
        "2016-01-01", "2016-06-30",
    )  # fmt: skip
    bed_days = [DAYS * one for one in beds]
    over_days = [round(n * rate / 100) for n, rate in zip(bed_days, rates, strict=True)]
    found = funnel(CODES, over_days, bed_days)
    assert found is not None
    return found


def test_the_funnel_of_21_regions_is_that_of_the_methods() -> None:
    found = first_half_of_2016()
    assert found.phi == pytest.approx(759.80577, abs=5e-6)
    assert found.tau2 == pytest.approx(0.00102447832, abs=5e-12)
    assert 100 * math.sin(found.target) ** 2 == pytest.approx(3.5425, abs=5e-5)


def test_its_limits_at_300_beds_are_those_of_the_methods() -> None:
    found, beds = first_half_of_2016(), [300 * DAYS]
    inner, outer = limits_at(found, beds, Z_95)[0], limits_at(found, beds, Z_998)[0]
    assert [round(limit, 2) for limit in (*inner, *outer)] == [1.59, 6.23, 0.81, 8.09]
    naive = limits_at(found, beds, Z_95, naive=True)[0]
    assert [round(limit, 2) for limit in naive] == [3.39, 3.70]


def test_only_sodermanland_is_above_the_outer_limit() -> None:
    rows = {row.group: row for row in first_half_of_2016().rows}
    assert [code for code, row in rows.items() if row.verdict == "above_99.8"] == ["04"]
    assert rows["04"].z_adjusted == pytest.approx(4.29, abs=0.005)
    assert rows["09"].z_adjusted == pytest.approx(-2.33, abs=0.005)
    assert rows["09"].verdict == "below_95"


def test_chance_alone_would_flag_nearly_every_region() -> None:
    rows = first_half_of_2016().rows
    assert sum(abs(row.z_unadjusted) > Z_998 for row in rows) >= 18
    assert sum(row.verdict != "within" for row in rows) <= 3


def test_the_tenth_at_either_end_is_pulled_in() -> None:
    rows = sorted(first_half_of_2016().rows, key=lambda row: row.z_unadjusted)
    moved = [row.group for row in rows if row.z_unadjusted != row.z_winsorised]
    assert moved == [row.group for row in (*rows[:2], *rows[-2:])]
    assert rows[0].z_winsorised == rows[2].z_unadjusted


@pytest.mark.parametrize("groups", [0, 1, 7])
def test_with_fewer_than_eight_groups_there_is_no_funnel(groups: int) -> None:
    assert funnel(["x"] * groups, [1.0] * groups, [10.0] * groups) is None


@pytest.mark.parametrize(
    ("numerator", "denominator", "words"),
    [(11, 10, "numerator"), (-1, 10, "numerator"), (0, 0, "denominator"), (1, math.nan, "denom"),
     (math.nan, 10, "numerator")],
)  # fmt: skip
def test_what_is_no_proportion_is_refused_by_name(
    numerator: float, denominator: float, words: str
) -> None:
    with pytest.raises(ValueError, match=f"^Gotland: the {words}"):
        funnel(["Gotland"], [numerator], [denominator])


def test_groups_that_differ_by_chance_alone_are_not_over_dispersed() -> None:
    found = funnel([*"abcdefghij"], [10.0] * 10, [100.0] * 10)
    assert found is not None
    assert (found.phi, found.tau2) == (pytest.approx(0, abs=1e-20), 0)
    assert {row.verdict for row in found.rows} == {"within"}
    assert limits_at(found, [100], Z_95) == limits_at(found, [100], Z_95, naive=True)


@pytest.mark.parametrize("rate", [0.0, 1.0])
def test_nothing_and_everything_have_limits(rate: float) -> None:
    found = funnel([*"abcdefgh"], [100.0 * rate] * 8, [100.0] * 8)
    assert found is not None
    low, high = limits_at(found, [100], Z_998)[0]
    assert 0 <= low <= 100 * rate <= high <= 100


def test_the_grid_of_limits_narrows_towards_the_largest() -> None:
    found = first_half_of_2016()
    steps = grid(1_000, 1_000_000)
    assert (steps[0], steps[-1]) == (pytest.approx(1_000), pytest.approx(1_000_000))
    widths = [high - low for low, high in limits_at(found, steps, Z_95)]
    assert widths == sorted(widths, reverse=True)
    with pytest.raises(ValueError, match="above 0"):
        grid(0, 5)


def test_every_verdict_has_words_in_both_languages() -> None:
    assert len({text for words in VERDICT_WORDS.values() for text in words}) == 10


counts = st.lists(
    st.tuples(st.integers(0, 50), st.integers(50, 5000)), min_size=8, max_size=21
)  # fmt: skip


@given(counts)
def test_a_group_beyond_the_drawn_limit_is_the_one_the_verdict_names(
    rows: list[tuple[int, int]],
) -> None:
    found = funnel([str(i) for i in range(len(rows))], [x for x, _ in rows], [n for _, n in rows])
    assert found is not None
    for row, (x, n) in zip(found.rows, rows, strict=True):
        low, high = limits_at(found, [n], Z_95)[0]
        rate = 100 * x / n
        if row.verdict == "within":
            assert low - 1e-6 <= rate <= high + 1e-6
        else:
            assert rate >= high - 1e-6 if row.verdict.startswith("above") else rate <= low + 1e-6


@given(counts)
def test_the_order_of_the_groups_does_not_matter(rows: list[tuple[int, int]]) -> None:
    names = [str(i) for i in range(len(rows))]
    found = funnel(names, [x for x, _ in rows], [n for _, n in rows])
    turned = funnel(names[::-1], [x for x, _ in rows[::-1]], [n for _, n in rows[::-1]])
    assert found is not None
    assert turned is not None
    assert turned.tau2 == pytest.approx(found.tau2, abs=1e-12)
    z = {row.group: row.z_adjusted for row in found.rows}
    assert {row.group: row.z_adjusted for row in turned.rows} == pytest.approx(z, abs=1e-6)
