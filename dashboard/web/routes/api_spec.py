"""What the specification (OpenAPI 3.1) says of each resource, from its declaration alone."""

from collections.abc import Mapping
from typing import Any

from flask_smorest import Api
from marshmallow import RAISE, Schema, fields, validate

from dashboard.api.declared import Field, Kind, Parameter, Resource
from dashboard.api.parameters import parameters_of
from dashboard.api.problem_schema import problem_schema
from dashboard.api.verdicts import described

Json = dict[str, Any]

_PHRASE: Json = {"$ref": "#/components/schemas/Phrase"}
_STRING: Json = {"type": "string"}
_TYPES: Mapping[Kind, Json] = {
    "string": _STRING,
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "text": _PHRASE,
    "texts": {"type": "array", "items": _PHRASE},
    "list": {"type": "array", "items": _STRING},
    "object": {"type": "object"},
}
COMPONENTS: Mapping[str, Json] = {
    "Phrase": {
        "type": "object",
        "required": ["sv", "en"],
        "properties": {"sv": _STRING, "en": _STRING},
        "additionalProperties": False,
    },
    "Caveat": {
        "type": "object",
        "required": ["id", "severity", "title", "text", "source"],
        "properties": {
            "id": _STRING,
            "severity": {"enum": ["info", "warning", "error"]},
            "title": _PHRASE,
            "text": _PHRASE,
            "source": _STRING,
        },
    },
    "Page": {
        "type": "object",
        "required": ["number", "size", "pages", "rows"],
        "properties": {
            key: {"type": "integer"} for key in ("number", "size", "pages", "rows")
        },
    },
    "Problem": problem_schema(_PHRASE, ("query", "path")),
}  # fmt: skip
INFO: Json = {
    "description": (
        "Hospital beds in Sweden's 21 regions: published annual figures and estimated months, "
        "with their sources, caveats and trust. Reads only, needs no key."
    ),
    "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
}
PROBLEM: Json = {"$ref": "#/components/schemas/Problem"}
ENTRY: Json = {
    "type": "object",
    "required": ["name", "version", "release", "resources", "links"],
    "properties": {
        "name": _PHRASE, "version": _STRING, "release": _STRING,
        "resources": {"type": "array", "items": {"type": "object"}},
        "links": {"type": "object"},
    },
}  # fmt: skip


class OpenApi(Api):  # type: ignore[misc]
    """flask-smorest, whose handling of errors would take over that of the pages."""

    # Each status is documented by itself; a default would allow any.
    DEFAULT_ERROR_RESPONSE_NAME = None

    def _register_error_handlers(self) -> None:
        return None


def query_schema(resource: Resource) -> Schema:
    """The query of a resource; an unknown key is an error, values are read by the view."""
    made = {one.name: _field(one) for one in parameters_of(resource)}
    kind = Schema.from_dict(made, name=f"{resource.key.capitalize()}Query")
    return kind(unknown=RAISE)


def _field(parameter: Parameter) -> fields.Field[Any]:
    said = {
        "description": parameter.description.en,
        **({"enum": list(parameter.choices)} if parameter.choices else {}),
        **({"example": parameter.example} if parameter.example else {}),
    }
    if parameter.most:
        return fields.Integer(metadata=said, validate=validate.Range(1, parameter.most))
    return fields.String(
        metadata=said | ({"pattern": parameter.pattern} if parameter.pattern else {})
    )


def answer_schema(resource: Resource) -> Json:
    """The body of an answer in JSON."""
    parts: Json = {
        "data": {"type": "array", "items": _row(resource)},
        "caveats": {"type": "array", "items": {"$ref": "#/components/schemas/Caveat"}},
        "page": {"$ref": "#/components/schemas/Page"},
        "release": _STRING,
        "links": {"type": "object", "additionalProperties": _STRING},
        **(_OF_VIEW if resource.of_view else {}),
    }
    return {"type": "object", "required": list(parts), "properties": parts}


# How the query was read, and what of it was read as something else.
_OF_VIEW: Json = {"view": {"type": "object"}, "warnings": {"type": "array", "items": _PHRASE}}


def _row(resource: Resource) -> Json:
    if not resource.fields:
        return {"type": "object", "description": described().en}
    return {
        "type": "object",
        "required": [one.name for one in resource.fields],
        "properties": {one.name: _described(one) for one in resource.fields},
    }


def _described(field: Field) -> Json:
    kind: Json = _TYPES[field.kind]
    if field.missing:
        kind = {"anyOf": [kind, {"type": "null"}]}
    return {**kind, "description": field.description.en} if "$ref" not in kind else kind
