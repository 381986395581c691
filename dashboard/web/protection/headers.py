"""Security headers of every answer: nothing from another host, and no inline script."""

from typing import Any
from urllib.parse import quote, urlsplit

from flask import Flask, Response, redirect, request
from flask_talisman import Talisman
from werkzeug.wrappers import Response as BaseResponse

from dashboard.web.protection.guard import PATH
from dashboard.web.protection.site_address import site_address

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
# What a touch is answered is no page: opened as one it loads and runs nothing, and so nothing that
# uses a camera.
_DATA = "application/json"
_POLICY_OF_TOUCHES = "default-src 'none'; frame-ancestors 'none'"
# What whoever watches the service asks, from beside it.
HEALTH = ("/healthz", "/readyz", "/metrics")
_AS_IT_IS = "/?&=%:;,+~@!$'()*[]"
_NOWHERE = (
    "This site answers over https, and does not know itself by this name. "
    "Set VARDPLATS_PUBLIC_URL or VARDPLATS_HOSTS.\n"
)
_UNUSED = ("camera", "geolocation", "microphone", "payment", "usb")


class _Talisman(Talisman):  # type: ignore[misc]
    """Talisman whose headers, the same for every answer over http or https, are written once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._written: dict[bool, list[tuple[str, str]]] = {}
        super().__init__(*args, **kwargs)

    def _set_response_headers(self, response: Response) -> Response:
        is_safe = request.is_secure or request.headers.get("X-Forwarded-Proto") == "https"
        if is_safe not in self._written:
            of_none = Response()
            before = {name for name, _ in of_none.headers}
            headers = super()._set_response_headers(of_none).headers
            self._written[is_safe] = [one for one in headers if one[0] not in before]
        for name, value in self._written[is_safe]:
            response.headers[name] = value
        return response


def secure(server: Flask, *, https: bool = False, public_url: str = "") -> None:
    """Send the security headers with every answer of `server`.

    No script of a page stands in the page. `https` redirects to https, at a host that the settings
    know, and sends HSTS: for a server behind TLS, not for loopback. Who asks for its health is
    answered either way.
    """
    if https:
        server.before_request(lambda: _over_https(public_url))
    # What is registered first is done last.
    server.after_request(_policy_of_touches)
    _Talisman(
        server,
        force_https=False,
        strict_transport_security=https,
        session_cookie_secure=https,
        content_security_policy=_POLICY,
        frame_options="DENY",
        referrer_policy="same-origin",
        permissions_policy=dict.fromkeys(_UNUSED, "()"),
    )
    server.after_request(_opener_policy)


def _over_https(public_url: str) -> BaseResponse | None:
    if request.is_secure or request.path in HEALTH:
        return None
    site = urlsplit(site_address(public_url))
    if not site.netloc:
        return Response(_NOWHERE, 421, mimetype="text/plain")
    asked = request.full_path if request.query_string else request.path
    return redirect(f"https://{site.netloc}{quote(asked, safe=_AS_IT_IS)}")


def _policy_of_touches(response: Response) -> Response:
    if request.path == PATH and response.mimetype == _DATA:
        response.headers["Content-Security-Policy"] = _POLICY_OF_TOUCHES
        response.headers.pop("Permissions-Policy", None)
    return response


def _opener_policy(response: Response) -> Response:
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    return response
