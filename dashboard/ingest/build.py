"""The embedded release: published figures, estimated months and the map, built from `data/`."""

import io
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.checks.monthly import counts as rule_counts
from dashboard.checks.monthly import estimated_months
from dashboard.frozen import frozen
from dashboard.imports.fetched import latest
from dashboard.ingest.embedded import figures_with, packed_with, reference
from dashboard.ingest.estimates import shown
from dashboard.ingest.estimates.fitted import residuals_of
from dashboard.ingest.estimates.months import frame as estimated_frame
from dashboard.ingest.geometry import bytes_of, county_geojson
from dashboard.ingest.imported import Imported, Mask, imported, laid_over
from dashboard.ingest.model import SEED, modelled_months
from dashboard.ingest.publish import publish
from dashboard.ingest.published import (
    MONTHS,
    counts_by_source,
    published_arrays,
    published_rows,
    series_keys,
)
from dashboard.quality.stored import written
from dashboard.reference.periods import days_in
from dashboard.reference.regions import CODES
from dashboard.reference.tables import AHEAD
from dashboard.releases.dataset import CARES, MEASURES, STREAMS, archive_at, dataset_of
from dashboard.releases.ranges import packed
from dashboard.releases.repository import (
    BACK_TEST,
    CUBE,
    EXAMPLE,
    FORECASTS,
    GEOMETRY,
    QUALITY,
    RANGES,
    REFERENCE,
    ROWS,
    SCHEMA,
    ReleaseRepository,
)
from dashboard.statistics.arrays import Array
from dashboard.values import months_ahead


@frozen
class Built:
    """A release just published: its name, how many rows it holds, the residuals of the estimates.

    `rules` are the data-quality rules on months that fired, and how often; `back_test` what the
    estimates say of published figures that were left out.
    """

    release: str
    counts: dict[str, int]
    residuals: dict[str, Any]
    rules: dict[str, int]
    back_test: dict[str, Any]


def build(
    home: Path, *, into: ReleaseRepository | None = None, by: str = "", reason: str = "",
    reinstate: bool = False, seed: int = SEED,
) -> Built:  # fmt: skip
    """Publish what is embedded and what is imported; the same data give the same release.

    The imports lie under `home`, and so do the releases, unless they go `into` another place.
    `by` and `reason` stand in the record. `seed` is that of the example months, the only thing
    in a release that is drawn.

    Raises:
        OSError: the disk is full or the folder cannot be written; nothing has changed then.
        ReleaseError: the same content has been withdrawn, or the place is away or busy.
    """
    archive = into or archive_at(home)
    # From reading to pointing, so that of two at once the later one has what both brought.
    with archive.publish_lock():
        publishing = partial(publish, archive, by=by, reason=reason, reinstate=reinstate)
        return _built(home, publishing, seed)


def _built(home: Path, published: Callable[..., str], seed: int) -> Built:
    newer = latest(home, "kolada")
    figures = figures_with(newer.rows if newer else ())
    rows = published_rows(figures)
    ahead = {name: one.rows for name in AHEAD if (one := latest(home, name))}
    estimates, brought = shown.embedded_months(), imported(home)
    frame, months = estimated_frame(estimates), brought.months(MONTHS)
    before = _within(cube_of(frame), months)
    cube, mask = laid_over(before, months, brought.rows)
    alone = shown.estimated_alone(before, cube, mask)
    files = {
        BACK_TEST: shown.back_test_file(),
        CUBE: _npz(**_arrays(cube, mask, rows, months)),
        EXAMPLE: _npz(cube=_within(cube_of(modelled_months(seed=seed).frame), months)),
        GEOMETRY: bytes_of(county_geojson()),
        REFERENCE: packed_with(figures, ahead),
        RANGES: packed(shown.ranges_where(alone, months)),
        ROWS: _parquet(rows, frame, brought),
    }
    counts = {"published": len(rows), "estimated": len(frame)}
    residuals = residuals_of(estimates).as_dict()
    rules = rule_counts(cube, months, estimated_months(cube, mask))
    facts: dict[str, Any] = {
        "schema": SCHEMA,
        "code_version": version("vardplatslaget"),
        "months": months,
        "years": years_of(months),
        "series": series_keys(),
        "sources": counts_by_source(rows),
        "counts": counts,
        "residuals": residuals,
        "rules": rules,
        "seed": seed,
    }
    if newer:
        facts["fetched"] = {"kolada": newer.folder.name}
    if brought.imports:
        counts["reported"] = len(brought.rows)
        facts["imports"] = brought.told
        if brought.preliminary:
            facts["preliminary"] = brought.preliminary
        if brought.unit_days:
            facts["unit_days"] = brought.unit_days
    # Made when a release is published and not when it is shown: it never changes.
    made = dataset_of("", facts, files)
    files |= {QUALITY: written(made), FORECASTS: months_ahead.written(made)}
    return Built(published(files, facts), counts, residuals, rules, shown.back_tested())


def years_of(months: Sequence[str]) -> tuple[str, ...]:
    """The years of months that begin with a January; the last one may lack months."""
    return tuple(month[:4] for month in months[::12])


def _arrays(
    cube: Array, mask: Mask, rows: pd.DataFrame, months: tuple[str, ...]
) -> dict[str, NDArray[Any]]:
    years, points = published_arrays(rows, reference().notes, years_of(months), months)
    found: dict[str, NDArray[Any]] = {"cube": cube, "years": years, "points": points}
    # Without imports the release is the same, to the last byte, as before there were any.
    return {**found, "imported": mask} if mask.any() else found


def _within(cube: Array, months: tuple[str, ...]) -> Array:
    """The cube with room for more months; of those the population is the nearest that is known."""
    if months == MONTHS:
        return cube
    first = months.index(MONTHS[0])
    wider = np.full((*cube.shape[:2], len(months), *cube.shape[3:]), np.nan)
    nearest = np.clip(np.arange(len(months)) - first, 0, len(MONTHS) - 1)
    days = np.array([days_in(month) for month in months], dtype=np.float64)
    known = np.array([days_in(month) for month in MONTHS], dtype=np.float64)
    people = cube[-1] / known[:, None, None]
    wider[-1] = people[:, nearest] * days[:, None, None]
    wider[:, :, first : first + len(MONTHS)] = cube
    return wider


def cube_of(frame: pd.DataFrame) -> Array:
    """Estimated or invented months as measure x region (21) x month x care (2) x stream (3)."""
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


def _npz(**arrays: NDArray[Any]) -> bytes:
    out = io.BytesIO()
    np.savez(out, allow_pickle=False, **arrays)
    return out.getvalue()


def _parquet(published: pd.DataFrame, modelled: pd.DataFrame, brought: Imported) -> bytes:
    every = [published.assign(status="published"), modelled.assign(status="estimated")]
    if len(brought.rows):
        every.append(brought.rows.assign(status="reported"))
    both = pd.concat(every, ignore_index=True)
    return bytes(both.to_parquet(index=False, compression="zstd") or b"")
