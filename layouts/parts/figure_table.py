"""The table behind a picture, as a real table in the document."""

from dashboard.figures.picture import Picture
from layouts import html
from layouts.html import Html
from layouts.parts.sorting import Sorting
from layouts.parts.word_table import rows_of


def figure_table(picture: Picture, sorting: Sorting) -> Html:
    """The picture's rows under its measure, in the order asked for; empty where there are none."""
    table = picture.table
    if not table.heads:
        return Html("")
    return html.Table(
        [
            html.Caption(picture.measure),
            html.Thead(html.Tr(sorting.heads(table.heads, table.rows))),
            html.Tbody(rows_of(table.rows, sorting)),
        ]
    )
