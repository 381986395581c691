"""Addresses of the API as its answers name them."""

from urllib.parse import quote, urlencode

from dashboard.frozen import frozen
from dashboard.language.text import Lang

ROOT = "/api/v2"


@frozen
class Links:
    """Addresses below `site`, in the release that was asked for where one was."""

    site: str
    release: str = ""

    def to(self, path: str, lang: Lang | None, **query: str | int) -> str:
        """The full address of a path below the API."""
        pairs = {"lang": lang, **query, "release": self.release}
        words = urlencode({key: one for key, one in pairs.items() if one})
        return f"{self.site}{ROOT}/{quote(path)}" + (f"?{words}" if words else "")

    def link(self, rel: str, path: str, lang: Lang, **query: str | int) -> dict[str, str]:
        """The same as a link with its relation and language."""
        return {"rel": rel, "hreflang": lang, "href": self.to(path, lang, **query)}
