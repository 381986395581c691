"""The catalogue that dataportal.se harvests: DCAT-AP-SE 3, as Turtle or RDF/XML."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from dashboard.open_data.package import created
from dashboard.open_data.publisher import Publisher
from dashboard.open_data.release_files import in_other_forms
from dashboard.releases.dataset import Dataset

Syntax = Literal["ttl", "rdf"]
SYNTAXES: Mapping[Syntax, tuple[str, str]] = {
    "ttl": ("turtle", "text/turtle"),
    "rdf": ("pretty-xml", "application/rdf+xml"),
}


@lru_cache(maxsize=8)
def catalogue(dataset: Dataset, site: str, publisher: Publisher, syntax: Syntax) -> bytes:
    """The catalogue with its dataset, files and data service, each under an address of `site`."""
    # rdflib is of use to harvesters alone, so a start does not wait for it.
    from dashboard.open_data.graph import described

    triples = described(
        site, publisher, created(dataset), (dataset.months[0], dataset.last_month),
        {f"{dataset.release}/{one.name}": one for one in in_other_forms(dataset)},
    )  # fmt: skip
    return triples.serialize(format=SYNTAXES[syntax][0], encoding="utf-8")
