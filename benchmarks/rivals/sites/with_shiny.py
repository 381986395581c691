# The page in Shiny for Python: an output for each part, asked anew when what it reads changes.
# (A page of Shiny Express shows the string that a module begins with.)

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import parts
from content import INDICATORS, STREAMS
from shiny import ui as made
from shiny.express import input, render, ui
from shinywidgets import render_plotly

_LAST = len(parts.MONTHS) - 1

ui.page_opts(title="Läget i landet", fillable=False)
ui.input_slider("place", "Period", min=0, max=_LAST, value=_LAST, step=1, width="100%")
ui.input_radio_buttons(
    "indicator", "Mått", {key: words for key, (words, _) in INDICATORS.items()}, inline=True
)
ui.input_radio_buttons("stream", "Vårdform", STREAMS, inline=True)


def _asked():
    return parts.MONTHS[input.place()], input.indicator(), input.stream()


@render.ui
def the_cards():
    cards = (made.value_box(name, value) for name, value in parts.cards(*_asked()))
    return made.TagList(made.h2(parts.stamp(*_asked())), made.layout_columns(*cards))


with ui.layout_columns(col_widths=(5, 7)):

    @render_plotly
    def the_map():
        return parts.the_map(*_asked())

    with ui.div():

        @render_plotly
        def over():
            return parts.series("overcrowding", *_asked())

        @render_plotly
        def out():
            return parts.series("outplacement", *_asked())


@render_plotly
def the_bullets():
    return parts.bullets(*_asked())


@render.ui
def the_words():
    return made.h3(parts.stamp(*_asked()))


@render.data_frame
def the_table():
    return parts.table(*_asked())
