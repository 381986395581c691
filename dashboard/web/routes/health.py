"""Health and readiness for whoever watches the service, and the geometry by its hash."""

from collections.abc import Callable
from functools import lru_cache

from flask import Flask, Response, abort, jsonify, request

from dashboard.language.text import Text
from dashboard.releases.dataset import Dataset, ReleaseError
from dashboard.web.cache.http_caching import coding_read, lasting, packed

_NO_FIGURES = Text(
    "Datautgåvan saknas eller är skadad, så inga siffror kan visas just nu.",
    "The data release is missing or damaged, so no figures can be shown now.",
)


def register_health(
    server: Flask, dataset: Callable[[], Dataset], *, degraded: Callable[[], str] = lambda: ""
) -> None:
    """`/healthz`: the process answers. `/readyz`: a whole release can be served, else 503.

    While a release is shown that is not what there should be, `degraded` says why, naming no
    place, and so does `/readyz`: anybody may ask. Without a release, what needs one answers 503
    with a sentence in plain text.
    """

    @server.errorhandler(ReleaseError)
    def no_figures(error: ReleaseError) -> Response:
        english = request.accept_languages.best_match(["sv", "en"], "sv") == "en"
        words = _NO_FIGURES.in_("en" if english else "sv")
        return Response(words + "\n", 503, mimetype="text/plain")

    @server.get("/healthz")
    def healthz() -> Response:
        return jsonify(status="ok")

    @server.get("/readyz")
    def readyz() -> tuple[Response, int]:
        try:
            release = dataset().release
            if reason := degraded():
                return jsonify(status="degraded", release=release, reason=reason), 200
            return jsonify(status="ready", release=release), 200
        except ReleaseError as error:
            return jsonify(status="not ready", reason=str(error)), 503


def register_geometry(server: Flask, with_geometry: Callable[[str], Dataset]) -> None:
    """`/geo/<hash>.json`: the counties, for ever the same under their hash."""

    @server.get("/geo/<name>.json")
    def geometry(name: str) -> Response:
        held = with_geometry(name)
        if name != held.geometry_hash:
            abort(404)
        coding = coding_read()
        return lasting(_packed_once(held.geometry, coding), coding, "application/geo+json")


# One for each coding.
_packed_once = lru_cache(maxsize=3)(packed)
