"""The embedded release: the same data give the same bytes."""

import json
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.checks.monthly import counts
from dashboard.ingest.build import build, cube_of
from dashboard.ingest.estimates.months import frame
from dashboard.ingest.estimates.shown import embedded_months
from dashboard.ingest.model import ModelledMonths
from dashboard.reference.periods import days_in
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import (
    BACK_TEST,
    CARES,
    CUBE,
    EXAMPLE,
    GEOMETRY,
    MANIFEST,
    MEASURES,
    QUALITY,
    RANGES,
    REFERENCE,
    ROWS,
    STREAMS,
    Dataset,
)


def test_two_builds_are_one_release(home: Path, dataset: Dataset, tmp_path: Path) -> None:
    again = build(tmp_path)
    assert again.release == dataset.release
    for name in (BACK_TEST, CUBE, EXAMPLE, GEOMETRY, RANGES, ROWS):
        here, there = (one / "releases" / dataset.release / name for one in (home, tmp_path))
        assert here.read_bytes() == there.read_bytes(), name


def test_the_manifest_says_what_the_release_holds(home: Path, dataset: Dataset) -> None:
    manifest = json.loads((home / "releases" / dataset.release / MANIFEST).read_bytes())
    rows = pd.read_parquet(home / "releases" / dataset.release / ROWS)
    assert manifest["counts"] == rows["status"].value_counts().to_dict()
    assert sum(manifest["sources"].values()) == manifest["counts"]["published"]
    assert set(manifest["files"]) == {
        BACK_TEST, CUBE, EXAMPLE, GEOMETRY, QUALITY, RANGES, REFERENCE, ROWS,
    }  # fmt: skip


def test_the_rules_are_run_when_a_release_is_made(home: Path, dataset: Dataset) -> None:
    """No error among the estimated months; what is unusual is told with the release."""
    assert set(dataset.manifest["rules"]) == {"R06", "R09"}
    assert dataset.manifest["rules"] == counts(dataset.cube, dataset.months)


def test_every_estimated_row_has_its_cell(dataset: Dataset) -> None:
    estimates = frame(embedded_months())
    for row in estimates.sample(200, random_state=1).itertuples():
        where = (
            CODES.index(row.region), dataset.months.index(row.month),
            CARES.index(row.care), STREAMS.index(row.stream),
        )  # fmt: skip
        expected = [row.bed_days, row.patient_days, row.over_days, row.out_days]
        expected.append(row.population * days_in(row.month))
        np.testing.assert_array_equal(dataset.cube[(slice(None), *where)], expected)
    held = np.isfinite(dataset.cube[MEASURES.index("bed_days")]).sum()
    assert held == len(estimates)


def test_a_row_left_out_is_a_hole_in_the_cube(model: ModelledMonths) -> None:
    cube = cube_of(model.frame.iloc[1:])
    first = model.frame.iloc[0]
    assert np.isnan(cube[:, CODES.index(first["region"]), 0]).any()
    assert np.isfinite(cube[MEASURES.index("bed_days")]).sum() == len(model.frame) - 1
