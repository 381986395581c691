"""Scripts and styles as browsers get them: packed once, and kept for ever."""

from collections.abc import Mapping
from pathlib import Path

from flask import Flask, Response, abort

from dashboard.paths import ROOT
from dashboard.storage.durable_files import replace_file
from dashboard.web.asset_bundling import Static, Statics
from dashboard.web.cache.http_caching import SMALLEST, SOON, Coding, coding_read, lasting, packed

# `make setup` packs the files as small as they go into this folder.
PACKED = ROOT / "var" / "static-cache"
_CODINGS: tuple[Coding, ...] = ("br", "gzip")


def register_statics(server: Flask, statics: Statics) -> None:
    """Answer the address of each file with the file, and any other below `/static/` with 404."""
    held = {one.address: (one.mimetype, _packings(one)) for one in statics.all}

    def static_file(tag: str, name: str) -> Response:
        mimetype, packings = held.get(f"/static/{tag}/{name}") or abort(404)
        coding = coding_read()
        return lasting(packings[coding], coding, mimetype)

    server.add_url_rule("/static/<tag>/<name>", "statics", static_file)


def _packings(static: Static) -> Mapping[Coding, bytes]:
    return {"identity": static.content, **{one: _packing(static, one) for one in _CODINGS}}


def _packing(static: Static, coding: Coding) -> bytes:
    # The best packing of plotly.js takes seconds, for which a start does not wait.
    path = _place(static, coding)
    return path.read_bytes() if path.exists() else packed(static.content, coding, SOON)


def _place(static: Static, coding: Coding) -> Path:
    return PACKED / f"{static.address.removeprefix('/static/').replace('/', '-')}.{coding}"


def pack(statics: Statics) -> None:
    """Pack the files that are not packed yet as small as they go, and drop what is of others."""
    PACKED.mkdir(parents=True, exist_ok=True)
    wanted = {_place(static, one): (static, one) for static in statics.all for one in _CODINGS}
    for path, (static, coding) in wanted.items():
        if not path.exists():
            replace_file(path, packed(static.content, coding, SMALLEST))
    for path in set(PACKED.iterdir()) - set(wanted):
        path.unlink()
