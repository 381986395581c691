"""Scenario as it is laid out: whole in every view, with a name for all that is operated."""

from typing import Any

import pytest

from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.scenario.dial_words import GRADES, WORDS
from dashboard.scenario.planner import OUTCOMES, outcome
from dashboard.scenario.rows import result_rows
from dashboard.view import scenario_choice as choices
from dashboard.view.scenario_choice import DIALS
from dashboard.view.view import parse
from layouts.scenario import page as scenario
from tests.each import each
from tests.layouts.compare.test_page import by_id, said
from tests.layouts.tree import Tree

VIEWS = (
    {}, {"region": "14", "scenario": "beds=20,stay=0.2", "beside": "ready=50"},
    {"region": "09", "scenario": "beds=-100,stay=2,ready=100,moved=30,goal=1000"},
    {"region": "25", "period": "2016-03"}, {"region": "12", "period": "2020"},
    {"region": "08", "data": "example", "scenario": "ahead=10,growth=2~1~3,cap=0,beds=400"},
    {"data": "published", "care": "psychiatric", "stream": "acute"}, {"data": "reported"},
)  # fmt: skip


@pytest.mark.parametrize("query", VIEWS, ids=str)
@pytest.mark.parametrize("lang", LANGS)
def test_every_view_is_laid_out_whole(dataset: Dataset, query: dict[str, str], lang: Lang) -> None:
    page = scenario.layout(dataset, lang, query)
    assert len(Tree.of_type(page, "H1")) == 1
    ids = Tree.ids(page)
    assert len(set(ids)) == len(ids)
    assert {id_ for id_, _ in scenario.INTERACTIVE.parts} <= set(ids)
    view = parse(query, dataset).view
    for words in each(said(scenario.content(view, dataset.showing(view.data), lang))):
        assert "{" not in words
        assert not {"nan", "None", "inf"} & set(words.split())


def test_every_control_has_a_name_a_source_and_its_evidence(dataset: Dataset) -> None:
    page = scenario.layout(dataset, "en", {"region": "14"})
    named = {one.htmlFor for one in Tree.of_type(page, "Label") if hasattr(one, "htmlFor")}
    words = Tree.words(page)
    for key in each(DIALS):
        assert f"scn-{key}" in named
        assert WORDS[key].source.en in words
        assert f"Evidence: {GRADES[WORDS[key].grade].en}." in words


def test_the_controls_show_what_the_address_says(dataset: Dataset) -> None:
    page = scenario.layout(dataset, "sv", {"region": "14", "scenario": "beds=20~10~40,stay=0.2"})
    assert by_id(page, "scn-beds").value == 20
    assert (by_id(page, "scn-beds-low").value, by_id(page, "scn-beds-high").value) == (10, 40)
    assert by_id(page, "scn-stay-said").children == ["0,20 dygn (0,15–0,25)"]
    assert by_id(page, "scn-cap").value == ""
    assert "20 fler vårdplatser, 0,2 dygn kortare vårdtid" in Tree.words(by_id(page, "scn-lead"))


def test_two_scenarios_stand_beside_each_other(dataset: Dataset) -> None:
    both = {"region": "14", "scenario": "beds=20", "beside": "ready=50"}
    heads = Tree.of_type(by_id(scenario.layout(dataset, "en", both), "scn-results-table"), "Th")
    words = [Tree.words(one) for one in heads]
    assert words[:5] == ["Result", "Now", "The scenario", "Change", "Beside it"]
    alone = scenario.layout(dataset, "en", {"region": "14"})
    assert "Beside it" not in Tree.words(by_id(alone, "scn-results-table"))


def test_the_starts_are_links_that_work_without_scripts(dataset: Dataset) -> None:
    page = scenario.layout(dataset, "en", {"region": "14", "scenario": "beds=20"})
    links = [one.href for one in Tree.of_type(by_id(page, "scn-start"), "A")]
    assert "?region=14&scenario=beds=20" in links
    assert "?region=14&scenario=beds=20&beside=beds=20" in links
    assert "?region=14" in links


def doubled(*given: Any) -> dict[str, Any]:
    """A model in which every region has twice the patients over its beds."""
    found = outcome(*given)
    return {**found, "overcrowded": 2 * found["overcrowded"]}


def cells_of(table: Any, columns: int) -> list[list[str]]:
    found = [Tree.words(one) for one in Tree.of_type(table, "Td")]
    return [found[at : at + columns] for at in range(0, len(found), columns)]


@pytest.mark.parametrize("lang", LANGS)
def test_an_address_of_a_replaced_model_says_so_and_shows_both(
    dataset: Dataset, lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = {"region": "14", "scenario": "model=1,beds=20"}
    before = cells_of(by_id(scenario.layout(dataset, lang, query), "scn-results-table"), 4)
    monkeypatch.setattr(choices, "MODEL", 2)
    monkeypatch.setattr(choices, "MODELS", (1, 2))
    monkeypatch.setitem(OUTCOMES, 2, doubled)
    page = scenario.layout(dataset, lang, query)
    label = Tree.words(by_id(page, "scn-label"))
    assert {"sv": "Adressen gjordes med modell 1", "en": "was made by model 1"}[lang] in label
    table = by_id(page, "scn-results-table")
    heads = [Tree.words(one) for one in Tree.of_type(table, "Th")]
    assert {"sv": "Med den nyaste modellen", "en": "By the newest model"}[lang] in heads
    # What model 1 said it says still, to the letter.
    assert [row[:3] for row in cells_of(table, 5)] == [row[:3] for row in before]
    view = parse(query, dataset).view
    over = {row["model"]: row["now"] for row in result_rows(dataset, view)
            if row["result"] == "overcrowded" and "beds=20" in str(row["scenario"])}  # fmt: skip
    assert over[2] == pytest.approx(2 * over[1])
    newest = scenario.layout(dataset, lang, {"region": "14", "scenario": "beds=20"})
    assert "modell 1" not in Tree.words(by_id(newest, "scn-label"))
