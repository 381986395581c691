"""Which months of a release are the regions' own figures, and which are estimated."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import CARES, MEASURES, Dataset

Kind = Literal["estimated", "mixed", "reported"]


def kind_of(dataset: Dataset, measures: Sequence[str], region: str, months: Sequence[str]) -> Kind:
    """What stands behind somatic measures of a region, or of all for `"00"`, in these months.

    Imported where every figure that is there was reported by its region, estimated where none
    was. Months that the release lacks do not count.

    Raises:
        ValueError: no such region.
    """
    said = imported_in(dataset)
    if said is None:
        return "estimated"
    rows = ALL_CODES.index(region) - 1 if region != SWEDEN else slice(None)
    columns = [dataset.months.index(month) for month in months if month in dataset.months]
    somatic = CARES.index("somatic")
    own, there = [], []
    for measure in measures:
        place = MEASURES.index(measure)
        own.append(said[place, rows, :, somatic, 0][..., columns].ravel())
        there.append(np.isfinite(dataset.cube[place, rows, :, somatic, 0][..., columns]).ravel())
    known = np.concatenate(own)[np.concatenate(there)]
    if not known.any():
        return "estimated"
    return "reported" if known.all() else "mixed"


def imported_in(dataset: Dataset) -> NDArray[np.bool_] | None:
    """Which figures of the cube were reported to us; None for a release where none was."""
    return dataset.imported
