"""Använd siffrorna: what to paste into Excel, Power BI, Python, R and DuckDB for a view."""

from collections.abc import Mapping

from dashboard.indicators.registry import BY_KEY, INDICATORS
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.view.addresses import API, OVERVIEW, USE
from dashboard.view.view import View, default_data, default_view, parse
from layouts import html
from layouts.html import Html
from layouts.page.page import Page
from layouts.parts import prose
from layouts.parts.controls import Select
from layouts.use import texts
from layouts.use.addresses import Addresses, addresses
from layouts.use.code import SITE, Code, code_of
from layouts.use.statistical_tables import statistical_tables

TITLE = Text("Använd siffrorna", "Use the figures")
_KINDS = ("estimated", "published", "reported", "example")


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page of the query's view; one that has no values is shown as its indicator's own."""
    view, told = _view(dataset, query)
    at = addresses(dataset.showing(view.data), view, lang)
    return prose.article(
        TITLE.in_(lang),
        html.P(texts.LEAD.in_(lang), className="intro"),
        *([html.P(told.in_(lang), className="notice")] if told else []),
        _chooser(view, lang),
        html.P([labels.measure(view, lang), ". ",
                html.A(texts.BACK.in_(lang), href=f"{OVERVIEW.in_(lang)}?{view.link()}")],
               id="of-view"),
        html.P("", id="copied", role="status"),
        prose.section("addresses", texts.ADDRESSES.in_(lang), html.P(texts.PASTE.in_(lang)),
            html.P(texts.UNSCRIPTED.in_(lang), data_unscripted="1"),
                      _addresses(at, lang)),
        prose.section("code", texts.CODE.in_(lang),
                      *(part for one in code_of(view, at) for part in _code(one, lang))),
        prose.section("tables", texts.STATISTICAL.in_(lang),
                      *prose.paragraphs(texts.TABLES, lang), statistical_tables(dataset, lang)),
        prose.section("columns", texts.COLUMNS.in_(lang), *prose.paragraphs(texts.KEEP, lang),
                      html.P([texts.MORE.in_(lang), " ", html.A("API", href=API.in_(lang)), "."])),
    )  # fmt: skip


def _view(dataset: Dataset, query: Mapping[str, str]) -> tuple[View, Text | None]:
    parsed = parse(query, dataset)
    view = parsed.view
    if view.care in view.of.cares(view.data):
        return view, parsed.problems[0] if parsed.problems else None
    usual = default_view(dataset, indicator=view.indicator, data=default_data(view.of))
    return usual, texts.OTHER


def _chooser(view: View, lang: Lang) -> Html:
    """The view chosen anew, by an address alone."""
    kinds = [one for one in _KINDS if any(i.cares(one) for i in INDICATORS)]  # type: ignore[arg-type]
    fields = (
        ("indicator", texts.INDICATOR, view.indicator,
         [(key, one.name.in_(lang)) for key, one in BY_KEY.items()]),
        ("region", texts.REGION, view.region, [(c, name_of(c).in_(lang)) for c in ALL_CODES]),
        ("data", texts.KIND, view.data, [(one, texts.KINDS[one].in_(lang)) for one in kinds]),
    )  # fmt: skip
    inside = [
        html.Div([
            html.Label(name.in_(lang), htmlFor=f"use-{key}"),
            Select(id=f"use-{key}", name=key, value=value,
                   options=[{"value": v, "label": words} for v, words in choices]),
        ])
        for key, name, value, choices in fields
    ]  # fmt: skip
    shown = html.Button(texts.SHOW.in_(lang), className="send", type="submit")
    return html.Form([*inside, shown], action=USE.in_(lang), className="use-chooser", method="get")


def _addresses(at: Addresses, lang: Lang) -> Html:
    known = (
        ("csv", texts.CSV, at.csv), ("csv-excel", texts.CSV_EXCEL, at.excel),
        ("json", texts.JSON, at.json), ("cells", texts.CELLS, at.cells),
        ("parquet", texts.PARQUET, at.parquet),
    )  # fmt: skip
    items = [
        html.Li([
            html.Span(name.in_(lang)), _copy(f"at-{key}", name, lang),
            html.Code(html.A(_with_site(f"{SITE}{path}"), href=path), id=f"at-{key}"),
        ])
        for key, name, path in known
        if path
    ]  # fmt: skip
    return html.Ul(items, className="use-addresses")


def _code(code: Code, lang: Lang) -> list[Html]:
    name = code.tool.in_(lang)
    return [
        html.Div([html.H3(name), _copy(f"code-{code.key}", code.tool, lang)], className="use-head"),
        html.P(code.hint.in_(lang)),
        html.Pre(_with_site(code.code), id=f"code-{code.key}", aria_label=name, role="region",
                 tabIndex=0),
    ]  # fmt: skip


def _copy(of: str, name: Text, lang: Lang) -> Html:
    """Copies an element's words; a script shows it, as without one it does nothing."""
    label = texts.COPY_OF.in_(lang).format(name.in_(lang))
    return html.Button(texts.COPY.in_(lang), aria_label=label, className="copy", data_copy=of,
                       hidden=True, type="button")  # fmt: skip


def _with_site(words: str) -> list[str | Html]:
    """The words with the site's address in an element of its own, which a script fills in."""
    first, *rest = words.split(SITE)
    return [first, *(part for one in rest for part in (html.Span(SITE, data_site="1"), one))]


PAGE = Page(key="use", path=USE, title=TITLE, place="footer", layout=layout)
