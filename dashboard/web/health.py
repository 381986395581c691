"""Health and readiness for whoever watches the service, and the geometry by its hash."""

from collections.abc import Callable

from flask import Flask, Response, abort, jsonify

from dashboard.store import ReleaseError, Store

_YEAR = 31_536_000


def register_health(server: Flask, store: Callable[[], Store]) -> None:
    """`/healthz`: the process answers. `/readyz`: a whole release can be served, else 503."""

    @server.get("/healthz")
    def healthz() -> Response:
        return jsonify(status="ok")

    @server.get("/readyz")
    def readyz() -> tuple[Response, int]:
        try:
            return jsonify(status="ready", release=store().release), 200
        except ReleaseError as error:
            return jsonify(status="not ready", reason=str(error)), 503


def register_geometry(server: Flask, store: Callable[[], Store]) -> None:
    """`/geo/<hash>.json`: the counties, for ever the same under their hash."""

    @server.get("/geo/<name>.json")
    def geometry(name: str) -> Response:
        held = store()
        if name != held.geometry_hash:
            abort(404)
        answer = Response(held.geometry, mimetype="application/geo+json")
        answer.cache_control.public = True
        answer.cache_control.max_age = _YEAR
        answer.cache_control.immutable = True
        answer.set_etag(name)
        return answer
