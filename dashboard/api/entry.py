"""The entry of the API: what there is to ask for, and where."""

from typing import Any

from dashboard.api.declared import Resource
from dashboard.api.flat import plain
from dashboard.api.resources import RESOURCES, ROOT, VERSION
from dashboard.language.text import Text
from dashboard.view.addresses import API

NAME = Text("Vårdplatsläget: öppet API", "Bed Capacity Sweden: open API")


def entry(release: str, site: str) -> dict[str, Any]:
    """The resources with their full addresses under `site`, and the links beside them."""
    return {
        "name": plain(NAME),
        "version": VERSION,
        "release": release,
        "resources": [_resource(resource, site) for resource in RESOURCES],
        "links": {
            "self": f"{site}{ROOT}/",
            "service-desc": f"{site}{ROOT}/openapi.json",
            "service-doc": f"{site}{API.en}",
            "tables": f"{site}/api/v2/tables",
            "datapackage": f"{site}/opendata/datapackage.json",
            "catalogue": f"{site}/opendata/catalogue.ttl",
        },
    }


def _resource(resource: Resource, site: str) -> dict[str, Any]:
    addresses = [f"{site}{ROOT}/{resource.key}{tail}" for tail in _tails(resource)]
    return {
        "key": resource.key,
        "title": plain(resource.title),
        "description": plain(resource.description),
        "addresses": addresses,
    }


def _tails(resource: Resource) -> list[str]:
    return [""] if resource.names is None else [f"/{name}" for name in resource.names]
