"""Patients of planned care, admitted some days of the week: how overcrowded their ward becomes."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from statistics import fmean

from dashboard.frozen import frozen
from dashboard.statistics import census
from dashboard.statistics.planned_variances import ROWS

# As many are admitted Monday to Friday and none at weekends; they go home on any day.
WEEKDAYS, STAY = 5.0, 4.0
WEEK = 7
SHORTEST, LONGEST = 1.5, 14.0


@frozen
class Week:
    """The seven mornings after Monday to Sunday.

    `levels` are mean patients over the mean of the week, `variances` variance / mean of each.
    """

    levels: tuple[float, ...]
    variances: tuple[float, ...]

    def variance(self, load: float) -> float:
        """Variance / mean over all days of the week at a load (mean patients)."""
        within = fmean(a * v for a, v in zip(self.levels, self.variances, strict=True))
        return within + load * fmean((level - 1) ** 2 for level in self.levels)


@lru_cache(maxsize=512)
def week(stay: float = STAY, admission_days: float = WEEKDAYS) -> Week:
    """The mornings of a ward that admits as many on each of the first days of the week.

    `stay` is the mean stay in days, geometric; variances between the stays measured are
    interpolated (docs/methods.md 2.3).

    Raises:
        ValueError: a stay outside 1.5 to 14 days, or admission days that are not 5, 6 or 7.
    """
    if not SHORTEST <= stay <= LONGEST:
        raise ValueError(f"the stay must be from 1.5 to 14 days, not {stay:g}")
    if admission_days not in _measured():
        raise ValueError(f"patients are admitted 5, 6 or 7 days a week, not {admission_days:g}")
    return Week(_levels(stay, int(admission_days)), _variances(stay, admission_days))


def overcrowding(
    beds: int, occupancy: float, stay: float = STAY, admission_days: float = WEEKDAYS
) -> float:
    """Overcrowded patients per 100 beds, the mean of the seven mornings (docs/methods.md 2.3).

    `occupancy` is the ratio over the whole week. Each morning has a normal census.

    Raises:
        ValueError: as of `week`; beds below 1, or an occupancy not above 0.
    """
    mornings = week(stay, admission_days)
    first, *others = zip(mornings.levels, mornings.variances, strict=True)
    # What can be used on the first morning can be on all.
    found = [census.overcrowding(beds, occupancy * first[0], first[1], "normal")]
    for level, variance in others:
        found.append(census.normal_overcrowding(beds, occupancy * level * beds, variance))
    return fmean(found)


def overflow_risk(
    beds: int, load: float, stay: float = STAY, admission_days: float = WEEKDAYS
) -> float:
    """The share of mornings with more patients than beds (docs/methods.md 2.3).

    Raises:
        ValueError: as of `week`; beds below 1, or a load not above 0.
    """
    return _over_mornings(census.overflow_risk, beds, load, week(stay, admission_days))


def _over_mornings(of: Callable[..., float], beds: int, load: float, mornings: Week) -> float:
    return fmean(
        of(beds, load * level, variance, "normal")
        for level, variance in zip(mornings.levels, mornings.variances, strict=True)
    )


def occupancy_of(
    over_per_100: float, beds: int, stay: float = STAY, admission_days: float = WEEKDAYS
) -> float:
    """The occupancy (a ratio over the week) at which a ward is overcrowded `over_per_100`.

    Raises:
        ValueError: as of `overcrowding`; an overcrowding not above 0.
    """
    if not over_per_100 > 0:
        raise ValueError(f"the overcrowding must be a number above 0, not {over_per_100:g}")
    return census.solved(
        lambda one: overcrowding(beds, one, stay, admission_days), over_per_100, 1 + over_per_100
    )


def _levels(stay: float, admission_days: int) -> tuple[float, ...]:
    """Each day keeps 1 - 1/stay of the patients of the day before, and adds those admitted."""
    left = 1 - 1 / stay
    each = [
        sum(left**back for back in range(WEEK) if (day - back) % WEEK < admission_days)
        for day in range(WEEK)
    ]
    # What is left of earlier weeks is the same share of every day.
    return tuple(one / fmean(each) for one in each)


def _variances(stay: float, admission_days: float) -> tuple[float, ...]:
    rows = _measured()[admission_days]
    stays = sorted(rows)
    after = next(one for one in stays if one >= stay)
    before = max(one for one in stays if one <= stay)
    part = (stay - before) / (after - before) if after > before else 0.0
    return tuple(a + part * (b - a) for a, b in zip(rows[before], rows[after], strict=True))


@cache
def _measured() -> Mapping[float, Mapping[float, Sequence[float]]]:
    found: dict[float, dict[float, Sequence[float]]] = {}
    for days, stay, *variances in ROWS:
        found.setdefault(days, {})[stay] = variances
    return found
