"""Validators that others wrote find nothing in the open data, and do find what is wrong."""

import csv
import io
import json
import re
import zipfile
from itertools import islice
from math import prod
from pathlib import Path

import jsonstat_validator
import pyshacl
import pytest
from csvw import CSVW
from rdflib import Graph
from rdflib.namespace import DCAT, DCTERMS, RDF

from dashboard.open_data import csvw, dcat, package
from dashboard.open_data.publisher import Publisher
from dashboard.open_data.release_files import content, stat_tables
from dashboard.open_data.tables import TABLES
from dashboard.releases.dataset import Dataset
from tests.each import each

SITE = "https://x.se"
SHAPES = Path(__file__).with_name("shapes.ttl")
PERIOD = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?")


@pytest.fixture(scope="module")
def catalogue(dataset: Dataset) -> Graph:
    written = dcat.catalogue(dataset, SITE, Publisher("Region X", "data@x.se"), "ttl")
    return Graph().parse(written, format="turtle")


def conforms(graph: Graph) -> bool:
    shapes = Graph().parse(SHAPES, format="turtle")
    return bool(pyshacl.validate(graph, shacl_graph=shapes)[0])


# The released shapes of DCAT-AP 3.0.1 were run by hand as well, and conform; DCAT-AP-SE 3.0.1 has
# forms and no shapes: what they ask for, how often and of which lists, holds.
@pytest.mark.filterwarnings("ignore")
def test_the_catalogue_keeps_to_the_shapes_of_the_profile(catalogue: Graph) -> None:
    assert conforms(catalogue)
    for kind, path in (
        (DCAT.Dataset, DCTERMS.title), (DCAT.Distribution, DCAT.accessURL),
        (DCAT.DataService, DCAT.servesDataset), (DCAT.Catalog, DCTERMS.publisher),
    ):  # fmt: skip
        less = Graph()
        node = next(iter(catalogue.subjects(RDF.type, kind)))
        for triple in catalogue:
            if triple[:2] != (node, path):
                less.add(triple)
        assert not conforms(less), path


@pytest.mark.filterwarnings("ignore")
def test_csvw_reads_every_cell_by_its_datatype(
    dataset: Dataset, home: Path, tmp_path: Path
) -> None:
    """The package says that a table is valid without looking at cells, so each is read."""
    packed = zipfile.ZipFile(io.BytesIO(package.zipped(dataset, home, SITE)))
    packed.extractall(tmp_path)
    # Of the largest tables some rows are enough: what is wrong is wrong in a column.
    for path in each(list(tmp_path.glob("*.csv"))):
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(islice(csv.reader(file), 900))
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
    described = tmp_path / "csv-metadata.json"
    described.write_text(json.dumps(csvw.metadata(dataset)), encoding="utf-8")
    tables = CSVW(str(described)).tables
    assert len(tables) == len(TABLES)
    periods = set()
    for table in each(tables):
        for row in each(list(table.iterdicts())):
            periods |= {str(row[key]) for key in ("period", "month") if row.get(key)}
    assert len(periods) > 12
    assert not [one for one in periods if not PERIOD.fullmatch(one)]
    (tmp_path / "values.csv").write_text(
        (tmp_path / "values.csv").read_text("utf-8") + "occupancy,somatic,all,01,2025-10,x,,,x,x,\n"
    )
    with pytest.raises(ValueError, match=r"(?i)invalid .*value for"):
        list(next(t for t in tables if str(t.url) == "values.csv").iterdicts())


def test_every_json_stat_file_is_valid_and_has_all_its_cells(dataset: Dataset, home: Path) -> None:
    """The validator does not count cells, so they are counted here."""
    for name in each(list(stat_tables(dataset))[::4]):
        made = json.loads(content((dataset, home), SITE, f"{name}.sv.json"))
        assert jsonstat_validator.validate_jsonstat(made)
        assert len(made["value"]) == prod(made["size"])
    made["role"]["time"] = ["Region", "none"]
    with pytest.raises(Exception, match=r"(?i)role"):
        jsonstat_validator.validate_jsonstat(made)
