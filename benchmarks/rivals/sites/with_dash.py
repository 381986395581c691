"""The page in ordinary Dash: a callback for each part, each answering a whole figure."""

import parts
from content import CACHED, INDICATORS, STREAMS
from dash import Dash, Input, Output, dcc, html
from flask import Response, send_from_directory

app = Dash(__name__, compress=CACHED)
server = app.server
_GEOMETRY = "/counties.json" if CACHED else ""


@server.get("/counties.json")
def counties() -> Response:
    """The borders, kept by the browser."""
    return send_from_directory(parts.content.RELEASE, "counties.json", max_age=86400)


def _radios(name: str, options: dict[str, str], value: str) -> dcc.RadioItems:
    return dcc.RadioItems(options, value, id=name, inline=True)


app.layout = html.Div(
    [
        html.H1("Läget i landet"),
        dcc.Slider(
            0, len(parts.MONTHS) - 1, 1, value=len(parts.MONTHS) - 1, id="period", marks=None
        ),
        _radios("indicator", {k: words for k, (words, _) in INDICATORS.items()}, "overcrowding"),
        _radios("stream", STREAMS, "all"),
        html.Div(id="cards"),
        html.Div(
            [
                dcc.Graph(id="map", style={"width": "40%"}),
                html.Div([dcc.Graph(id="over"), dcc.Graph(id="out")], style={"width": "60%"}),
            ],
            style={"display": "flex"},
        ),
        dcc.Graph(id="bullets"),
        html.Div(id="table"),
    ]
)
_ASKED = (Input("period", "value"), Input("indicator", "value"), Input("stream", "value"))


@app.callback(Output("map", "figure"), *_ASKED)
def draw_map(place, indicator, stream):
    return parts.the_map(parts.MONTHS[place], indicator, stream, _GEOMETRY)


@app.callback(Output("over", "figure"), Output("out", "figure"), *_ASKED)
def draw_series(place, indicator, stream):
    asked = (parts.MONTHS[place], indicator, stream)
    return parts.series("overcrowding", *asked), parts.series("outplacement", *asked)


@app.callback(Output("bullets", "figure"), *_ASKED)
def draw_bullets(place, indicator, stream):
    return parts.bullets(parts.MONTHS[place], indicator, stream)


@app.callback(Output("cards", "children"), Output("table", "children"), *_ASKED)
def write(place, indicator, stream):
    asked = (parts.MONTHS[place], indicator, stream)
    cards = [html.P(f"{name}: {value}") for name, value in parts.cards(*asked)]
    frame = parts.table(*asked)
    rows = [html.Tr([html.Td(cell) for cell in row]) for row in frame.itertuples(index=False)]
    head = html.Tr([html.Th(name) for name in frame.columns])
    words = parts.stamp(*asked)
    return [html.H2(words), *cards], [html.H2(words), html.Table([head, *rows])]
