"""What each address asks of whoever comes: what is not listed here is closed to everybody."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from dashboard.access.identity import Identity
from dashboard.access.tiers import Act, What
from dashboard.frozen import frozen


@frozen
class Door:
    """What somebody must be allowed to pass; nothing where everybody may.

    `known` tells that signing in is enough.
    """

    what: What | None = None
    act: Act = "read"
    known: bool = False

    def opens_to(self, identity: Identity) -> bool:
        """Whether this one may pass."""
        if self.what is not None:
            return identity.may(self.what, self.act)
        return identity.is_known or not self.known


OPEN: Final = Door()
# Rules of addresses as Flask has them, or how they begin where they end in a star. The longest
# that fits decides.
DOORS: Mapping[str, Door] = {
    "/": OPEN,
    "/<path:path>": OPEN,
    "/en": OPEN,
    "/static/*": OPEN,
    "/assets/*": OPEN,
    "/geo/*": OPEN,
    "/_dash-*": OPEN,
    "/_reload-hash": OPEN,
    "/_favicon.ico": OPEN,
    "/healthz": OPEN,
    "/readyz": OPEN,
    "/metrics": OPEN,
    "/files/*": OPEN,
    "/own-rates": OPEN,
    "/wards*": OPEN,
    "/reports": OPEN,
    "/dialog/papers.*": OPEN,
    "/dialog/overenskommelser": Door("agreements", "write"),
    "/en/dialogue/agreements": Door("agreements", "write"),
    "/api/v1/*": OPEN,
    "/api/v2/*": OPEN,
    "/api/<path:path>": OPEN,
    "/opendata/*": OPEN,
    "/andringslogg.atom": OPEN,
    "/en/changelog.atom": OPEN,
    "/sitemap.xml": OPEN,
    "/robots.txt": OPEN,
    "/logga-in*": OPEN,
    "/en/sign-in*": OPEN,
    "/logga-ut": OPEN,
    "/en/sign-out": OPEN,
    "/inloggad": Door(known=True),
    "/en/signed-in": Door(known=True),
    "/inloggad/slapp": Door("unpublished", "publish"),
    "/en/signed-in/release": Door("unpublished", "publish"),
    "/inloggad/ta-tillbaka": Door("unpublished", "write"),
    "/en/signed-in/take-back": Door("unpublished", "write"),
    "/inloggad/publicera": Door("unpublished", "publish"),
    "/en/signed-in/publish": Door("unpublished", "publish"),
    "/inloggad/beredskap": Door("preparedness", "write"),
    "/en/signed-in/preparedness": Door("preparedness", "write"),
    "/inloggad/beredskap/slapp": Door("preparedness", "publish"),
    "/en/signed-in/preparedness/release": Door("preparedness", "publish"),
    "/inloggad/beredskap/ta-tillbaka": Door("preparedness", "write"),
    "/en/signed-in/preparedness/take-back": Door("preparedness", "write"),
    "/importera": Door("unpublished", "write"),
    "/en/import": Door("unpublished", "write"),
    "/importera/mall.*": OPEN,
    "/en/import/template.*": OPEN,
}


def doors(pages: Iterable[str]) -> "Doors":
    """The doors of the site, with its `pages`, which everybody may open."""
    return Doors({**DOORS, **dict.fromkeys(pages, OPEN)})


class Doors:
    """Finds the door of a rule, once for each."""

    def __init__(self, declared: Mapping[str, Door]) -> None:
        self._exact = {rule: door for rule, door in declared.items() if not rule.endswith("*")}
        stems = (rule for rule in declared if rule.endswith("*"))
        self._stems = [(stem[:-1], declared[stem]) for stem in sorted(stems, key=len, reverse=True)]
        self.of = cache(self._find)

    def _find(self, rule: str) -> Door | None:
        """The door of a rule, or None for one that nobody has declared."""
        if rule in self._exact:
            return self._exact[rule]
        return next((door for stem, door in self._stems if rule.startswith(stem)), None)
