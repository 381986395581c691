"""The open API under `/api/v1/`: JSON and CSV, each answer tagged by its release."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import orjson
from flask import Blueprint, Flask, Response, request
from flask import json as flask_json

from dashboard.api.answers import Answer, answer
from dashboard.api.declared import Field, Ground, Query, Resource
from dashboard.api.entry import entry
from dashboard.api.flat import csv_text
from dashboard.api.parameters import parameters_of
from dashboard.api.problems import Refused, nothing_here, only_read
from dashboard.api.request import read_request
from dashboard.api.resources import RESOURCES, VERSION
from dashboard.language.text import Text
from dashboard.pxweb.links import ROOT as TABLES
from dashboard.releases.dataset import ReleaseError
from dashboard.releases.repository import WithdrawnRelease
from dashboard.values import labels
from dashboard.web.routes import problem
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
    server.register_blueprint(_blueprint(ground, version, public_url))
    server.after_request(_readable_elsewhere)


def _blueprint(ground: Callable[[], Ground], version: Version, public_url: str) -> Blueprint:
    made = Blueprint("open", __name__, url_prefix="/api")
    kept = Tagged(ground, version, public_url)
    for resource in RESOURCES:
        _add(made, resource, kept)
    _add_entry(made, kept)
    _add_specification(made, public_url)
    _add_the_rest(made)
    made.register_error_handler(Refused, problem.problem)
    made.register_error_handler(WithdrawnRelease, gone)
    made.register_error_handler(ReleaseError, lambda _: problem.problem(problem.no_figures()))
    return made


def _add(made: Blueprint, resource: Resource, kept: Tagged) -> None:
    def rows(name: str = "") -> Response:
        if resource.names is not None and name not in resource.names:
            raise nothing_here(name, tuple(resource.names))
        ground = kept.ground()
        # Every key is read by the view's own grammar, which stops an unknown one.
        wanted = read_request(resource, list(request.args.items(multi=True)), ground.dataset, name)
        follows = resource.follows(ground) if resource.follows else None
        answered = kept.tagged(_MIMETYPES[wanted.format], follows)
        if not request.if_none_match.contains_weak(answered.get_etag()[0] or ""):
            shown = ground.dataset.showing(wanted.query.view.data)
            result = resource.rows(replace(ground, dataset=shown), wanted.query)
            address = f"{kept.site}{request.path}"
            query = _in_order(resource)
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

    tail = "" if resource.names is None else "/<name>"
    made.add_url_rule(f"/v{VERSION}/{resource.key}{tail}", resource.key, rows)


def _in_order(resource: Resource) -> dict[str, str]:
    """What the query says, in the order in which the parameters are declared."""
    names = [one.name for one in parameters_of(resource)]
    return {name: request.args[name] for name in names if name in request.args}


_MIMETYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}


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


def _add_entry(made: Blueprint, kept: Tagged) -> None:
    def start() -> Response:
        answered = kept.tagged(_MIMETYPES["json"])
        answered.data = orjson.dumps(entry(kept.ground().dataset.release, kept.site))
        answered.make_conditional(request)
        return answered

    made.add_url_rule(f"/v{VERSION}/", "entry", start)


def _add_specification(made: Blueprint, public_url: str) -> None:
    @cache
    def written() -> str:
        from dashboard.web.routes.api_operations import specification

        return flask_json.dumps(specification(public_url), indent=2, sort_keys=False)

    def openapi() -> Response:
        return Response(written(), mimetype=_MIMETYPES["json"])

    made.add_url_rule(f"/v{VERSION}/openapi.json", "openapi", openapi)


def _add_the_rest(made: Blueprint) -> None:
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
    made.add_url_rule("/<path:path>", "rest", rest, methods=("GET", *_OTHERS))


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
