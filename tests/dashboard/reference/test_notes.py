"""The traps in the published figures, held to the figures they speak of."""

from collections import defaultdict

import pytest

from dashboard.ingest import csv_tables
from dashboard.ingest.embedded import reference
from dashboard.reference.notes import breaks, dropped, notes_for
from dashboard.reference.regions import ALL_CODES
from tests.each import each

NOTES = reference().notes

WAITING = "wait_first_contact_waiting_le90d_pct"
COMPLETED = "wait_first_contact_completed_le90d_pct"
DISCHARGE = "discharge_ready_share_of_beds_pct"
WAITS = (
    WAITING,
    COMPLETED,
    "wait_operation_waiting_le90d_pct",
    "wait_operation_completed_le90d_pct",
)


def ids(*where):
    return [note.id for note in notes_for(NOTES, *where)]


def yearly(series, care):
    """Values of Kolada by (region, year)."""
    return {
        (row["region_code"], row["period_start"][:4]): float(row["value"])
        for row in csv_tables.rows("published_figures")
        if (row["indicator"], row["care_area"]) == (series, care)
        and row["source_id"].startswith("kolada-")
    }


def test_every_trap_is_there_and_whole():
    traps = {note.id.rstrip("abc") for note in NOTES}
    assert traps == {f"T{number}" for number in range(1, 14)}
    assert len({note.id for note in NOTES}) == len(NOTES)
    for note in NOTES:
        assert note.severity in {"info", "warning", "error"}
        assert note.effect in {"none", "drop", "break"}
        assert all((note.title.sv, note.title.en, note.text.sv, note.text.en, note.source))
        assert note.effect != "break" or note.scope.first_period


def test_notes_name_series_and_regions_that_exist():
    series = {row["indicator"] for row in csv_tables.rows("published_figures")}
    for note in NOTES:
        assert set(note.scope.series) <= series
        assert set(note.scope.regions) <= set(ALL_CODES)


@pytest.mark.parametrize(("series", "value"), [(WAITING, 146.1), (COMPLETED, 100.0)])
def test_the_impossible_share_is_dropped_and_only_that(series, value):
    assert yearly(series, "all")["14", "2025"] == value
    note = dropped(NOTES, series, "all", "14", "2025")
    assert note is not None
    assert note.severity == "error"
    assert dropped(NOTES, series, "all", "14", "2024") is None
    assert dropped(NOTES, series, "all", "01", "2025") is None


def test_every_share_of_waits_above_100_is_dropped():
    for series in WAITS:
        for (region, year), value in each(yearly(series, "all").items()):
            assert value <= 100 or dropped(NOTES, series, "all", region, year)


def test_the_psychiatric_years_that_are_identical_are_both_marked():
    by_year = defaultdict(dict)
    for (region, year), value in yearly("overcrowding_per_100", "psychiatric").items():
        by_year[year][region] = value
    assert by_year["2018"] == by_year["2019"]
    for year in ("2018", "2019"):
        assert "T1" in ids("overcrowding_per_100", "psychiatric", "00", year)
    assert "T1" not in ids("overcrowding_per_100", "psychiatric", "00", "2020")
    assert "T1" not in ids("overcrowding_per_100", "somatic", "00", "2018")


def test_discharge_ready_breaks_at_2018_and_overcrowding_does_not():
    assert [note.scope.first_period for note in breaks(NOTES, DISCHARGE, "somatic", "14")] == [
        "2018"
    ]
    assert breaks(NOTES, "overcrowding_per_100", "somatic", "14") == ()


@pytest.mark.parametrize("series", WAITS)
@pytest.mark.parametrize("year", ["2024", "2025"])
def test_exactly_the_regions_without_waits_have_the_note(series, year):
    values = yearly(series, "all")
    missing = {region for region in ALL_CODES if (region, year) not in values}
    noted = {
        region
        for region in ALL_CODES
        if any(name.startswith("T7") for name in ids(series, "all", region, year))
    }
    assert noted == missing


def test_a_large_jump_carries_a_warning():
    values = yearly("overcrowding_per_100", "psychiatric")
    for region in ("13", "18", "21", "24"):
        assert values[region, "2025"] >= 2 * values[region, "2024"]
        assert "T3b" in ids("overcrowding_per_100", "psychiatric", region, "2025")


def test_the_figures_in_the_notes_are_those_of_the_table():
    somatic = yearly("overcrowding_per_100", "somatic")
    assert (somatic["13", "2022"], somatic["13", "2023"]) == (1.2, 0.6)
    assert (somatic["00", "2022"], somatic["00", "2023"]) == (6.1, 6.7)
    assert (somatic["01", "2018"], somatic["12", "2018"]) == (4.8, 6.0)
    ready = yearly(DISCHARGE, "somatic")
    assert (ready["14", "2016"], ready["14", "2017"], ready["14", "2019"]) == (11.1, 10.4, 2.0)
    assert (ready["01", "2021"], ready["01", "2022"]) == (0.5, 0.6)
    assert ("01", "2023") not in ready
