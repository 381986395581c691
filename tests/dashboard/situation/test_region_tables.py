"""A region's small tables."""

from dashboard.ingest import csv_tables
from dashboard.language.text import LANGS
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.situation import region_tables
from dashboard.view.view import View

LAST = View("overcrowding", "2025-12", "24")


def test_every_row_is_as_wide_as_its_heads(dataset: Dataset) -> None:
    for lang in LANGS:
        for found in (
            region_tables.this_and_last(dataset, LAST, lang),
            region_tables.context(dataset, LAST, lang),
            region_tables.hospitals(dataset, "01", lang),
        ):
            assert found.rows
            assert all(len(row) == 1 + len(found.heads) for row in found.rows)


def test_the_context_takes_the_latest_year_that_is_published(dataset: Dataset) -> None:
    rows = {
        row[0].split(",")[0]: row[1:] for row in region_tables.context(dataset, LAST, "sv").rows
    }
    assert rows["Överbeläggningar i psykiatrisk slutenvård"][:3] == ("2025", "15,8", "7,9")
    assert rows["Väntande högst 90 dagar på första kontakt"][0] == "2024"


def test_every_hospital_value_of_the_facts_is_shown_once(dataset: Dataset) -> None:
    wanted = [
        row
        for row in csv_tables.rows("published_figures")
        if row["hospital"] and row["region_code"] in CODES
    ]
    shown = [row for code in CODES for row in region_tables.hospitals(dataset, code, "sv").rows]
    assert len(shown) == len(wanted) > 0
