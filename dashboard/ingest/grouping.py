"""Rows with equal keys found and added, where keys are whole numbers from nought."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.frozen import frozen

Numbers = NDArray[Any]
# So many keys have a place of their own each; of more, those that are there are sorted.
_PLACES = 1 << 20


@frozen
class Grouped:
    """Keys by name, and a column of `sums` for each row of them."""

    keys: Mapping[str, Numbers]
    sums: Numbers

    def __len__(self) -> int:
        return int(self.sums.shape[1])

    @classmethod
    def of(cls, parts: Sequence["Grouped"]) -> "Grouped":
        """The rows of all parts, which have the same keys."""
        keys = {name: np.concatenate([part.keys[name] for part in parts])
                for name in parts[0].keys}  # fmt: skip
        return cls(keys, np.concatenate([part.sums for part in parts], axis=1))

    def where(self, chosen: Numbers) -> "Grouped":
        """The chosen rows."""
        keys = {name: key[chosen] for name, key in self.keys.items()}
        return Grouped(keys, self.sums[:, chosen])

    def summed(self, by: Sequence[str]) -> "Grouped":
        """The sums of rows that are equal in these keys."""
        groups = Groups.of([self.keys[name] for name in by])
        keys = {name: self.keys[name][groups.first] for name in by}
        sums = np.empty((len(self.sums), len(groups.first)))
        for row, values in enumerate(self.sums):
            sums[row] = groups.sum(values)
        return Grouped(keys, sums)


@frozen
class Groups:
    """The group of each row from nought, and a row of each group."""

    group: Numbers
    first: Numbers

    @classmethod
    def of(cls, keys: Sequence[Numbers]) -> "Groups":
        """Rows that are equal in every key are a group."""
        group, size = np.zeros(len(keys[0]), np.int64), 1
        for key in keys:
            width = int(key.max(initial=0)) + 1
            if size * width > _PLACES:
                group, size = _numbered(group, size)
            group = group * width + key
            size *= width
        group, size = _numbered(group, size)
        first = np.empty(size, np.int64)
        first[group] = np.arange(len(group))
        return cls(group, first)

    def sum(self, values: Numbers) -> Numbers:
        """The sum of each group."""
        return np.bincount(self.group, values, len(self.first))

    def count(self) -> Numbers:
        """The rows of each group."""
        return np.bincount(self.group, minlength=len(self.first))


def _numbered(group: Numbers, size: int) -> tuple[Numbers, int]:
    """Groups in their order without those that have no rows, and how many they are."""
    if size > _PLACES:
        there, group = np.unique(group, return_inverse=True)
        return group, len(there)
    seen = np.zeros(size, bool)
    seen[group] = True
    there = np.flatnonzero(seen)
    places = np.empty(size, np.int64)
    places[there] = np.arange(len(there))
    return places[group], len(there)
