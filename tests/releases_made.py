"""The smallest releases that can be read as a dataset, told apart by the number in every cell."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from dashboard.ingest.publish import publish
from dashboard.reference.periods import months_between
from dashboard.reference.tables import packed
from dashboard.releases.dataset import read_dataset
from dashboard.releases.repository import CUBE, GEOMETRY, REFERENCE, ReleaseRepository

FACTS: dict[str, Any] = {
    "months": months_between("2025-01", "2025-12"), "years": ["2025"], "series": [],
    "code_version": "0.1.0",
}  # fmt: skip


def files(number: float) -> dict[str, bytes]:
    """Every measure is `number`."""
    out = BytesIO()
    cube = np.full((5, 21, 12, 2, 3), number)
    np.savez(out, cube=cube, years=np.zeros((0, 22, 1)), points=np.zeros((0, 22, 12)))
    return {CUBE: out.getvalue(), GEOMETRY: b'{"features": []}', REFERENCE: packed({})}


def published(place: Path | ReleaseRepository, number: float, **said: Any) -> str:
    """A release of one number, made the current one."""
    return publish(place, files(number), FACTS, **said)


def number(place: Path | ReleaseRepository, release: str | None = None) -> float:
    """The number of a release, which is the same in every cell of one that is whole."""
    cube = read_dataset(place, release).cube
    assert cube.min() == cube.max()
    return float(cube.min())
