"""Effekter och medel: what the money rewarded, and whether the policy worked."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard.effects import page_words as effort_words
from dashboard.effects.policy_picture import KINDS
from dashboard.exports import pictures
from dashboard.figures.picture import Picture
from dashboard.language.text import Lang, Text
from dashboard.releases.store import Store
from dashboard.values import labels as wording
from dashboard.view.view import View
from layouts.effects import (
    chance as chance_section,
)
from layouts.effects import (
    contrasts as contrast_section,
)
from layouts.effects import (
    evaluation as effort_section,
)
from layouts.effects import (
    grant_cells as grant_section,
)
from layouts.effects import (
    other_grants as grants_section,
)
from layouts.effects import (
    simulator as rules_section,
)
from layouts.page.interactive import Touchable
from layouts.page.page import Page
from layouts.parts import filters as controls
from layouts.parts import headline
from layouts.parts import picture_parts as parts
from layouts.parts.frame import framed


class Id(StrEnum):
    """What a touch can change beside the pictures and the sections of their own."""

    TRUST = "eff-trust"
    LABEL = "eff-label"
    HEADING = "eff-heading"
    LEAD = "eff-lead"


PICTURES = (
    "eff-policy",
    "eff-fit",
    "eff-its",
    "eff-grant",
    "eff-chance",
    "eff-unpaid",
    "eff-rules",
)
_ON_PAGE = Text("På sidan", "On this page")
_PLACES = {
    "eff-policy": Text("Satsningens år", "The years of the effort"),
    "eff-model": Text("Effekt", "Effect"),
    "eff-grant": Text("Bidraget 2024", "The grant of 2024"),
    "eff-why": Text("Vem fick och varför", "Who got and why"),
    "eff-chance": Text("Slumpens del", "The part of chance"),
    "eff-rules": Text("Pröva en annan regel", "Try another rule"),
    "eff-areas": Text("Avtalets områden", "The areas of the agreement"),
    "eff-grants": Text("Andra år", "Other years"),
}
_SHOWS = Text("Visar effekter och medel, {}.", "Showing effects and funding, {}.")


def content(view: View, store: Store, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    found: dict[str, Any] = {
        Id.TRUST: headline.trust(store, view, lang),
        Id.LABEL: headline.label(store, view, lang, "eff-data"),
        Id.HEADING: effort_words.heading(view, lang),
        Id.LEAD: headline.lead(effort_words.sentences(store, view, lang)),
        **grant_section.cell_values(store, view, lang),
        **effort_section.effort_values(store, view, lang),
        **rules_section.rules_values(store, view, lang),
    }
    for name, picture in _pictures(store, view, lang).items():
        found |= parts.picture_values(name, picture, lang)
    return found


def _pictures(store: Store, view: View, lang: Lang) -> dict[str, Picture]:
    return {
        "eff-policy": pictures.policy_picture(store, view, lang),
        "eff-fit": pictures.fit_picture(store, view, lang),
        "eff-its": pictures.its_picture(store, view, lang),
        "eff-grant": pictures.grant_picture(store, view, lang),
        "eff-chance": pictures.chance_picture(store, view, lang),
        "eff-unpaid": pictures.unpaid_picture(store, view, lang),
        "eff-rules": pictures.rules_picture(store, view, lang),
    }


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(wording.place(view, lang))


TOUCHABLE = Touchable(
    key="effects",
    prefix="eff-",
    controls=("region", "data", "events", "rule", "against"),
    parts=(
        *((str(id_), "children") for id_ in Id),
        *parts.picture_parts(PICTURES),
        *grant_section.cell_parts(),
        *effort_section.effort_parts(),
        *rules_section.rules_parts(),
    ),
    content=content,
    said=said,
)
# The other controls stand with what they change.
_BAR = replace(TOUCHABLE, controls=("region", "data"))


def layout(store: Store, lang: Lang, query: Mapping[str, str]) -> html.Div:
    """The page for a query, complete with figures and tables."""
    parsed = TOUCHABLE.opened(query, store)
    view, found = parsed.view, content(parsed.view, store, lang)
    sections = [
        _contents(lang),
        parts.picture_section("eff-policy", found, lang, before=[_events(view, lang)]),
        html.Div(
            [
                html.Div(
                    [effort_section.model_section(found), effort_section.told_section(lang)],
                    className="side",
                ),
                html.Div(
                    [parts.picture_section(name, found, lang) for name in ("eff-fit", "eff-its")],
                    className="wide",
                ),
            ],
            className="pair",
        ),
        effort_section.verdict_section(found),
        contrast_section.contrast_section(store, lang),
        effort_section.seen_section(found),
        parts.picture_section("eff-grant", found, lang),
        *grant_section.cell_sections(found, lang),
        *chance_section.chance_sections(store, found, lang),
        *rules_section.rules_sections(view, found, lang),
        effort_section.area_section(found, lang),
        grants_section.grants_section(store, lang),
    ]
    return framed(TOUCHABLE, parsed, store, lang, found=found, sections=sections, bar=_BAR)


def _contents(lang: Lang) -> html.Nav:
    links = [html.Li(html.A(words.in_(lang), href=f"#{id_}")) for id_, words in _PLACES.items()]
    return html.Nav(html.Ul(links), className="contents", **{"aria-label": _ON_PAGE.in_(lang)})


def _events(view: View, lang: Lang) -> html.Div:
    options = [{"value": kind, "label": words.in_(lang)} for kind, words in KINDS.items()]
    id_ = TOUCHABLE.id("events")
    return html.Div(
        [
            html.Label(controls.NAMES["events"].in_(lang), htmlFor=id_),
            dbc.Select(id=id_, value=view.events, options=options, size="sm"),
        ],
        className="choice choice-events",
    )


PAGE = Page(
    key="effects",
    path=Text("/effekter", "/en/effects"),
    title=Text("Effekter och medel", "Effects and funding"),
    place="header",
    layout=layout,
    touchable=TOUCHABLE,
)
