"""Accepted imports laid over the modelled months: what was reported stands instead of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pandas as pd

from dashboard.frozen import frozen
from dashboard.imports import laid_over as laying
from dashboard.imports.accepted import COLUMNS, ROWS, Import, imports
from dashboard.imports.laid_over import Mask as Mask
from dashboard.reference.periods import months_between
from dashboard.statistics.arrays import Array

KEYS: Final = ["region", "month", "care", "stream", "measure"]
# What an import says of itself that its release repeats. When it was imported is not in it: the
# same imports in the same order are the same release.
_TOLD: Final = ("hash", "file", "source", "accepted", "refused")


@frozen
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
    """The cube with what was imported in place, and a mask that says where, as of `laying`."""
    kept = rows[rows["month"].isin(months)]
    return laying.laid_over(cube, months, kept[[*KEYS, "value"]].itertuples(index=False))
