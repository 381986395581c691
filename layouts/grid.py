"""A small table of words, as a real table."""

from dash import html

from dashboard.own_figures import Grid


def grid_table(caption: str, found: Grid, first: str) -> html.Table:
    """The table alone."""
    return html.Table(
        [
            html.Caption(caption, className="unseen"),
            html.Thead(html.Tr([html.Th(head, scope="col") for head in (first, *found.heads)])),
            html.Tbody(
                [
                    html.Tr([html.Th(name, scope="row"), *(html.Td(cell) for cell in cells)])
                    for name, *cells in found.rows
                ]
            ),
        ]
    )
