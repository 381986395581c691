"""Min region: how it is, whether it changed, what it means in beds, who is alike."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from dashboard.language.text import Lang, Text
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.situation import region_sentences, region_tables
from dashboard.situation.plan_outcome import MONTH, TITLE, plan_grid, plan_sentence
from dashboard.values import labels
from dashboard.view import addresses
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.page.interactive_page import InteractivePage
from layouts.page.page import Page
from layouts.parts import example_mark, headline, picture_parts
from layouts.parts.door import behind
from layouts.parts.file_links import csv_links
from layouts.parts.page_frame import framed
from layouts.parts.picture_values import picture_values
from layouts.parts.region_chooser import region_chooser
from layouts.parts.sorting import Sorting
from layouts.parts.target_link import target_link
from layouts.parts.word_table import grid_table


class Id(StrEnum):
    """What a touch can change beside the pictures."""

    TRUST = "mine-trust"
    LABEL = "mine-label"
    HEADING = "mine-heading"
    LEAD = "mine-lead"
    DIALOGUE = "mine-dialogue"
    FIGURES = "mine-figures"
    PLAN = "mine-plan"
    CONTEXT = "mine-context"
    HOSPITALS = "mine-hospitals"


_LIMITS = ("mine-over", "mine-out", "mine-occupancy", "mine-beds")
_PICTURES = ("mine-targets", "mine-among", "mine-reach", *_LIMITS)

_TITLE = Text("Min region", "My region")
_CHOOSE = Text("Välj din region", "Choose your region")
_REMEMBERED = Text(
    "Valet blir kvar i den här webbläsaren, och ingen annanstans.",
    "The choice stays in this browser, and nowhere else.",
)
_SHOWS = Text("Visar {}, {}.", "Showing {}, {}.")
_NOW = Text("Nu, förra året och tolv månader", "Now, last year and twelve months")
_MEASURE = Text("Mått", "Measure")
_CONTEXT = Text("Sammanhang: publicerade årsvärden", "Context: published annual values")
_HOSPITALS = Text("Publicerade värden för sjukhus", "Published values of hospitals")
_HOSPITAL = Text("Sjukhus", "Hospital")
_DIALOGUE = Text(
    "Underlag för möte",
    "Papers for a meeting",
)
_PLAN = Text("Plan", "Plan")
_NO_HOSPITAL = Text(
    "Inga värden för enskilda sjukhus har hittats för regionen.",
    "No values of single hospitals have been found for the region.",
)


def content(view: View, dataset: Dataset, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    found: dict[str, Any] = {
        Id.TRUST: headline.trust(dataset, view, lang),
        Id.LABEL: headline.label(dataset, view, lang, "mine-data"),
        Id.HEADING: example_mark.marked(dataset, region_sentences.heading(view, lang), lang),
        Id.LEAD: headline.lead(region_sentences.sentences(dataset, view, lang)),
        Id.DIALOGUE: _dialogue(view, lang),
        Id.FIGURES: grid_table(
            _NOW.in_(lang),
            region_tables.this_and_last(dataset, view, lang),
            _MEASURE.in_(lang),
        ),
        Id.PLAN: _plan(view, dataset, lang),
        Id.CONTEXT: grid_table(
            _CONTEXT.in_(lang),
            region_tables.context(dataset, view, lang),
            _MEASURE.in_(lang),
            Sorting(Id.CONTEXT, dataset, view, lang),
        ),
        Id.HOSPITALS: _hospitals(dataset, view, lang),
    }
    for name in _PICTURES:
        found |= picture_values(dataset, name, view, lang)
    return found


def _dialogue(view: View, lang: Lang) -> Html:
    href = f"{addresses.DIALOGUE.in_(lang)}?region={view.region}"
    plan = html.A(_PLAN.in_(lang), href=f"#{Id.PLAN}-title")
    return html.Span([html.A(_DIALOGUE.in_(lang), href=href), " ", plan])


def _plan(view: View, dataset: Dataset, lang: Lang) -> list[Html]:
    """The planned months beside their outcome, or why there are none."""
    said = html.P(plan_sentence(dataset.plans, view.region, lang), className="measure")
    grid = plan_grid(dataset, dataset.plans, view, lang)
    sorting = Sorting(Id.PLAN, dataset, view, lang)
    table = grid_table(TITLE.in_(lang), grid, MONTH.in_(lang), sorting)
    return [said, table] if grid.rows else [said]


def _hospitals(dataset: Dataset, view: View, lang: Lang) -> Html:
    found = region_tables.hospitals(dataset, view.region, lang)
    if not found.rows:
        return html.P(_NO_HOSPITAL.in_(lang), className="measure")
    sorting = Sorting(Id.HOSPITALS, dataset, view, lang)
    return grid_table(_HOSPITALS.in_(lang), found, _HOSPITAL.in_(lang), sorting)


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(labels.place(view, lang), labels.care(view, lang))


def _settled(view: View, dataset: Dataset) -> View:
    return replace(view, care="somatic") if view.care == "all" else view


INTERACTIVE = InteractivePage(
    key="region",
    prefix="mine-",
    controls=("region", "peers", "stream", "period", "data", "span", "sort"),
    parts=(*((str(id_), "children") for id_ in Id), *picture_parts.picture_parts(_PICTURES)),
    content=content,
    said=said,
    settled=_settled,
    recalls_region=True,
)


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page of the region in the query; without one, a choice of regions."""
    if INTERACTIVE.opened(query, dataset).view.region == SWEDEN:
        return _choice(lang)
    parsed, found = INTERACTIVE.filled(query, dataset, lang)
    return framed(INTERACTIVE, parsed, dataset, lang, parts=found, sections=_figures(found, lang))


def _figures(parts: dict[str, Any], lang: Lang) -> list[Html]:
    def section(name: str) -> Html:
        return picture_parts.picture_section(name, parts, lang)

    reach = picture_parts.picture_section("mine-reach", parts, lang, after=[target_link(lang)])
    limits = [html.Div([section(one) for one in _LIMITS], className="halves")]
    return [
        html.P(parts[Id.DIALOGUE], id=Id.DIALOGUE, className="onward"),
        html.Div([section("mine-targets"), section("mine-among")], className="halves"),
        *limits,
        reach,
        html.Section(
            [html.H2(TITLE.in_(lang), id=f"{Id.PLAN}-title"),
             picture_parts.scrolling(Id.PLAN, parts, f"{Id.PLAN}-title"),
             html.Div(csv_links(Id.PLAN, lang), className="caption")],
            className="part part-table",
        ),
        html.Div(
            [
                _table(Id.FIGURES, _NOW, parts, lang, closed=True),
                _table(Id.CONTEXT, _CONTEXT, parts, lang, closed=True),
                _table(Id.HOSPITALS, _HOSPITALS, parts, lang, closed=True),
            ],
            className="doors",
        ),
    ]  # fmt: skip


def _table(
    id_: Id, title: Text, parts: dict[str, Any], lang: Lang, *, closed: bool = False
) -> Html:
    heading = f"{id_}-title"
    return html.Section(
        behind(html.H2(title.in_(lang), id=heading), [
            picture_parts.scrolling(id_, parts, heading),
        ], closed=closed),
        className="part part-table",
    )  # fmt: skip


def _choice(lang: Lang) -> Html:
    """The regions as links, roughly where they lie; a script remembers the one taken."""
    return html.Div(
        [
            html.H1(_CHOOSE.in_(lang), tabIndex=-1),
            html.P(_REMEMBERED.in_(lang), className="measure"),
            region_chooser(_CHOOSE.in_(lang), lang),
        ],
        className="column page-region",
    )


PAGE = Page(
    key="region",
    path=addresses.REGION,
    title=_TITLE,
    place="header",
    layout=layout,
    interactive=INTERACTIVE,
)
