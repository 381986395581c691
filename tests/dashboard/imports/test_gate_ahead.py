"""A month that the release has not is held against its latest level; cells exchanged are seen."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from dashboard.imports.levels import Known
from tests.dashboard.imports.test_gate import SLIPS, Rows, a_month, asks


def ahead(known: Known, rng: np.random.Generator) -> tuple[Rows, Known]:
    """A month of the last three years of the release, and what was known before it."""
    at = int(rng.integers(84, 120))
    return a_month(known, at, rng), Known(known.days[:, :, :at], known.months[:at])


def test_a_slip_in_a_new_month_is_asked_about_in_99_of_100_files(
    known: Known, tmp_path: Path
) -> None:
    rng = np.random.default_rng(21)
    missed = []
    for number in range(108):
        name = list(SLIPS)[number % len(SLIPS)]
        rows, before = ahead(known, rng)
        SLIPS[name](rows, int(rng.integers(21)), rng)
        missed += [] if asks(rows, before, tmp_path) else [name]
    assert len(missed) <= 1, missed


def test_a_good_new_month_is_asked_nothing_in_99_of_100(known: Known, tmp_path: Path) -> None:
    rng = np.random.default_rng(22)
    assert sum(asks(*ahead(known, rng), tmp_path) for _ in range(100)) <= 1


def test_over_and_outplaced_exchanged_in_one_region_are_asked_about_where_they_differ(
    known: Known, tmp_path: Path
) -> None:
    """Where the two are alike within what a month varies, no figure tells that they changed."""
    rng = np.random.default_rng(23)
    tried, missed = 0, []
    for number in range(42):
        rows = a_month(known, 100 + number % 20, rng)
        row = rows[number % 21]
        over, out = row[4:6]
        row[4:6] = out, over
        if max(over, out) < 1.5 * min(over, out):
            continue
        tried += 1
        missed += [] if asks(rows, known, tmp_path) else [row]
    assert tried >= 30
    assert not missed


@pytest.mark.parametrize("column", [2, 3, 4, 5])
def test_two_cells_of_a_column_that_changed_places_are_asked_about(
    known: Known, tmp_path: Path, column: int
) -> None:
    rng = np.random.default_rng(24)
    rows = a_month(known, 110, rng)
    # Regions that are near one another in size, so that neither figure alone is strange.
    places = sorted(range(21), key=lambda i: rows[i][column])
    one, other = next(
        (a, b) for a, b in pairwise(places[8:])
        if rows[b][column] > 1.25 * rows[a][column]
    )  # fmt: skip
    rows[one][column], rows[other][column] = rows[other][column], rows[one][column]
    assert asks(rows, known, tmp_path)


@pytest.mark.parametrize("times", [0.5, 2])
def test_a_doubled_figure_is_asked_about_where_the_rest_of_the_file_agrees(
    known: Known, tmp_path: Path, times: float
) -> None:
    rng = np.random.default_rng(25)
    for column in range(2, 6):
        rows = a_month(known, 110, rng)
        rows[0][column] = round(rows[0][column] * times, 1)
        assert asks(rows, known, tmp_path), column
