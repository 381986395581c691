"""The regions that need attention, as a table on whatever page asks for it."""

from typing import Any

from dashboard.comparison.exceptions_words import Exceptions, Listed, exceptions
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.view import addresses
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts import file_links, picture_parts
from layouts.parts.door import behind
from layouts.parts.region_name import region_name
from layouts.parts.sorting import Sorting

_PAGE = Text("Mer", "More")
_OWN_PAGE = Text("Min region", "My region")
# What follows the view in the section: the id's ending, each with its children.
ENDINGS = ("title", "measure", "list", "left-out")


def list_parts(name: str) -> tuple[tuple[str, str], ...]:
    """Id and property of all that changes in the section of this name."""
    return tuple((f"{name}-{end}", "children") for end in ENDINGS)


def list_values(name: str, dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    """The changing values of the section by component id."""
    found = exceptions(dataset, view, lang)
    return {
        f"{name}-title": found.title,
        f"{name}-measure": found.measure,
        f"{name}-list": [_table(found, Sorting(f"{name}-list", dataset, view, lang))]
        if found.rows
        else [_empty(found)],
        f"{name}-left-out": [html.Span(f"{words} ") for words in found.left_out],
    }


def list_section(name: str, values: dict[str, Any], lang: Lang) -> Html:
    """The section: finding, rule, table or the words in its place, who was left out, files."""
    return html.Section(
        behind(html.H2(values[f"{name}-title"], id=f"{name}-title"), [
            html.P(values[f"{name}-measure"], className="measure", id=f"{name}-measure"),
            picture_parts.scrolling(f"{name}-list", values, f"{name}-title"),
            html.P(values[f"{name}-left-out"], className="sentence", id=f"{name}-left-out"),
            html.Div(file_links.csv_links(name, lang), className="caption"),
        ], closed=True),
        className="part part-exceptions",
        id=name,
    )  # fmt: skip


def _empty(exceptions: Exceptions) -> Html:
    return html.P(exceptions.empty, className="empty")


def _table(exceptions: Exceptions, sorting: Sorting) -> Html:
    told = [(one.name, *one.cells) for one in exceptions.rows]
    heads = [*sorting.heads(exceptions.heads, told), html.Th(_PAGE.in_(sorting.lang), scope="col")]
    rows = [exceptions.rows[place] for place in sorting.places(told)]
    pieces = [
        html.Caption(exceptions.title, className="unseen"),
        html.Thead(html.Tr(heads)),
        html.Tbody([_row(one, sorting.view, sorting.lang) for one in rows]),
    ]
    return html.Table(pieces)


def _row(row: Listed, view: View, lang: Lang) -> Html:
    name = region_name(row.name, row.region, view.region)
    page = _OWN_PAGE.in_(lang)
    link = html.A(page, href=own_page(view, row.region, lang), aria_label=f"{page}: {row.name}")
    value, *conditions = row.cells
    return html.Tr(
        [
            html.Th(name, scope="row"),
            html.Td(html.Strong(value)),
            *(html.Td(words) for words in conditions),
            html.Td(link),
        ]
    )


def own_page(view: View, code: str, lang: Lang) -> str:
    """The address of a region's own page in the view's period, data and stream."""
    query = f"region={code}&period={view.period}&data={view.data}"
    query += f"&release={view.release}" if view.release else ""
    stream = "" if view.stream == "all" else f"&stream={view.stream}"
    care = "" if view.care == "somatic" else f"&care={view.care}"
    return f"{addresses.REGION.in_(lang)}?{query}{stream}{care}"
