"""Rows with equal keys are found and added as the slow and obvious way does it."""

from collections import defaultdict

import numpy as np
import pytest

from dashboard.ingest import grouping
from dashboard.ingest.grouping import Grouped


@pytest.mark.parametrize("places", [1 << 20, 8])
def test_equal_keys_are_added(monkeypatch: pytest.MonkeyPatch, places: int) -> None:
    monkeypatch.setattr(grouping, "_PLACES", places)
    rng = np.random.default_rng(1)
    one, two = rng.integers(0, 40, 500), rng.integers(0, 3, 500)
    values = rng.integers(0, 9, (2, 500)).astype(float)
    slow: dict[tuple[int, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for at in range(500):
        for row in range(2):
            slow[int(one[at]), int(two[at])][row] += values[row, at]
    halves = [Grouped({"one": one[half], "two": two[half]}, values[:, half])
              for half in (slice(0, 200), slice(200, 500))]  # fmt: skip
    found = Grouped.of(halves).summed(("one", "two"))
    keys = zip(found.keys["one"].tolist(), found.keys["two"].tolist(), strict=True)
    assert dict(zip(keys, found.sums.T.tolist(), strict=True)) == slow


def test_no_rows_have_no_groups() -> None:
    none = Grouped({"one": np.zeros(0, np.int32)}, np.zeros((2, 0)))
    assert len(none.summed(("one",))) == 0
