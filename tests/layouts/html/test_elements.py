"""Light elements are written exactly as the components they stand for."""

import pytest
from dash import html

from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from layouts.document.pages import PAGES
from layouts.html import elements
from layouts.html.elements import Html
from layouts.html.render import render_html
from tests.layouts.reading import read

NAMES = [name for name in vars(elements) if name[0].isupper() and hasattr(html, name)]


@pytest.mark.parametrize("name", NAMES)
def test_a_light_element_is_written_as_its_component(name: str) -> None:
    properties = {"className": "a", "data-set": "b", "aria-hidden": "true"}
    heavy = getattr(html, name)(["words"], **properties)
    assert read(light_one(name, properties)).found == read(render_html(heavy)).found


def light_one(name: str, properties: dict[str, str]) -> str:
    found: str = getattr(elements, name)(["words"], **properties)
    assert isinstance(found, Html)
    return found


@pytest.mark.parametrize("page", [page.key for page in PAGES if page.interactive])
def test_what_follows_a_view_is_plain_as_it_travels(page: str, dataset: Dataset) -> None:
    interactive = next(one.interactive for one in PAGES if one.key == page and one.interactive)
    found = interactive.shown(View("overcrowding", "2025-12", "24"), dataset, "sv")
    for id_, prop in interactive.parts:
        assert is_plain(found[id_]), id_
        assert prop != "children" or type(found[id_]) is str, id_


def is_plain(value: object) -> bool:
    if isinstance(value, dict):
        return all(map(is_plain, value.values()))
    if isinstance(value, list | tuple):
        return all(map(is_plain, value))
    return isinstance(value, str | int | float | bool | None)
