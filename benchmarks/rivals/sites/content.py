"""What every rival shows: the months of the release, its counties and the official targets."""

import json
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

RELEASE = Path(os.environ["RIVAL_RELEASE"])
TARGETS: dict[str, float] = json.loads(os.environ["RIVAL_TARGETS"])
# Either as the documentation of each library recommends, or with all that makes it fast.
CACHED = os.environ["RIVAL_STYLE"] == "cached"

SWEDEN = "00"
SPAN = 60
INDICATORS = {
    "overcrowding": ("Överbeläggningar", "over_days"),
    "outplacement": ("Utlokaliseringar", "out_days"),
    "occupancy": ("Beläggningsgrad", "patient_days"),
}
STREAMS = {"all": "Akut + planerad", "acute": "Akut", "planned": "Planerad"}
_SUMS = ["bed_days", "patient_days", "over_days", "out_days"]


def months_frame() -> pd.DataFrame:
    """One row per region (and the whole country), month and stream, with every indicator."""
    rows = pd.read_parquet(RELEASE / "rows.parquet")
    rows = rows[(rows["status"] == "estimated") & (rows["care"] == "somatic")]
    keys = ["month", "stream"]
    country = rows.groupby(keys, as_index=False)[_SUMS].sum().assign(region=SWEDEN)
    frame = pd.concat([country, rows[["region", *keys, *_SUMS]]], ignore_index=True)
    for name, (_, numerator) in INDICATORS.items():
        frame[name] = 100 * frame[numerator] / frame["bed_days"]
    return frame


def counties() -> dict[str, Any]:
    """The borders as GeoJSON, a feature per region."""
    found: dict[str, Any] = json.loads((RELEASE / "counties.json").read_bytes())
    return found


def stamp(period: str, indicator: str, stream: str) -> str:
    """The asked state in words; every part of the page shows it, so that it can be waited for."""
    return f"{period} {indicator} {stream}"


def kept(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function with its answers kept, in the cached style alone."""
    return lru_cache(maxsize=512)(function) if CACHED else function
