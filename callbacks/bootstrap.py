"""What Dash asks for before it can answer a touch, sent along with the document."""

from typing import Any

from dash import Dash, dcc

from layouts import html
from layouts.html import Html
from layouts.page import client_state
from layouts.page.interactive_page import InteractivePage


def stores_of(page: InteractivePage) -> list[dcc.Store]:
    """All of a page that is Dash's: where its script puts a question, and where the answer lands.

    Nothing of it is seen; the page itself is in the document.
    """
    return [dcc.Store(id=page.id(name)) for name in (client_state.ASKED, client_state.CHANGE)]


def first_answers(app: Dash, page: InteractivePage) -> list[Html]:
    """The answers to Dash's first two questions as elements that a script finds by their ids."""
    stores = [store.to_plotly_json() for store in stores_of(page)]
    answers: dict[str, Any] = {"_dash-layout": stores, "_dash-dependencies": app._callback_list}
    return [html.data(answer, id=f"first{name}") for name, answer in answers.items()]
