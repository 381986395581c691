"""What Dash asks for before it can answer a touch, sent along with the document."""

from typing import Any

from dash import Dash

from layouts.html import elements as light
from layouts.page import client_state as shell
from layouts.page.interactive import Touchable


def first_answers(app: Dash, page: Touchable) -> list[light.Light]:
    """The answers to Dash's first two questions as elements that a script finds by their ids."""
    stores = [one.to_plotly_json() for one in shell.stores(page)]
    answers: dict[str, Any] = {"_dash-layout": stores, "_dash-dependencies": app._callback_list}
    return [light.data(answer, id=f"first{name}") for name, answer in answers.items()]
