"""The series that the effort is judged by: beds, overcrowding and outplacement of a region."""

from typing import Literal

import numpy as np

from dashboard.frozen import frozen
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    BEDS_PER_1000,
    OUTPLACEMENT,
    OVERCROWDING,
    Data,
    Good,
    Indicator,
)
from dashboard.indicators.registry import PSYCHIATRIC_OVERCROWDING as PSYCHIATRIC
from dashboard.reference.notes import breaks
from dashboard.reference.periods import Grain, months_of
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array
from dashboard.values import values
from dashboard.values.imported import kind_behind
from dashboard.values.ratios import monthly_parts

Outcome = Literal["beds", "over", "out"]
OUTCOMES: tuple[Outcome, ...] = ("beds", "over", "out")

_MONTHLY: dict[str, Indicator] = {"beds": AVAILABLE_BEDS, "over": OVERCROWDING, "out": OUTPLACEMENT}
# The number of beds is not published by year; beds per 1 000 inhabitants are.
_YEARLY: dict[str, Indicator] = {"beds": BEDS_PER_1000, "over": OVERCROWDING, "out": OUTPLACEMENT}


@frozen(eq=False)
class Series:
    """A series with its labels: `rate` in the unit of `indicator`, NaN where missing.

    `numerator` and `denominator` are None for published years, which come without them.
    `breaks` are the months at which its reporting is known to have changed.
    """

    outcome: Outcome
    region: str
    indicator: Indicator
    labels: tuple[str, ...]
    rate: Array
    numerator: Array | None
    denominator: Array | None
    status: Data
    breaks: tuple[str, ...]

    @property
    def good(self) -> Good:
        return self.indicator.good

    def usable(self, *, logs: bool = True) -> list[bool]:
        """Which points can enter a model: on a log scale only those above zero."""
        with np.errstate(invalid="ignore"):
            found = self.rate > 0 if logs else np.isfinite(self.rate)
        return [bool(one) for one in found]

    @property
    def zeros(self) -> int:
        """How many points are zero, and so have no logarithm."""
        return int((self.rate == 0).sum())


def series_of(dataset: Dataset, outcome: Outcome, region: str, grain: Grain) -> Series:
    """The months of the release, or its published years, for a region or `"00"`.

    Raises:
        KeyError: no such outcome.
        ValueError: no such region.
    """
    if region not in ALL_CODES:
        raise ValueError(f"no region {region[:40]!r}")
    row = ALL_CODES.index(region)
    indicator = (_MONTHLY if grain == "month" else _YEARLY)[outcome]
    care = "somatic" if "somatic" in indicator.cares("estimated") else indicator.default_care
    starts = _breaks(dataset, indicator, region)
    if grain == "year":
        care = indicator.default_care
        rate = values.published(dataset, indicator, care, "all")[row]
        return Series(outcome, region, indicator, dataset.year_labels, rate, None, None,
                      "published", starts)  # fmt: skip
    parts = monthly_parts(dataset, indicator, care, "all")
    return Series(outcome, region, indicator, dataset.months, parts.values[row],
                  parts.numerator[row], parts.denominator[row],
                  _status(dataset, indicator, region), starts)  # fmt: skip


def _status(dataset: Dataset, indicator: Indicator, region: str) -> Data:
    """Published only where every month is the regions' own; a model in between bears nothing."""
    assert indicator.ratio is not None
    wanted = [one for one in indicator.ratio.measures if one != "calendar_days"]
    kind = kind_behind(dataset, wanted, region, dataset.months)
    if kind == "example":
        return "example"
    return "published" if kind == "reported" else "estimated"


def psychiatric_rates(dataset: Dataset) -> Array:
    """Overcrowding in psychiatric care, which no money was tied to: region (22) x month."""
    return monthly_parts(dataset, PSYCHIATRIC, "psychiatric", "all").values


def mean_beds(dataset: Dataset) -> Array:
    """The mean number of somatic beds over the months of each region (21), NaN for none."""
    rates = np.vstack([series_of(dataset, "beds", code, "month").rate for code in CODES])
    known = np.isfinite(rates)
    with np.errstate(invalid="ignore"):
        return np.asarray(np.where(known, rates, 0.0).sum(axis=1) / known.sum(axis=1))


def _breaks(dataset: Dataset, indicator: Indicator, region: str) -> tuple[str, ...]:
    starts = {
        months_of(note.scope.first_period)[0]
        for one in indicator.published
        for note in breaks(dataset.reference.notes, one.series, one.care, region)
        if note.scope.first_period
    }
    return tuple(sorted(starts))


def log_rates(rate: Array) -> Array:
    """Logarithms, NaN where a rate is missing or not above 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(rate > 0, np.log(np.where(rate > 0, rate, 1.0)), np.nan)
