"""Imports laid over the model: what is reported stands instead, and never beside it in a sum."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboard.imports.accepted import COLUMNS
from dashboard.imports.importing import ImportOptions, import_file
from dashboard.imports.readers import REGIONS
from dashboard.ingest.build import build
from dashboard.ingest.imported import imported, laid_over
from dashboard.ingest.publish import publish
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import CARES, MEASURES, STREAMS, current_release, read_dataset
from dashboard.statistics.arrays import Array
from tests.dashboard.imports.files import csv_file

MONTHS = ("2025-10", "2025-11")
Row = tuple[str, str, str, str, str, float]


def modelled() -> Array:
    shape = (len(MEASURES), len(CODES), len(MONTHS), len(CARES), len(STREAMS))
    return np.arange(1, 1 + np.prod(shape), dtype=np.float64).reshape(shape)


def rows(*given: Row) -> pd.DataFrame:
    return pd.DataFrame([(*row, "regions", "hash") for row in given], columns=list(COLUMNS))


def at(cube: Array, region: str, month: str = "2025-10", care: str = "somatic") -> Array:
    """Measure x stream of a region in a month."""
    where = CODES.index(region), MONTHS.index(month), CARES.index(care)
    return np.asarray(cube[(slice(0, 4), *where)])


def beds(region: str, value: float, stream: str = "all") -> Row:
    return (region, "2025-10", "somatic", stream, "bed_days", value)


def over(region: str, value: float, measure: str = "over_days") -> Row:
    return (region, "2025-10", "somatic", "all", measure, value)


def test_without_imports_the_model_is_as_it_was() -> None:
    cube, mask = laid_over(modelled(), MONTHS, rows())
    assert np.array_equal(cube, modelled())
    assert not mask.any()


def test_what_a_region_delivered_stands_and_nothing_modelled_beside_it() -> None:
    cube, mask = laid_over(modelled(), MONTHS, rows(beds("12", 3100.0), over("12", 62.0)))
    own = at(cube, "12")
    assert (own[0, 0], own[2, 0]) == (3100, 62)
    assert np.isnan(own[1]).all()
    assert np.isnan(own[:, 1:]).all()
    assert mask.sum() == 2


def test_who_did_not_deliver_is_missing_in_what_others_did() -> None:
    cube, _ = laid_over(modelled(), MONTHS, rows(beds("12", 3100.0), over("12", 62.0)))
    other, before = at(cube, "14"), at(modelled(), "14")
    assert np.isnan(other[[0, 2]]).all()
    # Nobody delivered patients, whose occupancy is missing all the same: beds are what it is of.
    assert np.array_equal(other[[1, 3]], before[[1, 3]])


def test_other_months_and_other_care_are_as_they_were() -> None:
    cube, _ = laid_over(modelled(), MONTHS, rows(beds("12", 3100.0)))
    for region in ("12", "14"):
        assert np.array_equal(at(cube, region, "2025-11"), at(modelled(), region, "2025-11"))
        kept = at(cube, region, care="psychiatric")
        assert np.array_equal(kept, at(modelled(), region, care="psychiatric"))
    assert np.array_equal(cube[4], modelled()[4])


def test_acute_and_planned_give_all_care_where_that_was_not_delivered() -> None:
    given = rows(beds("12", 2500.0, "acute"), beds("12", 600.0, "planned"))
    cube, mask = laid_over(modelled(), MONTHS, given)
    assert at(cube, "12")[0].tolist() == [3100, 2500, 600]
    assert mask.sum() == 3


def test_a_rate_is_counted_in_the_beds_delivered_with_it() -> None:
    given = rows(beds("12", 3100.0), over("12", 6.0, "over_per_100"))
    assert at(laid_over(modelled(), MONTHS, given)[0], "12")[2, 0] == pytest.approx(186)


def test_a_rate_alone_is_counted_in_modelled_beds_which_stay_modelled() -> None:
    cube, mask = laid_over(modelled(), MONTHS, rows(over("12", 6.0, "over_per_100")))
    own, before = at(cube, "12"), at(modelled(), "12")
    assert own[2, 0] == pytest.approx(0.06 * before[0, 0])
    assert np.array_equal(own[0], before[0])
    assert np.isnan(own[2, 1:]).all()
    assert mask.sum() == 1


def test_a_count_counts_more_than_a_rate_of_the_same() -> None:
    given = rows(beds("12", 3100.0), over("12", 6.0, "over_per_100"), over("12", 200.0))
    assert at(laid_over(modelled(), MONTHS, given)[0], "12")[2, 0] == 200


HEADS = ("Region", "Månad", "Vårdplatser", "Patienter", "Överbelagda patienter",
         "Utlokaliserade patienter")  # fmt: skip


def brought(home: Path, month: str, beds_a_day: float, *, without: str = "") -> None:
    each = [(code, month, beds_a_day, beds_a_day, 5, 2) for code in CODES if code != without]
    path = csv_file(home / f"{month}-{beds_a_day}.csv", [HEADS, *each])
    assert import_file(path, home, ImportOptions(REGIONS)).kept


def test_the_later_import_holds_where_two_say_the_same(tmp_path: Path) -> None:
    brought(tmp_path, "2025-10", 100.0)
    brought(tmp_path, "2025-10", 200.0, without="14")
    found = imported(tmp_path).rows
    october = found[found["measure"] == "bed_days"].set_index("region")["value"]
    assert (october["12"], october["14"]) == (200 * 31, 100 * 31)


def test_a_release_reaches_as_far_as_what_is_imported(tmp_path: Path) -> None:
    brought(tmp_path, "2026-02", 100.0, without="14")
    built = build(tmp_path)
    dataset = read_dataset(tmp_path)
    assert (dataset.months[-1], dataset.last_month, dataset.last_year) == (
        "2026-02",
        "2026-02",
        "2025",
    )
    assert dataset.year_labels[-1] == "2026"
    assert built.counts["reported"] == 20 * 4
    assert [one["months"] for one in dataset.manifest["imports"]] == [["2026-02"]]
    assert np.isnan(dataset.cube[:4, :, dataset.months.index("2026-01")]).all()


def test_the_same_imports_give_the_same_release(tmp_path: Path) -> None:
    brought(tmp_path, "2025-10", 100.0)
    first = build(tmp_path).release
    assert build(tmp_path).release == first == current_release(tmp_path)
    brought(tmp_path, "2025-11", 100.0)
    assert build(tmp_path).release != first


def test_a_release_made_before_there_were_imports_is_read(home: Path) -> None:
    assert read_dataset(home).imported is None


__all__ = ["publish"]
