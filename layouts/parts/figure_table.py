"""The table behind a picture, as a real table in the document."""

from dashboard.figures.picture import Picture
from dashboard.language.figure_table import Table
from layouts import html
from layouts.html import Html
from layouts.parts.region_name import region_name
from layouts.parts.sorting import Sorting


def figure_table(picture: Picture, sorting: Sorting) -> Html:
    """The picture's rows under its measure, in the order asked for; empty where there are none."""
    table = picture.table
    if not table.heads:
        return Html("")
    heads = html.Tr(sorting.heads(table.heads, table.rows))
    codes = table.choices or [""] * len(table.rows)
    return html.Table(
        [
            html.Caption(picture.measure),
            html.Thead(heads),
            html.Tbody(
                [
                    _row(table.rows[place], codes[place], table)
                    for place in sorting.places(table.rows)
                ]
            ),
        ]
    )


def _row(row: tuple[str, ...], code: str, table: Table) -> Html:
    name, *cells = row
    named = html.Th(region_name(name, code, table.chosen) if code else name, scope="row")
    return html.Tr([named, *map(html.Td, cells)])
