"""Effekter och medel as it is laid out: every cell labelled, the model before the result."""

import re

import pytest

from dashboard.funding.rule_names import PRESETS
from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.payment_rule import NAMES
from dashboard.view.view import parse
from layouts.effects import page as effects
from layouts.effects import rule_editor
from layouts.effects.grant_cells import HEAT
from tests.each import each
from tests.layouts.compare.test_page import by_id, said
from tests.layouts.reading import read
from tests.layouts.tree import Tree, vars_of

VIEWS = (
    {}, {"region": "14"}, {"region": "09", "data": "published"}, {"region": "05"},
    {"rule": "2024"}, {"rule": "threshold=50,top=0", "against": "top=0"}, {"events": "labour"},
    {"region": "13", "rule": "base=0,over=0,out=0"}, {"data": "published", "events": "guideline"},
)  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("query", VIEWS, ids=str)
def test_every_view_is_whole_sentences(dataset: Dataset, query: dict[str, str], lang: Lang) -> None:
    page = effects.layout(dataset, lang, query)
    assert len(Tree.of_type(page, "H1")) == 1
    ids = Tree.ids(page)
    assert len(set(ids)) == len(ids)
    assert {id_ for id_, _ in effects.INTERACTIVE.parts} <= set(ids)
    view = parse(query, dataset).view
    words = " ".join(said(effects.content(view, dataset, lang)))
    assert not re.search(r"[{}]|\bNone\b|\bnan\b|\binf\b", words)


def cells_of(dataset: Dataset) -> list[tuple[str, str]]:
    """Class and words of each cell in the table of the page."""
    values = effects.content(parse({}, dataset).view, dataset, "sv")
    [table] = values[f"{HEAT}-table"]
    cells = []
    for row in table.split("<tr")[2:]:
        found = read(f"<tr{row}")
        marks = [str(attributes.get("class")) for tag, attributes in found.found if tag == "td"]
        said_ = (words for tag, words in found.said if tag == "td")
        cells += [one for one in zip(marks, said_, strict=True) if one[0] != "sum"]
    assert len(cells) == len(CODES) * 18
    return cells


def test_every_cell_of_estimated_months_has_its_probability_and_no_verdict(
    dataset: Dataset,
) -> None:
    for mark, words in each(cells_of(dataset)):
        percent = {"<1": 0, ">99": 100}.get(words) if words[0] in "<>" else int(words)
        assert percent is not None
        thirds = {"unlikely": (0, 34), "possible": (33, 67), "likely": (66, 100)}
        low, high = thirds[mark]
        assert low <= percent <= high


def test_every_cell_of_the_example_says_that_it_is_one(dataset: Dataset) -> None:
    cells = cells_of(dataset.showing("example"))
    assert [words for _, words in cells if not words.endswith(" m")] == []
    # Colour is never alone: what qualified has a sign.
    for mark, words in each(cells):
        assert words.startswith(("✓ ", "5 ", "✓? ", "5? ")) == (mark in ("improved", "top5"))


def test_the_answer_stands_first_and_behind_its_door_the_model_before_its_results(
    dataset: Dataset,
) -> None:
    page = effects.layout(dataset, "sv", {})
    ids = Tree.ids(page)
    places = [ids.index(one) for one in ("eff-lead", "eff-verdict", "eff-models", "eff-model")]
    assert places == sorted(places)
    assert ids.index("eff-model") < ids.index("eff-its") < ids.index("eff-contrasts")
    # Models and contrasts are behind one door, which opens as closed.
    sections = Tree.of_type(page, "Section")
    (door,) = [one for one in sections if vars_of(one).get("id") == "eff-models"]
    inside = {vars_of(one).get("id") for one in Tree.components(door)}
    assert {"eff-policy", "eff-fit", "eff-its", "eff-contrasts", "eff-seen"} <= inside
    assert [one for one in Tree.of_type(page, "Details") if "open" in vars_of(one)] == []


def test_the_editor_shows_the_rule_of_the_address(dataset: Dataset) -> None:
    page = effects.layout(dataset, "en", {"rule": "threshold=2.5,ties=strict", "against": "top=0"})
    shown = {name: by_id(page, rule_editor.parameter_id(name)).value for name in NAMES}
    assert (shown["threshold"], shown["ties"], shown["top"], shown["decimals"]) == (
        2.5, "strict", 5, "",
    )  # fmt: skip
    rule = by_id(page, rule_editor.RULE)
    assert rule.value == "threshold=2.5,ties=strict"
    assert rule.value in [one["value"] for one in rule.options]
    assert by_id(page, rule_editor.AGAINST).value == "top=0"
    assert len(by_id(page, rule_editor.AGAINST).options) == len(PRESETS)


def test_every_control_has_a_label(dataset: Dataset) -> None:
    page = effects.layout(dataset, "sv", {})
    named = {one.htmlFor for one in Tree.of_type(page, "Label") if hasattr(one, "htmlFor")}
    wanted = {rule_editor.RULE, rule_editor.AGAINST, "eff-events", "eff-own-file"}
    assert wanted | {rule_editor.parameter_id(name) for name in NAMES} <= named
    for id_ in effects.INTERACTIVE.controls:
        assert f"eff-{id_}" in Tree.ids(page)
