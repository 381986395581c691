"""A small table of words, as a real table."""

from dashboard.language.table import Grid
from layouts import html
from layouts.html import Html
from layouts.parts.sorting import Sorting


def grid_table(caption: str, grid: Grid, first: str, sorting: Sorting | None = None) -> Html:
    """The table alone, in the order asked for where it can be ordered by its columns."""
    heads, rows = (first, *grid.heads), grid.rows
    if sorting is None:
        columns = [html.Th(head, scope="col") for head in heads]
    else:
        columns = sorting.heads(heads, rows)
        rows = tuple(rows[place] for place in sorting.places(rows))
    return html.Table(
        [
            html.Caption(caption, className="unseen"),
            html.Thead(html.Tr(columns)),
            html.Tbody(
                [
                    html.Tr([html.Th(name, scope="row"), *(html.Td(cell) for cell in cells)])
                    for name, *cells in rows
                ]
            ),
        ]
    )
