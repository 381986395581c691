"""The page about the API explains all there is, and every address on it answers."""

from pathlib import Path

import pytest

from app import create_app
from dashboard.api.parameters import OF_EVERY_LIST, VIEW_PARAMETERS
from dashboard.api.resources import RESOURCES
from dashboard.exports.views import SHEETS
from dashboard.language.text import LANGS
from dashboard.settings import Settings
from dashboard.view.view import View
from layouts.api import page


@pytest.fixture(scope="module")
def client(home: Path):
    return create_app(Settings(home=home, prewarm=False)).server.test_client()


@pytest.mark.parametrize("lang", LANGS)
def test_every_address_on_the_page_answers(client, tree, dataset, lang):
    hrefs = tree.hrefs(page.layout(dataset, lang, {}))
    found = {one: client.get(one, follow_redirects=True).status_code for one in hrefs}
    assert found == dict.fromkeys(hrefs, 200)
    assert {f"/api/v1/figures/{name}" for name in SHEETS} <= set(hrefs)


@pytest.mark.parametrize("lang", LANGS)
def test_every_key_and_field_is_explained(tree, dataset, lang):
    laid_out = page.layout(dataset, lang, {})
    said = {tree.words(one) for one in tree.of_type(laid_out, "Code")}
    assert {one.name for one in (*VIEW_PARAMETERS, *OF_EVERY_LIST)} <= said
    assert {field.name for one in RESOURCES for field in one.fields} <= said
    words = tree.words(laid_out)
    assert all(one.description.in_(lang) in words for one in RESOURCES)


def test_the_keys_are_those_of_a_view():
    assert [one.name for one in VIEW_PARAMETERS] == list(View.__dataclass_fields__)
