"""A release is read whole and unaltered, or not at all."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import (
    CARES,
    CUBE,
    GEOMETRY,
    MANIFEST,
    MEASURES,
    POINTER,
    ROWS,
    STREAMS,
    Dataset,
    ReleaseError,
    current_release,
    read_dataset,
)


@pytest.fixture
def copy(home: Path, tmp_path: Path) -> Path:
    """A home of one's own, to damage."""
    shutil.copytree(home / "releases", tmp_path / "releases")
    return tmp_path


def folder(home: Path) -> Path:
    return home / "releases" / current_release(home)


def test_a_store_has_the_shapes_it_says(dataset: Dataset) -> None:
    months, years = len(dataset.months), len(dataset.year_labels)
    assert dataset.cube.shape == (len(MEASURES), len(CODES), months, len(CARES), len(STREAMS))
    assert months == 12 * years
    assert {array.shape for array in dataset.years.values()} == {(len(ALL_CODES), years)}
    assert {array.shape for array in dataset.points.values()} == {(len(ALL_CODES), months)}
    assert set(dataset.label_points) == set(CODES)
    assert (dataset.last_month, dataset.last_year) == ("2025-12", "2025")


def test_nothing_can_change_a_store(dataset: Dataset) -> None:
    for array in (dataset.cube, *dataset.years.values(), *dataset.points.values()):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_a_release_can_be_named(home: Path, dataset: Dataset) -> None:
    again = read_dataset(home, dataset.release)
    assert again.release == dataset.release
    np.testing.assert_array_equal(again.cube, dataset.cube)


def test_without_a_pointer_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"No data release .* vardplats build"):
        read_dataset(tmp_path)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("name", [CUBE, GEOMETRY])
@pytest.mark.parametrize("damage", [cut, flip, lambda path: path.write_bytes(b"")])
def test_a_torn_or_altered_file_is_found(
    copy: Path, name: str, damage: Callable[[Path], object]
) -> None:
    damage(folder(copy) / name)
    with pytest.raises(ReleaseError, match=f"{name} differs from its hash"):
        read_dataset(copy)


@pytest.mark.parametrize("name", [CUBE, GEOMETRY, MANIFEST])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (folder(copy) / name).unlink()
    with pytest.raises(ReleaseError, match="manifest" if name == MANIFEST else f"lacks {name}"):
        read_dataset(copy)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"files": []}', b'{"files": {}}', b'{"files": {"cube.npz": 1}}',
     b"\xff\xfe"],
)  # fmt: skip
def test_a_corrupt_manifest_is_a_release_error(copy: Path, content: bytes) -> None:
    (folder(copy) / MANIFEST).write_bytes(content)
    with pytest.raises(ReleaseError):
        read_dataset(copy)


@pytest.mark.parametrize("key", ["months", "years", "series"])
@pytest.mark.parametrize("value", [None, "absent", 3, [["one"], ["two"]]])
def test_a_manifest_without_its_labels_is_a_release_error(
    copy: Path, key: str, value: object
) -> None:
    path = folder(copy) / MANIFEST
    manifest = json.loads(path.read_bytes())
    del manifest[key]
    path.write_text(json.dumps(manifest if value is None else {**manifest, key: value}))
    with pytest.raises(ReleaseError):
        read_dataset(copy)


@pytest.mark.parametrize("target", ["absent", "", "..", "../..", "/etc", "a\nb"])
def test_a_pointer_to_nowhere_is_a_release_error(copy: Path, target: str) -> None:
    (copy / "releases" / POINTER).write_text(target)
    with pytest.raises(ReleaseError):
        read_dataset(copy)


def test_the_rows_are_not_needed_to_serve(copy: Path) -> None:
    (folder(copy) / ROWS).unlink()
    assert read_dataset(copy).months
