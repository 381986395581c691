"""A hundred times the data: each month of a region told by a hundred wards."""

import random
from dataclasses import replace
from time import process_time

import numpy as np

from dashboard.lang import LANGS
from dashboard.settings import settings_from_environment
from dashboard.store import Store, read_store
from dashboard.view import View, default_view
from layouts.overview import content

_WARDS = 100


def growth(rounds: int) -> dict[str, list[float]]:
    """Milliseconds of a touch of the release, and of one summed from a hundred wards per region.

    The page is of regions and months however many wards they have: the wards are summed when a
    release is made, and a touch reads the sums.
    """
    plain = read_store(settings_from_environment().home)
    grown = replace(plain, release=f"{plain.release}-wards", cube=_summed(plain.cube))
    found: dict[str, list[float]] = {"plain": [], "grown": []}
    for turn in range(rounds + 1):
        pairs = [("plain", plain), ("grown", grown)]
        random.Random(turn).shuffle(pairs)
        for name, store in pairs:
            milliseconds = _touch_ms(store)
            if turn:
                found[name].append(milliseconds)
    return found


def _summed(cube: np.ndarray) -> np.ndarray:
    """The sums of wards that each have an unequal share of their region."""
    shares = np.random.default_rng(1).dirichlet(np.ones(_WARDS))
    wards = cube[..., None] * shares
    summed: np.ndarray = wards.sum(axis=-1)
    return summed


def _touch_ms(store: Store) -> float:
    began = process_time()
    for view in _views(store):
        content(view, store, LANGS[0])
    return (process_time() - began) * 1000


def _views(store: Store) -> list[View]:
    usual = default_view(store)
    return [replace(usual, period=month) for month in store.months[-6:]]
