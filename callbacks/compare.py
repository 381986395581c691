"""Touches of the comparison page; a script writes the peers' control from the editor."""

from collections.abc import Callable

from dash import Dash

from callbacks import touches
from dashboard.store import Store
from layouts.compare import TOUCHABLE
from layouts.touchable import Content


def register(app: Dash, store: Callable[[], Store], content: Content) -> None:
    """Answer the filters."""
    touches.register(app, TOUCHABLE, store, content)
