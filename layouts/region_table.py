"""The regional table as a real table, with a dumbbell from last year to now."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.lang import Lang, Text
from dashboard.regions import SWEDEN
from dashboard.tables import RegionTable, Row
from dashboard.view import View

_REGION, _CHANGE = Text("Region", "Region"), Text("Förändring", "Change")


def region_table(table: RegionTable, view: View, lang: Lang) -> html.Table:
    """The rows in the order of `table`; a press on a region's name chooses it."""
    heads = [_REGION.in_(lang), *table.heads[:2], _CHANGE.in_(lang), *table.heads[2:]]
    return html.Table(
        [
            html.Caption(table.title, className="unseen"),
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody([_row(row, view) for row in table.rows]),
        ]
    )


def _row(row: Row, view: View) -> html.Tr:
    return html.Tr(
        [
            html.Th(_name(row, view), scope="row"),
            *(html.Td(cell) for cell in row.cells[:2]),
            html.Td(_dumbbell(row), className="dumbbell"),
            *(html.Td(cell) for cell in row.cells[2:]),
        ],
        className=_mark(row, view),
    )


def _name(row: Row, view: View) -> Any:
    if row.code == SWEDEN:
        return row.name
    pressed = "true" if row.code == view.region else "false"
    sets = {"data-set": "region", "data-value": row.code, "aria-pressed": pressed}
    return html.Button(row.name, type="button", className="linklike", **sets)


def _mark(row: Row, view: View) -> str:
    if row.code == SWEDEN:
        return "sweden"
    return "chosen" if row.code == view.region else ""


def _dumbbell(row: Row) -> list[Component]:
    """Ring for last year, dot for now; the numbers beside say the same."""
    drawn: list[Component] = [
        html.Span(className=kind, style={"--at": str(place)})
        for place, kind in ((row.before, "ring"), (row.now, "dot"))
        if place is not None
    ]
    return [html.Span(drawn, className="rail", **{"aria-hidden": "true"})]
