"""The embedded release: the same data give the same bytes."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboard.checks.monthly import checks, counts, estimated_months
from dashboard.exports.views import SHEETS
from dashboard.ingest.build import build, cube_of
from dashboard.ingest.estimates.months import frame
from dashboard.ingest.estimates.shown import embedded_months
from dashboard.ingest.model import SEED, ModelledMonths
from dashboard.language.text import LANGS, Lang
from dashboard.reference.periods import days_in
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import (
    BACK_TEST,
    CARES,
    CUBE,
    EXAMPLE,
    FORECASTS,
    GEOMETRY,
    MANIFEST,
    MEASURES,
    QUALITY,
    RANGES,
    REFERENCE,
    ROWS,
    STREAMS,
    Dataset,
    read_dataset,
)
from dashboard.values import labels
from dashboard.view.view import parse
from layouts.document.pages import PAGES
from layouts.page.page import Page

# What a manifest says of the seed and of when it was made.
OF_THE_SEED = {"seed", "release", "created", "by", "files"}


def test_two_builds_are_one_release(home: Path, dataset: Dataset, tmp_path: Path) -> None:
    again = build(tmp_path)
    assert again.release == dataset.release
    for name in (BACK_TEST, CUBE, EXAMPLE, FORECASTS, GEOMETRY, RANGES, ROWS):
        here, there = (one / "releases" / dataset.release / name for one in (home, tmp_path))
        assert here.read_bytes() == there.read_bytes(), name


@pytest.fixture(scope="module")
def other_seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("other-seed")
    build(folder, seed=SEED + 1)
    return folder


def test_a_seed_decides_the_example_and_no_range_value_or_verdict(
    home: Path, dataset: Dataset, other_seed: Path
) -> None:
    other = read_dataset(other_seed)
    assert other.release != dataset.release
    assert (dataset.manifest["seed"], other.manifest["seed"]) == (SEED, SEED + 1)
    for name in (BACK_TEST, CUBE, GEOMETRY, QUALITY, RANGES, REFERENCE, ROWS):
        here = home / "releases" / dataset.release / name
        assert here.read_bytes() == (other_seed / "releases" / other.release / name).read_bytes()
    example, others = dataset.showing("example").cube, other.showing("example").cube
    assert not np.array_equal(example, others, equal_nan=True)
    own = {key: one for key, one in dataset.manifest.items() if key not in OF_THE_SEED}
    assert own == {key: one for key, one in other.manifest.items() if key not in OF_THE_SEED}


# The change log lists releases by their names and times.
SAYING = [page for page in PAGES if page.key != "changelog"]
QUERIES: tuple[dict[str, str], ...] = ({}, {"region": "14"}, {"region": "09", "data": "published"})


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", SAYING, ids=lambda page: page.key)
@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_no_page_says_anything_else_with_another_seed(
    query: dict[str, str], page: Page, lang: Lang, home: Path, other_seed: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The whole document, figures and tables and ranges with it, to the last character."""
    said = []
    for place in (home, other_seed):
        monkeypatch.setenv("VARDPLATS_HOME", str(place))
        one = read_dataset(place)
        said.append(without_name(str(page.layout(one, lang, query)), one))
    assert len(said[0]) > 1000
    assert said[0] == said[1]


@pytest.mark.parametrize("name", SHEETS)
def test_no_file_says_anything_else_with_another_seed(
    name: str, home: Path, other_seed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for place in (home, other_seed):
        monkeypatch.setenv("VARDPLATS_HOME", str(place))
        one = read_dataset(place)
        view = SHEETS[name].of(parse({"region": "14"}, one).view)
        said.append(without_name(SHEETS[name].rows(one, view), one))
    assert said[0] == said[1]


def without_name(found: object, dataset: Dataset) -> str:
    """What is said, with the name of the release left out."""
    for name in (dataset.release, labels.short(dataset.release)):
        found = str(found).replace(name, "release")
    return str(found).replace(str(dataset.manifest["created"]), "created")


def test_the_manifest_says_what_the_release_holds(home: Path, dataset: Dataset) -> None:
    manifest = json.loads((home / "releases" / dataset.release / MANIFEST).read_bytes())
    rows = pd.read_parquet(home / "releases" / dataset.release / ROWS)
    assert manifest["counts"] == rows["status"].value_counts().to_dict()
    assert sum(manifest["sources"].values()) == manifest["counts"]["published"]
    assert set(manifest["files"]) == {
        BACK_TEST, CUBE, EXAMPLE, FORECASTS, GEOMETRY, QUALITY, RANGES, REFERENCE, ROWS,
    }  # fmt: skip


def test_rules_on_reported_months_do_not_fire_on_estimates(dataset: Dataset) -> None:
    assert dataset.manifest["rules"] == {}
    assert {"R06", "R09"} <= counts(dataset.cube, dataset.months).keys()
    estimated = estimated_months(dataset.cube, None)
    estimated[0, -1] = False
    assert counts(dataset.cube, dataset.months, estimated).keys() <= {"R06", "R09"}
    example = dataset.showing("example")
    assert any(check.fired.any() for check in checks(example.cube, example.months))


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
