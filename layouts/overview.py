"""Läget i landet: how it stands with hospital beds in Sweden, on one page."""

from collections.abc import Mapping
from enum import StrEnum
from itertools import pairwise
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import cards, formatting, pictures, situation, tables, trends, values, wording
from dashboard.figures.sparkline import sparkline
from dashboard.indicators import OUTPLACEMENT, OVERCROWDING
from dashboard.lang import Lang, Text
from dashboard.regions import CODES, REGIONS, SWEDEN
from dashboard.store import Store
from dashboard.view import Parsed, View, parse
from layouts import controls, parts
from layouts.page import Page


class Id(StrEnum):
    """What a touch can change beside the pictures, whose ids `parts.ENDINGS` gives."""

    STATE = "state"
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
    SAID = "said"
    PROBLEMS = "problems"


_UPTO = {False: "–", True: "…"}
PICTURES = ("map", "chosen", "over", "out", "occupancy", "way")

_TRUST = Text("t.o.m. {} · {} regioner · utgåva {}", "through {} · {} regions · release {}")
_SHOW_YEARS = Text("Visa bara publicerade år", "Show published years only")
_SHOW_MONTHS = Text("Visa månader (modellerade)", "Show months (modelled)")
_SHOWS = Text("Visar {}, {}.", "Showing {}, {}.")
_MAP, _GRID, _TABLE = Text("Karta", "Map"), Text("Rutnät", "Grid"), Text("Tabell", "Table")
_SHOWN_AS = Text("Visa regionerna som", "Show the regions as")
_PRESS = Text(
    "Pilar flyttar mellan regionerna på kartan, Enter väljer.",
    "Arrow keys move between the regions on the map, Enter chooses.",
)
_MISSING = Text("finns inte", "not available")
_REGION, _CHANGE = Text("Region", "Region"), Text("Förändring", "Change")
_CARDS = Text("Nyckeltal för riket", "Key figures for Sweden")
_CHOOSE = Text("Välj {}", "Choose {}")
_POINTS_FROM_TARGET = Text("procentenheter från målet", "percentage points from the target")


def content(view: View, store: Store, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    table = tables.region_table(store, view, lang)
    found: dict[str, Any] = {
        Id.TRUST: _trust(store, view, lang),
        Id.LABEL: _label(view, lang),
        Id.HEADING: situation.heading(view, lang),
        Id.LEAD: _lead(store, view, lang),
        Id.CARDS: [_card(card) for card in cards.cards(store, view, lang)],
        Id.KEY: _key(view, lang),
        Id.TILES: _tiles(store, view, lang),
        Id.TABLE_TITLE: table.title,
        Id.TABLE_MEASURE: table.caption,
        Id.TABLE: _table(table, view, lang),
    }
    for name, picture in _pictures(store, view, lang).items():
        found |= parts.picture_values(name, picture, lang)
    return found


def is_shown(name: str, view: View) -> bool:
    """Whether a picture stands on the page: the chosen series only when it is another one."""
    return name != "chosen" or view.of not in (OVERCROWDING, OUTPLACEMENT)


def state(view: View, store: Store, lang: Lang) -> dict[str, str]:
    """What the browser holds of the view: its query, language, and the release it is of."""
    return {"query": view.query(store), "release": store.release, "lang": lang}


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(wording.measure(view, lang), wording.place(view, lang))


def layout(store: Store, lang: Lang, query: Mapping[str, str]) -> html.Div:
    """The page for a query, complete with figures and tables."""
    parsed = parse(query, store)
    view, found = parsed.view, content(parsed.view, store, lang)
    sections = {name: _section(name, view, found, lang) for name in PICTURES}
    return html.Div(
        [
            dcc.Store(id=Id.STATE, data=state(view, store, lang)),
            controls.filter_bar(store, view, lang),
            html.P(found[Id.TRUST], id=Id.TRUST, className="trust"),
            html.P(found[Id.LABEL], id=Id.LABEL, className="label"),
            html.Div(_problems(parsed, lang), id=Id.PROBLEMS),
            html.P("", id=Id.SAID, role="status", className="unseen", **{"aria-live": "polite"}),
            html.H1(found[Id.HEADING], id=Id.HEADING, tabIndex=-1),
            html.P(found[Id.LEAD], id=Id.LEAD, className="lead"),
            html.Ul(found[Id.CARDS], id=Id.CARDS, className="cards",
                    **{"aria-label": _CARDS.in_(lang)}),
            html.Div(
                [
                    html.Div([sections["map"]], className="side"),
                    html.Div([sections[n] for n in ("chosen", "over", "out")], className="wide"),
                ],
                className="pair",
            ),
            html.Div(
                [
                    html.Div([sections["occupancy"]], className="half"),
                    html.Div([sections["way"]], className="half"),
                ],
                className="halves",
            ),
            _table_section(found, lang),
        ],
        className="column page-overview",
    )  # fmt: skip


def _problems(parsed: Parsed, lang: Lang) -> list[Component]:
    return [
        parts.notice(words.in_(lang), kind="notice problem")
        for words in (*parsed.problems, *parsed.notices)
    ]


def _trust(store: Store, view: View, lang: Lang) -> str:
    through = formatting.period(
        store.last_year if view.data == "published" else store.last_month, lang, short=True
    )
    reporting = values.at(store, view)[0].reporting
    if not reporting:
        reporting = sum(one.value is not None for one in values.at(store, view)[1:])
    regions = formatting.share(reporting, len(CODES), lang)
    return _TRUST.in_(lang).format(through, regions, wording.short(store.release))


def _label(view: View, lang: Lang) -> list[Any]:
    modelled = view.data == "modelled"
    words = (_SHOW_YEARS if modelled else _SHOW_MONTHS).in_(lang)
    other = "published" if modelled else "modelled"
    return [
        html.Strong(f"{wording.status(view, lang)}. "),
        f"{wording.status_sentence(view, lang)} ",
        html.Button(words, type="button", className="linklike",
                    **{"data-set": "data", "data-value": other}),
    ]  # fmt: skip


def _lead(store: Store, view: View, lang: Lang) -> list[Any]:
    """The sentences, the second one quiet: it says how sure the change is."""
    found: list[Any] = []
    for place, sentence in enumerate(situation.sentences(store, view, lang)):
        found.append(html.Span(f"{sentence} ", className="quiet" if place == 1 else "loud"))
    return found


def _card(card: cards.Card) -> html.Li:
    spark = [html.Img(src=card.spark, alt="", className="spark")] if card.spark else []
    return html.Li(
        [
            html.H2(card.name),
            html.P([html.Span(card.number, className="big"), f" {card.unit}"], className="value"),
            *spark,
            html.P(card.verdict, className="verdict"),
            *(html.P(line, className="line") for line in card.lines),
        ]
    )


def _pictures(store: Store, view: View, lang: Lang) -> dict[str, Any]:
    return {
        "map": pictures.map_picture(store, view, lang),
        "chosen": pictures.series_picture(store, view, view.of, lang),
        "over": pictures.series_picture(store, view, OVERCROWDING, lang),
        "out": pictures.series_picture(store, view, OUTPLACEMENT, lang),
        "occupancy": pictures.occupancy_picture(store, view, lang),
        "way": pictures.way_picture(store, view, lang),
    }


def _section(name: str, view: View, found: dict[str, Any], lang: Lang) -> html.Section:
    if name != "map":
        return parts.picture_section(name, found, lang, hidden=not is_shown(name, view))
    return parts.picture_section(
        name, found, lang, operable=True,
        before=[_switch(lang)],
        after=[
            html.Div(found[Id.TILES], id=Id.TILES, className="tiles"),
            html.Div(className="as-table map-table", tabIndex=0, role="region",
                     **{"data-figure": "map", "aria-labelledby": "map-title"}),
            html.Div(found[Id.KEY], id=Id.KEY, className="key"),
            html.P(_PRESS.in_(lang), className="hint"),
        ],
    )  # fmt: skip


def _switch(lang: Lang) -> html.Fieldset:
    """Map, grid or table: the same selection in three shapes, switched without the server."""
    choices = (("map", _MAP), ("grid", _GRID), ("table", _TABLE))
    return html.Fieldset(
        [
            html.Legend(_SHOWN_AS.in_(lang), className="unseen"),
            *(
                html.Button(
                    words.in_(lang), type="button",
                    **{"data-shape": shape, "aria-pressed": "true" if shape == "map" else "false"},
                )
                for shape, words in choices
            ),
        ],
        className="switch",
    )  # fmt: skip


def _key(view: View, lang: Lang) -> list[Component]:
    """The colours of the map and what they stand for."""
    if not view.of.drawable:
        return []
    cuts = [formatting.number(cut, 1 if cut % 1 else 0, lang) for cut in view.of.cuts]
    words = [f"< {cuts[0]}"]
    words += [f"{low}{_UPTO[view.of.diverges]}{high}" for low, high in pairwise(cuts)]
    words.append(f"≥ {cuts[-1]}")
    kind = "div" if view.of.diverges else "seq"
    unit = (_POINTS_FROM_TARGET if view.of.diverges else view.of.unit.short).in_(lang)
    return [
        html.P(unit, className="unit"),
        html.Ul(
            [
                *(html.Li([html.Span(className=f"swatch {kind}-{i + 1}"), said])
                  for i, said in enumerate(words)),
                html.Li([html.Span(className="swatch hatched"), _MISSING.in_(lang)]),
            ]
        ),
    ]  # fmt: skip


def _tiles(store: Store, view: View, lang: Lang) -> list[Component]:
    """The regions as equal tiles, roughly where they lie; the same classes as the map."""
    figure = pictures.map_picture(store, view, lang).figure["data"][0]
    found = dict(
        zip(figure["locations"], zip(figure["z"], figure["customdata"], strict=True), strict=True)
    )
    kind = "div" if view.of.diverges else "seq" if view.of.drawable else "plain"
    return [
        html.Button(
            [
                html.Span(region.name.in_(lang), className="tile-name"),
                html.Span(found[region.code][1][0], className="tile-value"),
                html.Img(src=sparkline(trends.history(store, view, region.code, 24)), alt=""),
            ],
            type="button",
            className=f"tile at-{region.tile[0]}-{region.tile[1]} "
            + (f"{kind}-{found[region.code][0] + 1}" if found[region.code][0] >= 0 else "hatched"),
            **{
                "data-set": "region",
                "data-value": region.code,
                "aria-pressed": "true" if region.code == view.region else "false",
            },
        )
        for region in REGIONS
    ]


def _table_section(found: dict[str, Any], lang: Lang) -> html.Section:
    return html.Section(
        [
            html.H2(found[Id.TABLE_TITLE], id=Id.TABLE_TITLE),
            html.P(found[Id.TABLE_MEASURE], id=Id.TABLE_MEASURE, className="measure"),
            html.Div(found[Id.TABLE], id=Id.TABLE, className="table-wrap", tabIndex=0,
                     role="region", **{"aria-labelledby": Id.TABLE_TITLE}),
            html.Div(
                [
                    parts.csv_link("regions", "excel", Text("CSV (Excel)", "CSV (Excel)"), lang),
                    parts.csv_link("regions", "machine",
                                   Text("CSV (maskinläsbar)", "CSV (machine-readable)"), lang),
                ],
                className="caption",
            ),
        ],
        className="part part-table",
        **{"aria-labelledby": Id.TABLE_TITLE},
    )  # fmt: skip


def _table(table: tables.RegionTable, view: View, lang: Lang) -> html.Table:
    heads = [_REGION.in_(lang), *table.heads[:2], _CHANGE.in_(lang), *table.heads[2:]]
    return html.Table(
        [
            html.Caption(table.title, className="unseen"),
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody([_row(row, view, lang) for row in table.rows]),
        ]
    )


def _row(row: tables.Row, view: View, lang: Lang) -> html.Tr:
    name: Any = row.name
    if row.code != SWEDEN:
        name = html.Button(row.name, type="button", className="linklike",
                           **{"data-set": "region", "data-value": row.code})  # fmt: skip
    mark = "chosen" if row.code == view.region != SWEDEN else "sweden" if row.code == SWEDEN else ""
    return html.Tr(
        [
            html.Th(name, scope="row"),
            *(html.Td(cell) for cell in row.cells[:2]),
            html.Td(_dumbbell(row), className="dumbbell"),
            *(html.Td(cell) for cell in row.cells[2:]),
        ],
        className=mark,
    )


def _dumbbell(row: tables.Row) -> list[Component]:
    """Ring for last year, dot for now; the numbers beside say the same."""
    drawn: list[Component] = []
    for place, kind in ((row.before, "ring"), (row.now, "dot")):
        if place is not None:
            drawn.append(html.Span(className=kind, style={"--at": str(place)}))
    return [html.Span(drawn, className="rail", **{"aria-hidden": "true"})]


PAGE = Page(
    key="overview",
    path=Text("/", "/en/"),
    title=Text("Läget i landet", "The national picture"),
    place="header",
    layout=layout,
)
