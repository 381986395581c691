"""A region's name that can be pressed chooses the region, on every page, and leads nowhere else."""

import re

import pytest

from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import CODES, name_of
from dashboard.releases.dataset import Dataset
from layouts.document.pages import PAGES
from layouts.page.page import Page

INTERACTIVE = [page for page in PAGES if page.interactive]
BUTTON = re.compile(r'<button[^>]*data-set="([^"]*region)" data-value="(\d\d)"')


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
def test_a_name_chooses_its_region(page: Page, lang: Lang, dataset: Dataset) -> None:
    assert page.interactive
    named = {name_of(code).in_(lang) for code in CODES}
    for data in ("estimated", "example"):
        shown = str(page.layout(dataset, lang, {"region": "08", "data": data}))
        links = re.findall(r"<a [^>]*>([^<]*)</a>", shown)
        assert not named & set(links)
        controls = {control for control, _ in BUTTON.findall(shown)}
        assert controls <= {"region"}
        if page.key in ("overview", "quality", "targets"):
            assert controls, page.key
        # Wherever one stands in a table, as its row's name or further in, it is such a button.
        plain = re.findall(r"<t[hd][^>]*>([^<]+)</t[hd]>", shown)
        assert not named & set(plain), page.key
