"""Every source as a table, and a source as a link."""

from collections import Counter
from urllib.parse import urlsplit

from dashboard.language.formatting import NONE, number
from dashboard.language.text import Lang, Text
from dashboard.reference.sources import Source
from layouts import html
from layouts.html import Html
from layouts.parts.prose import Piece, swedish, table
from layouts.parts.sorting import Sorting


def titled(source: Source, lang: Lang, *, alone: bool = True) -> Piece:
    """The title; where another source has it too, with where it stands."""
    if alone:
        return linked(source.title, source.url, lang)
    words = [swedish(source.title, lang), f" ({urlsplit(source.url).hostname})"]
    return html.A(words, href=source.url)


def linked(words: str, url: str, lang: Lang) -> Piece:
    """Swedish words, as a link where there is an address."""
    text = swedish(words, lang)
    return html.A(text, href=url) if url else text


def sources_table(name: str, sorting: Sorting) -> Html:
    """Every source, with how many published figures of the release it gave."""
    dataset, lang = sorting.dataset, sorting.lang
    heads = (
        Text("Källa", "Source"), Text("Utgivare", "Publisher"),
        Text("Publicerad eller hämtad", "Published or retrieved"),
        Text("Värden", "Values"), Text("Fler adresser", "More addresses"),
    )  # fmt: skip
    used, every = dataset.manifest["sources"], dataset.reference.sources.values()
    titles = Counter(one.title for one in every)
    rows = [
        [
            titled(one, lang, alone=titles[one.title] == 1),
            swedish(one.publisher, lang),
            html.Span(one.published or NONE, className="unbroken"),
            number(used.get(one.id, 0), 0, lang),
            _other_addresses(one),
        ]
        for one in every
    ]
    return table(name, [head.in_(lang) for head in heads], rows, sorting=sorting, is_headed=True)


def _other_addresses(source: Source) -> Piece:
    links = [html.A(_place(url), href=url) for url in source.urls[1:]]
    return html.Span(links) if links else NONE


def _place(url: str) -> str:
    """Where an address leads: the host, and the last that its path or its query names."""
    parts = urlsplit(url)
    last = parts.path.strip("/").rpartition("/")[2]
    return ": ".join(one for one in (parts.hostname, last, parts.query) if one)
