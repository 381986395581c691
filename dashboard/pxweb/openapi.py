"""What the tables say of themselves to programs: every address as an OpenAPI 3.1 document."""

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.api.problem_schema import problem_schema
from dashboard.language.text import LANGS
from dashboard.pxweb import variables
from dashboard.pxweb.codelists import CODELISTS
from dashboard.pxweb.configuration import SPECIFICATION, SUBJECT
from dashboard.pxweb.formats import FORMATS, USUAL_FORMAT, known_params
from dashboard.pxweb.links import ROOT
from dashboard.pxweb.listing import MOST_TABLES

Json = dict[str, Any]
_STRING: Json = {"type": "string"}
_STRINGS: Json = {"type": ["array", "null"], "items": _STRING}
_PHRASE: Json = {"type": "object", "required": list(LANGS),
                 "properties": dict.fromkeys(LANGS, _STRING)}  # fmt: skip
_PROBLEM = problem_schema(_PHRASE, ("query", "path", "body"))
_SELECTION: Json = {
    "type": "object",
    "properties": {
        "selection": {"type": ["array", "null"], "items": {
            "type": "object",
            "required": ["variableCode"],
            "properties": {
                "variableCode": _STRING, "codelist": {"type": ["string", "null"]},
                "valueCodes": _STRINGS,
            },
        }},
        "placement": {
            "type": ["object", "null"], "properties": {"stub": _STRINGS, "heading": _STRINGS},
        },
    },
}  # fmt: skip
_SAVED: Json = {
    "type": "object",
    "required": ["tableId", "selection"],
    "properties": {
        "tableId": _STRING, "language": {"enum": [*LANGS, None]}, "selection": _SELECTION,
        "outputFormat": {"enum": [*FORMATS, None]},
        "outputFormatParams": {"type": ["array", "null"], "items": {"enum": [*known_params()]}},
    },
}  # fmt: skip
_COMMON = (
    ("lang", {"enum": list(LANGS)}, "language of words; without it Swedish"),
    ("release", _STRING, "a release by its name; without it the latest"),
)
_OF_FORMAT = (
    ("outputFormat", {"enum": list(FORMATS)}, f"without it {USUAL_FORMAT}"),
    ("outputFormatParams", _STRING, f"with commas between: {', '.join(known_params())}"),
)
_AXES = (variables.REGION, variables.CARE, variables.STREAM, variables.CONTENTS, variables.TIME)
_OF_VARIABLES = tuple(
    (f"{key}[{axis}]", _STRING, words)
    for key, words in (("valueCodes", "codes and expressions with commas between, as top(12)"),
                       ("codelist", "a codelist whose values are selected"))
    for axis in _AXES
)  # fmt: skip
_SEARCH = (
    ("query", _STRING, "words that a table must have"),
    ("pastDays", {"type": "integer", "minimum": 1}, "only what is new since"),
    ("includeDiscontinued", {"type": "boolean"}, "of no effect, as no table is discontinued"),
    ("pageNumber", {"type": "integer", "minimum": 1}, "a page of the list"),
    ("pageSize", {"type": "integer", "minimum": 1, "maximum": MOST_TABLES}, "tables on a page"),
)
_OF_METADATA = (
    ("defaultSelection", {"type": "boolean"}, "only what is selected where nothing is"),
    ("savedQuery", _STRING, "only what a saved query selects"),
    ("outputFormat", _STRING, "of no effect: metadata are JSON-stat"),
    *(one for one in _OF_VARIABLES if one[0].startswith("codelist")),
)
_SIDES = (("stub", _STRING, "variables in the rows"), ("heading", _STRING, "and in the columns"))

Parameters = Iterable[tuple[str, Json, str]]


def openapi(tables: Iterable[str], version: str, site: str) -> Json:
    """The document: `tables` are the identifiers there are, `version` is that of the code."""
    name, folder = next(iter(tables)), "occupancy"
    table = _in_path("id", name)
    saved = [{**_in_path("id", ""), "description": "as saving it answered"}]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{SUBJECT.en}, PxWebApi {SPECIFICATION}", "version": version,
            "license": {"name": "CC BY 4.0",
                        "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": f"{site}{ROOT}"}],
        "paths": {
            "/config": _get("limits, languages and formats"),
            "/navigation": _get("the folders of tables"),
            "/navigation/{id}": _get("a folder with its tables", [_in_path("id", folder)]),
            "/tables": _get("the tables, by pages", query=_SEARCH),
            "/tables/{id}": _get("a table as the list has it", [table]),
            "/tables/{id}/metadata": _get("its variables as JSON-stat", [table], _OF_METADATA),
            "/tables/{id}/defaultselection": _get("what is selected by itself", [table]),
            "/tables/{id}/data": {
                **_get("the cells selected", [table], (*_OF_FORMAT, *_OF_VARIABLES, *_SIDES),
                       _FILES),
                "post": _post("the cells selected", _SELECTION, 200, _FILES, [table], _OF_FORMAT),
            },
            "/codelists/{id}": _get("a codelist", [_in_path("id", next(iter(CODELISTS)))]),
            "/savedqueries": {"post": _post("an address for a query", _SAVED, 201, _JSON)},
            "/savedqueries/{id}": _get("a saved query", saved),
            "/savedqueries/{id}/data": _get("its cells", saved, _OF_FORMAT, _FILES),
            "/savedqueries/{id}/selection": _get("its selection written out", saved),
        },
    }  # fmt: skip


_JSON: Mapping[str, Json] = {"application/json": {"schema": {"type": "object"}}}
_FILES: Mapping[str, Json] = {
    one.mimetype.partition(";")[0]: {} for one in FORMATS.values()
} | dict(_JSON)  # fmt: skip


def _in_path(name: str, example: str) -> Json:
    found: Json = {"name": name, "in": "path", "required": True, "schema": _STRING}
    return found | ({"example": example} if example else {})


def _parameters(path: Iterable[Json], query: Parameters) -> list[Json]:
    return [
        *path,
        *({"name": name, "in": "query", "schema": schema, "description": words}
          for name, schema, words in (*_COMMON, *query)),
    ]  # fmt: skip


def _answers(status: int, content: Mapping[str, Json]) -> Json:
    refusals = {
        400: "what cannot be used", 403: "too many cells", 404: "nothing there",
        410: "a release that has been withdrawn", 429: "too many calls", 503: "no release",
    }  # fmt: skip
    problem = {"application/problem+json": {"schema": _PROBLEM}}
    return {str(status): {"description": "the answer", "content": dict(content)}} | {
        str(code): {"description": words, "content": problem} for code, words in refusals.items()
    }


def _get(
    words: str, path: Iterable[Json] = (), query: Parameters = (),
    content: Mapping[str, Json] = _JSON,
) -> Json:  # fmt: skip
    answers = _answers(200, content)
    return {"get": {"summary": words, "parameters": _parameters(path, query), "responses": answers}}


def _post(
    words: str, body: Json, status: int, content: Mapping[str, Json],
    path: Iterable[Json] = (), query: Parameters = (),
) -> Json:  # fmt: skip
    return {
        "summary": words,
        "parameters": _parameters(path, query),
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": _answers(status, content),
    }
