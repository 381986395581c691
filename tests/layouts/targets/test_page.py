"""Målnivåer as it is laid out: whole in every view, with a name for all that is operated."""

import pytest

from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.unit_targets.assumption_words import ASSUMPTIONS, BEDS, DAYS, POOL
from dashboard.view.assumptions import SCALES
from dashboard.view.view import parse
from layouts.targets import page as targets
from tests.layouts.compare.test_page import by_id, said
from tests.layouts.tree import Tree

VIEWS = (
    {}, {"region": "14"}, {"region": "09", "assumptions": "neighbours=1,risk=5,variance=2"},
    {"region": "25", "period": "2016-03"}, {"region": "12", "period": "2020"},
    {"region": "08", "assumptions": "locked=1,size=120,pool=6,beds=400,days=1,stay=1.5"},
    {"data": "published", "care": "psychiatric", "stream": "acute"}, {"period": "1990"},
    {"region": "01", "period": "2023-04", "assumptions": "acute=100,size=4,neighbours=5"},
)  # fmt: skip


@pytest.mark.parametrize("query", VIEWS, ids=str)
@pytest.mark.parametrize("lang", LANGS)
def test_every_view_is_laid_out_whole(dataset: Dataset, query: dict[str, str], lang: Lang) -> None:
    page = targets.layout(dataset, lang, query)
    assert len(Tree.of_type(page, "H1")) == 1
    ids = Tree.ids(page)
    assert len(set(ids)) == len(ids)
    assert {id_ for id_, _ in targets.INTERACTIVE.parts} <= set(ids)
    view = parse(query, dataset).view
    for words in said(targets.content(view, dataset, lang)):
        assert "{" not in words
        assert "nan" not in words.split()
        assert "None" not in words.split()


def test_every_slider_has_a_name_a_value_an_effect_and_an_origin(dataset: Dataset) -> None:
    page = targets.layout(dataset, "en", {"region": "14"})
    named = {one.htmlFor for one in Tree.of_type(page, "Label") if hasattr(one, "htmlFor")}
    for one in (*ASSUMPTIONS, POOL, BEDS, DAYS):
        slider = by_id(page, f"tgt-{one.key}")
        assert slider.type == "range"
        assert f"tgt-{one.key}" in named
        assert one.origin.en in Tree.words(page)
        assert SCALES[one.key].low <= slider.value <= SCALES[one.key].high


def test_the_sliders_show_what_the_address_says(dataset: Dataset) -> None:
    page = targets.layout(dataset, "sv", {"assumptions": "size=30,locked=1,stay=6.5"})
    assert by_id(page, "tgt-size").value == 30
    assert by_id(page, "tgt-stay").value == 6.5
    assert by_id(page, "tgt-locked").value is True
    assert by_id(page, "tgt-stay-said").children == ["6,5 dygn"]
    assert by_id(page, "tgt-assumptions").value == "size=30,locked=1,stay=6.5"


def test_the_badge_stands_on_the_page_in_both_languages(dataset: Dataset) -> None:
    for lang, badge in (("sv", "inte Socialstyrelsens målnivå"), ("en", "not a target set by")):
        page = targets.layout(dataset, lang, {})  # type: ignore[arg-type]
        label = Tree.words(by_id(page, "tgt-label"))
        assert badge in label
