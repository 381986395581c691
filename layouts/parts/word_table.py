"""A small table of words, as a real table."""

from dashboard.language.table import Grid
from layouts import html
from layouts.html import Html


def grid_table(caption: str, grid: Grid, first: str) -> Html:
    """The table alone."""
    return html.Table(
        [
            html.Caption(caption, className="unseen"),
            html.Thead(html.Tr([html.Th(head, scope="col") for head in (first, *grid.heads)])),
            html.Tbody(
                [
                    html.Tr([html.Th(name, scope="row"), *(html.Td(cell) for cell in cells)])
                    for name, *cells in grid.rows
                ]
            ),
        ]
    )
