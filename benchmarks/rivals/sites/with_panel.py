"""The page in Panel: a function bound to the widgets for each part; data kept by the library."""

import importlib
import sys
from pathlib import Path

import panel as pn

sys.path.insert(0, str(Path(__file__).parent))
pn.extension("plotly")
parts = pn.state.as_cached("parts", importlib.import_module, name="parts")
content = parts.content

period = pn.widgets.DiscreteSlider(name="Period", options=parts.MONTHS, value=parts.MONTHS[-1])
indicator = pn.widgets.RadioBoxGroup(
    options={words: key for key, (words, _) in content.INDICATORS.items()},
    value="overcrowding", inline=True,
)  # fmt: skip
stream = pn.widgets.RadioBoxGroup(
    options={words: key for key, words in content.STREAMS.items()}, value="all", inline=True
)


def bound(draw, *first):
    return pn.bind(draw, *first, period, indicator, stream)


def written(*asked):
    cards = "\n\n".join(f"**{name}**: {value}" for name, value in parts.cards(*asked))
    return f"## {parts.stamp(*asked)}\n\n{cards}"


def tabled(*asked):
    return pn.Column(f"## {parts.stamp(*asked)}", pn.pane.DataFrame(parts.table(*asked)))


pn.Column(
    "# Läget i landet",
    period,
    indicator,
    stream,
    bound(written),
    pn.Row(
        pn.pane.Plotly(bound(parts.the_map), width=540),
        pn.Column(
            pn.pane.Plotly(bound(parts.series, "overcrowding"), width=820),
            pn.pane.Plotly(bound(parts.series, "outplacement"), width=820),
        ),
    ),
    pn.pane.Plotly(bound(parts.bullets), width=1360),
    bound(tabled),
).servable()
