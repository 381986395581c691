"""The table behind a picture, as a real table in the document."""

from dashboard.figures.picture import Picture
from dashboard.language.figure_table import Table
from layouts.html import elements
from layouts.html.elements import Html


def figure_table(picture: Picture) -> Html:
    """The picture's rows under its measure; empty where there are none."""
    table = picture.table
    if not table.heads:
        return Html("")
    heads = elements.Tr([elements.Th(head, scope="col") for head in table.heads])
    codes = table.choices or [""] * len(table.rows)
    return elements.Table(
        [
            elements.Caption(picture.measure),
            elements.Thead(heads),
            elements.Tbody(
                [_row(row, code, table) for row, code in zip(table.rows, codes, strict=True)]
            ),
        ]
    )


def _row(row: tuple[str, ...], code: str, table: Table) -> Html:
    name, *cells = row
    named = elements.Th(_chooser(name, code, table) if code else name, scope="row")
    return elements.Tr([named, *map(elements.Td, cells)])


def _chooser(name: str, code: str, table: Table) -> Html:
    pressed = "true" if code == table.chosen else "false"
    sets = {"data-set": "region", "data-value": code, "aria-pressed": pressed}
    return elements.Button(name, type="button", className="linklike", **sets)
