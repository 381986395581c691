"""The regional table: rows in order, cells in words, dots in place."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reference.regions import CODES, SWEDEN
from dashboard.situation.regional_table import RegionTable, region_table
from dashboard.view.view import View
from tests.builders import an_example, per_100, without

LAST = View("overcrowding", "2025-12")
BEDS = dict.fromkeys(CODES, 100.0)
# Rising by code, and one more per 100 in the last year.
RATES = {code: [float(i)] * 24 + [i + 1.0] * 12 for i, code in enumerate(CODES)}
STORE = an_example(over=RATES)


def cells(table: RegionTable) -> dict[str, tuple[str, ...]]:
    return {row.code: row.cells for row in table.rows}


def test_sweden_stands_first_and_then_the_regions_from_the_highest() -> None:
    codes = [row.code for row in region_table(STORE, LAST, "sv").rows]
    assert codes == [SWEDEN, *reversed(CODES)]


def test_a_neutral_measure_and_a_count_of_beds_keep_the_order_of_codes() -> None:
    for key in ("available_beds", "distance_to_guideline"):
        table = region_table(STORE, replace(LAST, indicator=key), "sv")
        assert [row.code for row in table.rows] == [SWEDEN, *CODES]


def test_a_region_without_a_value_stands_last_with_dashes() -> None:
    table = region_table(without(STORE, ["25"]), LAST, "sv")
    last = table.rows[-1]
    assert (last.code, set(last.cells), last.now, last.before) == ("25", {"–"}, None, None)


def test_the_words_of_the_table() -> None:
    table = region_table(STORE, LAST, "sv")
    assert table.title == "Regionerna december 2025 mot december 2024"
    assert table.caption == (
        "Överbeläggningar per 100 disponibla vårdplatser, somatisk vård, december 2025. Ring är "
        "dec 2024, punkt är dec 2025. Avståndet till riktvärdet per region är en skattning."
    )
    assert table.heads == (
        "Överbeläggningar dec 2025", "dec 2024", "Utlokaliserade", "Beläggningsgrad",
        "Disponibla vårdplatser", "Avstånd till riktvärdet",
    )  # fmt: skip
    english = region_table(STORE, replace(LAST, indicator="occupancy"), "en")
    assert english.title == "The regions, December 2025 against December 2024"
    assert english.heads == (
        "Bed occupancy Dec 2025", "Dec 2024", "Overcrowding", "Outplaced patients",
        "Available beds", "Distance to guideline",
    )  # fmt: skip


def test_a_neighbour_of_another_care_says_which() -> None:
    heads = region_table(STORE, replace(LAST, care="psychiatric"), "sv").heads
    assert heads[2:] == (
        "Utlokaliserade, somatisk vård", "Beläggningsgrad, somatisk vård",
        "Disponibla vårdplatser, somatisk vård", "Avstånd till riktvärdet, somatisk vård",
    )  # fmt: skip
    heads = region_table(STORE, replace(LAST, stream="acute"), "en").heads
    assert heads[-1] == "Distance to guideline, somatic care"


def test_the_first_two_cells_are_now_and_a_year_ago() -> None:
    found = cells(region_table(STORE, LAST, "sv"))
    assert found["25"] == ("21,0", "20,0", "2,0", "90,0", "100", "316")
    assert found[SWEDEN][:2] == ("11,0", "10,0")
    year = cells(region_table(STORE, replace(LAST, period="2024"), "en"))
    assert year["25"][:2] == ("20.0", "20.0")


def test_dots_and_rings_lie_between_nothing_and_the_highest() -> None:
    rows = {row.code: row for row in region_table(STORE, LAST, "sv").rows}
    assert (rows["25"].now, rows["25"].before) == (1.0, 0.952)
    assert (rows["01"].now, rows["01"].before) == (0.048, 0.0)


@given(st.lists(st.floats(0, 39), min_size=21, max_size=21))
@settings(max_examples=50, deadline=None)
def test_the_order_is_that_of_the_values(rates: list[float]) -> None:
    dataset = an_example(first="2025-01", beds=BEDS, over=dict(zip(CODES, rates, strict=True)))
    rows = region_table(dataset, LAST, "sv").rows[1:]
    places = [row.now for row in rows if row.now is not None]
    assert places == sorted(places, reverse=True)
    assert sorted(row.code for row in rows) == sorted(CODES)
    assert all(0 <= place <= 1 for place in places)


def test_all_is_zero_and_nothing_is_divided() -> None:
    dataset = an_example(over=per_100(0, BEDS))
    assert {row.now for row in region_table(dataset, LAST, "sv").rows} == {None}
