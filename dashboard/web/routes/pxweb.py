"""The statistical tables under `/api/v2/`, as clients of PxWebApi 2 read them."""

from collections.abc import Callable

from flask import Blueprint, Flask, Response, request

from dashboard.api.declared import Ground
from dashboard.api.problems import Fault, Refused, nothing_here, only_read
from dashboard.language.text import Text
from dashboard.pxweb.links import ROOT
from dashboard.releases.dataset import ReleaseError
from dashboard.releases.repository import WithdrawnRelease
from dashboard.web.protection.limits import CALLS, SECONDS, TooOften, of_tables
from dashboard.web.routes import problem
from dashboard.web.routes.pxweb_lists import Lists
from dashboard.web.routes.pxweb_saved_routes import SavedQueries
from dashboard.web.routes.tagged import Tagged
from dashboard.web.routes.withdrawn import gone

_READ = "GET, HEAD, OPTIONS"
_OTHERS = ("POST", "PUT", "PATCH", "DELETE", "TRACE")
_SAVED = Text("Sparade frågor listas inte", "Saved queries are not listed")
_ONE = Fault(
    "path",
    "savedqueries",
    Text("Adressen tar emot frågor som sparas.", "The address takes in queries to be saved."),
    Text("Använd POST, eller läs en med dess id.", "Use POST, or read one by its id."),
)
_KNOWN = ("openapi.json", "config", "navigation", "tables", "codelists", "savedqueries")


def register_pxweb(
    server: Flask,
    ground: Callable[[], Ground],
    *,
    version: Callable[[], str],
    public_url: str = "",
) -> None:
    """Answer everything below `/api/v2/`.

    Refusals are `application/problem+json`: 400 for what cannot be used, 403 for too many cells,
    404 for what there is not, 410 for a release that has been withdrawn, 429 for too many calls,
    503 without a release.
    """
    made = Blueprint("pxweb", __name__, url_prefix=ROOT)
    tagged = Tagged(ground, version, public_url)
    lists, data = Lists(tagged), SavedQueries(tagged)
    for path, view, methods in (
        ("/", lists.entry, ("GET",)),
        ("/openapi.json", lists.openapi, ("GET",)),
        ("/config", lists.config, ("GET",)),
        ("/navigation", lists.root, ("GET",)),
        ("/navigation/<name>", lists.folder, ("GET",)),
        ("/tables", lists.search, ("GET",)),
        ("/tables/<name>", lists.item, ("GET",)),
        ("/tables/<name>/metadata", data.metadata, ("GET",)),
        ("/tables/<name>/defaultselection", data.default_selection, ("GET",)),
        ("/tables/<name>/data", data.data, ("GET", "POST")),
        ("/codelists/<name>", lists.codelist, ("GET",)),
        ("/codeLists/<name>", lists.codelist, ("GET",)),
        ("/savedqueries", data.save, ("POST",)),
        ("/savedqueries/<name>", data.saved, ("GET",)),
        ("/savedqueries/<name>/data", data.saved_data, ("GET",)),
        ("/savedqueries/<name>/selection", data.saved_selection, ("GET",)),
    ):
        # A name of a blueprint holds no dot.
        made.add_url_rule(path, path.replace(".", "-"), view, methods=methods, strict_slashes=False)
    made.add_url_rule("/<path:path>", "rest", _rest, methods=("GET", *_OTHERS))
    made.register_error_handler(Refused, problem.problem)
    made.register_error_handler(WithdrawnRelease, gone)
    made.register_error_handler(ReleaseError, lambda _: problem.problem(problem.no_figures()))
    made.before_request(_counted(of_tables()))
    server.register_blueprint(made)


def _counted(is_too_often: TooOften) -> Callable[[], Response | None]:
    """Tells a visitor of too many calls to wait; the limits themselves may be asked any time."""

    def before() -> Response | None:
        if request.method == "OPTIONS" or request.path == f"{ROOT}/config" or not is_too_often():
            return None
        answered = problem.problem(problem.too_many_calls(CALLS, SECONDS))
        answered.headers["Retry-After"] = str(SECONDS)
        return answered

    return before


def _rest(path: str) -> Response:
    """Whatever else is asked below the address: there is nothing there, or it is no reading."""
    first = path.split("/")[0].lower()
    if path.rstrip("/").lower() == "savedqueries":
        answered = problem.problem(Refused(405, _SAVED, (_ONE,)))
        answered.headers["Allow"] = "POST, OPTIONS"
        return answered
    if request.method in _OTHERS and first in _KNOWN:
        answered = problem.problem(only_read(request.method))
        answered.headers["Allow"] = _READ
        return answered
    raise nothing_here(path, _KNOWN)
