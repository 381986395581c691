"""Every page in every kind of data: examples carry the word, estimates bear no verdict."""

import re

import pytest

from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
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


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
def test_where_nothing_can_be_decided_the_way_to_the_example_stands_beside(
    page: Page, lang: Lang, dataset: Dataset
) -> None:
    found = content(page, dataset, lang, "estimated")
    words, missed = CANNOT_BE_DECIDED.in_(lang), []
    for id_ in each([one for one in found if one.endswith("-figure")]):
        name = id_.removesuffix("-figure")
        said = f"{found[f'{name}-title']} {found[f'{name}-measure']} {found[f'{name}-sentence']}"
        if words in said and "data=example" not in said:
            missed.append(name)
    assert missed == []


def test_a_control_chart_and_a_change_lead_to_the_example(dataset: Dataset) -> None:
    for key, name in (("region", "mine-over"), ("quality", "dq-split")):
        (page,) = [one for one in INTERACTIVE if one.key == key]
        sentence = str(content(page, dataset, "sv", "estimated")[f"{name}-sentence"])
        assert "Se ett exempel" in sentence, name


@pytest.mark.parametrize("data", ["reported", "published"])
@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
def test_every_page_is_laid_out_in_every_kind(page: Page, data: str, dataset: Dataset) -> None:
    assert page.layout(dataset, "sv", {"region": "14", "data": data})
