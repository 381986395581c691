"""The catalogue has what DCAT-AP-SE asks for, in both syntaxes, and every file it names."""

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, RDF

from dashboard.open_data import dcat
from dashboard.open_data.graph import VCARD
from dashboard.open_data.publisher import Publisher
from dashboard.open_data.release_files import in_other_forms
from dashboard.open_data.tables import TABLES
from dashboard.releases.dataset import Dataset

SITE = "https://x.se"


@pytest.fixture(scope="module")
def graph(dataset: Dataset) -> Graph:
    return read(dataset, "ttl")


def read(dataset: Dataset, syntax: dcat.Syntax, publisher: Publisher | None = None) -> Graph:
    content = dcat.catalogue(dataset, SITE, publisher or Publisher("", ""), syntax)
    return Graph().parse(content, format="turtle" if syntax == "ttl" else "xml")


def test_both_syntaxes_say_the_same(dataset: Dataset, graph: Graph) -> None:
    assert isomorphic(graph, read(dataset, "rdf"))


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (DCAT.Catalog, {DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license,
                        DCAT.dataset, DCAT.service}),
        (DCAT.Dataset, {DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint,
                        DCAT.theme, DCAT.keyword, DCAT.distribution, DCTERMS.temporal}),
        (DCAT.Distribution, {DCTERMS.title, DCAT.accessURL, DCAT.downloadURL, DCTERMS.license}),
        (DCAT.DataService, {DCTERMS.title, DCAT.endpointURL, DCAT.servesDataset}),
    ],
)  # fmt: skip
def test_each_kind_has_what_it_must(graph: Graph, kind: URIRef, wanted: set[URIRef]) -> None:
    nodes = set(graph.subjects(RDF.type, kind))
    assert nodes
    for node in nodes:
        assert wanted <= set(graph.predicates(node)), node
        languages = {one.language for one in graph.objects(node, DCTERMS.title)}
        assert languages == {"sv", "en"}


def test_every_table_is_a_distribution(graph: Graph, dataset: Dataset) -> None:
    files = {str(one) for one in graph.objects(None, DCAT.downloadURL)}
    own = {f"{SITE}/opendata/{dataset.release}/{one.name}" for one in in_other_forms(dataset)}
    assert len(own) > 2 * len(TABLES)
    assert files == {f"{SITE}/opendata/vardplatslaget.zip", *own,
                     *(f"{SITE}/opendata/{one.name}.csv" for one in TABLES)}  # fmt: skip


def test_the_operator_is_named_with_its_mail(dataset: Dataset) -> None:
    own = read(dataset, "ttl", Publisher("Region X", "data@x.se"))
    assert Literal("Region X") in set(own.objects())
    assert list(own.objects(None, VCARD.hasEmail)) == [URIRef("mailto:data@x.se")]


def test_a_contact_that_is_no_mail_leads_to_the_page_about(dataset: Dataset) -> None:
    own = read(dataset, "ttl", Publisher("", 'a b@x.se <"'))
    assert list(own.objects(None, VCARD.hasEmail)) == []
    assert list(own.objects(None, VCARD.hasURL)) == [URIRef(f"{SITE}/en/about")]
