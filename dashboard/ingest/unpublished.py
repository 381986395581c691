"""A release with what is not published laid over it, for those who may see it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from dashboard.imports.drafts import Draft
from dashboard.imports.laid_over import Mask, laid_over
from dashboard.imports.measures import COUNTS
from dashboard.quality.stored import written
from dashboard.reference.periods import days_in, months_between
from dashboard.releases.dataset import Dataset
from dashboard.releases.ranges import Ranges
from dashboard.statistics.arrays import Array


def with_drafts(base: Dataset, drafts: Sequence[Draft], tier: str) -> Dataset:
    """The store of a tier: the release, and over it the drafts that the tier may see.

    It is made of nothing else, so no sum, rank or latest period in it rests on what the tier may
    not see. Its name is another than that of any release. Months before the first of the release
    are left out. What was reported and is published stays as it is.
    """
    if not drafts:
        return replace(base, tier=tier)
    rows = [row for one in drafts for row in one.rows() if row[1] >= base.months[0]]
    months = months_between(base.months[0], max([base.months[-1], *(row[1] for row in rows)]))
    years = tuple(month[:4] for month in months[::12])
    cube = _wider_cube(base.cube, months, len(base.months))
    reported = np.zeros(cube.shape, dtype=np.bool_)
    if base.imported is not None:
        reported[:, :, : len(base.months)] = base.imported
    new, mask = laid_over(cube, months, rows)
    stays = reported[: len(COUNTS)] & ~mask[: len(COUNTS)]
    new[: len(COUNTS)][stays] = cube[: len(COUNTS)][stays]
    told = [{"source": one.delivery.about["source"], "file": one.delivery.about["file"],
             "hash": one.hash, "accepted": one.delivery.about["accepted"],
             "refused": one.delivery.about["refused"], "months": list(one.months),
             "regions": list(one.regions)} for one in drafts]  # fmt: skip
    facts = {
        "months": list(months), "years": list(years), "based_on": base.release,
        "imports": [*base.manifest.get("imports", ()), *told],
    }  # fmt: skip
    early = {(code, month) for one in drafts
             for code, month in one.delivery.about.get("preliminary", ())}  # fmt: skip
    found = replace(
        base,
        release=_name(base, drafts, tier),
        manifest={**base.manifest, **facts},
        months=months,
        year_labels=years,
        cube=_fixed(new),
        imported=_fixed_mask(mask | reported),
        years={key: _wider(one, len(years)) for key, one in base.years.items()},
        points={key: _wider(one, len(months)) for key, one in base.points.items()},
        preliminary=base.preliminary | early,
        ranges=_ranges(base.ranges, mask, len(months)),
        example=None if base.example is None else _example(base, months),
        quality={},
        tier=tier,
        unpublished=frozenset((row[0], row[1]) for row in rows),
    )
    return replace(found, quality=json.loads(written(found)))


def _name(base: Dataset, drafts: Sequence[Draft], tier: str) -> str:
    said = json.dumps([base.release, tier, [one.hash for one in drafts]])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _wider_cube(cube: Array, months: Sequence[str], known: int) -> Array:
    """The cube with room for more months at its end; their population is the last one known."""
    wide = np.full((*cube.shape[:2], len(months), *cube.shape[3:]), np.nan)
    wide[:, :, :known] = cube
    last = cube[-1, :, known - 1] / days_in(months[known - 1])
    for place in range(known, len(months)):
        wide[-1, :, place] = last * days_in(months[place])
    return wide


def _example(base: Dataset, months: Sequence[str]) -> Array:
    assert base.example is not None
    return _fixed(_wider_cube(base.example, months, len(base.months)))


def _wider(array: Array, length: int) -> Array:
    wide = np.full((*array.shape[:-1], length), np.nan)
    wide[..., : array.shape[-1]] = array
    return _fixed(wide)


def _ranges(ranges: Ranges | None, mask: Mask, length: int) -> Ranges | None:
    """Without those of months, of years around them, and of changes, in which a draft stands."""
    if ranges is None:
        return None
    own = np.asarray(mask.any(axis=(0, 3, 4)))
    # Where any region reports, the others are missing, and so is the sum of all.
    touched = np.broadcast_to(own.any(axis=0), (len(own) + 1, length)).copy()
    for ahead in range(1, 24):
        touched[:, ahead:] |= np.broadcast_to(own.any(axis=0), touched.shape)[:, :-ahead]
    low, high = (_wider32(one, length) for one in (ranges.low, ranges.high))
    anchors = np.zeros((*ranges.anchors.shape[:-1], length), dtype=np.uint8)
    anchors[..., : ranges.anchors.shape[-1]] = ranges.anchors
    month = own.any(axis=0)
    low[:, :, 0][..., month] = high[:, :, 0][..., month] = np.nan
    gone = touched[None, :, None, :] & (np.arange(low.shape[2]) > 0)[None, None, :, None]
    gone = np.broadcast_to(gone, low.shape)
    low[gone] = high[gone] = np.nan
    anchors[..., month] = 0
    return Ranges(ranges.keys, low, high, anchors)


def _wider32(array: NDArray[np.float32], length: int) -> NDArray[np.float32]:
    wide = np.full((*array.shape[:-1], length), np.nan, dtype=np.float32)
    wide[..., : array.shape[-1]] = array
    return wide


def _fixed(array: Array) -> Array:
    array.setflags(write=False)
    return array


def _fixed_mask(mask: Mask) -> Mask:
    mask.setflags(write=False)
    return mask
