"""Light elements travel exactly as the components they stand for."""

import pytest
from dash import html

from callbacks.difference import plain
from dashboard.store import Store
from dashboard.view import View
from layouts import light
from layouts.pages import PAGES

NAMES = [name for name in vars(light) if name[0].isupper() and hasattr(html, name)]


@pytest.mark.parametrize("name", NAMES)
def test_a_light_element_is_what_its_component_travels_as(name: str) -> None:
    properties = {"className": "a", "data-set": "b", "aria-hidden": "true"}
    heavy = getattr(html, name)(["words"], **properties)
    assert getattr(light, name)(["words"], **properties) == plain(heavy)


@pytest.mark.parametrize("page", [page.key for page in PAGES if page.touchable])
def test_what_follows_a_view_is_plain_so_that_nobody_walks_it_again(
    page: str, store: Store
) -> None:
    touchable = next(one.touchable for one in PAGES if one.key == page and one.touchable)
    found = touchable.content(View("overcrowding", "2025-12", "24"), store, "sv")
    for id_, value in found.items():
        assert is_plain(value), id_


def is_plain(value: object) -> bool:
    if isinstance(value, dict):
        return all(map(is_plain, value.values()))
    if isinstance(value, list | tuple):
        return all(map(is_plain, value))
    return isinstance(value, str | int | float | bool | None)
