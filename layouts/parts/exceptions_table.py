"""The regions that need attention, as a table on whatever page asks for it."""

from typing import Any

from dash import html

from dashboard.comparison.exceptions_words import Exceptions, Listed, exceptions
from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from layouts.html import elements
from layouts.page import addresses
from layouts.parts import picture_parts

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
        f"{name}-list": [_table(found, view, lang)] if found.rows else [_empty(found)],
        f"{name}-left-out": [elements.Span(f"{words} ") for words in found.left_out],
    }


def list_section(name: str, values: dict[str, Any], lang: Lang) -> html.Section:
    """The section: finding, rule, table or the words in its place, who was left out, files."""
    return html.Section(
        [
            html.H2(values[f"{name}-title"], id=f"{name}-title"),
            html.P(values[f"{name}-measure"], id=f"{name}-measure", className="measure"),
            picture_parts.scrolling(f"{name}-list", values, f"{name}-title"),
            html.P(values[f"{name}-left-out"], id=f"{name}-left-out", className="sentence"),
            html.Div(picture_parts.csv_links(name, lang), className="caption"),
        ],
        id=name,
        className="part part-exceptions",
    )  # fmt: skip


def _empty(found: Exceptions) -> elements.Html:
    return elements.P(found.empty, className="empty")


def _table(found: Exceptions, view: View, lang: Lang) -> elements.Html:
    pieces = [
        elements.Caption(found.title, className="unseen"),
        elements.Thead(elements.Tr([elements.Th(head, scope="col") for head in found.heads])),
        elements.Tbody([_row(one, view, lang) for one in found.rows]),
    ]
    return elements.Table(pieces)


def _row(one: Listed, view: View, lang: Lang) -> elements.Html:
    link = elements.A(one.name, href=own_page(view, one.region, lang))
    value, *conditions = one.cells
    return elements.Tr(
        [
            elements.Th(link, scope="row"),
            elements.Td(elements.Strong(value)),
            *(elements.Td(words) for words in conditions),
        ]
    )


def own_page(view: View, code: str, lang: Lang) -> str:
    """The address of a region's own page in the view's period, data and stream."""
    query = f"region={code}&period={view.period}&data={view.data}"
    query += f"&release={view.release}" if view.release else ""
    stream = "" if view.stream == "all" else f"&stream={view.stream}"
    care = "" if view.care == "somatic" else f"&care={view.care}"
    return f"{addresses.REGION.in_(lang)}?{query}{stream}{care}"
