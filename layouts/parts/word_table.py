"""A small table of words, as a real table."""

from dashboard.language.table import Grid
from layouts.html import elements


def grid_table(caption: str, found: Grid, first: str) -> elements.Html:
    """The table alone."""
    return elements.Table(
        [
            elements.Caption(caption, className="unseen"),
            elements.Thead(
                elements.Tr([elements.Th(head, scope="col") for head in (first, *found.heads)])
            ),
            elements.Tbody(
                [
                    elements.Tr(
                        [elements.Th(name, scope="row"), *(elements.Td(cell) for cell in cells)]
                    )
                    for name, *cells in found.rows
                ]
            ),
        ]
    )
