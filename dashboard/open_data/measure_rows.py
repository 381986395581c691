"""The counts of every region and month as rows of the data package, each with its status."""

from collections.abc import Iterator

import numpy as np

from dashboard.api.declared import Ground, Row
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import CARES, MEASURES, STREAMS, Dataset


def measure_rows(ground: Ground) -> Iterator[Row]:
    """The sums over the days of each region and month, and what they are."""
    dataset = ground.dataset
    cube = dataset.cube.transpose(1, 2, 3, 4, 0).tolist()
    for region, by_month in zip(CODES, cube, strict=True):
        for month, by_care in zip(dataset.months, by_month, strict=True):
            for care, by_stream in zip(CARES, by_care, strict=True):
                for stream, cells in zip(STREAMS, by_stream, strict=True):
                    known = [None if one != one else one for one in cells]
                    if any(one is not None for one in known):
                        keys = {"region": region, "month": month, "care": care, "stream": stream}
                        told = dict(zip(MEASURES, known, strict=True))
                        place = (
                            CODES.index(region), dataset.months.index(month), CARES.index(care),
                            STREAMS.index(stream),
                        )  # fmt: skip
                        yield {**keys, **told, "status": _status(dataset, place)}


def _status(dataset: Dataset, place: tuple[int, int, int, int]) -> str:
    """Whether the counts of a region's month were reported, all of them or some."""
    if dataset.imported is None:
        return "estimated"
    region, month, care, stream = place
    there = np.isfinite(dataset.cube[:, region, month, care, stream])
    own = dataset.imported[:, region, month, care, stream][there]
    return "reported" if own.all() else "mixed" if own.any() else "estimated"
