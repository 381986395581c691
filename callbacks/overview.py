"""Touches of the national page; a press on its map is a choice of region."""

from collections.abc import Callable

from dash import ClientsideFunction, Dash, Input, Output, State

from callbacks import touches
from dashboard.store import Store
from layouts.overview import TOUCHABLE
from layouts.touchable import Content


def register(app: Dash, store: Callable[[], Store], content: Content) -> None:
    """Answer the filters and the map."""
    app.clientside_callback(
        ClientsideFunction("address", "chosen"),
        Output("region", "value"),
        Input("map-figure", "clickData"),
        State("region", "value"),
        prevent_initial_call=True,
    )
    touches.register(app, TOUCHABLE, store, content)
