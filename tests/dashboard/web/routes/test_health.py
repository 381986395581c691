"""Who watches the service hears whether figures can be shown, and the map never changes."""

from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient

from dashboard.releases.dataset import Dataset, ReleaseError
from dashboard.web.release_provider import DATABASE_AWAY
from dashboard.web.routes.health import register_geometry, register_health
from tests.builders import a_dataset


def client(dataset: Callable[[], Dataset]) -> FlaskClient:
    server = Flask("small")
    register_health(server, dataset)
    register_geometry(server, lambda _: dataset())
    return server.test_client()


def none() -> Dataset:
    raise ReleaseError("Release x lacks cube.npz")


def test_a_process_that_answers_is_healthy_with_or_without_a_release() -> None:
    assert client(none).get("/healthz").json == {"status": "ok"}


def test_ready_means_that_a_release_can_be_served() -> None:
    found = client(a_dataset).get("/readyz")
    assert (found.status_code, found.json) == (
        200, {"status": "ready", "release": "0123456789abcdef"},
    )  # fmt: skip
    without = client(none).get("/readyz")
    assert (without.status_code, without.json) == (
        503, {"status": "not ready", "reason": "Release x lacks cube.npz"},
    )  # fmt: skip


def test_while_the_database_is_away_the_service_is_ready_and_degraded() -> None:
    server = Flask("small")
    register_health(server, a_dataset, degraded=lambda: DATABASE_AWAY)
    found = server.test_client().get("/readyz")
    assert found.status_code == 200
    assert found.json is not None
    assert found.json == {
        "status": "degraded", "release": "0123456789abcdef", "reason": DATABASE_AWAY,
    }  # fmt: skip


def test_the_geometry_is_kept_for_ever_under_its_hash_and_no_other() -> None:
    found = client(a_dataset).get("/geo/0123456789abcdef.json")
    assert found.status_code == 200
    assert found.data == b'{"features": []}'
    assert found.mimetype == "application/geo+json"
    assert {"public", "immutable", "max-age=31536000"} == set(
        found.headers["Cache-Control"].split(", ")
    )
    assert client(a_dataset).get("/geo/0123456789abcdee.json").status_code == 404


def test_without_a_release_what_needs_one_says_so_plainly() -> None:
    for language, words in (("sv", "Datautgåvan saknas"), ("en", "The data release is missing")):
        found = client(none).get("/geo/x.json", headers={"Accept-Language": language})
        assert (found.status_code, found.mimetype) == (503, "text/plain")
        assert found.get_data(as_text=True).startswith(words)
