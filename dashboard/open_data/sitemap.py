"""The site map: every page in both languages, and the open data beside them."""

from collections.abc import Iterable
from html import escape

from dashboard.language.text import LANGS, Text
from dashboard.open_data.feed import ADDRESS as FEEDS

ADDRESS = "/sitemap.xml"
_NAMES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)
_BESIDE = (
    "/api/v1/", "/api/v1/openapi.json", "/opendata/datapackage.json", "/opendata/catalogue.ttl",
    "/opendata/catalogue.rdf", *FEEDS,
)  # fmt: skip


def site_map(site: str, pages: Iterable[Text]) -> bytes:
    """The map; each page names itself in the other language."""
    places = [_page(site, path, lang) for path in pages for lang in LANGS]
    places += [f"<url><loc>{escape(site + address)}</loc></url>" for address in _BESIDE]
    listed = "\n".join(places)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_NAMES}>\n{listed}\n</urlset>\n'.encode()
    )


def robots(site: str) -> bytes:
    """Everything may be read, and where the map is."""
    return f"User-agent: *\nAllow: /\nSitemap: {site}{ADDRESS}\n".encode()


def _page(site: str, path: Text, lang: str) -> str:
    here = path.en if lang == "en" else path.sv
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{one}" href="{escape(site + path.in_(one))}"/>'
        for one in LANGS
    )
    return f"<url><loc>{escape(site + here)}</loc>{others}</url>"
