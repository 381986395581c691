"""Målnivåer: targets that follow the size of the unit, and what the missing beds consist of."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard.exports import pictures
from dashboard.figures.picture import Picture
from dashboard.language.text import Lang, Text
from dashboard.releases.store import Store
from dashboard.unit_targets import table as region_target_table
from dashboard.unit_targets import words as target_words
from dashboard.unit_targets.assumption_words import ASSUMPTIONS, POOL
from dashboard.unit_targets.basis import basis
from dashboard.unit_targets.model import STAMP
from dashboard.values import labels as wording
from dashboard.view.view import View, default_view
from layouts.html import elements as light
from layouts.page import addresses
from layouts.page.interactive import Touchable
from layouts.page.page import Page
from layouts.parts import headline
from layouts.parts import picture_parts as parts
from layouts.parts.frame import framed
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


def content(view: View, store: Store, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    found: dict[str, Any] = {
        Id.TRUST: headline.trust(store, view, lang),
        Id.LABEL: _label(view, lang),
        Id.HEADING: target_words.heading(view, lang),
        Id.LEAD: headline.lead(target_words.sentences(store, view, lang)),
        Id.TABLE_TITLE: region_target_table.title(store, view, lang),
        Id.TABLE_MEASURE: region_target_table.measure(store, view, lang),
        Id.TABLE: target_table(store, view, lang),
        LOCKED: bool(basis(store, view).assumed.locked),
        **slider_values(
            (*ASSUMPTIONS, POOL), basis(store, view), lang,
            {"pool": pictures.pooling_effect(store, view, lang)},
        ),
        **need_values(
            store, view, lang, f"{STAMP.in_(lang)}. {wording.source(store, view, lang)}"
        ),
    }  # fmt: skip
    for name, picture in _pictures(store, view, lang).items():
        found |= parts.picture_values(name, picture, lang)
    return found


def _label(view: View, lang: Lang) -> list[Any]:
    """The badge, what is official and what derived, and the way to how it is done."""
    how = light.A(_HOW.in_(lang), href=f"{addresses.METHOD.in_(lang)}#unit-targets")
    return [light.Strong(f"{STAMP.in_(lang)}. "), f"{target_words.label(view, lang)} ", how]


def _pictures(store: Store, view: View, lang: Lang) -> dict[str, Picture]:
    locked = bool(basis(store, view).assumed.locked)
    return {
        "tgt-curve": pictures.target_curve_picture(store, view, lang),
        "tgt-pooled": pictures.pooling_picture(store, view, lang),
        "tgt-gaps": pictures.implied_gaps_picture(store, view, lang, locked=locked),
        "tgt-official": pictures.official_steps_picture(store, view, lang),
        "tgt-fall": pictures.implied_steps_picture(store, view, lang),
        "tgt-sum": pictures.reconciled_picture(store, view, lang),
        "tgt-share": pictures.shared_need_picture(store, view, lang),
        "tgt-steps-acute": pictures.target_steps_picture(store, view, "acute", lang),
        "tgt-steps-planned": pictures.target_steps_picture(store, view, "planned", lang),
    }


def said(view: View, lang: Lang) -> str:
    """The line a screen reader hears after a touch."""
    return _SHOWS.in_(lang).format(target_words.heading(view, lang))


def _settled(view: View, store: Store) -> View:
    """The view without what the page has no control for: it is always somatic care by month."""
    usual = default_view(store)
    return replace(
        view, indicator=usual.indicator, care=usual.care, stream=usual.stream, data=usual.data
    )


TOUCHABLE = Touchable(
    key="targets",
    prefix="tgt-",
    controls=("region", "period", "targets", "assumptions"),
    parts=(
        *((str(id_), "children") for id_ in Id),
        *slider_parts((*ASSUMPTIONS, POOL)),
        *need_parts(),
        (LOCKED, "value"),
        *parts.picture_parts(PICTURES),
    ),
    content=content,
    said=said,
    settled=_settled,
)


def layout(store: Store, lang: Lang, query: Mapping[str, str]) -> html.Div:
    """The page for a query, complete with figures and tables."""
    parsed = TOUCHABLE.opened(query, store)
    found = content(parsed.view, store, lang)
    return framed(TOUCHABLE, parsed, store, lang, found=found, sections=_sections(found, lang))


def _sections(found: dict[str, Any], lang: Lang) -> list[Any]:
    def section(name: str) -> html.Section:
        return parts.picture_section(name, found, lang)

    pool = parts.picture_section("tgt-pooled", found, lang, after=[slider(POOL, found, lang)])
    gaps = parts.picture_section("tgt-gaps", found, lang, before=[_lock(found, lang)])
    return [
        html.Div(
            [
                html.Div([section("tgt-curve"), wards_section(lang)], className="wide"),
                html.Div([sliders_section(found, lang)], className="side"),
            ],
            className="pair curve-and-sliders",
        ),
        need_section(found, lang),
        html.Div([gaps, section("tgt-share")], className="halves"),
        html.Div([section("tgt-official"), section("tgt-fall")], className="halves"),
        parts.table_section(
            Id.TABLE, found, lang, files="tgt-regions", kind="part-table part-target-table"
        ),
        html.Div([section("tgt-sum"), pool], className="halves"),
        html.Div([section("tgt-steps-acute"), section("tgt-steps-planned")], className="halves"),
    ]


def _lock(found: dict[str, Any], lang: Lang) -> html.Div:
    """The switch of locked beds, which the script of the sliders writes like any of them."""
    carried = {"data-assumption": "locked", "data-usual": "0"}
    return html.Div(
        dbc.Checkbox(id=LOCKED, value=found[LOCKED], label=_LOCK.in_(lang)),
        className="lock",
        **carried,
    )


PAGE = Page(
    key="targets",
    path=Text("/malnivaer", "/en/targets"),
    title=Text("Målnivåer", "Targets"),
    place="header",
    layout=layout,
    touchable=TOUCHABLE,
)
