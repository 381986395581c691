"""The filters: native selects and radio buttons, each with a name that can be heard."""

from collections.abc import Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.formatting import period as period_words
from dashboard.indicators import INDICATORS, Care
from dashboard.lang import Lang, Text
from dashboard.regions import ALL_CODES, name_of
from dashboard.store import Store
from dashboard.view import View

NAMES = {
    "indicator": Text("Mått", "Indicator"),
    "period": Text("Period", "Period"),
    "region": Text("Region", "Region"),
    "care": Text("Vård", "Care"),
    "stream": Text("Vårdform", "Stream"),
    "span": Text("Tidsspann", "Time span"),
    "data": Text("Underlag", "Data"),
}
CONTROLS = tuple(NAMES)

_CARE: dict[Care, Text] = {
    "somatic": Text("Somatik", "Somatic"),
    "psychiatric": Text("Psykiatri", "Psychiatric"),
    "all": Text("All vård", "All care"),
}
_STREAM = {
    "all": Text("Akut + planerad", "Acute + planned"),
    "acute": Text("Akut", "Acute"),
    "planned": Text("Planerad", "Planned"),
}
_DATA = {
    "modelled": Text("Månader (modellerade)", "Months (modelled)"),
    "published": Text("Publicerade år", "Published years"),
}
_SPAN = {
    24: Text("2 år", "2 years"),
    60: Text("5 år", "5 years"),
    120: Text("10 år", "10 years"),
}

_FILTER = Text("Filter", "Filters")
_RESET = Text("Återställ", "Reset")
_SHARE = Text("Dela", "Share")
_EXPORT = Text("Exportera", "Export")
_ALL_REGIONS = Text("Alla regioner som CSV (Excel)", "All regions as CSV (Excel)")
_ALL_MACHINE = Text("Alla regioner som CSV (maskinläsbar)", "All regions as CSV (machine-readable)")
_PRINT = Text("Skriv ut eller spara som PDF", "Print or save as PDF")


def values_of(view: View) -> dict[str, Any]:
    """What each control shows for a view."""
    return {name: str(getattr(view, name)) for name in CONTROLS}


def period_options(store: Store, view: View, lang: Lang) -> list[dict[str, str]]:
    """The periods of the view's data, newest first; a period beyond them stands on top."""
    usual = store.year_labels if view.data == "published" else store.months
    known = list(reversed(usual))
    if view.period not in usual:
        known.insert(0, view.period)
    return [{"value": p, "label": period_words(p, lang)} for p in known]


def filter_bar(store: Store, view: View, lang: Lang) -> html.Div:
    """The bar of filters; on a phone a sheet that a button opens."""
    shown = values_of(view)
    return html.Div(
        [
            html.Button(
                _FILTER.in_(lang), id="filter-toggle", type="button", className="toggle",
                **{"aria-expanded": "false", "aria-controls": "filters"},
            ),
            html.Div(
                [
                    _select("region", shown, lang, _region_options(lang)),
                    _select("indicator", shown, lang, _indicator_options(lang)),
                    _radios("care", shown, lang, _CARE),
                    _radios("stream", shown, lang, _STREAM),
                    _select("period", shown, lang, period_options(store, view, lang)),
                    _radios("data", shown, lang, _DATA),
                    _radios("span", shown, lang, {str(k): v for k, v in _SPAN.items()}),
                    _tools(lang),
                ],
                id="filters",
            ),
        ],
        className="bar",
        role="search",
        **{"aria-label": _FILTER.in_(lang)},
    )  # fmt: skip


def _region_options(lang: Lang) -> list[dict[str, str]]:
    return [{"value": code, "label": name_of(code).in_(lang)} for code in ALL_CODES]


def _indicator_options(lang: Lang) -> list[dict[str, str]]:
    return [{"value": one.key, "label": one.name.in_(lang)} for one in INDICATORS]


def _select(
    name: str, shown: dict[str, Any], lang: Lang, options: Sequence[dict[str, str]]
) -> html.Div:
    return html.Div(
        [
            html.Label(NAMES[name].in_(lang), htmlFor=name),
            dbc.Select(id=name, value=shown[name], options=list(options), size="sm"),
        ],
        className=f"choice choice-{name}",
    )


def _radios(name: str, shown: dict[str, Any], lang: Lang, words: Any) -> html.Fieldset:
    return html.Fieldset(
        [
            html.Legend(NAMES[name].in_(lang)),
            dbc.RadioItems(
                id=name,
                value=shown[name],
                options=[{"value": key, "label": text.in_(lang)} for key, text in words.items()],
                inline=True,
                className="segments",
            ),
        ],
        className=f"choice choice-{name}",
    )


def _tools(lang: Lang) -> html.Div:
    files: list[Component] = [
        html.A(
            words.in_(lang),
            href=f"/files/regions.csv?lang={lang}&flavour={flavour}",
            **{"data-file": f"/files/regions.csv?lang={lang}&flavour={flavour}"},
        )
        for flavour, words in (("excel", _ALL_REGIONS), ("machine", _ALL_MACHINE))
    ]
    printing = html.Button(_PRINT.in_(lang), type="button", **{"data-print": "1"})
    return html.Div(
        [
            html.Button(_SHARE.in_(lang), type="button", id="share", className="tool"),
            html.Details(
                [html.Summary(_EXPORT.in_(lang), className="tool"),
                 html.Div([*files, printing], className="menu")],
                className="export",
            ),
            html.A(_RESET.in_(lang), href="?", className="tool", **{"data-reset": "1"}),
        ],
        className="tools",
    )  # fmt: skip
