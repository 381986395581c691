"""Jämför: a region against those like it, and whether the difference is more than chance."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from dashboard.comparison import better_peers, words
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.values.published_year import without_order
from dashboard.view import addresses
from dashboard.view.view import View
from layouts import html
from layouts.compare import peer_editor
from layouts.html import Html
from layouts.page.interactive_page import InteractivePage
from layouts.page.page import Page
from layouts.parts import example_mark, exceptions_table, headline, picture_parts
from layouts.parts.page_frame import framed
from layouts.parts.picture_values import picture_values
from layouts.parts.sorting import Sorting
from layouts.parts.word_table import grid_table


class Id(StrEnum):
    """What a touch can change beside the pictures, the peer editor and the list."""

    TRUST = "cmp-trust"
    LABEL = "cmp-label"
    HEADING = "cmp-heading"
    LEAD = "cmp-lead"
    BETTER_TITLE = "cmp-better-title"
    BETTER_MEASURE = "cmp-better-measure"
    BETTER = "cmp-better"


PICTURES = ("cmp-dots", "cmp-funnel", "cmp-panels", "cmp-scatter")
LIST = "cmp-attention"
_FUNNEL = "part part-cmp-funnel"

_SHOWS = Text("Visar {}, {}.", "Showing {}, {}.")
_REGION = Text("Region", "Region")
_NOBODY = Text(
    "Jämför med fler eller andra regioner för att hitta någon att lära av.",
    "Compare with more or other regions to find one to learn from.",
)


def content(view: View, dataset: Dataset, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    found: dict[str, Any] = {
        Id.TRUST: headline.trust(dataset, view, lang),
        Id.LABEL: headline.label(dataset, view, lang, "cmp-data"),
        Id.HEADING: example_mark.marked(dataset, words.heading(view, lang), lang),
        Id.LEAD: headline.lead(words.sentences(dataset, view, lang)),
        **_better(dataset, view, lang),
        **peer_editor.editor_values(dataset, view, lang),
        **exceptions_table.list_values(LIST, dataset, view, lang),
    }
    for name in PICTURES:
        found |= picture_values(dataset, name, view, lang)
    drawn = bool(found["cmp-funnel-figure"]["data"][0]["x"])
    # Where there is no funnel its words stand alone, without a blank picture.
    return {**found, "cmp-funnel": _FUNNEL if drawn else f"{_FUNNEL} no-picture"}


def _better(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    grid = better_peers.grid(dataset, view, lang)
    title = better_peers.title(dataset, view, lang)
    sure = not without_order(dataset, view) and view.data != "published"
    return {
        Id.BETTER_TITLE: title,
        Id.BETTER_MEASURE: (better_peers.SURELY if sure else better_peers.BARELY).in_(lang),
        Id.BETTER: [
            grid_table(title, grid, _REGION.in_(lang), Sorting(Id.BETTER, dataset, view, lang))
        ]
        if grid.rows
        else [html.P(_NOBODY.in_(lang), className="empty")],
    }


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(labels.measure(view, lang), labels.place(view, lang))


INTERACTIVE = InteractivePage(
    key="compare",
    prefix="cmp-",
    controls=("region", "indicator", "peers", "care", "stream", "period", "data", "span", "sort"),
    parts=(
        *((str(id_), "children") for id_ in Id),
        *picture_parts.picture_parts(PICTURES),
        ("cmp-funnel", "className"),
        *peer_editor.editor_parts(),
        *exceptions_table.list_parts(LIST),
    ),
    content=content,
    said=said,
)


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page for a query, complete with figures and tables."""
    parsed, parts = INTERACTIVE.filled(query, dataset, lang)
    return framed(INTERACTIVE, parsed, dataset, lang, parts=parts, sections=_sections(parts, lang))


def _sections(parts: dict[str, Any], lang: Lang) -> list[Any]:
    def section(name: str) -> Html:
        return picture_parts.picture_section(name, parts, lang, closed=True)

    dots = picture_parts.picture_section("cmp-dots", parts, lang)
    kind = parts["cmp-funnel"]
    funnel = picture_parts.picture_section("cmp-funnel", parts, lang, kind=kind)
    return [
        html.Div([dots, funnel], className="halves"),
        html.Div(
            [
                peer_editor.editor_section(parts, lang),
                picture_parts.table_section(
                    Id.BETTER, parts, lang, files="cmp-better", kind="part-better", closed=True
                ),
                section("cmp-panels"),
                section("cmp-scatter"),
                exceptions_table.list_section(LIST, parts, lang),
            ],
            className="doors",
        ),
    ]


PAGE = Page(
    key="compare",
    path=addresses.COMPARE,
    title=Text("Jämför", "Compare"),
    place="header",
    layout=layout,
    interactive=INTERACTIVE,
)
