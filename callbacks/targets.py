"""Touches of the page of targets; a script writes the assumptions' control from the sliders."""

from collections.abc import Callable

from dash import Dash

from callbacks import touches
from dashboard.store import Store
from layouts.targets import TOUCHABLE
from layouts.touchable import Content


def register(app: Dash, store: Callable[[], Store], content: Content) -> None:
    """Answer the filters and the sliders."""
    touches.register(app, TOUCHABLE, store, content)
