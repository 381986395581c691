"""A published release, read once: numpy arrays with labels, and nothing to change them."""

import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.indicators import Care
from dashboard.regions import SWEDEN
from dashboard.target_tables import OFFICIAL_TABLE, TargetTable, tables
from dashboard.targets import PUBLISHED

Array = NDArray[np.float64]
SeriesKey = tuple[str, str]

MEASURES = ("bed_days", "patient_days", "over_days", "out_days", "population_days")
CARES: tuple[Care, ...] = ("somatic", "psychiatric")
STREAMS = ("all", "acute", "planned")

CUBE, GEOMETRY, ROWS, MANIFEST, POINTER = (
    "cube.npz", "counties.json", "rows.parquet", "manifest.json", "current",
)  # fmt: skip


class ReleaseError(RuntimeError):
    """No release can be served: missing, torn or altered. The message says which and why."""


@dataclass(frozen=True, eq=False, slots=True)
class Store:
    """One release in memory.

    `cube` is measure x region (21) x month x care (2) x stream (3), NaN where nothing stands;
    `years` and `points` hold published series by (series, care) as region (22, Sweden first)
    x year and region (22) x month. `preliminary` are the (region, month) that may still change.
    `targets` are the versions of the table of targets, which
    do not belong to the release but are loaded beside it; `needs` is the one whose official
    needs of regions distances are measured to.
    """

    release: str
    manifest: Mapping[str, Any]
    months: tuple[str, ...]
    year_labels: tuple[str, ...]
    cube: Array
    years: Mapping[SeriesKey, Array]
    points: Mapping[SeriesKey, Array]
    geometry: bytes
    geometry_hash: str
    label_points: Mapping[str, tuple[float, float]]
    preliminary: frozenset[tuple[str, str]] = frozenset()

    def is_preliminary(self, region: str, period: str) -> bool:
        """Whether a month, or a month of a year, may still change; Sweden's with any region's."""
        return any(
            month.startswith(period) and region in (SWEDEN, code)
            for code, month in self.preliminary
        )

    targets: Mapping[str, TargetTable] = field(default_factory=lambda: {PUBLISHED: OFFICIAL_TABLE})
    needs: TargetTable = OFFICIAL_TABLE

    @property
    def edition(self) -> str:
        """The release with the versions of the targets beside it: all that answers rest on."""
        return "+".join([self.release, *(one for one in self.targets if one != PUBLISHED)])

    @property
    def last_month(self) -> str:
        return self.months[-1]

    @property
    def last_year(self) -> str:
        return self.year_labels[-1]


def current_release(home: Path) -> str:
    """The release the pointer names.

    Raises:
        ReleaseError: there is no pointer.
    """
    try:
        return (home / "releases" / POINTER).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ReleaseError(
            f"No data release is published in {home}. Run: vardplats build"
        ) from error


def read_store(home: Path, release: str | None = None) -> Store:
    """The release named, or the current one, with every file checked against its hash.

    Raises:
        ReleaseError: the release is missing, incomplete, or a file differs from its hash.
    """
    name = release or current_release(home)
    folder = home / "releases" / name
    manifest = _manifest(folder)
    cube = _verified(folder, CUBE, manifest)
    geometry = _verified(folder, GEOMETRY, manifest)
    try:
        with np.load(io.BytesIO(cube), allow_pickle=False) as arrays:
            found = _store(name, manifest, dict(arrays), geometry)
    except (KeyError, TypeError, ValueError) as error:
        raise ReleaseError(f"Release {name} has a cube that cannot be read: {error}") from error
    return replace(found, targets=tables(home))


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError) as error:
        raise ReleaseError(f"Release {folder.name} has no readable manifest") from error
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        raise ReleaseError(f"Release {folder.name} has a manifest without files")
    return manifest


def _verified(folder: Path, name: str, manifest: Mapping[str, Any]) -> bytes:
    try:
        content = (folder / name).read_bytes()
        expected = manifest["files"][name]["sha256"]
    except (OSError, KeyError, TypeError) as error:
        raise ReleaseError(f"Release {folder.name} lacks {name}") from error
    if hashlib.sha256(content).hexdigest() != expected:
        raise ReleaseError(f"Release {folder.name}: {name} differs from its hash")
    return content


def _check_labels(months: Sequence[str], years: Sequence[str], arrays: dict[str, Array]) -> None:
    stated = (12 * len(years), len(months), len(months), len(years))
    shapes = (arrays["cube"].shape[2:3], arrays["points"].shape[2:], arrays["years"].shape[2:])
    if stated != (len(months), *(width for shape in shapes for width in shape)):
        raise ValueError("its months and years are not those of the manifest")


def _store(
    name: str, manifest: Mapping[str, Any], arrays: dict[str, Array], geometry: bytes
) -> Store:
    for array in arrays.values():
        array.setflags(write=False)
    series = [tuple(pair) for pair in manifest["series"]]
    _check_labels(manifest["months"], manifest["years"], arrays)
    return Store(
        release=name,
        manifest=manifest,
        months=tuple(manifest["months"]),
        year_labels=tuple(manifest["years"]),
        cube=arrays["cube"],
        years=dict(zip(series, arrays["years"], strict=True)),
        points=dict(zip(series, arrays["points"], strict=True)),
        geometry=geometry,
        geometry_hash=hashlib.sha256(geometry).hexdigest()[:16],
        label_points={
            feature["id"]: (feature["properties"]["lon"], feature["properties"]["lat"])
            for feature in json.loads(geometry)["features"]
        },
        preliminary=frozenset((region, month) for region, month in manifest.get("preliminary", ())),
    )
