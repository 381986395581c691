"""A small table of words, as a real table."""

from dashboard.language.table import Grid
from layouts.html import elements as light


def grid_table(caption: str, found: Grid, first: str) -> light.Light:
    """The table alone."""
    return light.Table(
        [
            light.Caption(caption, className="unseen"),
            light.Thead(light.Tr([light.Th(head, scope="col") for head in (first, *found.heads)])),
            light.Tbody(
                [
                    light.Tr([light.Th(name, scope="row"), *(light.Td(cell) for cell in cells)])
                    for name, *cells in found.rows
                ]
            ),
        ]
    )
