"""The parts of the papers on the page: tables under their headings, and plots with their words."""

from collections.abc import Callable

from dashboard.dialogue.pack import Plate, Section
from dashboard.dialogue.papers import words
from dashboard.dialogue.papers.svg import svg
from dashboard.figures import theme
from dashboard.language.table import Grid
from dashboard.language.text import Lang
from layouts import html
from layouts.html import Html
from layouts.parts.word_table import grid_table


def section(section: Section, heading: Callable[..., Html] = html.H2) -> list[Html]:
    """A table under its heading, or the sentence that says why there is none."""
    found = [heading(section.title, id=f"dlg-{section.key}")]
    if section.sentence:
        found.append(html.P(section.sentence, className="measure"))
    if section.grid.rows:
        found.append(table(section.title, section.grid, section.row_name, section.key))
    return found


def table(name: str, grid: Grid, first: str, kind: str = "") -> Html:
    """A table that scrolls sideways where it is too wide; `first` heads the names of its rows.

    `kind` is what it is named by where its numbers stay on a line.
    """
    return html.Div(
        grid_table(name, grid, first), aria_label=name, role="region", tabIndex=0,
        className=f"table-wrap of-{kind}" if kind else "table-wrap",
    )  # fmt: skip


def plate(plate: Plate, lang: Lang) -> Html:
    """A plot under the sentence that it shows, with its numbers behind a summary."""
    first, *heads = plate.grid.heads
    drawn = svg(
        plate.plot, f"{plate.title}. {plate.sentence}", lang, font="inherit", colour=theme.token
    )  # fmt: skip
    return html.Section(
        [
            html.H2(plate.title),
            html.P(f"{plate.measure}. {plate.sentence}", className="measure"),
            html.Div(
                Html(drawn), aria_label=plate.title, className="plot", role="region", tabIndex=0
            ),
            html.P(plate.source, className="caption"),
            html.Details(
                [html.Summary(words.FIGURES.in_(lang)),
                 table(plate.measure, Grid(tuple(heads), plate.grid.rows), first)]
            ),
        ],
        className="part",
    )  # fmt: skip
