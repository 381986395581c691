"""Every figure that differs is named with both values, and no other."""

from dataclasses import astuple, replace

import numpy as np

from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import MEASURES
from dashboard.releases.diff import figure_changes
from tests.builders import SERIES, a_dataset, without

STORE = a_dataset(first="2024-01", last="2025-12", published={SERIES[0]: {"14": [5.0, 6.0]}})


def test_a_release_does_not_differ_from_itself() -> None:
    assert list(figure_changes(STORE, a_dataset(first="2024-01", last="2025-12"))) != []
    assert list(figure_changes(STORE, STORE)) == []


def test_a_changed_cell_is_named_with_both_values() -> None:
    cube = STORE.cube.copy()
    cube[MEASURES.index("over_days"), CODES.index("14"), 21, 0, 1] = 77.0
    [found] = figure_changes(STORE, replace(STORE, cube=cube))
    before = 4 * 31 * 0.8
    assert astuple(found) == (
        "over_days", "14", "2025-10", "somatic", "acute", before, 77.0, "estimated", "estimated",
    )  # fmt: skip


def test_what_goes_and_what_comes_is_a_change_to_and_from_nothing() -> None:
    gone = list(figure_changes(STORE, without(STORE, ["01"], months=["2025-10"])))
    assert {(one.region, one.period, one.after, one.status_after) for one in gone} == {
        ("01", "2025-10", None, "missing")
    }
    assert [one.figure for one in gone if (one.care, one.stream) == ("psychiatric", "all")] == [
        "bed_days", "over_days", "population_days",
    ]  # fmt: skip
    back = list(figure_changes(without(STORE, ["01"], months=["2025-10"]), STORE))
    assert [(one.before, one.after) for one in back] == [(one.after, one.before) for one in gone]


def test_what_is_now_imported_differs_even_where_the_number_is_the_same() -> None:
    imported = np.zeros(STORE.cube.shape, dtype=bool)
    imported[0, 3, 5, 0, 0] = True
    [found] = figure_changes(STORE, replace(STORE, imported=imported))
    assert (found.status_before, found.status_after) == ("estimated", "reported")
    assert found.before == found.after


def test_releases_of_other_months_and_series_are_compared_by_label() -> None:
    longer = a_dataset(first="2023-01", last="2025-12")
    found = list(figure_changes(longer, STORE))
    assert {one.period for one in found} == {
        *(f"2023-{m:02}" for m in range(1, 13)),
        "2024",
        "2025",
    }
    published = [one for one in found if one.figure == SERIES[0][0]]
    assert [(one.region, one.period, one.before, one.after) for one in published] == [
        ("14", "2024", None, 5.0), ("14", "2025", None, 6.0),
    ]  # fmt: skip
    assert "14" in ALL_CODES
