"""The bodies that a browser posts after a touch of the national page's controls."""

from typing import Any

from dashboard.releases.dataset import Dataset
from dashboard.view.view import default_view
from layouts.overview.page import INTERACTIVE
from tests.callbacks.reader import body


def touch(dataset: Dataset, *, lang: str = "sv", query: str = "", **chosen: str) -> Any:
    """The question after a touch, when the controls show `chosen`.

    `query` is the view that the browser holds.
    """
    usual = default_view(dataset)
    values = {name: chosen.get(name, str(getattr(usual, name))) for name in INTERACTIVE.controls}
    held = {"query": query, "release": dataset.release, "lang": lang}
    return body("", {"values": values, "held": held, "address": None})
