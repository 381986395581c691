"""Two releases that differ in every figure, and what the site answers from each."""

import io
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app import create_app
from dashboard.ingest.publish import publish
from dashboard.releases.dataset import CUBE, POINTER, current_release, read_dataset
from dashboard.settings import Settings
from dashboard.web.protection.guard import PATH
from tests.touches import touch

# What a release states of itself; the rest of a manifest is stated by publishing it.
_PUBLISHED = ("release", "created", "by", "files")


@dataclass(frozen=True)
class Releases:
    """A home with two releases, the first of which is current, and the answers of each."""

    home: Path
    old: str
    new: str
    bodies: tuple[Any, ...]
    answers: Mapping[str, tuple[Any, ...]]

    def point(self, release: str) -> None:
        """Make a release the current one, as publishing it again does."""
        folder = self.home / "releases"
        names = json.loads((folder / release / "manifest.json").read_bytes())["files"]
        assert publish(self.home, _files(folder / release, names), _facts(self.home, release))


@pytest.fixture
def releases(home: Path, tmp_path: Path) -> Releases:
    return two_releases(home, tmp_path / "home")


def two_releases(home: Path, copy: Path) -> Releases:
    """The release of a home and another one, in a new home, with what the site answers of each."""
    shutil.copytree(home / "releases", copy / "releases")
    old = current_release(copy)
    bodies = _bodies(copy)
    answers = {old: _answers(copy, bodies)}
    new = _publish_doubled(copy, old)
    answers[new] = _answers(copy, bodies)
    (copy / "releases" / POINTER).write_text(old)
    return Releases(copy, old, new, bodies, answers)


def _bodies(home: Path) -> tuple[Any, ...]:
    dataset = read_dataset(home)
    return (
        touch(dataset, period="2025-11"),
        touch(dataset, lang="en", region="14"),
        touch(dataset, period="2025-10"),
        touch(dataset, lang="en", indicator="occupancy"),
        touch(dataset, region="12", data="published"),
    )


def _answers(home: Path, bodies: tuple[Any, ...]) -> tuple[Any, ...]:
    client = create_app(Settings(home=home, cache="NullCache")).server.test_client()
    found = [client.post(PATH, json=body) for body in bodies]
    assert [one.status_code for one in found] == [200] * len(bodies)
    return tuple(said(one.get_data()) for one in found)


def said(answer: bytes) -> Any:
    """What a callback answered."""
    return json.loads(answer)


def _publish_doubled(home: Path, old: str) -> str:
    """A release in which every count but the population is twice the old one's."""
    folder = home / "releases" / old
    names = json.loads((folder / "manifest.json").read_bytes())["files"]
    files = _files(folder, names)
    with np.load(io.BytesIO(files[CUBE])) as arrays:
        held = dict(arrays)
    for name, array in held.items():
        held[name] = np.concatenate([array[:-1] * 2, array[-1:]]) if name == "cube" else array * 2
    written = io.BytesIO()
    np.savez(written, **held)
    return publish(home, {**files, CUBE: written.getvalue()}, _facts(home, old))


def _files(folder: Path, names: Mapping[str, Any]) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names}


def _facts(home: Path, release: str) -> dict[str, Any]:
    manifest = json.loads((home / "releases" / release / "manifest.json").read_bytes())
    return {key: value for key, value in manifest.items() if key not in _PUBLISHED}
