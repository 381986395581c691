"""Scripts and styles leave packed and for ever, each from the address that names it."""

import gzip
from pathlib import Path

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.web.asset_bundling import Static, Statics
from dashboard.web.routes import static_files
from dashboard.web.routes.static_files import pack, register_statics
from tests.each import each

SCRIPT = Static("/static/0123456789abcdef/site.js", "text/javascript", b"let beds = 1;\n" * 50)
ALL = Statics(
    Static("/static/aa/icon.svg", "image/svg+xml", b"<svg/>"),
    Static("/static/bb/site.css", "text/css", b"p { margin: 0; }"),
    Static("/static/cc/plotly.js", "text/javascript", b"var Plotly;"),
    SCRIPT,
    (Static("/static/dd/form_state.js", "text/javascript", b"let form;"),),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the packed files lie, empty."""
    monkeypatch.setattr(static_files, "PACKED", tmp_path / "packed")
    return tmp_path / "packed"


def client() -> FlaskClient:
    server = Flask("small")
    register_statics(server, ALL)
    return server.test_client()


def test_every_file_is_served_at_its_address_and_kept_for_ever(folder: Path) -> None:
    for one in each(ALL.all):
        found = client().get(one.address)
        assert (found.status_code, found.mimetype, found.data) == (200, one.mimetype, one.content)
        assert "immutable" in found.headers["Cache-Control"]


def test_no_other_address_below_static_is_served(folder: Path) -> None:
    for path in ("/static/0123456789abcdee/site.js", "/static/aa/site.js", "/static/../app.py"):
        assert client().get(path).status_code == 404


@pytest.mark.parametrize("before", [False, True], ids=["without setup", "after setup"])
def test_browsers_get_it_packed(folder: Path, before: bool) -> None:
    if before:
        pack(ALL)
    for read, unpacked in (("gzip, br", brotli.decompress), ("gzip", gzip.decompress)):
        found = client().get(SCRIPT.address, headers={"Accept-Encoding": read})
        assert unpacked(found.data) == SCRIPT.content
        assert len(found.data) < len(SCRIPT.content) / 4


def test_what_setup_packed_is_what_is_sent(folder: Path) -> None:
    pack(ALL)
    packed = folder / "0123456789abcdef-site.js.br"
    packed.write_bytes(b"as setup left it")
    found = client().get(SCRIPT.address, headers={"Accept-Encoding": "br"})
    assert found.data == b"as setup left it"


def test_setup_packs_each_file_once_and_drops_the_old_ones(folder: Path) -> None:
    pack(ALL)
    names = {path.name for path in folder.iterdir()}
    assert names == {
        f"{name}.{coding}"
        for name in (
            "aa-icon.svg",
            "bb-site.css",
            "cc-plotly.js",
            "0123456789abcdef-site.js",
            "dd-form_state.js",
        )
        for coding in ("br", "gzip")
    }
    times = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    (folder / "cc-site.js.br").write_bytes(b"of an older version")
    pack(ALL)
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == times
