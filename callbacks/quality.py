"""Touches of the page Data och kvalitet."""

from collections.abc import Callable

from dash import Dash

from callbacks import touches
from dashboard.store import Store
from layouts.quality import TOUCHABLE
from layouts.touchable import Content


def register(app: Dash, store: Callable[[], Store], content: Content) -> None:
    """Answer the filters."""
    touches.register(app, TOUCHABLE, store, content)
