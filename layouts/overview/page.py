"""Läget i landet: how it stands with hospital beds in Sweden, on one page."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from dashboard.exports import pictures
from dashboard.figures import theme
from dashboard.figures.painting import Blank
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING
from dashboard.language.figure_table import Table
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.situation import cards, national_sentences, regional_table
from dashboard.values import labels
from dashboard.view import addresses
from dashboard.view.sort_choice import GIVEN
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.overview import tile_map
from layouts.overview.map_section import map_section
from layouts.overview.region_table import region_table
from layouts.page.interactive_page import InteractivePage
from layouts.page.page import Page
from layouts.parts import example_mark, exceptions_table, file_links, headline, picture_parts
from layouts.parts.at_hand import at_hand
from layouts.parts.figure_table import figure_table
from layouts.parts.page_frame import framed
from layouts.parts.picture_values import picture_values, values_of
from layouts.parts.sorting import Sorting
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
    MAP_TABLE = "map-as-rows"
    TABLE_TITLE = "table-title"
    TABLE_MEASURE = "table-measure"
    TABLE = "table"


PICTURES = ("map", "chosen", "over", "out", "occupancy", "way")
LIST = "attention"

_SHOWS = Text("Visar {}, {}.", "Showing {}, {}.")
_CARDS = Text("Nyckeltal för riket", "Key figures for Sweden")
_ALWAYS = Text(
    "Korten visar alltid dessa fem mått för riket; kartan och det övriga följer valen.",
    "The cards always show these five indicators for Sweden; the map and the rest follow what is "
    "chosen.",
)

_UNFOLLOWED = ("rule", "against", "events", "assumptions", "scenario", "beside", "peers", "span")


def content(view: View, dataset: Dataset, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    found: dict[str, Any] = {
        Id.TRUST: headline.trust(dataset, view, lang),
        Id.LABEL: headline.label(dataset, view, lang),
        Id.HEADING: example_mark.marked(dataset, national_sentences.heading(view, lang), lang),
        Id.LEAD: headline.lead(national_sentences.sentences(dataset, view, lang)),
        **_key_figures(dataset, view, lang),
        **_map(dataset, view, lang),
        **_table(dataset, view, lang),
        **_attention(dataset, view, lang),
    }
    for name in PICTURES:
        if is_shown(name, view):
            found |= picture_values(dataset, name, view, lang)
        else:
            found |= _blank(dataset, view, lang, name)
    return {**found, "chosen": not is_shown("chosen", view)}


@at_hand(*_UNFOLLOWED, "sort")
def _key_figures(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    # The way to the example stands in the notice right above.
    return {Id.CARDS: [headline.card(one) for one in cards.cards(dataset, view, lang)]}


@at_hand(*_UNFOLLOWED)
def _map(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    shown = pictures.picture_of("map", dataset, view, lang)
    return {
        Id.KEY: tile_map.key(dataset, view, lang),
        Id.TILES: tile_map.tiles(dataset, view, shown.figure),
        Id.MAP_TABLE: figure_table(shown, Sorting(Id.MAP_TABLE, dataset, view, lang)),
    }


@at_hand(*_UNFOLLOWED)
def _table(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    table = regional_table.region_table(dataset, view, lang)
    return {
        Id.TABLE_TITLE: table.title,
        Id.TABLE_MEASURE: table.caption,
        Id.TABLE: region_table(table, dataset, view, lang),
    }


@at_hand(*_UNFOLLOWED)
def _attention(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    return exceptions_table.list_values(LIST, dataset, view, lang)


@at_hand()
def _blank(dataset: Dataset, view: View, lang: Lang, name: str) -> dict[str, Any]:
    """What a picture has that does not stand on the page: it is neither drawn nor sent."""
    over = pictures.picture_of("over", dataset, view, lang)
    blank = replace(over, chart=Blank(theme.SERIES_HEIGHT), table=Table(), file="")
    return values_of(dataset, name, blank, view)


def is_shown(name: str, view: View) -> bool:
    """Whether a picture stands on the page: the chosen series only when it is another one."""
    return name != "chosen" or view.of not in (OVERCROWDING, OUTPLACEMENT)


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(labels.measure(view, lang), labels.place(view, lang))


_FOLLOWING = (
    Id.TRUST, Id.LABEL, Id.HEADING, Id.LEAD, Id.CARDS, Id.KEY, Id.TILES, Id.MAP_TABLE,
    Id.TABLE_TITLE, Id.TABLE_MEASURE, Id.TABLE,
)  # fmt: skip
INTERACTIVE = InteractivePage(
    key="overview",
    prefix="",
    controls=("region", "indicator", "care", "stream", "period", "data", "span", "sort"),
    parts=(
        *((str(id_), "children") for id_ in _FOLLOWING),
        *picture_parts.picture_parts(PICTURES),
        *exceptions_table.list_parts(LIST),
        ("chosen", "hidden"),
    ),
    content=content,
    said=said,
)


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page for a query, complete with figures and tables."""
    parsed, parts = INTERACTIVE.filled(query, dataset, lang)
    view = parsed.view
    sections = [
        _cards(parts, lang),
        html.Div(
            [
                html.P(_ALWAYS.in_(lang), className="always"),
                file_links.report_button("cards", lang, _CARDS.in_(lang)),
            ],
            className="caption of-cards",
        ),
        *_figures(view, parts, lang),
        exceptions_table.list_section(LIST, parts, lang),
        picture_parts.table_section(
            Id.TABLE, parts, lang, files="regions", kind="part-table", closed=view.sort == GIVEN
        ),
    ]
    return framed(INTERACTIVE, parsed, dataset, lang, parts=parts, sections=sections)


def _cards(parts: dict[str, Any], lang: Lang) -> Html:
    return html.Ul(parts[Id.CARDS], aria_label=_CARDS.in_(lang), className="cards", id=Id.CARDS)


def _figures(view: View, parts: dict[str, Any], lang: Lang) -> list[Html]:
    def section(name: str) -> Html:
        return picture_parts.picture_section(name, parts, lang, hidden=not is_shown(name, view))

    regions = map_section(parts, Id.TILES, Id.MAP_TABLE, Id.KEY, lang)
    series = [section(name) for name in ("chosen", "over", "out")]
    way = picture_parts.picture_section("way", parts, lang, after=[target_link(lang)])
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
    interactive=INTERACTIVE,
)
