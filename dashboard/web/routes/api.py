"""The open API under `/api/v1/`: JSON and CSV, each answer tagged by its release."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import orjson
from flask import Blueprint as Plain
from flask import Flask, Response, request
from flask_smorest import Blueprint
from marshmallow import RAISE
from werkzeug.exceptions import BadRequest

from dashboard.api.answers import Answer, answer
from dashboard.api.declared import Field, Ground, Query, Resource
from dashboard.api.entry import NAME, entry
from dashboard.api.flat import csv_text
from dashboard.api.problems import Refused, nothing_here, only_read
from dashboard.api.request import read_request
from dashboard.api.resources import BY_KEY, RESOURCES, ROOT, VERSION
from dashboard.language.text import Text
from dashboard.pxweb.links import ROOT as TABLES
from dashboard.releases.dataset import ReleaseError
from dashboard.releases.repository import WithdrawnRelease
from dashboard.values import labels
from dashboard.web.routes import api_spec, problem
from dashboard.web.routes.tagged import Tagged
from dashboard.web.routes.withdrawn import gone

Version = Callable[[], str]
_OTHERS = ("POST", "PUT", "PATCH", "DELETE", "TRACE")
_READ = "GET, HEAD, OPTIONS"


def register_api(
    server: Flask, ground: Callable[[], Ground], *, version: Version, public_url: str = ""
) -> None:
    """Answer everything below `/api/`; `version` names the code.

    Each answer is JSON or CSV with the release in its tag, or `application/problem+json`: 400
    for a query that cannot be used, 404 and 405 for an address, 410 for a release that has
    been withdrawn, 503 without one.
    """
    server.config |= {
        "API_TITLE": NAME.en,
        "API_VERSION": f"v{VERSION}",
        "OPENAPI_VERSION": "3.1.0",
        "OPENAPI_URL_PREFIX": ROOT,
        "API_SPEC_OPTIONS": {"info": api_spec.INFO, "servers": [{"url": public_url or "/"}]},
    }
    api = api_spec.OpenApi(server)
    for name, schema in api_spec.COMPONENTS.items():
        api.spec.components.schema(name, component=schema)
    api.register_blueprint(_blueprint(ground, version, public_url))
    server.after_request(_readable_elsewhere)


def _blueprint(ground: Callable[[], Ground], version: Version, public_url: str) -> Any:
    made = Blueprint("open", __name__, url_prefix="/api", description=NAME.en)
    kept = Tagged(ground, version, public_url)
    for resource in RESOURCES:
        _add(made, resource, kept)
    _add_entry(made, kept)
    _add_the_rest(made)
    made.register_error_handler(Refused, problem.problem)
    made.register_error_handler(WithdrawnRelease, gone)
    made.register_error_handler(ReleaseError, lambda _: problem.problem(problem.no_figures()))
    made.register_error_handler(BadRequest, lambda _: _mistaken(kept))
    return made


def _add(made: Any, resource: Resource, kept: Tagged) -> None:
    def rows(query: dict[str, str], name: str = "") -> Response:
        if resource.names is not None and name not in resource.names:
            raise nothing_here(name, tuple(resource.names))
        ground = kept.ground()
        wanted = read_request(resource, list(request.args.items(multi=True)), ground.dataset, name)
        follows = resource.follows(ground) if resource.follows else None
        answered = kept.tagged(_MIMETYPES[wanted.format], follows)
        if not request.if_none_match.contains_weak(answered.get_etag()[0] or ""):
            shown = ground.dataset.showing(wanted.query.view.data)
            result = resource.rows(replace(ground, dataset=shown), wanted.query)
            address = f"{kept.site}{request.path}"
            whole = answer(resource, wanted, result, query, address, ground.dataset.release)
            private = labels.is_private(shown, name, wanted.query.view.region)
            if private:
                whole.body["unpublished"] = True
            answered.data = _written(resource, wanted.format, whole)
            _linked(answered, whole)
            if wanted.format == "csv":
                answered.headers["Content-Disposition"] = _attached(
                    resource, wanted.query, unpublished=private
                )
        answered.make_conditional(request)
        return answered

    rows.__doc__ = f"{resource.title.en}\n\n{resource.description.en}"
    tail, parameters = ("", None)
    if resource.names is not None:
        tail, parameters = "/<name>", [_name_of(resource)]
        rows = made.alt_response(404, **_refusal("No such figure"))(rows)
    for status, words in _STATUSES:
        rows = made.alt_response(status, **_refusal(words))(rows)
    rows = made.alt_response(304, description="The release is the one that the tag names")(rows)
    rows = made.alt_response(200, schema=_TEXT, content_type="text/csv")(rows)
    rows = made.response(
        200, api_spec.answer_schema(resource), description=resource.description.en
    )(rows)
    # Every key is read by the view's own grammar; here an unknown one is stopped.
    schema = api_spec.query_schema(resource)
    rows = made.arguments(schema, location="query", unknown=RAISE, error_status_code=400)(rows)
    rows = made.doc(operationId=resource.key)(rows)
    made.add_url_rule(
        f"/v{VERSION}/{resource.key}{tail}", resource.key, rows, parameters=parameters
    )


_MIMETYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}
_TEXT = {"type": "string"}
_STATUSES = (
    (503, "There is no release to answer from"),
    (410, "The release asked for has been withdrawn"),
    (400, "The query cannot be used"),
)


def _refusal(words: str) -> dict[str, Any]:
    return {"schema": api_spec.PROBLEM, "content_type": problem.MIMETYPE, "description": words}


def _name_of(resource: Resource) -> dict[str, Any]:
    names = list(resource.names or ())
    return {"name": "name", "in": "path", "required": True, "schema": {"enum": names}}


def _written(resource: Resource, fmt: str, whole: Answer) -> bytes:
    if fmt == "json":
        return orjson.dumps(whole.body)
    named = tuple(Field(key, "string", _NOTHING) for key in (whole.rows or [{}])[0])
    return csv_text(resource.fields or named, whole.rows).encode()


_NOTHING = Text("", "")


def _linked(answered: Response, whole: Answer) -> None:
    pairs = [f'<{address}>; rel="{name}"' for name, address in whole.links.items()]
    answered.headers["Link"] = ", ".join(pairs)


def _attached(resource: Resource, query: Query, *, unpublished: bool = False) -> str:
    example = [labels.IN_NAMES] if query.view.data == "example" else []
    named = [query.name] if query.name else []
    mark = [labels.UNPUBLISHED_IN_NAMES] if unpublished else []
    stem = "_".join(("vardplatslaget", resource.key, *named, *example, *mark))
    return f'attachment; filename="{stem}.csv"'


def _add_entry(made: Any, kept: Tagged) -> None:
    def start() -> Response:
        """What there is to ask for, and where"""
        answered = kept.tagged(_MIMETYPES["json"])
        answered.data = orjson.dumps(entry(kept.ground().dataset.release, kept.site))
        answered.make_conditional(request)
        return answered

    shown = made.alt_response(503, **_refusal(_STATUSES[0][1]))(start)
    shown = made.alt_response(304, description="The release is the one that the tag names")(shown)
    shown = made.response(200, api_spec.ENTRY, description="The resources")(shown)
    shown = made.doc(operationId="entry")(shown)
    made.add_url_rule(f"/v{VERSION}/", "entry", shown)


def _add_the_rest(made: Any) -> None:
    """Whatever else is asked below `/api/`: an address without anything, or no reading."""
    known = tuple(f"v{VERSION}/{one.key}" for one in RESOURCES)

    def rest(path: str) -> Response:
        read = path.rstrip("/") in (f"v{VERSION}", f"v{VERSION}/openapi.json", *known)
        figures = path.startswith(f"v{VERSION}/figures/")
        if request.method in _OTHERS and (read or figures):
            answered = problem.problem(only_read(request.method))
            answered.headers["Allow"] = _READ
            return answered
        raise nothing_here(path, (f"v{VERSION}/", *known))

    # It is no resource, so it stands in no specification.
    Plain.add_url_rule(made, "/<path:path>", "rest", rest, methods=("GET", *_OTHERS))


def _mistaken(kept: Tagged) -> Response:
    """What the specification does not allow, in the words of the view's own grammar."""
    resource = BY_KEY[request.path.removeprefix(f"{ROOT}/").split("/")[0]]
    try:
        read_request(resource, list(request.args.items(multi=True)), kept.ground().dataset)
    except Refused as refusal:
        return problem.problem(refusal)
    except WithdrawnRelease as error:
        return gone(error)
    except ReleaseError:
        return problem.problem(problem.no_figures())
    return problem.problem(problem.failed())


def _readable_elsewhere(answered: Response) -> Response:
    """Scripts of any site may read, and nothing else: there is nothing but reading."""
    if not request.path.startswith("/api/"):
        return answered
    answered.headers["Access-Control-Allow-Origin"] = "*"
    answered.headers["Access-Control-Expose-Headers"] = "ETag, Link"
    if request.method == "OPTIONS":
        methods = _methods()
        headers = ", Content-Type" if "POST" in methods else ""
        answered.headers["Allow"] = ", ".join((*methods, "OPTIONS"))
        answered.headers["Access-Control-Allow-Methods"] = ", ".join(methods)
        answered.headers["Access-Control-Allow-Headers"] = f"If-None-Match{headers}"
        answered.headers["Access-Control-Max-Age"] = "86400"
    return answered


def _methods() -> tuple[str, ...]:
    """What the address asked for may be asked with, as its own rule has it.

    A selection of tables may be sent as a body, and is read all the same. Flask itself answers
    with the methods of every rule that fits the path, those that refuse included.
    """
    rule = request.url_rule
    if rule is None or rule.endpoint.endswith(".rest") or not request.path.startswith(TABLES):
        return "GET", "HEAD"
    return tuple(one for one in ("GET", "HEAD", "POST") if one in (rule.methods or ()))
