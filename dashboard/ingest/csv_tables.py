"""Rows of the fact tables in `data/`, read once and never changed."""

import csv
from functools import cache

from dashboard.paths import DATA


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/<name>.csv` as written there: strings, empty where nothing stands."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def names() -> tuple[str, ...]:
    """The tables there are, in alphabetical order."""
    return tuple(sorted(path.stem for path in DATA.glob("*.csv")))
