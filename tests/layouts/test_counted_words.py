"""No page says one of something in the plural, in any kind of data, of small regions and large."""

import re

import pytest

from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import Data, View, parse
from layouts.document.pages import PAGES
from layouts.page.page import Page
from tests.each import each

INTERACTIVE = [page for page in PAGES if page.interactive]
ONE_OF_MANY = re.compile(
    r"(?<![\d.,:–\u00a0])1 (\w*(platser|regioner|patienter|månader|dagar|timmar|gånger|avdelningar"
    r"|heltider|procentenheter)|beds|regions|patients|months|days|hours|times|wards)\b"
)
KINDS: tuple[Data, ...] = ("estimated", "published", "example")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
def test_no_page_says_one_of_something_in_the_plural(
    page: Page, lang: Lang, dataset: Dataset
) -> None:
    assert page.interactive
    for data in each(KINDS):
        for region, month in (("00", "2025-12"), ("09", "2025-07"), ("13", "2024-03")):
            view = parse({"region": region, "data": data}, dataset).view
            if data != "published":
                view = View(view.indicator, month, region=region, data=data)
            found = page.interactive.content(view, dataset.showing(data), lang)
            words = re.sub("<[^>]*>", " ", " ".join(map(str, found.values())))
            wrong = [words[max(0, one.start() - 40) : one.end() + 10]
                     for one in ONE_OF_MANY.finditer(words)]  # fmt: skip
            assert wrong == [], (data, region)
