"""Security headers of every answer: nothing from another host, and no inline script."""

from flask import Flask, Response
from flask_talisman import Talisman

# Styles need 'unsafe-inline': plotly.js writes a style element and style attributes.
# data: is Bootstrap's icons; blob: is the picture that plotly.js 4 draws before a PNG download.
_POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
_UNUSED = ("camera", "geolocation", "microphone", "payment", "usb")


def secure(server: Flask, *, https: bool = False) -> None:
    """Send the security headers with every answer of `server`.

    No script of a page stands in the page. `https` redirects to https and sends HSTS: for a
    server behind TLS, not for loopback.
    """
    Talisman(
        server,
        force_https=https,
        strict_transport_security=https,
        session_cookie_secure=https,
        content_security_policy=_POLICY,
        frame_options="DENY",
        referrer_policy="same-origin",
        permissions_policy=dict.fromkeys(_UNUSED, "()"),
    )
    server.after_request(_opener_policy)


def _opener_policy(response: Response) -> Response:
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    return response
