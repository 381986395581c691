"""The pictures of the page of effects: whole in every view, whoever reports."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.effects.effects_picture import evaluation_picture
from dashboard.effects.fit_picture import fit_picture
from dashboard.effects.policy_picture import KINDS, events_shown, policy_picture
from dashboard.effects.series import OUTCOMES
from dashboard.figures.picture import Picture
from dashboard.funding.grant_picture import grant_picture
from dashboard.funding.payout import POPULATIONS, base_amounts
from dashboard.funding.simulation.chance_picture import chance_picture, unpaid_picture
from dashboard.funding.simulation.compared import compared
from dashboard.funding.simulation.rules_picture import rules_picture
from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from dashboard.view.view import View, default_view
from tests.builders import a_dataset, without
from tests.dashboard.comparison.test_dots_picture import check

ALL: tuple[Callable[[Dataset, View, Lang], Picture], ...] = (
    policy_picture, fit_picture, evaluation_picture, grant_picture, rules_picture, chance_picture,
    unpaid_picture,
)  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "changed",
    [
        {}, {"region": "09"}, {"data": "published", "period": "2025"}, {"events": "labour"},
        {"data": "published", "period": "2025", "region": "21", "events": "guideline"},
        {"rule": "2024"}, {"rule": "base=0,over=0,out=0"}, {"rule": "threshold=50,top=0"},
    ],
    ids=str,
)  # fmt: skip
def test_every_view_has_them(dataset: Dataset, lang: Lang, changed: dict[str, str]) -> None:
    view = replace(default_view(dataset), **changed)  # type: ignore[arg-type]
    for picture in ALL:
        check(picture(dataset, view, lang))


@pytest.mark.parametrize("reporting", [0, 1, 20])
def test_they_stand_whoever_reports(reporting: int) -> None:
    dataset = without(a_dataset(first="2016-01"), CODES[reporting:])
    for region in ("00", "01", "25"):
        for picture in ALL:
            check(picture(dataset, View("overcrowding", "2025-12", region), "sv"))


def test_an_event_is_shown_by_its_kind_and_the_weightiest_are_few(dataset: Dataset) -> None:
    view = default_view(dataset)
    assert len(events_shown(dataset, view, dataset.months)) <= 6
    for kind in KINDS:
        if kind != "weighty":
            found = events_shown(dataset, replace(view, events=kind), dataset.months)
            assert {one.kind for one in found} <= {kind}
            assert [one.date for one in found] == sorted(one.date for one in found)


def test_the_forest_has_a_head_and_a_main_row_for_each_measure(dataset: Dataset) -> None:
    figure = evaluation_picture(dataset, default_view(dataset), "en").figure
    names = figure["layout"]["yaxis"]["ticktext"]
    assert sum(name.startswith("<b>") for name in names) == len(OUTCOMES)
    assert sum("Main model" in name for name in names) == len(OUTCOMES)
    dots = figure["data"][0]
    assert len(dots["x"]) == len(dots["y"]) == len(names)
    # Heads have no estimate.
    assert [x is None for x in dots["x"]] == [name.startswith("<b>") for name in names]


def test_what_is_expected_begins_with_the_effort(dataset: Dataset) -> None:
    figure = fit_picture(dataset, default_view(dataset), "sv").figure
    dashed = [t for t in figure["data"] if t["line"].get("dash") == "dash"]
    assert len(dashed) == len(OUTCOMES)
    for line in dashed:
        known = [x for x, y in zip(line["x"], line["y"], strict=True) if y is not None]
        assert known[0] == "2022-02"
    solid = next(t for t in figure["data"] if t["line"].get("dash") == "solid")
    assert all(y is not None for y in solid["y"])


def test_the_base_is_the_same_for_each_inhabitant(dataset: Dataset) -> None:
    figure = grant_picture(dataset, default_view(dataset), "sv").figure
    base = next(t for t in figure["data"] if t.get("name") == "Grundbelopp")
    ends = base["x"][1::3]
    assert max(ends) - min(ends) < 0.01
    assert round(ends[0], 2) == 71.04


@pytest.mark.parametrize("lang", LANGS)
def test_estimated_months_tell_no_regions_money(dataset: Dataset, lang: Lang) -> None:
    view = replace(default_view(dataset), region="14")
    found = grant_picture(dataset, view, lang)
    assert {tuple(row[i] for i in (2, 4, 5, 6, 7)) for row in found.table.rows} == {("–",) * 5}
    assert {row.parts[1:] for row in found.chart.rows} == {(0.0, 0.0)}
    names = [row[0] for row in found.table.rows]
    assert names == [name_of(code).in_(lang) for code in sorted(CODES, key=lambda c: name_of(c).sv)]
    example = grant_picture(dataset.showing("example"), view, lang)
    assert all(float(row[2]) > 0 for row in example.table.rows)
    assert {"sv": "EXEMPEL", "en": "EXAMPLE"}[lang] in example.title


def test_the_money_that_changes_hands_between_two_rules_adds_up(dataset: Dataset) -> None:
    example = dataset.showing("example")
    picture = rules_picture(example, replace(default_view(dataset), rule="top=0"), "en")
    rows = picture.table.rows
    moved = [float(row[3].replace("\N{MINUS SIGN}", "-").replace(",", "")) for row in rows]
    assert abs(sum(moved)) < 0.2
    assert max(moved) > 0 > min(moved)


@pytest.mark.parametrize("lang", LANGS)
def test_of_estimated_months_two_rules_are_compared_by_their_base_alone(
    dataset: Dataset, lang: Lang
) -> None:
    view = replace(default_view(dataset), region="14", rule="base=1000,over=495,out=495")
    picture = rules_picture(dataset, view, lang)
    assert CANNOT_BE_DECIDED.in_(lang) in picture.title
    assert {row[4:] for row in picture.table.rows} == {("–", "–")}
    by_rule = base_amounts(1_000_000_000)
    first = picture.chart.rows[0]
    code = next(code for code in CODES if name_of(code).in_(lang) == first.name)
    assert first.dot == round(by_rule[code] / POPULATIONS[code], 2)
    # The tests of the two rules stand without what hangs on the months of another kind.
    grid = compared(dataset, replace(view, against="than=limits,top=0"), lang)
    assert grid.rows[0][1:] == ("72 %", "–")
    assert {row[2] for row in grid.rows[1:-1]}.isdisjoint({"–"})


def test_a_rule_against_itself_moves_nothing(dataset: Dataset) -> None:
    view = replace(default_view(dataset), rule="2024")
    assert "samma regel" in rules_picture(dataset, view, "sv").title
    for _, one, other in compared(dataset, view, "sv").rows:
        assert one == other
