"""Målnivåer: targets that follow the size of the unit, and what the missing beds consist of."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from dash import html

from dashboard import pictures, target_words
from dashboard.assumed_targets import basis
from dashboard.assumption_words import ASSUMPTIONS
from dashboard.figures.picture import Picture
from dashboard.lang import Lang, Text
from dashboard.store import Store
from dashboard.target_model import STAMP
from dashboard.view import View, default_view, parse
from layouts import controls, headline, light, parts, shell
from layouts.page import Page
from layouts.target_sliders import slider_parts, slider_values, sliders_section
from layouts.touchable import Touchable


class Id(StrEnum):
    """What a touch can change beside the pictures and the sliders."""

    TRUST = "tgt-trust"
    LABEL = "tgt-label"
    HEADING = "tgt-heading"
    LEAD = "tgt-lead"


PICTURES = ("tgt-curve", "tgt-gaps")
_SHOWS = Text("Visar målnivåer, {}.", "Showing targets, {}.")


def content(view: View, store: Store, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    found: dict[str, Any] = {
        Id.TRUST: headline.trust(store, view, lang),
        Id.LABEL: _label(view, lang),
        Id.HEADING: target_words.heading(view, lang),
        Id.LEAD: [
            light.Span(f"{words} ", className="quiet" if place == 1 else "loud")
            for place, words in enumerate(target_words.sentences(store, view, lang))
        ],
        **slider_values(ASSUMPTIONS, basis(store, view), lang),
    }
    for name, picture in _pictures(store, view, lang).items():
        found |= parts.picture_values(name, picture, lang)
    return found


def _label(view: View, lang: Lang) -> list[Any]:
    return [light.Strong(f"{STAMP.in_(lang)}. "), target_words.label(view, lang)]


def _pictures(store: Store, view: View, lang: Lang) -> dict[str, Picture]:
    locked = bool(basis(store, view).assumed.locked)
    return {
        "tgt-curve": pictures.target_curve_picture(store, view, lang),
        "tgt-gaps": pictures.implied_gaps_picture(store, view, lang, locked=locked),
    }


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(target_words.heading(view, lang))


TOUCHABLE = Touchable(
    key="targets",
    prefix="tgt-",
    controls=("region", "period", "assumptions"),
    parts=(
        *((str(id_), "children") for id_ in Id),
        *slider_parts(ASSUMPTIONS),
        *parts.picture_parts(PICTURES),
    ),
    content=content,
    said=said,
)


def layout(store: Store, lang: Lang, query: Mapping[str, str]) -> html.Div:
    """The page for a query, complete with figures and tables."""
    parsed = parse(query, store)
    view = _ours(parsed.view, store)
    found = content(view, store, lang)
    return html.Div(
        [
            *shell.stores(TOUCHABLE, view, store, lang),
            controls.filter_bar(TOUCHABLE, store, view, lang),
            html.P(found[Id.TRUST], id=Id.TRUST, className="trust"),
            html.P(found[Id.LABEL], id=Id.LABEL, className="label"),
            headline.problems(TOUCHABLE, parsed, lang),
            headline.spoken(TOUCHABLE),
            html.H1(found[Id.HEADING], id=Id.HEADING, tabIndex=-1),
            html.P(found[Id.LEAD], id=Id.LEAD, className="lead"),
            *_sections(found, lang),
        ],
        className="column page-targets",
    )


def _ours(view: View, store: Store) -> View:
    """The view without what the page has no control for: it is always somatic care by month."""
    usual = default_view(store)
    return replace(
        view, indicator=usual.indicator, care=usual.care, stream=usual.stream, data=usual.data
    )


def _sections(found: dict[str, Any], lang: Lang) -> list[Any]:
    def section(name: str) -> html.Section:
        return parts.picture_section(name, found, lang)

    return [
        html.Div(
            [
                html.Div([section("tgt-curve")], className="wide"),
                html.Div([sliders_section(found, lang)], className="side"),
            ],
            className="pair curve-and-sliders",
        ),
        section("tgt-gaps"),
    ]


PAGE = Page(
    key="targets",
    path=Text("/malnivaer", "/en/targets"),
    title=Text("Målnivåer", "Targets"),
    place="header",
    layout=layout,
    touchable=TOUCHABLE,
)
