"""Whether two things go together over the regions, or no more than chance puts them together."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen

ORDERINGS = 2000
SEED = 20240501
FEWEST = 8
SURE = 0.05


@frozen
class Relation:
    """The rank correlation (-1 to 1), and how often chance alone gives one as far from 0."""

    correlation: float
    chance: float

    @property
    def shown(self) -> bool:
        """Whether it is stronger than chance gives in one case of twenty."""
        return self.chance < SURE


def relation(xs: Sequence[float], ys: Sequence[float]) -> Relation | None:
    """Spearman's rank correlation of pairs; ties share their mean rank.

    `chance` is the share of 2 000 random orderings, from a fixed seed, with a correlation at
    least as far from 0. None with fewer than 8 pairs, and where one side is all alike.

    Raises:
        ValueError: lists of unlike length.
    """
    if len(xs) != len(ys):
        raise ValueError("there must be a y for every x")
    if len(xs) < FEWEST:
        return None
    x, y = _standardised(xs), _standardised(ys)
    if not x.any() or not y.any():
        return None
    found = float(x @ y)
    rng = np.random.Generator(np.random.PCG64(SEED))
    shuffled = rng.permuted(np.tile(y, (ORDERINGS, 1)), axis=1) @ x
    # One ordering is the one found, so that nothing is ever said to be impossible.
    as_far = int((np.abs(shuffled) >= abs(found) - 1e-9).sum())
    return Relation(found, (as_far + 1) / (ORDERINGS + 1))


def _standardised(values: Sequence[float]) -> NDArray[np.float64]:
    """Ranks around 0 with length 1, or all 0."""
    numbers = np.asarray(values, dtype=float)
    _, inverse, counts = np.unique(numbers, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    centred = ranks - ranks.mean()
    length = float(np.sqrt(centred @ centred))
    return np.asarray(centred / length if length else centred, dtype=np.float64)
