"""The pieces of a page that is read: headings, paragraphs, lists, tables and links."""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from typing import TypeAlias

from dashboard.language.text import Lang, Text
from layouts import html
from layouts.html import Html
from layouts.parts.door import behind
from layouts.parts.sorting import Sorting
from layouts.parts.stacked import STACKED, stacked

Piece: TypeAlias = str | Html
_TAG = re.compile("<[^>]*>")


def article(title: str, *parts: Html) -> Html:
    """The whole page under its heading."""
    return html.Div([html.H1(title), *parts], className="column prose")


def section(anchor: str, title: str, *parts: Html, closed: bool = False) -> Html:
    """A part of the page; `anchor` is its address after the #, the same in both languages.

    `closed`, the title opens the rest.
    """
    return html.Section(behind(html.H2(title, id=anchor), parts, closed=closed))


def paragraphs(texts: Iterable[Text], lang: Lang) -> list[Html]:
    """One paragraph for each text."""
    return [html.P(text.in_(lang)) for text in texts]


def bullets(texts: Iterable[Text], lang: Lang) -> Html:
    """A list whose order says nothing."""
    return html.Ul([html.Li(text.in_(lang)) for text in texts])


def steps(texts: Iterable[Text], lang: Lang) -> Html:
    """A list in which one thing follows from another."""
    return html.Ol([html.Li(text.in_(lang)) for text in texts])


def entries(pairs: Iterable[tuple[str, Piece]]) -> Html:
    """Words and what they mean."""
    return html.Dl([one for word, text in pairs for one in (html.Dt(word), html.Dd(text))])


def contents(title: str, links: Iterable[tuple[str, str]]) -> Html:
    """Links to parts of this page, given as anchors with their words."""
    items = [html.Li(html.A(words, href=f"#{anchor}")) for anchor, words in links]
    return html.Nav(html.Ul(items), aria_label=title, className="contents")


def table(
    name: str, heads: Sequence[str], rows: Iterable[Sequence[Piece]], *, kind: str = "",
    sorting: Sorting | None = None, is_headed: bool = False,
) -> Html:  # fmt: skip
    """A table that scrolls sideways where it is too wide; its first column names the rows.

    `kind` "numbers" is for tables whose other columns hold numbers. With `sorting` it stands in
    the order asked for. Where `is_headed` the heading above it says its name to those who see.
    """
    whole, columns = list(rows), [html.Th(words, scope="col") for words in heads]
    if sorting is not None:
        told = [tuple(map(_words, row)) for row in whole]
        columns = sorting.heads(heads, told)
        whole = [whole[place] for place in sorting.places(told)]
    head, body = html.Thead(html.Tr(columns)), [_row(row) for row in whole]
    worded = not kind
    inside = html.Tbody(stacked(body, heads) if worded else body)
    caption = html.Caption(name, className="unseen" if is_headed else None)
    return html.Div(
        html.Table([caption, head, inside], className=STACKED if worded else None),
        aria_label=name,
        className=f"table-wrap {kind}".strip(),
        id=sorting.name if sorting else None,
        role="region",
        tabIndex=0,
    )


def more(summary: str, *parts: Html) -> Html:
    """What only some readers want, behind its summary."""
    return html.Details([html.Summary(summary), *parts])


def as_code(address: str) -> Html:
    """An address as the link that it is."""
    return html.A(html.Code(address), href=address)


def swedish(words: str, lang: Lang) -> Piece:
    """Words that stay Swedish on an English page, told to those who hear the page."""
    return words if lang == "sv" else html.Span(words, lang="sv")


def between(ends: Iterable[str]) -> str:
    """`2018–2019`, `maj 2024 – juni 2024`, or the one end that both are."""
    different = list(dict.fromkeys(ends))
    return (" – " if any(" " in end for end in different) else "–").join(different)


def _words(cell: Piece) -> str:
    """What a cell says, without the elements around it."""
    return unescape(_TAG.sub("", cell)) if isinstance(cell, Html) else cell


def _row(cells: Sequence[Piece]) -> Html:
    first, *rest = cells
    return html.Tr([html.Th(first, scope="row"), *(html.Td(cell) for cell in rest)])
