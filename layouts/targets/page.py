"""Målnivåer: targets that follow the size of the unit, and what the missing beds consist of."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.unit_targets import table, words
from dashboard.unit_targets.assumption_words import ASSUMPTIONS, POOL
from dashboard.unit_targets.basis import basis
from dashboard.unit_targets.by_region import FOLLOWED
from dashboard.unit_targets.model import STAMP
from dashboard.unit_targets.pooling_picture import pooling_effect
from dashboard.values import labels
from dashboard.view import addresses
from dashboard.view.view import View, default_view
from layouts import html
from layouts.html import Html
from layouts.page.interactive_page import InteractivePage
from layouts.page.page import Page
from layouts.parts import controls, example_mark, headline, picture_parts
from layouts.parts.at_hand import at_hand
from layouts.parts.page_frame import framed
from layouts.parts.picture_values import picture_values
from layouts.targets.need import need_parts, need_section, need_values
from layouts.targets.sliders import slider, slider_parts, slider_values, sliders_section
from layouts.targets.table import target_table
from layouts.targets.ward_upload import wards_section


class Id(StrEnum):
    """What a touch can change beside the pictures, the sliders and the section of need."""

    TRUST = "tgt-trust"
    LABEL = "tgt-label"
    HEADING = "tgt-heading"
    LEAD = "tgt-lead"
    TABLE_TITLE = "tgt-regions-title"
    TABLE_MEASURE = "tgt-regions-measure"
    TABLE = "tgt-regions"


PICTURES = (
    "tgt-curve", "tgt-pooled", "tgt-gaps", "tgt-official", "tgt-fall", "tgt-sum", "tgt-share",
    "tgt-steps-acute", "tgt-steps-planned",
)  # fmt: skip
LOCKED = "tgt-locked"
_SHOWS = Text("Visar målnivåer, {}.", "Showing targets, {}.")
_LOCK = Text("Platserna är låsta per vårdtyp", "Beds are locked to their stream")
_HOW = Text("Så räknas det", "How it is computed")


def content(view: View, dataset: Dataset, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    found: dict[str, Any] = {
        Id.TRUST: headline.trust(dataset, view, lang),
        Id.LABEL: [*headline.warning(dataset, view, lang), *_label(view, lang)],
        Id.HEADING: example_mark.marked(dataset, words.heading(view, lang), lang),
        Id.LEAD: headline.lead(words.sentences(dataset, view, lang)),
        **_table_values(dataset, view, lang),
        LOCKED: bool(basis(dataset, view).assumed.locked),
        **slider_values(
            (*ASSUMPTIONS, POOL), basis(dataset, view), lang,
            {"pool": pooling_effect(dataset, view, lang)},
        ),
        **need_values(
            dataset, view, lang, f"{STAMP.in_(lang)}. {labels.source(dataset, view, lang)}"
        ),
    }  # fmt: skip
    for name in PICTURES:
        found |= picture_values(dataset, name, view, lang)
    return found


@at_hand("rule", "against", "events", "scenario", "beside", assumed=FOLLOWED)
def _table_values(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    return {
        Id.TABLE_TITLE: table.title(dataset, view, lang),
        Id.TABLE_MEASURE: table.measure(dataset, view, lang),
        Id.TABLE: target_table(dataset, view, lang),
    }


def _label(view: View, lang: Lang) -> list[Any]:
    """The badge, what is official and what derived, and the way to how it is done."""
    how = html.A(_HOW.in_(lang), href=f"{addresses.METHOD.in_(lang)}#unit-targets")
    return [html.Strong(f"{STAMP.in_(lang)}. "), f"{words.label(view, lang)} ", how]


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(words.heading(view, lang))


def _settled(view: View, dataset: Dataset) -> View:
    """The view without what the page has no control for: it is always somatic care by month."""
    usual = default_view(dataset)
    return replace(
        view, indicator=usual.indicator, care=usual.care, stream=usual.stream, data=usual.data
    )


INTERACTIVE = InteractivePage(
    key="targets",
    prefix="tgt-",
    controls=("region", "period", "targets", "assumptions", "sort"),
    parts=(
        *((str(id_), "children") for id_ in Id),
        *slider_parts((*ASSUMPTIONS, POOL)),
        *need_parts(),
        (LOCKED, "value"),
        *picture_parts.picture_parts(PICTURES),
    ),
    content=content,
    said=said,
    settled=_settled,
)


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page for a query, complete with figures and tables."""
    parsed, parts = INTERACTIVE.filled(query, dataset, lang)
    return framed(INTERACTIVE, parsed, dataset, lang, parts=parts, sections=_sections(parts, lang))


def _sections(parts: dict[str, Any], lang: Lang) -> list[Any]:
    def section(name: str, *, closed: bool = False) -> Html:
        return picture_parts.picture_section(name, parts, lang, closed=closed)

    pool = picture_parts.picture_section(
        "tgt-pooled", parts, lang, after=[slider(POOL, parts, lang)], closed=True
    )
    gaps = picture_parts.picture_section("tgt-gaps", parts, lang, before=[_lock(parts, lang)])
    return [
        html.Div(
            [
                html.Div([section("tgt-curve"), wards_section(lang)], className="wide"),
                html.Div([sliders_section(parts, lang)], className="side"),
            ],
            className="pair curve-and-sliders",
        ),
        need_section(parts, lang),
        html.Div([gaps, section("tgt-share")], className="halves"),
        html.Div(
            [
                section("tgt-official", closed=True),
                section("tgt-fall", closed=True),
                picture_parts.table_section(
                    Id.TABLE, parts, lang, files="tgt-regions",
                    kind="part-table part-target-table", closed=True,
                ),
                section("tgt-sum", closed=True),
                pool,
                section("tgt-steps-acute", closed=True),
                section("tgt-steps-planned", closed=True),
            ],
            className="doors",
        ),
    ]  # fmt: skip


def _lock(parts: dict[str, Any], lang: Lang) -> Html:
    """The switch of locked beds, which the script of the sliders writes like any of them."""
    return html.Div(
        controls.Checkbox(id=LOCKED, value=parts[LOCKED], label=_LOCK.in_(lang)),
        className="lock",
        data_assumption="locked",
    )


PAGE = Page(
    key="targets",
    path=addresses.TARGETS,
    title=Text("Målnivåer", "Targets"),
    place="header",
    layout=layout,
    interactive=INTERACTIVE,
)
