"""Effekter och medel: what the money rewarded, and whether the policy worked."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from dashboard.effects import page_words
from dashboard.effects.policy_picture import KINDS
from dashboard.exports import pictures
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.view import addresses
from dashboard.view.view import View
from layouts import html
from layouts.effects import chance, contrasts, evaluation, grant_cells, other_grants, simulator
from layouts.html import Html
from layouts.page.interactive_page import InteractivePage
from layouts.page.page import Page
from layouts.parts import controls, example_mark, filters, headline, picture_parts
from layouts.parts.page_frame import framed


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


def content(view: View, dataset: Dataset, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    found: dict[str, Any] = {
        Id.TRUST: headline.trust(dataset, view, lang),
        Id.LABEL: headline.label(dataset, view, lang, "eff-data"),
        Id.HEADING: example_mark.marked(dataset, page_words.heading(view, lang), lang),
        Id.LEAD: headline.lead(page_words.sentences(dataset, view, lang)),
        **grant_cells.cell_values(dataset, view, lang),
        **evaluation.effort_values(dataset, view, lang),
        **simulator.rules_values(dataset, view, lang),
    }
    for name in PICTURES:
        picture = pictures.PICTURES[name](dataset, view, lang)
        found |= picture_parts.picture_values(dataset, name, picture, view)
    return found


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(labels.place(view, lang))


INTERACTIVE = InteractivePage(
    key="effects",
    prefix="eff-",
    controls=("region", "data", "events", "rule", "against"),
    parts=(
        *((str(id_), "children") for id_ in Id),
        *picture_parts.picture_parts(PICTURES),
        *grant_cells.cell_parts(),
        *evaluation.effort_parts(),
        *simulator.rules_parts(),
    ),
    content=content,
    said=said,
)
# The other controls stand with what they change.
_BAR = replace(INTERACTIVE, controls=("region", "data"))


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page for a query, complete with figures and tables."""
    parsed = INTERACTIVE.opened(query, dataset)
    view, shown = parsed.view, dataset.showing(parsed.view.data)
    found = content(view, shown, lang)
    sections = [
        _contents(lang),
        picture_parts.picture_section("eff-policy", found, lang, before=[_events(view, lang)]),
        html.Div(
            [
                html.Div(
                    [evaluation.model_section(found), evaluation.told_section(shown, lang)],
                    className="side",
                ),
                html.Div(
                    [
                        picture_parts.picture_section(name, found, lang)
                        for name in ("eff-fit", "eff-its")
                    ],
                    className="wide",
                ),
            ],
            className="pair",
        ),
        evaluation.verdict_section(found),
        contrasts.contrast_section(shown, lang),
        evaluation.seen_section(found),
        picture_parts.picture_section("eff-grant", found, lang),
        *grant_cells.cell_sections(found, lang),
        *chance.chance_sections(shown, found, lang),
        *simulator.rules_sections(view, found, lang),
        evaluation.area_section(found, lang),
        other_grants.grants_section(dataset, lang),
    ]
    return framed(INTERACTIVE, parsed, dataset, lang, found=found, sections=sections, bar=_BAR)


def _contents(lang: Lang) -> Html:
    links = [html.Li(html.A(words.in_(lang), href=f"#{id_}")) for id_, words in _PLACES.items()]
    return html.Nav(html.Ul(links), aria_label=_ON_PAGE.in_(lang), className="contents")


def _events(view: View, lang: Lang) -> Html:
    options = [{"value": kind, "label": words.in_(lang)} for kind, words in KINDS.items()]
    id_ = INTERACTIVE.id("events")
    return html.Div(
        [
            html.Label(filters.NAMES["events"].in_(lang), htmlFor=id_),
            controls.Select(id=id_, value=view.events, options=options, size="sm"),
        ],
        className="choice choice-events",
    )


PAGE = Page(
    key="effects",
    path=addresses.EFFECTS,
    title=Text("Effekter och medel", "Effects and funding"),
    place="header",
    layout=layout,
    interactive=INTERACTIVE,
)
