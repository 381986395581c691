"""Who runs the service and how to reach them, or that nobody has said so yet."""

import re

from dashboard.language.text import Lang, Text
from dashboard.settings import settings_from_environment
from layouts import html
from layouts.html import Html
from layouts.parts.prose import Piece

_RUN_BY = Text("Webbplatsen drivs av {}.", "The site is run by {}.")
_CONTACT = Text("Kontakt: ", "Contact: ")
_NOT_FILLED_IN = Text(
    "Kontaktuppgifter saknas ännu. Den som tar webbplatsen i drift fyller i vem som ansvarar för "
    "den och hur man når dem.",
    "Contact details are not filled in yet. Whoever puts the site into service states who is "
    "responsible for it and how to reach them.",
)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")


def contact(lang: Lang) -> list[Html]:
    """The paragraphs that the settings `operator` and `contact` fill."""
    settings = settings_from_environment()
    found: list[Html] = []
    if settings.operator:
        found.append(html.P(_RUN_BY.in_(lang).format(settings.operator)))
    if settings.contact:
        found.append(html.P([_CONTACT.in_(lang), _linked(settings.contact)]))
    else:
        found.append(html.P(_NOT_FILLED_IN.in_(lang), className="notice"))
    return found


def _linked(words: str) -> Piece:
    if _MAIL.fullmatch(words):
        return html.A(words, href=f"mailto:{words}")
    if words.startswith(("https://", "http://")):
        return html.A(words, href=words)
    return words
