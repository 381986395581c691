"""Touches of the national page."""

from collections.abc import Callable

from dash import Dash

from callbacks import touches
from dashboard.store import Store
from layouts.overview import TOUCHABLE
from layouts.touchable import Content


def register(app: Dash, store: Callable[[], Store], content: Content) -> None:
    """Answer the filters and the map."""
    touches.register(app, TOUCHABLE, store, content)
