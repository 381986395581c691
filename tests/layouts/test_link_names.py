"""Links of a page that lead to different places have different names, and a name says where."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from layouts.document.document import document
from layouts.document.pages import PAGES
from layouts.html import Html, render_html
from layouts.page.page import Page
from tests.layouts.tree import Element, Tree, vars_of

QUERIES = (
    {},
    {"region": "14"},
    {"region": "09", "data": "example"},
    {"region": "20", "data": "published", "care": "psychiatric"},
)
# Words that say nothing of the place, read without the words around them.
SAY_NOTHING = {"här", "here", "mer", "more", "läs mer", "read more", "länk", "link", "csv", "png"}


def name_of(link: Element, page: Html) -> str:
    """The name that a screen reader says for the link."""
    said = vars_of(link)
    if labelled := said.get("aria-labelledby"):
        words = " ".join(Tree.words(Tree.by_id(page, one)) for one in labelled.split())
    else:
        words = said.get("aria-label") or Tree.words(link)
    return " ".join(words.split())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_no_two_links_are_named_alike_and_lead_apart(
    page: Page, lang: Lang, dataset: Dataset, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    for query in QUERIES:
        main = Html(render_html(page.layout(dataset, lang, query)))
        pieces = {"css": "", "main": main, "scripts": "", "release": dataset.release}
        whole = document(page, lang, dict(query), pieces)
        shown = re.sub(
            r"(?s)<(script|svg|noscript|style)\b.*?</\1>", "", whole[whole.index("<body") :]
        )
        # What the view hides is not there to be read.
        shown = re.sub(r"(?s)<section[^>]* hidden[ >].*?</section>", "", shown)
        links = defaultdict(set)
        for tag in re.finditer(r"(?s)<a\b[^>]*>.*?</a>", shown):
            [link] = Tree.of_type(Html(tag[0]), "A")
            links[name_of(link, main)].add(link.href)
        assert len(links) > 10
        assert {one: found for one, found in links.items() if len(found) > 1} == {}, query
        named = {one.casefold() for one in links}
        assert not named & SAY_NOTHING
        assert [one for one in named if not re.search(r"[^\W\d_]{2}", one)] == []
