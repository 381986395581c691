"""Jämför: a region against those like it, and whether the difference is more than chance."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from dash import html

from dashboard.comparison import better_peers as better_alike
from dashboard.comparison import words as comparison_words
from dashboard.exports import pictures
from dashboard.figures.picture import Picture
from dashboard.language.text import Lang, Text
from dashboard.releases.store import Store
from dashboard.values import labels as wording
from dashboard.view.view import View
from layouts.compare import peer_editor
from layouts.html import elements as light
from layouts.page.interactive import Touchable
from layouts.page.page import Page
from layouts.parts import (
    exceptions_table as exceptions,
)
from layouts.parts import (
    headline,
)
from layouts.parts import (
    picture_parts as parts,
)
from layouts.parts.frame import framed
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


def content(view: View, store: Store, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    found: dict[str, Any] = {
        Id.TRUST: headline.trust(store, view, lang),
        Id.LABEL: headline.label(store, view, lang, "cmp-data"),
        Id.HEADING: comparison_words.heading(view, lang),
        Id.LEAD: headline.lead(comparison_words.sentences(store, view, lang)),
        **_better(store, view, lang),
        **peer_editor.editor_values(store, view, lang),
        **exceptions.list_values(LIST, store, view, lang),
    }
    for name, picture in _pictures(store, view, lang).items():
        found |= parts.picture_values(name, picture, lang)
    drawn = bool(found["cmp-funnel-figure"]["data"][0]["x"])
    # Where there is no funnel its words stand alone, without a blank picture.
    return {**found, "cmp-funnel": _FUNNEL if drawn else f"{_FUNNEL} no-picture"}


def _pictures(store: Store, view: View, lang: Lang) -> dict[str, Picture]:
    return {
        "cmp-dots": pictures.compared_picture(store, view, lang),
        "cmp-funnel": pictures.funnel_picture(store, view, lang),
        "cmp-panels": pictures.multiples_picture(store, view, lang),
        "cmp-scatter": pictures.beds_and_over_picture(store, view, lang),
    }


def _better(store: Store, view: View, lang: Lang) -> dict[str, Any]:
    grid = better_alike.grid(store, view, lang)
    title = better_alike.title(store, view, lang)
    sure = view.data == "modelled"
    return {
        Id.BETTER_TITLE: title,
        Id.BETTER_MEASURE: (better_alike.SURELY if sure else better_alike.BARELY).in_(lang),
        Id.BETTER: [grid_table(title, grid, _REGION.in_(lang))]
        if grid.rows
        else [light.P(_NOBODY.in_(lang), className="empty")],
    }


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(wording.measure(view, lang), wording.place(view, lang))


TOUCHABLE = Touchable(
    key="compare",
    prefix="cmp-",
    controls=("region", "indicator", "peers", "care", "stream", "period", "data", "span"),
    parts=(
        *((str(id_), "children") for id_ in Id),
        *parts.picture_parts(PICTURES),
        ("cmp-funnel", "className"),
        *peer_editor.editor_parts(),
        *exceptions.list_parts(LIST),
    ),
    content=content,
    said=said,
)


def layout(store: Store, lang: Lang, query: Mapping[str, str]) -> html.Div:
    """The page for a query, complete with figures and tables."""
    parsed = TOUCHABLE.opened(query, store)
    found = content(parsed.view, store, lang)
    return framed(TOUCHABLE, parsed, store, lang, found=found, sections=_sections(found, lang))


def _sections(found: dict[str, Any], lang: Lang) -> list[Any]:
    def section(name: str) -> html.Section:
        return parts.picture_section(name, found, lang)

    funnel = section("cmp-funnel")
    funnel.className = found["cmp-funnel"]
    return [
        html.Div([section("cmp-dots"), funnel], className="halves"),
        peer_editor.editor_section(found, lang),
        parts.table_section(Id.BETTER, found, lang, files="cmp-better", kind="part-better"),
        html.Div(
            [
                html.Div([section("cmp-panels")], className="wide"),
                html.Div([section("cmp-scatter")], className="side"),
            ],
            className="pair panels-and-scatter",
        ),
        exceptions.list_section(LIST, found, lang),
    ]


PAGE = Page(
    key="compare",
    path=Text("/jamfor", "/en/compare"),
    title=Text("Jämför", "Compare"),
    place="header",
    layout=layout,
    touchable=TOUCHABLE,
)
