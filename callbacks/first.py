"""What Dash asks for before anything can be seen, sent along with the document."""

from typing import Any

import orjson
from dash import Dash
from dash.development.base_component import Component

from callbacks.difference import plain
from layouts.shell import CONTENT

# Dash's components hold their properties in an order of each process, and a page's tag must be
# the same from every one.
_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SORT_KEYS


def first_answers(app: Dash, page: Component) -> str:
    """The answers to Dash's first two questions as elements that a script finds by their ids.

    The layout has `page` in its place already, so that it need not be asked for.
    """
    answers = {"_dash-layout": _laid_out(app.get_layout(), page)}
    answers["_dash-dependencies"] = app._callback_list
    return "\n".join(_element(name, answer) for name, answer in answers.items())


def _laid_out(layout: Component, page: Component) -> Any:
    whole = plain(layout)
    for part in whole["props"]["children"]:
        if part["props"].get("id") == CONTENT:
            part["props"]["children"] = plain(page)
    return whole


def _element(name: str, answer: Any) -> str:
    text = orjson.dumps(answer, option=_OPTIONS).decode()
    # In JSON it can only stand within a string, where it may be written like this.
    return f'<script id="first{name}" type="application/json">{text.replace("<", _LESS)}</script>'


_LESS = "\\u003c"
