"""Where this site is: as the settings say, and never because a request says so."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Flask, current_app, request

# Where a server keeps the hosts that it may be called by.
HOSTS = "VARDPLATS_HOSTS"


def called(server: Flask, hosts: str) -> None:
    """Let the server answer as `hosts`, names with a port where it is not the usual one, by comma.

    Beside them it knows itself by names of this machine alone.
    """
    server.config[HOSTS] = frozenset(one.strip().lower() for one in hosts.split(",") if one.strip())


def site_address(public_url: str) -> str:
    """The address of the site without a slash at its end: `public_url` where it is set.

    Else the host that was asked, where it is a known one, and else nothing, so that what follows
    leads to where the reader is.
    """
    if public_url:
        return public_url.rstrip("/")
    return f"{request.scheme}://{request.host}" if _is_known(request.host) else ""


def is_from_here(public_url: str) -> bool:
    """Whether a page of this site sent the request: browsers say so, and cannot be made to lie.

    What is no browser says nothing.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    # An origin that is withheld, "null", has no place and is nobody's.
    place = _netloc(origin)
    if place and place in {_netloc(public_url), *current_app.config.get(HOSTS, ())}:
        return True
    # On this machine several sites may listen, each on a port of its own.
    return place == request.host.lower() and _is_loopback(place)


def _is_known(host: str) -> bool:
    return host.lower() in current_app.config.get(HOSTS, ()) or _is_loopback(host.lower())


def _is_loopback(netloc: str) -> bool:
    name = ""
    try:
        name = urlsplit(f"//{netloc}").hostname or "" if _is_plain(netloc) else ""
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def _is_plain(netloc: str) -> bool:
    return bool(netloc) and all(one.isalnum() or one in ".-:[]" for one in netloc)


def _netloc(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""
