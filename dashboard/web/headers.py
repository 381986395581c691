"""Security headers of every answer: nothing from another host, no inline script but our own."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from flask import Flask, Response
from flask_talisman import Talisman

# Styles need 'unsafe-inline': plotly.js writes a style element and style attributes.
# data: is Bootstrap's icons; blob: is the picture that plotly.js 4 draws before a PNG download.
_POLICY = {
    "default-src": "'self'",
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
_UNUSED = ("camera", "geolocation", "microphone", "payment", "usb")

Hashes = Sequence[str]


def secure(
    server: Flask, *, script_hashes: Callable[[], Hashes] | Hashes, https: bool = False
) -> None:
    """Send the security headers with every answer of `server`.

    `script_hashes` are CSP sources such as `"'sha256-…'"` of the inline scripts; a function is
    asked once, at the first answer, when every callback is registered. `https` redirects to
    https and sends HSTS: for a server behind TLS, not for loopback.
    """
    Talisman(
        server,
        force_https=https,
        strict_transport_security=https,
        session_cookie_secure=https,
        content_security_policy={**_POLICY, "script-src": _Scripts(script_hashes)},
        frame_options="DENY",
        referrer_policy="same-origin",
        permissions_policy=dict.fromkeys(_UNUSED, "()"),
    )
    server.after_request(_opener_policy)


class _Scripts:
    """The sources scripts may come from; Talisman joins them for each answer."""

    def __init__(self, hashes: Callable[[], Hashes] | Hashes) -> None:
        self._hashes = hashes

    @cached_property
    def _sources(self) -> tuple[str, ...]:
        return ("'self'", *(self._hashes() if callable(self._hashes) else self._hashes))

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)


def _opener_policy(response: Response) -> Response:
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    return response
