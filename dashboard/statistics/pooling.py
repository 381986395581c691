"""Units that share their beds: how much less overcrowding, or how much fuller at equal risk."""

from dashboard.frozen import frozen
from dashboard.statistics.census import occupancy_of, overcrowding

MOST_UNITS = 50


@frozen
class Pooled:
    """`units` of `beds` beds apart and together, at one occupancy (a ratio).

    `apart` and `together` are overcrowded patients per 100 beds; `same_risk` is the occupancy at
    which the pool is as overcrowded as the units apart.
    """

    units: int
    beds: int
    occupancy: float
    apart: float
    together: float
    same_risk: float

    @property
    def change(self) -> float:
        """Overcrowded patients per 100 beds more (+) or fewer (-) together."""
        return self.together - self.apart

    @property
    def patients(self) -> float:
        """The change in overcrowded patients over all the beds."""
        return self.change * self.units * self.beds / 100

    @property
    def room(self) -> float:
        """More patients that the pool could have at the risk of the units apart."""
        return (self.same_risk - self.occupancy) * self.units * self.beds


def pooled(units: int, beds: int, occupancy: float, variance: float = 1.0) -> Pooled:
    """Merge `units` alike units of `beds` beds whose patients can use each other's beds.

    The censuses are taken to be independent, so that the variance / mean of their sum is that
    of each (docs/methods.md 2.1).

    Raises:
        ValueError: fewer than 2 units or more than `MOST_UNITS`, or as of `overcrowding`.
    """
    if not 2 <= units <= MOST_UNITS:
        raise ValueError(f"from 2 to {MOST_UNITS} units can be merged, not {units}")
    apart = overcrowding(beds, occupancy, variance)
    together = overcrowding(units * beds, occupancy, variance)
    # At occupancies so low that overcrowding is no longer a number, nothing can be gained.
    same = occupancy_of(apart, units * beds, variance) if apart > 0 else occupancy
    return Pooled(units, beds, occupancy, apart, together, max(same, occupancy))
