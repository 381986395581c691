"""Effekter och medel: what the money rewarded, and whether the policy worked."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from dashboard.effects import page_words
from dashboard.effects.policy_picture import KINDS
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
from layouts.parts.door import door
from layouts.parts.page_frame import framed
from layouts.parts.picture_values import picture_values


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
_MODELS = Text("Modeller och jämförelser bakom domen", "Models and contrasts behind the verdict")
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
        **contrasts.contrast_values(dataset, view, lang),
        **other_grants.grant_values(dataset, view, lang),
    }
    for name in PICTURES:
        found |= picture_values(dataset, name, view, lang)
    return found


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(labels.place(view, lang))


INTERACTIVE = InteractivePage(
    key="effects",
    prefix="eff-",
    controls=("region", "data", "events", "rule", "against", "sort"),
    parts=(
        *((str(id_), "children") for id_ in Id),
        *picture_parts.picture_parts(PICTURES),
        *grant_cells.cell_parts(),
        *evaluation.effort_parts(),
        *simulator.rules_parts(),
        *contrasts.contrast_parts(),
        *other_grants.grant_parts(),
    ),
    content=content,
    said=said,
)
# The other controls stand with what they change.
_BAR = replace(INTERACTIVE, controls=("region", "data", "sort"))


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page for a query, complete with figures and tables."""
    parsed, parts = INTERACTIVE.filled(query, dataset, lang)
    view, shown = parsed.view, dataset.showing(parsed.view.data)
    sections = [
        evaluation.verdict_section(parts),
        html.Div(
            [
                _models(shown, view, parts, lang),
                picture_parts.picture_section("eff-grant", parts, lang, closed=True),
                *grant_cells.cell_sections(parts, lang),
                *chance.chance_sections(shown, view, parts, lang),
                *simulator.rules_sections(view, parts, lang),
                evaluation.area_section(parts, lang),
                other_grants.grants_section(parts, lang),
            ],
            className="doors",
        ),
    ]
    return framed(INTERACTIVE, parsed, dataset, lang, parts=parts, sections=sections, bar=_BAR)


def _models(dataset: Dataset, view: View, parts: dict[str, Any], lang: Lang) -> Html:
    """All that the verdict rests on, behind one door."""
    pair = html.Div(
        [
            html.Div(
                [evaluation.model_section(parts), evaluation.told_section(dataset, lang)],
                className="side",
            ),
            html.Div(
                [
                    picture_parts.picture_section(name, parts, lang)
                    for name in ("eff-fit", "eff-its")
                ],
                className="wide",
            ),
        ],
        className="pair",
    )
    inside = [
        picture_parts.picture_section("eff-policy", parts, lang, before=[_events(view, lang)]),
        pair,
        evaluation.weigh_section(parts, lang),
        contrasts.contrast_section(dataset, parts, lang),
        evaluation.seen_section(parts),
    ]
    heading = html.H2(_MODELS.in_(lang), id="eff-models-title")
    return html.Section(door(heading, inside), className="part", id="eff-models")


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
