"""The specification (OpenAPI 3.1) put together: each address with what it takes and answers.

It is made when it is first asked for; to answer the addresses themselves nothing of it is needed.
"""

from typing import Any

from flask import Flask
from flask_smorest import Blueprint
from marshmallow import RAISE

from dashboard.api.declared import Resource
from dashboard.api.entry import NAME
from dashboard.api.resources import RESOURCES, ROOT, VERSION
from dashboard.web.routes import api_spec, problem

_TEXT = {"type": "string"}
_STATUSES = (
    (503, "There is no release to answer from"),
    (410, "The release asked for has been withdrawn"),
    (400, "The query cannot be used"),
)


def specification(public_url: str) -> dict[str, Any]:
    """What the open API can be asked, where it is served at `public_url` or as it was asked."""
    apart = Flask(__name__)
    apart.config |= {
        "API_TITLE": NAME.en,
        "API_VERSION": f"v{VERSION}",
        "OPENAPI_VERSION": "3.1.0",
        "OPENAPI_URL_PREFIX": ROOT,
        "API_SPEC_OPTIONS": {"info": api_spec.INFO, "servers": [{"url": public_url or "/"}]},
    }
    api = api_spec.OpenApi(apart)
    for name, schema in api_spec.COMPONENTS.items():
        api.spec.components.schema(name, component=schema)
    made = Blueprint("open", __name__, url_prefix="/api", description=NAME.en)
    for resource in RESOURCES:
        _add(made, resource)
    _add_entry(made)
    api.register_blueprint(made)
    found: dict[str, Any] = api.spec.to_dict()
    return found


def _add(made: Any, resource: Resource) -> None:
    tail, parameters = "", None
    told: list[Any] = []
    if resource.names is not None:
        tail, parameters = "/<name>", [_name_of(resource)]
        told.append(made.alt_response(404, **_refusal("No such figure")))
    told += [made.alt_response(status, **_refusal(words)) for status, words in _STATUSES]
    told.append(_unchanged(made))
    told.append(made.alt_response(200, schema=_TEXT, content_type="text/csv"))
    schema, said = api_spec.answer_schema(resource), resource.description.en
    told.append(made.response(200, schema, description=said))
    asked = api_spec.query_schema(resource)
    told.append(made.arguments(asked, location="query", unknown=RAISE, error_status_code=400))
    told.append(made.doc(operationId=resource.key))
    rows = _operation(f"{resource.title.en}\n\n{said}", told)
    made.add_url_rule(
        f"/v{VERSION}/{resource.key}{tail}", resource.key, rows, parameters=parameters
    )


def _add_entry(made: Any) -> None:
    told = [
        made.alt_response(503, **_refusal(_STATUSES[0][1])),
        _unchanged(made),
        made.response(200, api_spec.ENTRY, description="The resources"),
        made.doc(operationId="entry"),
    ]
    start = _operation("What there is to ask for, and where", told)
    made.add_url_rule(f"/v{VERSION}/", "entry", start)


def _operation(words: str, told: list[Any]) -> Any:
    def operation() -> None: ...

    operation.__doc__ = words
    shown: Any = operation
    for tell in told:
        shown = tell(shown)
    return shown


def _unchanged(made: Any) -> Any:
    return made.alt_response(304, description="The release is the one that the tag names")


def _refusal(words: str) -> dict[str, Any]:
    return {"schema": api_spec.PROBLEM, "content_type": problem.MIMETYPE, "description": words}


def _name_of(resource: Resource) -> dict[str, Any]:
    names = list(resource.names or ())
    return {"name": "name", "in": "path", "required": True, "schema": {"enum": names}}
