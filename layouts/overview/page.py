"""Läget i landet: how it stands with hospital beds in Sweden, on one page."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from dash import html

from dashboard.exports import pictures
from dashboard.figures import theme
from dashboard.figures.picture import Picture
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING
from dashboard.language.text import Lang, Text
from dashboard.releases.store import Store
from dashboard.situation import cards
from dashboard.situation import national_sentences as situation
from dashboard.situation import regional_table as tables
from dashboard.values import labels as wording
from dashboard.view.view import View
from layouts.overview import tile_map as tiles
from layouts.overview.map_section import map_section
from layouts.overview.region_table import region_table
from layouts.page import addresses
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
from layouts.parts.target_link import target_link


class Id(StrEnum):
    """What a touch can change beside the pictures, whose ids `parts.ENDINGS` gives."""

    TRUST = "trust"
    LABEL = "label"
    HEADING = "heading"
    LEAD = "lead"
    CARDS = "cards"
    KEY = "key"
    TILES = "tiles"
    TABLE_TITLE = "table-title"
    TABLE_MEASURE = "table-measure"
    TABLE = "table"


PICTURES = ("map", "chosen", "over", "out", "occupancy", "way")
LIST = "attention"

_SHOWS = Text("Visar {}, {}.", "Showing {}, {}.")
_CARDS = Text("Nyckeltal för riket", "Key figures for Sweden")


def content(view: View, store: Store, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    drawn = _pictures(store, view, lang)
    table = tables.region_table(store, view, lang)
    found: dict[str, Any] = {
        Id.TRUST: headline.trust(store, view, lang),
        Id.LABEL: headline.label(store, view, lang),
        Id.HEADING: situation.heading(view, lang),
        Id.LEAD: headline.lead(situation.sentences(store, view, lang)),
        Id.CARDS: [headline.card(one) for one in cards.cards(store, view, lang)],
        Id.KEY: tiles.key(store, view, lang),
        Id.TILES: tiles.tiles(store, view, drawn["map"].figure),
        Id.TABLE_TITLE: table.title,
        Id.TABLE_MEASURE: table.caption,
        Id.TABLE: region_table(table, view, lang),
        **exceptions.list_values(LIST, store, view, lang),
    }
    for name, picture in drawn.items():
        found |= parts.picture_values(name, picture, lang)
    return {**found, "chosen": not is_shown("chosen", view)}


def _pictures(store: Store, view: View, lang: Lang) -> dict[str, Picture]:
    over = pictures.series_picture(store, view, OVERCROWDING, lang)
    # A picture that does not stand on the page is neither drawn nor sent.
    empty = replace(over, figure={"data": [], "layout": {"height": theme.SERIES_HEIGHT}})
    shown = is_shown("chosen", view)
    return {
        "map": pictures.map_picture(store, view, lang),
        "chosen": pictures.series_picture(store, view, view.of, lang) if shown else empty,
        "over": over,
        "out": pictures.series_picture(store, view, OUTPLACEMENT, lang),
        "occupancy": pictures.occupancy_picture(store, view, lang),
        "way": pictures.way_picture(store, view, lang),
    }


def is_shown(name: str, view: View) -> bool:
    """Whether a picture stands on the page: the chosen series only when it is another one."""
    return name != "chosen" or view.of not in (OVERCROWDING, OUTPLACEMENT)


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(wording.measure(view, lang), wording.place(view, lang))


_FOLLOWING = (
    Id.TRUST, Id.LABEL, Id.HEADING, Id.LEAD, Id.CARDS, Id.KEY, Id.TILES,
    Id.TABLE_TITLE, Id.TABLE_MEASURE, Id.TABLE,
)  # fmt: skip
TOUCHABLE = Touchable(
    key="overview",
    prefix="",
    controls=("region", "indicator", "care", "stream", "period", "data", "span"),
    parts=(
        *((str(id_), "children") for id_ in _FOLLOWING),
        *parts.picture_parts(PICTURES),
        *exceptions.list_parts(LIST),
        ("chosen", "hidden"),
    ),
    content=content,
    said=said,
)


def layout(store: Store, lang: Lang, query: Mapping[str, str]) -> html.Div:
    """The page for a query, complete with figures and tables."""
    parsed = TOUCHABLE.opened(query, store)
    view, found = parsed.view, content(parsed.view, store, lang)
    sections = [
        _cards(found, lang),
        html.Div(
            parts.report_button("cards", lang, _CARDS.in_(lang)), className="caption of-cards"
        ),
        exceptions.list_section(LIST, found, lang),
        *_figures(view, found, lang),
        parts.table_section(Id.TABLE, found, lang, files="regions", kind="part-table"),
    ]
    return framed(TOUCHABLE, parsed, store, lang, found=found, sections=sections)


def _cards(found: dict[str, Any], lang: Lang) -> html.Ul:
    named = {"aria-label": _CARDS.in_(lang)}
    return html.Ul(found[Id.CARDS], id=Id.CARDS, className="cards", **named)


def _figures(view: View, found: dict[str, Any], lang: Lang) -> list[html.Div]:
    def section(name: str) -> html.Section:
        return parts.picture_section(name, found, lang, hidden=not is_shown(name, view))

    regions = map_section(found, Id.TILES, Id.KEY, lang)
    series = [section(name) for name in ("chosen", "over", "out")]
    way = parts.picture_section("way", found, lang, after=[target_link(lang)])
    return [
        html.Div(
            [html.Div(regions, className="side"), html.Div(series, className="wide")],
            className="pair",
        ),
        html.Div([section("occupancy"), way], className="halves"),
    ]


PAGE = Page(
    key="overview",
    path=addresses.OVERVIEW,
    title=Text("Läget i landet", "The national picture"),
    place="header",
    layout=layout,
    touchable=TOUCHABLE,
)
