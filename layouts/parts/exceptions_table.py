"""The regions that need attention, as a table on whatever page asks for it."""

from typing import Any

from dash import html

from dashboard.comparison.exceptions_words import Exceptions, Listed, exceptions
from dashboard.language.text import Lang
from dashboard.releases.store import Store
from dashboard.view.view import View
from layouts.html import elements as light
from layouts.page import addresses
from layouts.parts import picture_parts as parts

# What follows the view in the section: the id's ending, each with its children.
ENDINGS = ("title", "measure", "list", "left-out")


def list_parts(name: str) -> tuple[tuple[str, str], ...]:
    """Id and property of all that changes in the section of this name."""
    return tuple((f"{name}-{end}", "children") for end in ENDINGS)


def list_values(name: str, store: Store, view: View, lang: Lang) -> dict[str, Any]:
    """The changing values of the section by component id."""
    found = exceptions(store, view, lang)
    return {
        f"{name}-title": found.title,
        f"{name}-measure": found.measure,
        f"{name}-list": [_table(found, view, lang)] if found.rows else [_empty(found)],
        f"{name}-left-out": [light.Span(f"{words} ") for words in found.left_out],
    }


def list_section(name: str, values: dict[str, Any], lang: Lang) -> html.Section:
    """The section: finding, rule, table or the words in its place, who was left out, files."""
    return html.Section(
        [
            html.H2(values[f"{name}-title"], id=f"{name}-title"),
            html.P(values[f"{name}-measure"], id=f"{name}-measure", className="measure"),
            parts.scrolling(f"{name}-list", values, f"{name}-title"),
            html.P(values[f"{name}-left-out"], id=f"{name}-left-out", className="sentence"),
            html.Div(parts.csv_links(name, lang), className="caption"),
        ],
        id=name,
        className="part part-exceptions",
    )  # fmt: skip


def _empty(found: Exceptions) -> light.Light:
    return light.P(found.empty, className="empty")


def _table(found: Exceptions, view: View, lang: Lang) -> light.Light:
    pieces = [
        light.Caption(found.title, className="unseen"),
        light.Thead(light.Tr([light.Th(head, scope="col") for head in found.heads])),
        light.Tbody([_row(one, view, lang) for one in found.rows]),
    ]
    return light.Table(pieces)


def _row(one: Listed, view: View, lang: Lang) -> light.Light:
    link = light.A(one.name, href=own_page(view, one.region, lang))
    value, *conditions = one.cells
    return light.Tr(
        [
            light.Th(link, scope="row"),
            light.Td(light.Strong(value)),
            *(light.Td(words) for words in conditions),
        ]
    )


def own_page(view: View, code: str, lang: Lang) -> str:
    """The address of a region's own page in the view's period, data and stream."""
    query = f"region={code}&period={view.period}&data={view.data}"
    query += f"&release={view.release}" if view.release else ""
    stream = "" if view.stream == "all" else f"&stream={view.stream}"
    care = "" if view.care == "somatic" else f"&care={view.care}"
    return f"{addresses.REGION.in_(lang)}?{query}{stream}{care}"
