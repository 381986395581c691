"""Touches of the page of effects; a script writes the rule's control from its editor."""

from collections.abc import Callable

from dash import Dash

from callbacks import touches
from dashboard.store import Store
from layouts.effects import TOUCHABLE
from layouts.touchable import Content


def register(app: Dash, store: Callable[[], Store], content: Content) -> None:
    """Answer the filters, the filter of events and the rules."""
    touches.register(app, TOUCHABLE, store, content)
