"""Källor: where every published figure comes from, and what is known to be wrong in them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.view import addresses
from layouts import html
from layouts.html import Html
from layouts.page.ordered_page import ordered_page
from layouts.page.page import Page
from layouts.parts import prose
from layouts.parts.sorting import Sorting
from layouts.sources.sources_table import sources_table
from layouts.sources.traps_table import traps_table

TITLE = Text("Källor", "Sources")
TRAPS = Text("Kända fel i uppgifterna", "Known errors in the data")
# Where each part stands, the same in both languages.
SOURCES_AT, TRAPS_AT = "sources", "known-traps"
_LEAD = Text(
    "Här står varje källa som en publicerad uppgift är hämtad ur, och de fel, brott och "
    "oklarheter som är kända i dem.",
    "Here stands every source that a published figure was taken from, and the errors, breaks and "
    "doubts that are known in them.",
)
_EVERY = Text("Alla källor", "All sources")
_EVERY_IS = Text(
    "Alla källor som de publicerade uppgifterna är hämtade ur. De flesta är på svenska.",
    "All the sources that the published figures were taken from. Most are in Swedish.",
)
_TRAPS_ARE = Text(
    "Fel, brott och oklarheter som är kända i de publicerade uppgifterna, och vad webbplatsen gör "
    "med dem.",
    "Errors, breaks and doubts that are known in the published data, and what the site does about "
    "them.",
)
Table = Callable[[str, Sorting], Html]
_PARTS: tuple[tuple[str, Text, Text, Table], ...] = (
    (SOURCES_AT, _EVERY, _EVERY_IS, sources_table),
    (TRAPS_AT, TRAPS, _TRAPS_ARE, traps_table),
)


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page; the counts are those of the dataset's release."""
    contents = [(anchor, title) for anchor, title, _, _ in _PARTS]
    return ordered_page(TITLE, _LEAD, _sections, dataset, lang, query, contents=contents)


def _sections(sorting: Sorting) -> list[Html]:
    lang = sorting.lang
    return [
        prose.section(anchor, title.in_(lang), html.P(words.in_(lang)),
                      made(title.in_(lang), replace(sorting, name=f"{anchor}-table")))
        for anchor, title, words, made in _PARTS
    ]  # fmt: skip


PAGE = Page(key="sources", path=addresses.SOURCES, title=TITLE, place="beside", layout=layout)
