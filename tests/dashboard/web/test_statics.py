"""The style sheet of Bootstrap comes from here."""

from flask import Flask

from dashboard.web.statics import BOOTSTRAP, register_statics


def test_bootstrap_is_served_from_its_package() -> None:
    server = Flask("small")
    register_statics(server)
    found = server.test_client().get(BOOTSTRAP)
    assert (found.status_code, found.mimetype) == (200, "text/css")
    assert b"--bs-primary" in found.data
    assert "public" in found.headers["Cache-Control"]
    again = server.test_client().get(BOOTSTRAP, headers={"If-None-Match": found.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    for answer in (found, again):
        answer.close()
