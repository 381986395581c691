"""Ranges as a file of a release: what goes in comes out, and nothing else is taken for them."""

import io
from pathlib import Path

import numpy as np
import pytest

from dashboard.releases.dataset import Dataset, read_dataset
from dashboard.releases.ranges import KINDS, Anchor, Kind, Ranges, packed, unpacked
from tests.releases_made import number, published

KEY = ("overcrowding", "somatic", "all")


def made(months: int = 3) -> Ranges:
    low = np.arange(22 * 4 * months, dtype=np.float32).reshape(1, 22, 4, months)
    anchors = np.full((1, 22, months), Anchor.BENCHMARKED, dtype=np.uint8)
    return Ranges((KEY,), low, low + 1, anchors)


def test_what_is_packed_is_unpacked() -> None:
    found, given = unpacked(packed(made())), made()
    assert found.keys == given.keys
    assert np.array_equal(found.low, given.low)
    assert np.array_equal(found.high, given.high)
    assert np.array_equal(found.anchors, given.anchors)
    assert not found.low.flags.writeable


@pytest.mark.parametrize(("place", "kind"), list(enumerate(KINDS)))
def test_a_range_is_found_by_figure_and_kind(place: int, kind: Kind) -> None:
    found = made().of(KEY, kind)
    assert found is not None
    low, high = found
    assert low.shape == (22, 3)
    assert low[1, 2] == (4 + place) * 3 + 2
    assert (high - low == 1).all()


def test_a_figure_without_estimates_has_neither_range_nor_anchor() -> None:
    assert made().of(("wait_operation_waiting", "all", "all")) is None
    assert made().anchor(("wait_operation_waiting", "all", "all")) is None


def test_another_shape_is_no_range() -> None:
    out = io.BytesIO()
    wrong = np.zeros((1, 21, 4, 3), np.float32)
    np.savez(out, keys=np.array([KEY]), low=wrong, high=wrong, anchors=np.zeros((1, 21, 3)))
    with pytest.raises(ValueError, match="one place for every region"):
        unpacked(out.getvalue())


def test_a_release_holds_the_ranges_of_its_estimates(dataset: Dataset) -> None:
    assert dataset.ranges is not None
    found = dataset.ranges.of(KEY)
    assert found is not None
    over, beds = dataset.cube[2, :, :, 0, 0], dataset.cube[0, :, :, 0, 0]
    rates = 100 * over / beds
    low, high = (side[1:] for side in found)
    # Rounded as stored.
    assert (low <= rates + 0.001).all()
    assert (rates <= high + 0.001).all()


def test_a_release_holds_an_example_of_other_months_with_the_same_years(dataset: Dataset) -> None:
    assert dataset.example is not None
    assert dataset.example.shape == dataset.cube.shape

    def years(cube: np.ndarray) -> np.ndarray:
        over, beds = (cube[one, :, :, 0, 0].reshape(21, 10, 12).sum(axis=2) for one in (2, 0))
        return 100 * over / beds

    assert years(dataset.example) == pytest.approx(years(dataset.cube), abs=0.01)
    months = dataset.example[2, :, :, 0, 0] / dataset.example[0, :, :, 0, 0]
    estimates = dataset.cube[2, :, :, 0, 0] / dataset.cube[0, :, :, 0, 0]
    assert np.median(np.abs(months / estimates - 1)) > 0.05
    assert not dataset.example.flags.writeable


def test_a_release_from_before_has_none(tmp_path: Path) -> None:
    release = published(tmp_path, 3.0)
    assert number(tmp_path, release) == 3.0
    found = read_dataset(tmp_path, release)
    assert found.ranges is None
    assert found.example is None
    assert found.back_test == {}
