"""The bar of filters: native selects and radio buttons, each with a name that can be heard."""

from typing import Any

from dashboard.language.text import Lang, Text
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.view.addresses import USE
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.page.interactive_page import InteractivePage
from layouts.parts import controls
from layouts.parts.filters import NAMES, RADIOS, UNSEEN, Options, options_of, values_of

_FILTER = Text("Filter", "Filters")
_CHANGE = Text("Ändra", "Change")
# What stands behind a door where a page has several of them: the others fill a line.
_SELDOM = ("care", "stream", "data", "span")
_SEVERAL = 3
_RESET = Text("Återställ", "Reset")
_SHARE = Text("Dela", "Share")
_EXPORT = Text("Exportera", "Export")
_ALL_REGIONS = Text("Alla regioner som CSV (Excel)", "All regions as CSV (Excel)")
_ALL_MACHINE = Text("Alla regioner som CSV (maskinläsbar)", "All regions as CSV (machine-readable)")
_ELSEWHERE = Text("Använd i Excel, Power BI, R …", "Use in Excel, Power BI, R …")
_PRINT = Text("Skriv ut eller spara som PDF", "Print or save as PDF")


def filter_bar(page: InteractivePage, dataset: Dataset, view: View, lang: Lang) -> Html:
    """The bar of the page's filters in one line; on a phone a sheet that a button opens."""
    behind = [name for name in page.controls if name in _SELDOM]
    if len(behind) < _SEVERAL:
        behind = []
    first = [name for name in page.controls if name not in behind and name not in UNSEEN]
    drawn = {name: _control(page, name, dataset, view, lang) for name in page.controls}
    seldom = _seldom(page, behind, drawn, view, lang)
    shown = [drawn[name] for name in page.controls if name not in behind]
    return html.Div(
        [
            html.Button(
                _now(page, first, dataset, view, lang),
                aria_controls="filters",
                aria_expanded="false",
                className="toggle",
                id="filter-toggle",
                type="button",
            ),
            html.Div([*shown, *seldom, _tools(lang)], id="filters"),
        ],
        aria_label=_FILTER.in_(lang),
        className="bar",
        role="search",
    )


def _seldom(
    page: InteractivePage, behind: list[str], drawn: dict[str, Html], view: View,
    lang: Lang,
) -> list[Html]:  # fmt: skip
    """The filters behind a door that says what they show; none where there are few."""
    if not behind:
        return []
    shown = values_of(view)
    chosen = [RADIOS[name][shown[name]].in_(lang) for name in behind]
    inside = html.Div([drawn[name] for name in behind], className="choices")
    door = html.Summary(_told(page, behind, chosen, lang), className="tool")
    return [html.Details([door, inside], className="seldom", id="more-filters")]


def _now(
    page: InteractivePage, names: list[str], dataset: Dataset, view: View, lang: Lang
) -> list[Any]:
    """`Riket · Överbeläggningar · december 2025`, as the closed sheet says it."""
    shown, chosen = values_of(view), []
    for name in names:
        if name in RADIOS:
            chosen.append(RADIOS[name][shown[name]].in_(lang))
            continue
        options = options_of(name, dataset, view, lang)
        chosen += [one["label"] for one in options if one["value"] == shown[name]]
    return _told(page, names, chosen, lang)


def _told(page: InteractivePage, names: list[str], chosen: list[str], lang: Lang) -> list[Any]:
    """What the filters show, which a script writes anew, and that it can be changed."""
    ids = " ".join(page.id(name) for name in names)
    return [
        html.Span(" · ".join(chosen), data_shows=ids),
        " ",
        html.Span(_CHANGE.in_(lang), className="change"),
    ]


def _control(page: InteractivePage, name: str, dataset: Dataset, view: View, lang: Lang) -> Html:
    shown = values_of(view)[name]
    if name in UNSEEN:
        return controls.Input(id=page.id(name), type="hidden", value=shown)
    if name in RADIOS:
        return _radios(page.id(name), name, shown, RADIOS[name], lang)
    options = options_of(name, dataset, view, lang)
    if name == "region" and page.recalls_region:
        # A page of one's own region is never of the country.
        options = [one for one in options if one["value"] != SWEDEN]
    return _select(page.id(name), name, shown, options, lang)


def _select(id_: str, name: str, shown: str, options: Options, lang: Lang) -> Html:
    return html.Div(
        [
            html.Label(NAMES[name].in_(lang), htmlFor=id_),
            controls.Select(id=id_, value=shown, options=options, size="sm"),
        ],
        className=f"choice choice-{name}",
    )


def _radios(id_: str, name: str, shown: str, words: dict[str, Text], lang: Lang) -> Html:
    options = [{"value": key, "label": text.in_(lang)} for key, text in words.items()]
    return html.Fieldset(
        [
            html.Legend(NAMES[name].in_(lang)),
            controls.RadioItems(
                id=id_, name=id_, value=shown, options=options, className="segments"
            ),
        ],
        className=f"choice choice-{name}",
    )


def _tools(lang: Lang) -> Html:
    files: list[Html] = [
        html.A(
            words.in_(lang),
            data_file=f"/files/regions.csv?lang={lang}&flavour={flavour}",
            href=f"/files/regions.csv?lang={lang}&flavour={flavour}",
        )
        for flavour, words in (("excel", _ALL_REGIONS), ("machine", _ALL_MACHINE))
    ]
    elsewhere = f"{USE.in_(lang)}?"
    # A script adds the view that the page shows.
    files.append(html.A(_ELSEWHERE.in_(lang), data_file=elsewhere, href=USE.in_(lang)))
    printing = html.Button(_PRINT.in_(lang), data_print="1", type="button")
    return html.Div(
        [
            html.Button(_SHARE.in_(lang), className="tool", id="share", type="button"),
            html.Details(
                [html.Summary(_EXPORT.in_(lang), className="tool"),
                 html.Div([*files, printing], className="menu")],
                className="export",
            ),
            html.A(_RESET.in_(lang), className="tool", data_reset="1", href="?"),
        ],
        className="tools",
    )  # fmt: skip
