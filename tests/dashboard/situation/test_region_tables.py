"""A region's small tables."""

from dashboard.language.text import LANGS
from dashboard.reference import csv_tables as facts
from dashboard.reference.regions import CODES
from dashboard.releases.store import Store
from dashboard.situation import region_tables as own_figures
from dashboard.view.view import View

LAST = View("overcrowding", "2025-12", "24")


def test_every_row_is_as_wide_as_its_heads(store: Store) -> None:
    for lang in LANGS:
        for found in (
            own_figures.this_and_last(store, LAST, lang),
            own_figures.context(store, LAST, lang),
            own_figures.hospitals("01", lang),
        ):
            assert found.rows
            assert all(len(row) == 1 + len(found.heads) for row in found.rows)


def test_the_context_takes_the_latest_year_that_is_published(store: Store) -> None:
    rows = {row[0].split(",")[0]: row[1:] for row in own_figures.context(store, LAST, "sv").rows}
    assert rows["Överbeläggningar i psykiatrisk slutenvård"][:3] == ("2025", "15,8", "7,9")
    assert rows["Väntande högst 90 dagar på första kontakt"][0] == "2024"


def test_every_hospital_value_of_the_facts_is_shown_once() -> None:
    wanted = [
        row
        for row in facts.rows("published_figures")
        if row["hospital"] and row["region_code"] in CODES
    ]
    shown = [row for code in CODES for row in own_figures.hospitals(code, "sv").rows]
    assert len(shown) == len(wanted) > 0
