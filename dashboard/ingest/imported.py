"""Accepted imports laid over the modelled months: what was reported stands instead of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.imports.accepted import COLUMNS, ROWS, Import, imports
from dashboard.imports.measures import COUNTS, RATES
from dashboard.reference.periods import months_between
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import CARES, STREAMS
from dashboard.statistics.arrays import Array

Mask = NDArray[np.bool_]
KEYS: Final = ["region", "month", "care", "stream", "measure"]
# What an import says of itself that its release repeats. When it was imported is not in it: the
# same imports in the same order are the same release.
_TOLD: Final = ("hash", "file", "source", "accepted", "refused")


@dataclass(frozen=True, slots=True)
class Imported:
    """All accepted imports as one table, the later one where two say the same."""

    rows: pd.DataFrame
    imports: tuple[Import, ...]

    @property
    def told(self) -> list[dict[str, Any]]:
        """The imports as the manifest of a release names them."""
        return [
            {**{key: one.about[key] for key in _TOLD}, "months": one.about["months"],
             "regions": one.about["regions"]}
            for one in self.imports
        ]  # fmt: skip

    @property
    def preliminary(self) -> list[list[str]]:
        """Regions and months whose last delivery came before the month had ended."""
        last: dict[tuple[str, str], bool] = {}
        for one in self.imports:
            early = {tuple(pair) for pair in one.about.get("preliminary", ())}
            delivered = {(code, month) for code in one.about["regions"]
                         for month in one.about["months"]}  # fmt: skip
            last |= {pair: pair in early for pair in delivered}
        return sorted([code, month] for (code, month), still in last.items() if still)

    @property
    def unit_days(self) -> list[list[Any]]:
        """Region, month, care, unit-days expected and reported, as the last delivery has them."""
        last: dict[tuple[str, str, str], list[Any]] = {}
        for one in self.imports:
            months, codes = set(one.about["months"]), set(one.about["regions"])
            last = {key: row for key, row in last.items()
                    if not (key[0] in codes and key[1] in months)}  # fmt: skip
            last |= {(row[0], row[1], row[2]): row for row in one.about.get("unit_days", ())}
        return [last[key] for key in sorted(last)]

    def months(self, modelled: Sequence[str]) -> tuple[str, ...]:
        """The modelled months, whole years before them and the months after that imports reach."""
        reached = [modelled[0], modelled[-1], *self.rows["month"].unique()]
        return months_between(f"{min(reached)[:4]}-01", max(reached))


def imported(home: Path) -> Imported:
    """What has been imported under `home`.

    Raises:
        DamagedImport: an import cannot be read, or differs from its hash.
    """
    found = imports(home)
    frames = [pd.read_parquet(one.folder / ROWS) for one in found]
    none = pd.DataFrame({name: pd.Series(dtype="str") for name in COLUMNS})
    rows = pd.concat(frames, ignore_index=True) if frames else none
    return Imported(rows.drop_duplicates(KEYS, keep="last", ignore_index=True), found)


def laid_over(cube: Array, months: Sequence[str], rows: pd.DataFrame) -> tuple[Array, Mask]:
    """The cube with what was imported in place, and a mask of the same shape that says where.

    Where a region delivered its beds for a month and care, all that was modelled of it there is
    gone. Where any region delivered a measure, the regions that did not are missing: what is
    reported and what is modelled are never added up (docs/methods.md 0.10, 1.5). Of rates alone the
    count is rate x bed-days / 100 (docs/methods.md 1.1).
    """
    counts, given = _given(cube, months, rows)
    new, mask = cube.copy(), np.zeros(cube.shape, dtype=np.bool_)
    own = np.asarray(np.any(given, axis=-1))
    somebody = np.asarray(np.any(own, axis=1))
    gone = own[:1] | somebody[:, None]
    four = new[: len(COUNTS)]
    four[gone] = np.nan
    four[given] = counts[given]
    mask[: len(COUNTS)] = given
    return new, mask


def _given(cube: Array, months: Sequence[str], rows: pd.DataFrame) -> tuple[Array, Mask]:
    """The four counts as delivered, or as they follow from what was, and where there are any."""
    shape = (len(COUNTS), *cube.shape[1:])
    counts, rates = np.full(shape, np.nan), np.full(shape, np.nan)
    _fill(counts, {name: name for name in COUNTS}, months, rows)
    _fill(rates, RATES, months, rows)
    whole, parts = counts[..., 0], counts[..., 1] + counts[..., 2]
    counts[..., 0] = np.where(np.isfinite(whole), whole, parts)
    # Only where a region delivered no beds at all do those of the model carry its rates.
    without = ~np.any(np.isfinite(counts[0]), axis=-1, keepdims=True)
    beds = np.where(without, cube[0], counts[0])
    counts = np.where(np.isfinite(counts), counts, rates * beds / 100)
    return counts, np.isfinite(counts)


def _fill(
    into: Array, counts: Mapping[str, str], months: Sequence[str], rows: pd.DataFrame
) -> None:
    rows = rows[rows["measure"].isin(counts) & rows["month"].isin(months)]
    axes = {"region": CODES, "month": months, "care": CARES, "stream": STREAMS}
    where = tuple(
        pd.Categorical(rows[column], categories=list(labels)).codes.astype(np.intp)
        for column, labels in axes.items()
    )
    measure = pd.Categorical(rows["measure"].map(dict(counts)), categories=COUNTS)
    into[(measure.codes.astype(np.intp), *where)] = rows["value"].to_numpy(dtype=np.float64)
