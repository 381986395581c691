"""1, 10, 100 and 1000 times the data: what it costs to load, and whether a touch notices."""

import random
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import numpy as np

from benchmarks import unit_days
from dashboard.language.text import LANGS
from dashboard.releases.dataset import Dataset, read_dataset
from dashboard.settings import settings_from_environment
from dashboard.view.view import View, default_view
from layouts.overview.page import content

# Wards of each region, and rows of unit-days for each of them.
TIMES = (1, 10, 100, 1000)
_ROWS = 8_000


def growth(rounds: int, sizes: tuple[int, ...] = TIMES) -> dict[int, list[float]]:
    """Milliseconds of a touch by the wards that each region's months are summed from.

    The page is of regions and months however many wards they have: the wards are summed when a
    release is made, and a touch reads the sums.
    """
    plain = read_dataset(settings_from_environment().home)
    stores = {
        times: replace(plain, release=f"{plain.release}-{times}", cube=_summed(plain.cube, times))
        for times in sizes
    }
    found: dict[int, list[float]] = {times: [] for times in sizes}
    for turn in range(rounds + 1):
        for times in random.Random(turn).sample(sizes, len(sizes)):
            milliseconds = _touch_ms(stores[times])
            if turn:
                found[times].append(milliseconds)
    return found


def loads(sizes: tuple[int, ...] = TIMES) -> dict[int, dict[str, float]]:
    """Seconds and peak megabytes of summing 8 000 unit-days, and so many times as many."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for times in sizes:
            file = Path(folder) / f"{times}.parquet"
            unit_days.write(file, _ROWS * times)
            found[times] = unit_days.ours(file)
    return found


def rows(touches: dict[int, list[float]], loaded: dict[int, dict[str, float]]) -> list[Any]:
    """The table: the data, what loading them takes, and a touch beside that of the least."""
    least = median(touches[TIMES[0]])
    return [
        {
            "data": f"{times} x",
            "unit-days": _ROWS * times,
            "load s": round(loaded[times]["seconds"], 2),
            "peak MB": round(loaded[times]["peak_mb"]),
            "wards per region": times,
            "touch / that of 1 x": round(median(touches[times]) / least, 2),
        }
        for times in TIMES
        if times in loaded
    ]


def _summed(cube: np.ndarray, wards: int) -> np.ndarray:
    """The sums of wards that each have an unequal share of their region."""
    summed = np.zeros_like(cube)
    for share in np.random.default_rng(1).dirichlet(np.ones(wards)):
        summed += cube * share
    return summed


def _touch_ms(dataset: Dataset) -> float:
    began = process_time()
    for view in _views(dataset):
        content(view, dataset, LANGS[0])
    return (process_time() - began) * 1000


def _views(dataset: Dataset) -> list[View]:
    usual = default_view(dataset)
    return [replace(usual, period=month) for month in dataset.months[-6:]]
