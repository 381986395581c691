"""The last month and the last year that a release has something of."""

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from dashboard.statistics.arrays import Array

# Of the 21 regions; below this a month is shown when asked for, but nothing opens with it.
_MOST_REGIONS = 17


def last_month(
    cube: Array, months: Sequence[str], preliminary: Collection[tuple[str, str]], kind: str
) -> str:
    """The last month in which most regions have beds that are not preliminary, or one reported any.

    `cube` is measure x region x month x care x stream, beds first; without such a month the last.
    """
    beds = np.isfinite(cube[0, :, ::-1, 0, 0]).sum(axis=0)
    early = [month for _, month in preliminary]
    ended = beds - np.array([early.count(month) for month in reversed(months)])
    enough = np.flatnonzero(ended >= (1 if kind == "reported" else _MOST_REGIONS))
    return months[-1 - int(enough[0])] if enough.size else months[-1]


def last_year(tables: Iterable[Array], years: Sequence[str]) -> str:
    """The last year with a value in any table of region x year; without one the last."""
    known = [np.isfinite(table).any(axis=0) for table in tables]
    filled = np.flatnonzero(np.any(known, axis=0)) if known else np.array([], dtype=np.intp)
    return years[int(filled[-1]) if filled.size else -1]
