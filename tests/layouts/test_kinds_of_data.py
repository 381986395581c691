"""Every page in every kind of data: examples carry the word, estimates bear no verdict."""

import re

import pytest

from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import parse
from layouts.document.pages import PAGES
from layouts.page.page import Page
from layouts.parts.example_mark import WORD
from tests.each import each

INTERACTIVE = [page for page in PAGES if page.interactive]
VERDICTS = re.compile(
    r"förbättring|försämring|improvement|deterioration|egna nivån sedan|level since"
)


def content(page: Page, dataset: Dataset, lang: Lang, data: str) -> dict[str, object]:
    """What follows the view on a page, for Västra Götaland."""
    assert page.interactive
    view = parse({"region": "14", "data": data}, dataset).view
    return page.interactive.content(view, dataset.showing(view.data), lang)


def titles(found: dict[str, object]) -> list[str]:
    """The titles of the pictures, whose measures and figures stand beside them."""
    names = [id_.removesuffix("-figure") for id_ in found if id_.endswith("-figure")]
    return [str(found[f"{name}-title"]) for name in names]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
def test_every_figure_of_an_example_carries_the_word(
    page: Page, lang: Lang, dataset: Dataset
) -> None:
    found = content(page, dataset, lang, "example")
    word = WORD.in_(lang)
    for id_ in each([one for one in found if one.endswith("-figure")]):
        name = id_.removesuffix("-figure")
        for end in ("title", "measure", "source"):
            words = str(found[f"{name}-{end}"])
            assert not words or words.startswith(word), (name, end)
        figure = found[id_]
        assert isinstance(figure, dict)
        assert word in [one["text"] for one in figure["layout"]["annotations"]], name


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
def test_no_figure_of_estimated_months_has_a_verdict_in_its_title(
    page: Page, lang: Lang, dataset: Dataset
) -> None:
    found = titles(content(page, dataset, lang, "estimated"))
    assert [title for title in each(found) if VERDICTS.search(title)] == []


@pytest.mark.parametrize("data", ["reported", "published"])
@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
def test_every_page_is_laid_out_in_every_kind(page: Page, data: str, dataset: Dataset) -> None:
    assert page.layout(dataset, "sv", {"region": "14", "data": data})
