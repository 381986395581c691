"""Which months an error takes out of the aggregates; the values themselves are kept and shown."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from dashboard.checks.delivery import lateness
from dashboard.checks.monthly import Bools, Check, checks, errors, estimated_months
from dashboard.checks.rules import R11
from dashboard.checks.stored import from_json
from dashboard.releases.dataset import CARES, Dataset


@lru_cache(maxsize=8)
def checked(dataset: Dataset) -> tuple[Check, ...]:
    """Every rule on months run on the release, once; at best when it was published."""
    if dataset.quality:
        region_month_care = dataset.cube.shape[1:4]
        return from_json(dataset.quality["checks"], region_month_care)
    # Only a release with ranges has estimates; the months of an earlier one are a draw.
    are_estimates = dataset.kind == "estimated" and dataset.ranges is not None
    estimated = estimated_months(dataset.cube, dataset.imported) if are_estimates else None
    return checks(dataset.cube, dataset.months, lateness(dataset), estimated)


def excluded(dataset: Dataset, measures: Iterable[str], care: str) -> Bools:
    """Region (21) x month, true where an error concerns one of the measures.

    In `all` care an error in either care area counts. A missing month has nothing to exclude.
    """
    by_measure = _by_measure(dataset)
    found = _nothing(dataset)
    for name in measures:
        if (marked := by_measure.get(name)) is not None:
            found = found | (
                marked.any(axis=2) if care == "all" else marked[..., CARES.index(care)]
            )
    return found


@lru_cache(maxsize=8)
def _by_measure(dataset: Dataset) -> Mapping[str, Bools]:
    found: dict[str, Bools] = {}
    for check in errors(dataset.cube, dataset.months):
        if check.rule is not R11 and check.fired.any():
            for name in check.measures:
                found[name] = found[name] | check.fired if name in found else check.fired
    return MappingProxyType(found)


def _nothing(dataset: Dataset) -> Bools:
    return np.zeros(dataset.cube.shape[1:3], dtype=bool)
