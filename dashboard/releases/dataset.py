"""A published release, read once: numpy arrays with labels, and nothing to change them."""

import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.indicators.registry import Care, Data
from dashboard.reference.regions import SWEDEN
from dashboard.reference.tables import Reference
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.last_period import last_month, last_year
from dashboard.releases.ranges import Ranges, unpacked
from dashboard.releases.release_files import manifest_of as manifest_of
from dashboard.releases.release_files import verified_files
from dashboard.releases.repository import BACK_TEST as BACK_TEST
from dashboard.releases.repository import CUBE as CUBE
from dashboard.releases.repository import EXAMPLE as EXAMPLE
from dashboard.releases.repository import FORECASTS as FORECASTS
from dashboard.releases.repository import GEOMETRY as GEOMETRY
from dashboard.releases.repository import MANIFEST as MANIFEST
from dashboard.releases.repository import POINTER as POINTER
from dashboard.releases.repository import QUALITY as QUALITY
from dashboard.releases.repository import RANGES as RANGES
from dashboard.releases.repository import REFERENCE as REFERENCE
from dashboard.releases.repository import ROWS as ROWS
from dashboard.releases.repository import ReleaseError as ReleaseError
from dashboard.releases.repository import ReleaseRepository
from dashboard.statistics.arrays import Array
from dashboard.targets.occupancy_targets import PUBLISHED
from dashboard.targets.plans import HIDDEN, Plans
from dashboard.targets.versions import OFFICIAL_TABLE, TargetTable, tables

SeriesKey = tuple[str, str]

MEASURES = ("bed_days", "patient_days", "over_days", "out_days", "population_days")
CARES: tuple[Care, ...] = ("somatic", "psychiatric")
STREAMS = ("all", "acute", "planned")


@frozen(eq=False)
class Dataset:
    """One release in memory.

    `cube` is measure x region (21) x month x care (2) x stream (3), NaN where nothing stands;
    `years` and `points` hold published series by (series, care) as region (22, Sweden first) x
    year and region (22) x month. `preliminary` are the (region, month) that may still change.
    `reference` holds the tables of the release. `quality`, `back_test` and `forecasts` are as
    their files have them; they, the `ranges` of the estimated months and `example`, a cube of
    invented months that meet the published years, are empty or None of an earlier release.
    `targets` are the versions of the table of targets, loaded beside the release; `needs` is the
    one whose official needs of regions distances are measured to. `withdrawn` is why the release
    is not to be relied on, or nothing. `imported` has the shape of the cube and is true where a
    figure was reported to us; None where none was. `kind` is that of the months in the cube,
    `whole` the release taken from, `tier` for whom it is, with the `plans` that one may see,
    `unpublished` (region, month), `preparedness` by controls, and `opening`, kept values of pages.
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
    reference: Reference
    quality: Mapping[str, Any] = field(default_factory=dict)
    preliminary: frozenset[tuple[str, str]] = frozenset()
    withdrawn: str = ""
    imported: NDArray[np.bool_] | None = None
    ranges: Ranges | None = None
    example: Array | None = None
    back_test: Mapping[str, Any] = field(default_factory=dict)
    forecasts: Mapping[str, Any] = field(default_factory=dict)
    targets: Mapping[str, TargetTable] = field(default_factory=lambda: {PUBLISHED: OFFICIAL_TABLE})
    needs: TargetTable = OFFICIAL_TABLE
    kind: Data = "estimated"
    whole: "Dataset | None" = None
    tier: str = ""
    unpublished: frozenset[tuple[str, str]] = frozenset()
    plans: Plans = HIDDEN
    preparedness: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    opening: Mapping[str, Any] = field(default_factory=dict)

    def showing(self, data: Data) -> "Dataset":
        """The release with the months of one kind: the same object for the same kind.

        Only where a view meets the release is this called. Published years stand beside estimates.
        """
        whole = self.whole or self
        return whole if data in ("estimated", "published") else _showing(whole, data)

    @property
    def cache_version(self) -> str:
        """The release with the targets and plans beside it: all that answers rest on."""
        kind = "" if self.kind == "estimated" else self.kind
        own = (one for one in self.targets if one != PUBLISHED)
        return "+".join(filter(None, (self.release, *own, kind, self.tier, self.plans.stamp)))

    def is_unpublished(self, periods: Sequence[str]) -> bool:
        """Whether anything of these months or years is not published."""
        return any(month.startswith(one) for _, month in self.unpublished for one in periods)

    def is_preliminary(self, region: str, period: str) -> bool:
        """Whether a month, or a month of a year, may still change; Sweden's with any region's."""
        own = (month for code, month in self.preliminary if region in (SWEDEN, code))
        return any(month.startswith(period) for month in own)

    @property
    def last_month(self) -> str:
        """The last month for which most regions have beds that are not preliminary."""
        return _last(self)[0]

    @property
    def last_year(self) -> str:
        """The last year for which anything is published."""
        return _last(self)[1]


@lru_cache(maxsize=16)
def _last(dataset: Dataset) -> tuple[str, str]:
    return (
        last_month(dataset.cube, dataset.months, dataset.preliminary, dataset.kind),
        last_year(dataset.years.values(), dataset.year_labels),
    )


@lru_cache(maxsize=8)
def _showing(dataset: Dataset, data: Data) -> Dataset:
    if data == "example":
        # Of a release from before there were estimates, the months are such a draw themselves.
        cube = dataset.example
        return replace(
            dataset, cube=dataset.cube if cube is None else cube, imported=None,
            preliminary=frozenset(), kind=data, whole=dataset, unpublished=frozenset(),
        )  # fmt: skip
    return replace(dataset, cube=_reported_alone(dataset), kind=data, whole=dataset)


def _reported_alone(dataset: Dataset) -> Array:
    """The cube where its region reported anything for the month and care, and NaN elsewhere.

    What a reported rate is divided by may itself be an estimate, and so stays; which values rest
    on reports is decided by `imported`.
    """
    own = dataset.imported
    there = np.asarray(False if own is None else np.any(own, axis=(0, 4), keepdims=True))
    cube = np.where(there, dataset.cube, np.nan)
    cube.setflags(write=False)
    return cube


def archive_at(place: Path | ReleaseRepository) -> ReleaseRepository:
    """The place itself; a path stands for the folders of releases under it."""
    return FilesystemRepository(place) if isinstance(place, Path) else place


def current_release(place: Path | ReleaseRepository) -> str:
    """The release that is shown.

    Raises:
        ReleaseError: nothing is published.
    """
    return archive_at(place).head().current


def read_dataset(place: Path | ReleaseRepository, release: str | None = None) -> Dataset:
    """The release named, or the current one, with every file checked against its hash.

    Raises:
        ReleaseError: the release is missing, incomplete, or a file differs from its hash.
    """
    archive = archive_at(place)
    name = release or archive.head().current
    manifest = manifest_of(archive, name)
    found = dataset_of(name, manifest, verified_files(archive, name, manifest))
    return replace(found, targets=tables(place)) if isinstance(place, Path) else found


def dataset_of(name: str, manifest: Mapping[str, Any], files: Mapping[str, bytes]) -> Dataset:
    """The release in these files, which are not compared with their hashes.

    Raises:
        ReleaseError: a file cannot be read, or does not fit the manifest.
    """
    try:
        return _dataset(name, manifest, _arrays(files[CUBE]), files)
    except (KeyError, TypeError, ValueError) as error:
        raise ReleaseError(f"Release {name} cannot be read: {error}") from error


def _check_labels(months: Sequence[str], years: Sequence[str], arrays: dict[str, Array]) -> None:
    # Of the last year there may be only the first months.
    stated = (-(-len(months) // 12), len(months), len(months), len(years))
    shapes = (arrays["cube"].shape[2:3], arrays["points"].shape[2:], arrays["years"].shape[2:])
    if stated != (len(years), *(width for shape in shapes for width in shape)):
        raise ValueError("its months and years are not those of the manifest")


def _dataset(
    name: str, manifest: Mapping[str, Any], arrays: dict[str, Array], files: Mapping[str, bytes]
) -> Dataset:
    series = [tuple(pair) for pair in manifest["series"]]
    imported = arrays.get("imported")
    if imported is not None and imported.shape != arrays["cube"].shape:
        raise ValueError("what is imported has not the shape of the cube")
    _check_labels(manifest["months"], manifest["years"], arrays)
    return Dataset(
        release=name,
        manifest=manifest,
        months=tuple(manifest["months"]),
        year_labels=tuple(manifest["years"]),
        cube=arrays["cube"],
        imported=None if imported is None else imported.astype(np.bool_),
        years=dict(zip(series, arrays["years"], strict=True)),
        points=dict(zip(series, arrays["points"], strict=True)),
        reference=Reference(files[REFERENCE]),
        quality=json.loads(files.get(QUALITY, b"{}")),
        ranges=unpacked(files[RANGES]) if RANGES in files else None,
        example=_arrays(files[EXAMPLE])["cube"] if EXAMPLE in files else None,
        back_test=json.loads(files.get(BACK_TEST, b"{}")),
        forecasts=json.loads(files.get(FORECASTS, b"{}")),
        geometry=files[GEOMETRY],
        geometry_hash=hashlib.sha256(files[GEOMETRY]).hexdigest()[:16],
        label_points={
            one["id"]: (one["properties"]["lon"], one["properties"]["lat"])
            for one in json.loads(files[GEOMETRY])["features"]
        },
        preliminary=frozenset((region, month) for region, month in manifest.get("preliminary", ())),
    )


def _arrays(content: bytes) -> dict[str, Array]:
    """The arrays of a file, which nobody can change."""
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        found = dict(file)
    for array in found.values():
        array.setflags(write=False)
    return found
