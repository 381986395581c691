"""What Dash asks for before it can answer a touch, sent along with the document."""

from typing import Any

from dash import Dash

from layouts import html
from layouts.html import Html
from layouts.page import client_state
from layouts.page.interactive_page import InteractivePage


def first_answers(app: Dash, page: InteractivePage) -> list[Html]:
    """The answers to Dash's first two questions as elements that a script finds by their ids."""
    stores = [one.to_plotly_json() for one in client_state.stores(page)]
    answers: dict[str, Any] = {"_dash-layout": stores, "_dash-dependencies": app._callback_list}
    return [html.data(answer, id=f"first{name}") for name, answer in answers.items()]
