"""What is known of the size of a region's figures: its months in a release, or its people."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen
from dashboard.imports.collected import CARES, MONTHS, STREAMS
from dashboard.imports.measures import COUNTS
from dashboard.reference.periods import days_in
from dashboard.reference.regions import REGIONS
from dashboard.releases.dataset import Dataset

Levels = NDArray[np.float64]
_SHAPE: Final = (len(COUNTS), len(REGIONS), len(CARES), len(STREAMS))
# Somatic beds of 1 000 inhabitants in Sweden, and of 100 beds the patients, those over and those
# elsewhere: enough to tell a slip of a hundredfold where no release is there to compare with.
_BEDS_PER_1000, _PER_100 = 1.5, (100.0, 95.0, 4.0, 2.0)
_SAME_MONTHS = 2
_LATEST = 3


@frozen
class Known:
    """Figures of a day by measure, region, month, care and stream, NaN where nothing is known.

    `months` are those of the release; without one `days` has a single month that holds for all.
    """

    days: Levels
    months: tuple[str, ...] = ()

    @property
    def is_rough(self) -> bool:
        """Whether only the population is known."""
        return not self.months

    def expected(self, month: int) -> Levels:
        """What a month (its place in `MONTHS`) is likely to be: measure x region x care x stream.

        The month itself where the release has it, else the level of the three months nearest to
        it, with the season between them and this one.
        """
        if self.is_rough:
            return self.days[:, :, 0]
        name = MONTHS[month]
        near = self._nearest(name)
        if name in self.months:
            own = self.days[:, :, self.months.index(name)]
            return np.where(np.isfinite(own), own, near)
        return near

    def _nearest(self, name: str) -> Levels:
        apart = [abs(_count(one) - _count(name)) for one in self.months]
        near = [i for i in np.argsort(apart, kind="stable").tolist() if apart[i]][:_LATEST]
        season = _logs(self._season(name))
        moved = [_logs(self.days[:, :, i]) + season - _logs(self._season(self.months[i]))
                 for i in near]  # fmt: skip
        latest = np.exp(_mean(np.array(moved)))
        return np.where(np.isfinite(latest), latest, np.exp(season))

    def has(self, month: int) -> bool:
        """Whether the release has the month itself."""
        return MONTHS[month] in self.months

    def _season(self, name: str) -> Levels:
        """The same month of the latest two years."""
        same = [i for i, one in enumerate(self.months) if one[5:] == name[5:] and one != name]
        near = sorted(same, key=lambda i: abs(int(self.months[i][:4]) - int(name[:4])))
        picked = _logs(self.days[:, :, near[:_SAME_MONTHS]])
        return np.asarray(np.exp(_mean(np.moveaxis(picked, 2, 0))))

    def span(self) -> tuple[Levels, Levels]:
        """The least and the most of the last three years of the release."""
        last = self.days[:, :, -36:]
        known = np.isfinite(last)
        low = np.where(known, last, np.inf).min(axis=2)
        high = np.where(known, last, -np.inf).max(axis=2)
        return low, high


def _logs(days: Levels) -> Levels:
    with np.errstate(all="ignore"):
        return np.asarray(np.log(np.maximum(days, 1e-9)))


def _mean(logs: Levels) -> Levels:
    """The mean of what is known along the first axis, NaN where nothing is."""
    count = np.isfinite(logs).sum(axis=0)
    with np.errstate(all="ignore"):
        return np.asarray(np.nansum(logs, axis=0) / np.where(count, count, np.nan))


def _count(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:])


def levels_of(dataset: Dataset) -> Known:
    """The figures of a day in every month of a release (methods 1.1)."""
    days = np.array([days_in(month) for month in dataset.months], dtype=np.float64)
    cube = dataset.cube[: len(COUNTS)]
    return Known(cube / days[None, None, :, None, None], tuple(dataset.months))


def rough_levels() -> Known:
    """Somatic beds by population, and the counts they usually mean."""
    days = np.full((_SHAPE[0], _SHAPE[1], 1, *_SHAPE[2:]), np.nan)
    people = np.array([region.population for region in REGIONS], dtype=np.float64)
    beds = people / 1000 * _BEDS_PER_1000
    for place, share in enumerate(_PER_100):
        days[place, :, 0, CARES.index("somatic"), STREAMS.index("all")] = beds * share / 100
    return Known(days)
