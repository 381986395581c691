"""The page in Vizro: three parameters, each of all the figures of the page."""

import parts
import vizro.models as vm
from content import CACHED, INDICATORS, STREAMS
from dash import html
from plotly.graph_objects import Figure
from vizro import Vizro
from vizro.models.types import capture

_LAST = len(parts.MONTHS) - 1
_OPTIONS = {
    "indicator": {key: words for key, (words, _) in INDICATORS.items()},
    "stream": STREAMS,
}


def _figure(drawn):
    return Figure(drawn) if isinstance(drawn, dict) else drawn


@capture("graph")
def a_map(data_frame, place=_LAST, indicator="overcrowding", stream="all"):
    return _figure(parts.the_map(parts.MONTHS[place], indicator, stream))


@capture("graph")
def a_series(data_frame, shown, place=_LAST, indicator="overcrowding", stream="all"):
    return _figure(parts.series(shown, parts.MONTHS[place], indicator, stream))


@capture("graph")
def the_bullets(data_frame, place=_LAST, indicator="overcrowding", stream="all"):
    return _figure(parts.bullets(parts.MONTHS[place], indicator, stream))


@capture("figure")
def the_cards(data_frame, place=_LAST, indicator="overcrowding", stream="all"):
    asked = (parts.MONTHS[place], indicator, stream)
    cards = [html.P(f"{name}: {value}") for name, value in parts.cards(*asked)]
    return html.Div([html.H2(parts.stamp(*asked)), *cards])


@capture("figure")
def the_table(data_frame, place=_LAST, indicator="overcrowding", stream="all"):
    asked = (parts.MONTHS[place], indicator, stream)
    frame = parts.table(*asked)
    rows = [html.Tr([html.Td(cell) for cell in row]) for row in frame.itertuples(index=False)]
    head = html.Tr([html.Th(name) for name in frame.columns])
    return html.Div([html.H2(parts.stamp(*asked)), html.Table([head, *rows])])


_PARTS = ("map", "over", "out", "bullets", "cards", "table")


def _parameter(name, selector):
    return vm.Parameter(targets=[f"{part}.{name}" for part in _PARTS], selector=selector)


def _radios(name, value):
    options = [{"value": key, "label": words} for key, words in _OPTIONS[name].items()]
    return _parameter(name, vm.RadioItems(title=name, options=options, value=value))


_frame = parts.FRAME.head(1) if CACHED else parts.FRAME
page = vm.Page(
    title="Läget i landet",
    layout=vm.Flex(),
    components=[
        vm.Figure(id="cards", figure=the_cards(_frame)),
        vm.Graph(id="map", figure=a_map(_frame)),
        vm.Graph(id="over", figure=a_series(_frame, "overcrowding")),
        vm.Graph(id="out", figure=a_series(_frame, "outplacement")),
        vm.Graph(id="bullets", figure=the_bullets(_frame)),
        vm.Figure(id="table", figure=the_table(_frame)),
    ],
    controls=[
        _parameter("place", vm.Slider(title="period", min=0, max=_LAST, step=1, value=_LAST)),
        _radios("indicator", "overcrowding"),
        _radios("stream", "all"),
    ],
)
app = Vizro(compress=CACHED).build(vm.Dashboard(pages=[page]))
server = app.dash.server
