"""What the tables say of themselves: their limits, languages and formats."""

from typing import Any

from dashboard.language.text import LANGS, Lang, Text
from dashboard.pxweb import words
from dashboard.pxweb.formats import FORMATS, USUAL_FORMAT
from dashboard.pxweb.links import Links
from dashboard.pxweb.selection import MOST_CELLS

SPECIFICATION = "2.0.0"
SUBJECT = Text("Vårdplatser", "Hospital beds")
_LANGUAGES = {"sv": "Svenska", "en": "English"}
_CITE = Text("Källa: Vårdplatsläget, CC BY 4.0", "Source: Bed Capacity Sweden, CC BY 4.0")


def configuration(version: str, calls: int, seconds: int) -> dict[str, Any]:
    """The limits, languages and formats; `calls` in `seconds` is what one visitor may ask."""
    return {
        "apiVersion": SPECIFICATION,
        "appVersion": version,
        "languages": [{"id": lang, "label": _LANGUAGES[lang]} for lang in LANGS],
        "defaultLanguage": "sv",
        "maxDataCells": MOST_CELLS,
        "maxCallsPerTimeWindow": calls,
        "timeWindow": seconds,
        "license": words.LICENCE,
        "sourceReferences": [{"language": lang, "text": _CITE.in_(lang)} for lang in LANGS],
        "defaultDataFormat": USUAL_FORMAT,
        "dataFormats": list(FORMATS),
        "features": [{"id": "CORS", "params": [{"key": "enabled", "value": "True"}]}],
    }


def entry(lang: Lang, links: Links) -> dict[str, Any]:
    """What there is to ask for, and where; the specification has no such address."""
    return {
        "language": lang,
        "label": SUBJECT.in_(lang),
        "links": [
            *(links.link(name, name, lang) for name in ("config", "navigation", "tables")),
            links.link("service-desc", "openapi.json", lang),
        ],
    }
