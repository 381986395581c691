"""Relief, preparedness, an event and staffing: the sections below the planner."""

from collections.abc import Sequence
from typing import Any

from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.scenario import event_words, readiness_words, relief_words, staff_words
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts import example_mark, file_links
from layouts.parts.picture_parts import scrolling
from layouts.parts.sorting import Sorting
from layouts.parts.word_table import grid_table
from layouts.scenario.dials import dial

RELIEF, READY, EVENT, STAFF, REGIONS = (
    "scn-relief", "scn-ladder", "scn-event", "scn-staffing", "scn-by-region",
)  # fmt: skip
_ENDS = ("title", "table", "sentence")
_FIRST = {
    RELIEF: Text("Från", "From"), READY: Text("Steg", "Rung"), EVENT: Text("Region", "Region"),
    STAFF: Text("Vård", "Care"), REGIONS: Text("Region", "Region"),
}  # fmt: skip
_EVENT = Text("En händelse med många skadade", "An event with many injured")
_STAFF = Text("Personalen bakom platserna", "The staff behind the beds")
_REGIONS = Text(
    "Personal bakom avståndet till riktvärdet, region för region",
    "Staff behind the distance to the guideline, region by region",
)
_READY_DIALS = ("closed", "convert", "employed", "crisis")
_EVENT_DIALS = ("hurt", "severe", "window")
_NUMBERS = Text("Egna uppgifter", "Own figures")


def capacity_parts() -> tuple[tuple[str, str], ...]:
    """Id and property of all that follows the view here."""
    return tuple((f"{name}-{end}", "children") for name in _FIRST for end in _ENDS)


def capacity_values(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    """The changing values by component id."""
    where = dataset, view, lang
    told: dict[str, tuple[str, Grid, str]] = {
        RELIEF: (
            relief_words.title(*where), relief_words.grid(*where), relief_words.sentence(*where),
        ),
        READY: (
            readiness_words.title(*where), readiness_words.ladder_grid(*where),
            readiness_words.sentence(*where),
        ),
        EVENT: (
            _EVENT.in_(lang), event_words.event_grid(*where), event_words.event_sentence(*where),
        ),
        STAFF: (_STAFF.in_(lang), staff_words.wards_grid(*where), staff_words.behind(*where)),
        REGIONS: (
            _REGIONS.in_(lang), staff_words.regions_grid(*where), staff_words.NO_NORM.in_(lang),
        ),
    }  # fmt: skip
    found: dict[str, Any] = {}
    for name, (title, grid, sentence) in told.items():
        title = example_mark.marked(dataset, title, lang)
        sorting = Sorting(f"{name}-table", dataset, view, lang)
        first, numbers = _FIRST[name].in_(lang), name == REGIONS
        table = grid_table(title, grid, first, sorting, numbers=numbers) if grid.rows else ""
        found |= {f"{name}-title": title, f"{name}-table": table, f"{name}-sentence": sentence}
    way = example_mark.way_there(dataset, view, lang)
    found[f"{RELIEF}-sentence"] = [found[f"{RELIEF}-sentence"], *way]
    return found


def capacity_sections(parts: dict[str, Any], lang: Lang) -> list[Html]:
    """The sections in their order."""
    ready = [_own(_READY_DIALS, parts, lang)]
    event = [html.Div([dial(key, parts, lang) for key in _EVENT_DIALS], className="thirds")]
    return [
        _section(RELIEF, parts, lang),
        html.Div(
            [_section(READY, parts, lang, ready), _section(EVENT, parts, lang, event)],
            className="halves",
        ),
        html.Div([_section(STAFF, parts, lang), _section(REGIONS, parts, lang)],
                 className="halves"),
    ]  # fmt: skip


def _own(keys: Sequence[str], parts: dict[str, Any], lang: Lang) -> Html:
    return html.Details(
        [html.Summary(_NUMBERS.in_(lang)), *(dial(key, parts, lang) for key in keys)],
        className="more-dials",
    )


def _section(name: str, parts: dict[str, Any], lang: Lang, before: Sequence[Html] = ()) -> Html:
    return html.Section(
        [
            html.H2(parts[f"{name}-title"], id=f"{name}-title"),
            *before,
            scrolling(f"{name}-table", parts, f"{name}-title"),
            html.P(parts[f"{name}-sentence"], className="sentence", id=f"{name}-sentence"),
            html.Div(file_links.csv_links(name, lang), className="caption"),
        ],
        className="part part-capacity",
        id=name,
    )
