"""A small table of words, as a real table."""

from collections.abc import Sequence

from dashboard.language.table import Grid
from layouts import html
from layouts.html import Html
from layouts.parts.region_name import named
from layouts.parts.sorting import Sorting
from layouts.parts.stacked import STACKED, stacked


def grid_table(
    caption: str, grid: Grid, first: str, sorting: Sorting | None = None, *, numbers: bool = False
) -> Html:
    """The table alone, in the order asked for where it can be ordered by its columns.

    On a phone its rows are stacked, but where it holds `numbers` to be read down a column.
    """
    heads = (first, *grid.heads)
    columns = (
        [html.Th(head, scope="col") for head in heads]
        if sorting is None
        else sorting.heads(heads, grid.rows)
    )
    rows = rows_of(grid.rows, sorting)
    return html.Table(
        [
            html.Caption(caption, className="unseen"),
            html.Thead(html.Tr(columns)),
            html.Tbody(rows if numbers else stacked(rows, heads)),
        ],
        className=None if numbers else STACKED,
    )


def rows_of(rows: Sequence[tuple[str, ...]], sorting: Sorting | None) -> list[Html]:
    """The rows in the order asked for; a region named in one can be chosen by its name."""
    if sorting is None:
        return [_row(row) for row in rows]
    chosen = sorting.view.region
    ordered = (rows[place] for place in sorting.places(rows))
    return [_row([named(words, chosen) for words in row]) for row in ordered]


def _row(row: Sequence[Html | str]) -> Html:
    name, *cells = row
    return html.Tr([html.Th(name, scope="row"), *map(html.Td, cells)])
