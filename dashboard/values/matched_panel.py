"""A change between two periods over the regions that have reported in both."""

import numpy as np

from dashboard.frozen import frozen
from dashboard.reference.periods import grain_of
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values.ratios import parts_of
from dashboard.view.view import View


@frozen
class Matched:
    """The country in two periods, over the same regions of which there are `regions`."""

    now: float
    before: float
    regions: int


def matched(dataset: Dataset, view: View, before: str) -> Matched | None:
    """The country's value in the view's period and in `before` over the matched panel.

    None where the same regions have values in both, where none has, for a region, for published
    figures, and for what needs every region (docs/methods.md 1.5).
    """
    if view.region != SWEDEN or view.data == "published" or view.of.ratio is None:
        return None
    periods = dataset.year_labels if grain_of(view.period) == "year" else dataset.months
    if view.period not in periods or before not in periods:
        return None
    columns = [periods.index(view.period), periods.index(before)]
    parts = parts_of(dataset, view.of, view.care, view.stream, grain_of(view.period))
    above, below = parts.numerator[1:, columns], parts.denominator[1:, columns]
    known = np.isfinite(above) & np.isfinite(below)
    both = known.all(axis=1)
    if not both.any() or (known[:, 0] == known[:, 1]).all():
        return None
    # Days are the same for however many regions; anything else is summed with them.
    by_days = view.of.ratio.denominator == "calendar_days"
    whole = below[0] if by_days else below[both].sum(axis=0)
    now, then = (parts.factor * above[both].sum(axis=0) / whole).tolist()
    return Matched(now, then, int(both.sum()))
