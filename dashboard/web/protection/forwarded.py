"""Whom a proxy of ours speaks for: its headers are believed, and those of others are dropped."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any

Network = IPv4Network | IPv6Network
Application = Callable[[dict[str, Any], Any], Iterable[bytes]]

# As gunicorn names it, whose variable this is.
VARIABLE, _THIS_MACHINE = "FORWARDED_ALLOW_IPS", "127.0.0.1,::1"
_SAID = (
    "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT", "HTTP_X_FORWARDED_PREFIX", "HTTP_FORWARDED", "HTTP_X_REAL_IP",
)  # fmt: skip


class Forwarded:
    """An application that knows who asks and how, behind proxies in `trusted` networks.

    The one who asks is the last address of `X-Forwarded-For` that is no proxy of ours: whatever
    stands before it was said by a stranger. `None` in place of the networks trusts everybody.
    """

    def __init__(self, application: Application, trusted: tuple[Network, ...] | None) -> None:
        self._application, self._trusted = application, trusted
        # The proxies are few, and each request asks of one.
        self._is_ours = lru_cache(maxsize=256)(self._looked_up)

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        """Answer as whoever is behind the proxy would be answered."""
        said: dict[str, str] = {}
        for name in _SAID:
            if name in environ:
                said[name] = environ.pop(name)
        if said and self._is_ours(environ.get("REMOTE_ADDR", "")):
            if said.get("HTTP_X_FORWARDED_PROTO", "").strip().lower() == "https":
                environ["wsgi.url_scheme"] = "https"
            environ["REMOTE_ADDR"] = self._asking(said.get("HTTP_X_FORWARDED_FOR", ""), environ)
        return self._application(environ, start)

    def _asking(self, told: str, environ: Mapping[str, Any]) -> str:
        each = [one.strip() for one in told.split(",") if one.strip()]
        # Where everybody is trusted, the one proxy that is there said the last of them.
        for one in reversed(each):
            if not _is_address(one):
                break
            if self._trusted is None or not self._is_ours(one):
                return one
        return str(environ.get("REMOTE_ADDR", ""))

    def _looked_up(self, address: str) -> bool:
        if self._trusted is None:
            return True
        if not _is_address(address):
            return False
        found = ip_address(address)
        return any(found in network for network in self._trusted)


def trusted_proxies(variables: Mapping[str, str]) -> tuple[Network, ...] | None:
    """The networks that `FORWARDED_ALLOW_IPS` names, or None for `*`; what is none is passed over.

    Where it is not set, proxies on this machine are trusted.
    """
    told = variables.get(VARIABLE) or _THIS_MACHINE
    if told.strip() == "*":
        return None
    return tuple(found for one in told.split(",") if (found := _network(one.strip())))


def _network(words: str) -> Network | None:
    try:
        return ip_network(words, strict=False)
    except ValueError:
        return None


def _is_address(words: str) -> bool:
    try:
        ip_address(words)
    except ValueError:
        return False
    return True
