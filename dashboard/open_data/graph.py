"""The catalogue as a graph: what a harvester is told of the site, its files and its API."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from rdflib import BNode, Literal, URIRef
from rdflib import Graph as Triples
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD, Namespace
from rdflib.term import Node

from dashboard.indicators.registry import INDICATORS
from dashboard.language.text import LANGS, Text
from dashboard.open_data.package import LICENCE
from dashboard.open_data.publisher import Publisher
from dashboard.open_data.release_files import GZIP, ReleaseFile
from dashboard.open_data.tables import TABLES
from dashboard.reference.periods import days_in

TITLE = Text("Vårdplatsläget", "Bed Capacity Sweden")
DESCRIPTION = Text(
    "Vårdplatser i Sveriges 21 regioner: överbeläggningar, utlokaliserade patienter, disponibla "
    "vårdplatser, beläggning och avstånd till riktvärdet. Publicerade årsvärden och skattade "
    "månader.",
    "Hospital beds in Sweden's 21 regions: overcrowding, outplaced patients, available beds, "
    "occupancy and the distance to the guideline. Published annual values and estimated months.",
)
_API = Text("Öppet API, version 1", "Open API, version 1")
_TABLES = Text("Statistiktabeller enligt PxWebApi 2", "Statistical tables by PxWebApi 2")
# Of each data service its node, its name, its address, and where it is described.
_SERVICES = (
    ("api", _API, "/api/v1/", "/api/v1/openapi.json"),
    ("tables", _TABLES, "/api/v2/", "/api/v2/openapi.json"),
)
_ZIP = Text("Hela utgåvan", "The whole release")
# By http, as Creative Commons itself and the form of DCAT-AP-SE 3.0.1 name it.
_LICENCE = URIRef(LICENCE.replace("https:", "http:", 1))
_KEYWORDS = (
    Text("vårdplatser", "hospital beds"),
    *(indicator.short_name for indicator in INDICATORS[:4]),
)
_EU = "http://publications.europa.eu/resource/authority"
_HEALTH, _PUBLIC, _MONTHLY = (
    f"{_EU}/data-theme/HEAL", f"{_EU}/access-right/PUBLIC", f"{_EU}/frequency/MONTHLY",
)  # fmt: skip
_LANGUAGES = (f"{_EU}/language/SWE", f"{_EU}/language/ENG")
_SWEDEN = "http://publications.europa.eu/resource/authority/country/SWE"
_IANA = "https://www.iana.org/assignments/media-types"


VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")


def described(
    site: str, publisher: Publisher, issued: datetime, months: tuple[str, str],
    files: Mapping[str, ReleaseFile],
) -> Triples:  # fmt: skip
    """Catalogue, dataset, distributions and data services, as DCAT-AP-SE asks for them.

    `months` are the first and the last one; `files` those of the release by their addresses
    below `/opendata/`, beside the package and its CSV.
    """
    graph = Triples()
    spaces = (("dcat", DCAT), ("dct", DCTERMS), ("foaf", FOAF), ("vcard", VCARD))
    for prefix, space in spaces:
        graph.bind(prefix, space, replace=True)
    made = _Made(graph, site, Literal(issued.isoformat(), datatype=XSD.dateTime))
    agent = made.agent(publisher)
    dataset = made.dataset(publisher, agent, *months)
    for path, one in files.items():
        made.file(dataset, path, one)
    services = [made.service(publisher, agent, dataset, *service) for service in _SERVICES]
    made.catalogue(agent, dataset, services)
    return graph


class _Made:
    """A graph being filled; every node has an address of its node under the site."""

    def __init__(self, graph: Triples, site: str, issued: Literal) -> None:
        self._graph, self._site, self._issued = graph, site, issued

    def catalogue(self, agent: Node, dataset: Node, services: Sequence[Node]) -> None:
        node = self._node("", DCAT.Catalog)
        self._words(node, TITLE, DESCRIPTION)
        self._add(node, DCTERMS.publisher, agent)
        self._add(node, DCTERMS.license, _LICENCE)
        self._add(node, DCTERMS.spatial, URIRef(_SWEDEN))
        self._add(node, DCTERMS.modified, self._issued)
        self._add(node, FOAF.homepage, self._at("/"))
        self._add(node, DCAT.dataset, dataset)
        for service in services:
            self._add(node, DCAT.service, service)
        for language in _LANGUAGES:
            self._add(node, DCTERMS.language, URIRef(language))

    def agent(self, publisher: Publisher) -> Node:
        node = self._node("publisher", FOAF.Agent)
        self._add(node, FOAF.name, Literal(publisher.name or TITLE.sv))
        return node

    def dataset(self, publisher: Publisher, agent: Node, first: str, last: str) -> Node:
        node = self._node("dataset", DCAT.Dataset)
        self._words(node, TITLE, DESCRIPTION)
        self._add(node, DCTERMS.publisher, agent)
        self._add(node, DCAT.contactPoint, self._contact(publisher))
        self._add(node, DCAT.theme, URIRef(_HEALTH))
        self._add(node, DCTERMS.accessRights, URIRef(_PUBLIC))
        self._add(node, DCTERMS.accrualPeriodicity, URIRef(_MONTHLY))
        self._add(node, DCTERMS.spatial, URIRef(_SWEDEN))
        self._add(node, DCTERMS.temporal, self._period(first, last))
        self._add(node, DCTERMS.modified, self._issued)
        self._add(node, DCAT.landingPage, self._at("/en/api"))
        for word in _KEYWORDS:
            self._both(node, DCAT.keyword, word)
        for distribution in self._distributions():
            self._add(node, DCAT.distribution, distribution)
        return node

    def file(self, dataset: Node, path: str, file: ReleaseFile) -> None:
        """A file of the release under its own address."""
        packed = file.mimetype == GZIP
        node = self._distribution(
            file.name, file.title, f"/opendata/{path}", "text/csv" if packed else file.mimetype
        )
        if packed:
            self._add(node, DCAT.compressFormat, URIRef(f"{_IANA}/{GZIP}"))
        self._add(dataset, DCAT.distribution, node)

    def service(
        self, publisher: Publisher, agent: Node, dataset: Node, key: str, name: Text, at: str,
        described_at: str,
    ) -> Node:  # fmt: skip
        node = self._node(key, DCAT.DataService)
        self._words(node, name, DESCRIPTION)
        self._add(node, DCTERMS.publisher, agent)
        self._add(node, DCAT.contactPoint, self._contact(publisher))
        self._add(node, DCTERMS.license, _LICENCE)
        self._add(node, DCTERMS.accessRights, URIRef(_PUBLIC))
        self._add(node, DCAT.endpointURL, self._at(at))
        self._add(node, DCAT.endpointDescription, self._at(described_at))
        self._add(node, DCAT.servesDataset, dataset)
        return node

    def _distributions(self) -> list[Node]:
        whole = self._distribution("zip", _ZIP, "/opendata/vardplatslaget.zip", "application/zip")
        return [
            whole,
            *(
                self._distribution(
                    table.name, table.title, f"/opendata/{table.name}.csv", "text/csv"
                )
                for table in TABLES
            ),
        ]

    def _distribution(self, name: str, title: Text, address: str, media: str) -> Node:
        node = self._node(f"file-{name}", DCAT.Distribution)
        self._both(node, DCTERMS.title, title)
        self._add(node, DCAT.accessURL, self._at("/en/api"))
        self._add(node, DCAT.downloadURL, self._at(address))
        self._add(node, DCTERMS.license, _LICENCE)
        self._add(node, DCAT.mediaType, URIRef(f"{_IANA}/{media}"))
        self._add(node, DCTERMS.modified, self._issued)
        if media == "text/csv":
            self._add(node, DCTERMS.conformsTo, self._at("/opendata/csv-metadata.json"))
        return node

    def _contact(self, publisher: Publisher) -> Node:
        node = self._node("contact", VCARD.Organization)
        self._add(node, VCARD.fn, Literal(publisher.name or TITLE.sv))
        if publisher.mail:
            self._add(node, VCARD.hasEmail, URIRef(f"mailto:{publisher.mail}"))
        else:
            self._add(node, VCARD.hasURL, self._at("/en/about"))
        return node

    def _period(self, first: str, last: str) -> Node:
        node = BNode("period")
        self._add(node, RDF.type, DCTERMS.PeriodOfTime)
        ends = ((DCAT.startDate, f"{first}-01"), (DCAT.endDate, f"{last}-{days_in(last):02d}"))
        for kind, day in ends:
            self._add(node, kind, Literal(day, datatype=XSD.date))
        return node

    def _node(self, name: str, kind: Node) -> Node:
        node = self._at(f"/opendata/catalogue{f'#{name}' if name else ''}")
        self._add(node, RDF.type, kind)
        return node

    def _words(self, node: Node, title: Text, description: Text) -> None:
        self._both(node, DCTERMS.title, title)
        self._both(node, DCTERMS.description, description)

    def _both(self, node: Node, kind: Node, words: Text) -> None:
        for lang in LANGS:
            self._add(node, kind, Literal(words.in_(lang), lang=lang))

    def _at(self, path: str) -> URIRef:
        return URIRef(f"{self._site}{path}")

    def _add(self, node: Node, kind: Node, value: Node) -> None:
        self._graph.add((node, kind, value))
