"""The data package is whole and says the same as the dataset."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dashboard.api.declared import Ground
from dashboard.indicators.registry import INDICATORS
from dashboard.open_data import csvw, package
from dashboard.open_data.measure_rows import measure_rows
from dashboard.open_data.release_files import in_other_forms
from dashboard.open_data.tables import TABLES
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.values.values import numbers
from dashboard.view.view import default_view

SITE = "https://x.se"


@pytest.fixture(scope="module")
def ground(dataset: Dataset, home: Path) -> Ground:
    return Ground(dataset, home)


@pytest.fixture(scope="module")
def opened(ground: Ground, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    content = package.zipped(ground.dataset, ground.home, SITE)
    zipfile.ZipFile(io.BytesIO(content)).extractall(folder)
    return folder


def lines(opened: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((opened / f"{name}.csv").read_text("utf-8"))))


# Some of its helpers for other formats are not quite up to date.
@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_every_table_valid(opened: Path) -> None:
    import frictionless

    report = frictionless.validate(str(opened / package.DESCRIPTOR))
    assert [task.name for task in report.tasks] == [one.name for one in TABLES]
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert report.valid


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_what_is_wrong(opened: Path, tmp_path: Path) -> None:
    """The schema can fail: a region that is none, a value that is no number."""
    import frictionless

    for path in opened.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    values = tmp_path / "values.csv"
    values.write_text(
        values.read_text("utf-8") + "occupancy,somatic,all,99,2025-10,x,,,estimated,,\n"
    )
    report = frictionless.validate(str(tmp_path / package.DESCRIPTOR))
    found = {kind for kind, *_ in report.flatten(["type"])}
    assert {"type-error", "foreign-key", "constraint-error", "hash-count"} <= found


def test_the_same_release_gives_the_same_bytes(ground: Ground) -> None:
    first = package.zipped(ground.dataset, ground.home, SITE)
    package.zip_of_public.cache_clear()
    package.file_of_public.cache_clear()
    assert package.zipped(ground.dataset, ground.home, SITE) == first


def test_the_values_are_those_of_the_site(opened: Path, dataset: Dataset) -> None:
    found = lines(opened, "values")
    for one in INDICATORS:
        view = default_view(dataset, indicator=one.key)
        own = {
            row["region"]: float(row["value"])
            for row in found
            if (row["indicator"], row["period"], row["status"]) == (one.key, view.period, view.data)
        }
        expected = zip(ALL_CODES, numbers(dataset, view), strict=True)
        assert own == {code: value for code, value in expected if value is not None}


def test_every_count_says_what_it_is(opened: Path, ground: Ground) -> None:
    dataset = ground.dataset
    assert {row["status"] for row in lines(opened, "measures")} == {"estimated"}
    held = np.zeros(dataset.cube.shape, dtype=np.bool_)
    held[:, 0, -1] = True
    held[0, 1, -1] = True
    reported = replace(dataset, imported=held)
    found = {
        (row["region"], row["status"])
        for row in measure_rows(replace(ground, dataset=reported))
        if row["month"] == dataset.months[-1]
    }
    assert {("01", "reported"), ("03", "mixed"), ("04", "estimated")} <= found


def test_the_measures_give_the_values_of_the_country(opened: Path, dataset: Dataset) -> None:
    month = dataset.last_month
    rows = [row for row in lines(opened, "measures") if (row["month"], row["care"], row["stream"])
            == (month, "somatic", "all")]  # fmt: skip
    over, beds = (sum(float(row[name]) for row in rows) for name in ("over_days", "bed_days"))
    country = numbers(dataset, default_view(dataset))[0]
    assert 100 * over / beds == pytest.approx(country)


def test_published_figures_stand_as_published(opened: Path) -> None:
    [wrong] = [row for row in lines(opened, "published") if row["value"] == "146.1"]
    assert wrong["region_code"] == "14"


def test_the_descriptor_names_release_licence_and_sources(ground: Ground) -> None:
    told = package.descriptor(ground, SITE)
    assert told["version"] == ground.dataset.release
    assert told["licenses"][0]["name"] == "CC-BY-4.0"
    assert all(one["title"] for one in told["sources"])
    assert json.loads(json.dumps(told)) == told
    others = package.descriptor(ground, SITE, in_other_forms(ground.dataset))["resources"]
    named = [one["name"] for one in others]
    assert len(set(named)) == len(named) > len(told["resources"])
    by_name = {one["name"]: one for one in others}
    assert by_name["values.parquet"]["path"] == f"{ground.dataset.release}/values.parquet"
    assert by_name["occupancy_estimated_month.sv.px"]["format"] == "px"


def test_csvw_describes_the_columns_of_every_file(opened: Path, ground: Ground) -> None:
    tables = csvw.metadata(ground.dataset)["tables"]
    assert [one["url"] for one in tables] == [f"{one.name}.csv" for one in TABLES]
    assert {"@id": f"{ground.dataset.release}/values.parquet"} in tables[0]["dc:hasFormat"]
    for one in tables:
        heading = (opened / one["url"]).read_text("utf-8").split("\n")[0].split(",")
        columns = one["tableSchema"]["columns"]
        assert [column["titles"] for column in columns] == heading
        assert set(one["tableSchema"].get("primaryKey", [])) <= set(heading)
