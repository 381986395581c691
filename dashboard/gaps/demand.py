"""A region's patients and beds by stream, averaged over twelve months."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from dashboard.frozen import frozen
from dashboard.reference.periods import grain_of, month_at, months_between, months_of, ordinal
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.releases.dataset import CARES, MEASURES, STREAMS, Dataset
from dashboard.statistics.arrays import Array

# The acute share where no split is delivered: a flat rate, derived (docs/methods.md 1.6).
ACUTE_SHARE = 0.82


@frozen
class Demand:
    """Average patients, the overcrowded included, and available beds of somatic care.

    `beds_acute` and `beds_planned` are None where no split is delivered; the patients are then
    split by `ACUTE_SHARE`, and `flat_rate` says so. `over` is overcrowded patients.
    """

    region: str
    acute: float
    planned: float
    beds: float
    beds_acute: float | None
    beds_planned: float | None
    over: float
    flat_rate: bool = False

    @property
    def patients(self) -> float:
        return self.acute + self.planned

    @property
    def acute_share(self) -> float | None:
        """The acute share of patients (0-1); None without patients."""
        return self.acute / self.patients if self.patients else None

    @property
    def occupancy(self) -> float | None:
        """Patients per bed (a ratio, above 1 where overcrowded); None without beds."""
        return self.patients / self.beds if self.beds else None


@lru_cache(maxsize=256)
def window(period: str) -> tuple[str, ...]:
    """The months behind a gap: those of a year, or the twelve that end with a month.

    A gap is an average over twelve months, since beds close in summer (docs/methods.md 1.6).

    Raises:
        ValueError: not a month or a year.
    """
    if grain_of(period) == "year":
        return months_of(period)
    return months_between(month_at(ordinal(period) - 11), period)


def demands(dataset: Dataset, period: str) -> Mapping[str, Demand]:
    """The demand of each region with patients and beds, and of Sweden (`"00"`) as their sum.

    Empty where the release lacks a month of the `window`.

    Raises:
        ValueError: not a month or a year.
    """
    return _demands(dataset, window(period))


@lru_cache(maxsize=64)
def _demands(dataset: Dataset, months: tuple[str, ...]) -> Mapping[str, Demand]:
    if not set(months) <= set(dataset.months):
        return {}
    first = dataset.months.index(months[0])
    sums = dataset.cube[:, :, first : first + len(months), CARES.index("somatic"), :].sum(axis=2)
    averages = sums / _days(months)
    found = {code: _demand(code, averages[:, row]) for row, code in enumerate(CODES)}
    known = {code: one for code, one in found.items() if one is not None}
    return {SWEDEN: _country(tuple(known.values())), **known} if known else {}


def _days(months: tuple[str, ...]) -> int:
    first, last = np.datetime64(months[0]), np.datetime64(months[-1]) + 1
    return int((last.astype("datetime64[D]") - first.astype("datetime64[D]")).astype(int))


def _demand(region: str, averages: Array) -> Demand | None:
    """From measure x stream; None without patients or beds for all streams together."""

    def of(measure: str, stream: str) -> float:
        return float(averages[MEASURES.index(measure), STREAMS.index(stream)])

    patients, beds, over = (of(name, "all") for name in ("patient_days", "bed_days", "over_days"))
    if not np.isfinite([patients, beds]).all():
        return None
    acute, planned = (of("patient_days", one) for one in ("acute", "planned"))
    in_beds = of("bed_days", "acute"), of("bed_days", "planned")
    over = over if over == over else 0.0
    if np.isfinite([acute, planned, *in_beds]).all():
        return Demand(region, acute, planned, beds, *in_beds, over)
    split = ACUTE_SHARE * patients, (1 - ACUTE_SHARE) * patients
    return Demand(region, *split, beds, None, None, over, flat_rate=True)


def _country(regions: tuple[Demand, ...]) -> Demand:
    split = not any(region.flat_rate for region in regions)
    return Demand(
        region=SWEDEN,
        acute=sum(region.acute for region in regions),
        planned=sum(region.planned for region in regions),
        beds=sum(region.beds for region in regions),
        beds_acute=sum(region.beds_acute or 0.0 for region in regions) if split else None,
        beds_planned=sum(region.beds_planned or 0.0 for region in regions) if split else None,
        over=sum(region.over for region in regions),
        flat_rate=not split,
    )
