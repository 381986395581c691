"""The embedded release: published figures, modelled months and the map, built from `data/`."""

import io
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from dashboard.ingest.geometry import bytes_of, county_geojson
from dashboard.ingest.model import modelled_months
from dashboard.ingest.publish import publish
from dashboard.ingest.published import (
    MONTHS,
    YEARS,
    counts_by_source,
    published_arrays,
    published_rows,
    series_keys,
)
from dashboard.periods import days_in
from dashboard.quality.monthly import counts as rule_counts
from dashboard.regions import CODES
from dashboard.store import CARES, CUBE, GEOMETRY, MEASURES, ROWS, STREAMS, Array


@dataclass(frozen=True, slots=True)
class Built:
    """A release just published: its name, how many rows it holds, the model's residuals.

    `rules` are the data-quality rules on months that fired, and how often.
    """

    release: str
    counts: dict[str, int]
    residuals: dict[str, Any]
    rules: dict[str, int]


def build(home: Path) -> Built:
    """Publish the embedded release under `home`; the same data give the same release."""
    rows = published_rows()
    model = modelled_months()
    years, points = published_arrays(rows)
    cube = cube_of(model.frame)
    files = {
        CUBE: _npz(cube=cube, years=years, points=points),
        GEOMETRY: bytes_of(county_geojson()),
        ROWS: _parquet(rows, model.frame),
    }
    counts = {"published": len(rows), "modelled": len(model.frame)}
    residuals, rules = model.residuals.as_dict(), rule_counts(cube, MONTHS)
    facts = {
        "code_version": version("vardplatslaget"),
        "months": MONTHS,
        "years": YEARS,
        "series": series_keys(),
        "sources": counts_by_source(rows),
        "counts": counts,
        "residuals": residuals,
        "rules": rules,
    }
    return Built(publish(home, files, facts), counts, residuals, rules)


def cube_of(frame: pd.DataFrame) -> Array:
    """The modelled months as measure x region (21) x month x care (2) x stream (3)."""
    shape = (len(MEASURES), len(CODES), len(MONTHS), len(CARES), len(STREAMS))
    cube = np.full(shape, np.nan)
    days = frame["month"].map({month: days_in(month) for month in MONTHS})
    measures = frame.assign(population_days=frame["population"] * days)
    axes = {"region": CODES, "month": MONTHS, "care": CARES, "stream": STREAMS}
    where = tuple(
        pd.Categorical(frame[column], categories=labels).codes.astype(np.intp)
        for column, labels in axes.items()
    )
    for number, measure in enumerate(MEASURES):
        cube[number][where] = measures[measure].to_numpy()
    return cube


def _npz(**arrays: Array) -> bytes:
    out = io.BytesIO()
    np.savez(out, allow_pickle=False, **arrays)
    return out.getvalue()


def _parquet(published: pd.DataFrame, modelled: pd.DataFrame) -> bytes:
    both = pd.concat(
        [published.assign(status="published"), modelled.assign(status="modelled")],
        ignore_index=True,
    )
    return bytes(both.to_parquet(index=False, compression="zstd") or b"")
