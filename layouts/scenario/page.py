"""Scenario: what it would take, how sure that is, and what the result rests on."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.scenario import page_words
from dashboard.values import labels
from dashboard.view import addresses
from dashboard.view.view import View, default_view
from layouts import html
from layouts.html import Html
from layouts.page.interactive_page import InteractivePage
from layouts.page.page import Page
from layouts.parts import controls, example_mark, headline, picture_parts
from layouts.parts.page_frame import framed
from layouts.parts.picture_values import picture_values
from layouts.scenario import capacity, dials, results


class Id(StrEnum):
    """What a touch can change beside the picture and the sections of their own."""

    TRUST = "scn-trust"
    LABEL = "scn-label"
    HEADING = "scn-heading"
    LEAD = "scn-lead"


FORECAST = "scn-forecast"
ARROWS = "scn-relief-map"
PICTURES = ("scn-swings", FORECAST, ARROWS)
_UNDRAWN = f"part part-{FORECAST} undrawn"
MONTHS = "scn-data"
_ON_PAGE = Text("På sidan", "On this page")
_PLACES = {
    results.NAME: Text("Planera", "Plan"),
    capacity.RELIEF: Text("Avlastning", "Relief"),
    capacity.READY: Text("Beredskap", "Preparedness"),
    capacity.EVENT: Text("Många skadade", "Many injured"),
    capacity.STAFF: Text("Personal", "Staff"),
    FORECAST: Text("Prognos", "Forecast"),
    results.LOG: Text("Antaganden", "Assumptions"),
}
_SHOWS = Text("Visar scenario, {}.", "Showing scenario, {}.")
_HOW = Text("Så räknas det", "How it is computed")


def content(view: View, dataset: Dataset, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    view = _settled(view, dataset)
    found: dict[str, Any] = {
        Id.TRUST: headline.trust(dataset, view, lang),
        Id.LABEL: _label(dataset, view, lang),
        Id.HEADING: example_mark.marked(dataset, page_words.heading(view, lang), lang),
        Id.LEAD: headline.lead(page_words.sentences(dataset, view, lang)),
        **dials.dial_values(dataset, view, lang),
        **results.result_values(dataset, view, lang),
        **capacity.capacity_values(dataset, view, lang),
    }
    for name in PICTURES:
        found |= picture_values(dataset, name, view, lang)
    found[FORECAST] = f"part part-{FORECAST}" if found[f"{FORECAST}-figure"]["data"] else _UNDRAWN
    # There is nothing to draw where nobody takes anybody.
    found[ARROWS] = not found[f"{ARROWS}-figure"]["data"]
    return found


def _label(dataset: Dataset, view: View, lang: Lang) -> list[Any]:
    """What the months are, what makes the result that of its address, and how it is done."""
    how = html.A(_HOW.in_(lang), href=f"{addresses.METHOD.in_(lang)}#scenario")
    return [
        *headline.warning(dataset, view, lang),
        html.Strong(f"{labels.status(dataset, view, lang)}. "),
        f"{page_words.label(dataset, view, lang)} ",
        how,
        *example_mark.way_there(dataset, view, lang),
        *example_mark.stripe(dataset),
    ]


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(page_words.heading(view, lang))


def _settled(view: View, dataset: Dataset) -> View:
    """The view without what the page has no control for: it is always somatic care by month."""
    usual = default_view(dataset)
    data = usual.data if view.data == "published" else view.data
    return replace(view, indicator=usual.indicator, care=usual.care, stream=usual.stream, data=data)


INTERACTIVE = InteractivePage(
    key="scenario",
    prefix="scn-",
    controls=("region", "period", "data", "scenario", "beside", "sort"),
    parts=(
        *((str(id_), "children") for id_ in Id),
        *dials.dial_parts(),
        *results.result_parts(),
        *capacity.capacity_parts(),
        *picture_parts.picture_parts(PICTURES),
        (FORECAST, "className"),
        (ARROWS, "hidden"),
    ),
    content=content,
    said=said,
    settled=_settled,
)
# Which months are looked at is chosen by a link; nothing of it is seen in the bar.
_BAR = replace(INTERACTIVE, controls=("region", "period", "scenario", "beside", "sort"))


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page for a query, complete with figures and tables."""
    parsed, parts = INTERACTIVE.filled(query, dataset, lang)
    data = controls.Input(id=MONTHS, type="hidden", value=parsed.view.data)
    sections = [data, *_sections(parts, lang)]
    return framed(INTERACTIVE, parsed, dataset, lang, parts=parts, sections=sections, bar=_BAR)


def _contents(lang: Lang) -> Html:
    links = [html.Li(html.A(words.in_(lang), href=f"#{id_}")) for id_, words in _PLACES.items()]
    return html.Nav(html.Ul(links), aria_label=_ON_PAGE.in_(lang), className="contents")


def _sections(parts: dict[str, Any], lang: Lang) -> list[Any]:
    relief, *others = capacity.capacity_sections(parts, lang)
    return [
        _contents(lang),
        results.start_section(parts),
        html.Div(
            [
                html.Div([dials.dials_section(parts, lang)], className="side"),
                html.Div(
                    [
                        results.result_section(parts, lang),
                        picture_parts.picture_section("scn-swings", parts, lang),
                        results.goal_section(parts, lang),
                    ],
                    className="wide",
                ),
            ],
            className="pair dials-and-results",
        ),
        relief,
        picture_parts.picture_section(ARROWS, parts, lang, hidden=parts[ARROWS]),
        *others,
        picture_parts.picture_section(FORECAST, parts, lang, kind=parts[FORECAST]),
        results.log_section(parts, lang),
    ]


PAGE = Page(
    key="scenario",
    path=addresses.SCENARIO,
    title=Text("Scenario", "Scenario"),
    place="header",
    layout=layout,
    interactive=INTERACTIVE,
)
