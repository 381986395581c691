"""Every cell of the grant in words: who missed what, and what it was worth."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from dashboard.funding import cells, why_cells
from dashboard.funding.odds import odds
from dashboard.funding.outcome import change, grant_of, missed
from dashboard.funding.rows import cell_rows, grant_rows
from dashboard.language.formatting import number
from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from dashboard.view.view import default_view
from tests.builders import an_example, without
from tests.each import each


@pytest.mark.parametrize("code", CODES)
def test_what_a_region_misses_is_its_cells_that_do_not_qualify(dataset: Dataset, code: str) -> None:
    found = grant_of(dataset)
    own, lost = found.by_region[code], missed(found, code)
    assert len(lost.cells) == 18 - own.cells_qualified
    assert lost.each == pytest.approx(
        float(Fraction(1_240_000_000, 18)) * own.population / 10557682
    )
    # The closed form of the identity gives what the calculator pays (docs/methods.md 5.2).
    if not lost.cells:
        assert lost.all_met == pytest.approx(own.performance, abs=1)
    else:
        assert lost.all_met > own.performance
        assert lost.nearest in lost.cells


def test_the_nearest_cell_is_the_one_that_fell_most(dataset: Dataset) -> None:
    lost = missed(grant_of(dataset), "22")
    assert lost.nearest is not None
    assert change(lost.nearest) == min(change(cell) or 0.0 for cell in lost.cells)


@pytest.mark.parametrize("lang", LANGS)
def test_the_heat_has_a_row_for_each_region_and_a_sum_of_its_marks(
    dataset: Dataset, lang: Lang
) -> None:
    found = cells.heat(dataset.showing("example"), lang)
    assert [row.code for row in found.rows] == list(CODES)
    for row in found.rows:
        assert len(row.cells) == 18
        marked = sum(words.startswith(("✓", "5 ", "5?")) for words, _ in row.cells)
        assert str(marked) == row.total


def test_the_same_cells_are_counted_on_page_in_money_and_in_files(dataset: Dataset) -> None:
    dataset = dataset.showing("example")
    found, heat = grant_of(dataset), cells.heat(dataset, "sv")
    view = default_view(dataset)
    whole = sum(one.cells_qualified for one in found.regions)
    assert heat.title.startswith(f"{whole} av 378 månadskrav hade uppfyllts")
    assert sum(int(row.total or 0) for row in heat.rows) == whole
    rows = cell_rows(dataset, view)
    by_file = {code: sum(row["region"] == code and row["qualified_by"] is not None for row in rows)
               for code in CODES}  # fmt: skip
    assert by_file == {row["region"]: row["cells_qualified"] for row in grant_rows(dataset, view)}
    assert by_file == {row.code: int(row.total or 0) for row in heat.rows}
    assert by_file == {code: 18 - len(missed(found, code).cells) for code in CODES}
    improved = sum(row["qualified_by"] == "improved" for row in rows)
    assert f"{improved} av dem genom förbättring" in heat.title
    # By month the country has them all as well.
    grid = why_cells.why(dataset, view, "sv").grid
    counts = [[int(cell) for cell in row[1:]] for row in grid.rows]
    assert sum(a + b + d + e for a, b, _, d, e, _ in counts) == whole


@pytest.mark.parametrize("lang", LANGS)
def test_estimated_months_have_odds_and_no_verdict(dataset: Dataset, lang: Lang) -> None:
    found, by_cell = cells.heat(dataset, lang), odds(dataset)
    assert by_cell is not None
    assert CANNOT_BE_DECIDED.in_(lang) in found.title
    assert "273 (236–309)" in found.title
    assert {row.total for row in found.rows} == {None}
    first = found.rows[0].cells[0]
    assert first == (number(100 * by_cell["01", 2, "over"].qualified, 0, lang), "possible")
    view = default_view(dataset)
    country = why_cells.why(dataset, view, lang)
    for row in each(country.grid.rows):
        counts = [float(cell.replace(",", ".")) for cell in row[1:]]
        assert sum(counts[:3]) == pytest.approx(21, abs=0.21)
        assert sum(counts[3:]) == pytest.approx(21, abs=0.21)
    own = why_cells.why(dataset, replace(view, region="22"), lang)
    assert {len(row) for row in own.grid.rows} == {7}
    assert all("(" in row[i] for row in own.grid.rows for i in (1, 2, 4, 5))
    text = " ".join([own.title, own.measure, own.sentence])
    assert not re.search(r"kronor|million|miljoner|närmast|nearest", text.lower())


@pytest.mark.parametrize("lang", LANGS)
def test_a_region_is_told_why_and_the_country_how_many(dataset: Dataset, lang: Lang) -> None:
    dataset = dataset.showing("example")
    view = default_view(dataset)
    country = why_cells.why(dataset, view, lang)
    for row in country.grid.rows:
        counts = [int(cell) for cell in row[1:]]
        assert sum(counts[:3]) == sum(counts[3:]) == 21
    own = why_cells.why(dataset, replace(view, region="22"), lang)
    assert len(own.grid.rows) == 9
    assert {len(row) for row in own.grid.rows} == {1 + len(own.grid.heads)}
    assert "Västernorrland" in own.title


def test_a_region_without_months_is_told_so() -> None:
    dataset = without(an_example(), ["01"])
    own = why_cells.why(dataset, replace(default_view(dataset), region="01"), "sv")
    assert {row[4] for row in own.grid.rows} == {"inget värde 2024"}
    assert cells.heat(dataset, "sv").rows[0].total == "0"
