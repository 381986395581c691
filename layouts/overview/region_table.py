"""The regional table as a real table, with a dumbbell from last year to now."""

from typing import Any

from dashboard.language.text import Lang, Text
from dashboard.reference.regions import SWEDEN
from dashboard.situation.regional_table import RegionTable, Row
from dashboard.view.view import View
from layouts.html import elements as light
from layouts.html.elements import Light

_REGION, _CHANGE = Text("Region", "Region"), Text("Förändring", "Change")


def region_table(table: RegionTable, view: View, lang: Lang) -> Light:
    """The rows in the order of `table`; a press on a region's name chooses it."""
    heads = [_REGION.in_(lang), *table.heads[:2], _CHANGE.in_(lang), *table.heads[2:]]
    return light.Table(
        [
            light.Caption(table.title, className="unseen"),
            light.Thead(light.Tr([light.Th(head, scope="col") for head in heads])),
            light.Tbody([_row(row, view) for row in table.rows]),
        ]
    )


def _row(row: Row, view: View) -> Light:
    cells = [
        light.Th(_name(row, view), scope="row"),
        *(light.Td(cell) for cell in row.cells[:2]),
        light.Td(_dumbbell(row), className="dumbbell"),
        *(light.Td(cell) for cell in row.cells[2:]),
    ]
    return light.Tr(cells, className=_mark(row, view))


def _name(row: Row, view: View) -> Any:
    if row.code == SWEDEN:
        return row.name
    pressed = "true" if row.code == view.region else "false"
    sets = {"data-set": "region", "data-value": row.code, "aria-pressed": pressed}
    return light.Button(row.name, type="button", className="linklike", **sets)


def _mark(row: Row, view: View) -> str:
    if row.code == SWEDEN:
        return "sweden"
    return "chosen" if row.code == view.region else ""


def _dumbbell(row: Row) -> list[Light]:
    """Ring for last year, dot for now; the numbers beside say the same."""
    drawn: list[Light] = [
        light.Span(className=kind, style={"--at": str(place)})
        for place, kind in ((row.before, "ring"), (row.now, "dot"))
        if place is not None
    ]
    return [light.Span(drawn, className="rail", **{"aria-hidden": "true"})]
