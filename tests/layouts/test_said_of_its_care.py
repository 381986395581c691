"""Sentence, card and address say which care they are of, and no choice empties the page."""

from dataclasses import replace
from itertools import product

import pytest

from dashboard.indicators.registry import INDICATORS
from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values.values import numbers
from dashboard.view.view import View, apply_change, default_view, parse
from layouts.html import Html, render_html
from layouts.overview.page import PAGE as OVERVIEW
from layouts.region.page import PAGE as REGION
from tests.each import each
from tests.layouts.tree import Tree, vars_of

SOMATIC = {"sv": "somatisk vård", "en": "somatic care"}
CARES = (
    ({"care": "psychiatric"}, {"sv": "psykiatrisk vård", "en": "psychiatric care"}),
    ({"stream": "planned"}, {"sv": "planerad vård", "en": "planned care"}),
)


def sentences(lead: str) -> list[str]:
    return [one.strip() for one in lead.replace("; ", ". ").split(". ") if one.strip()]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("asked", "care"), CARES, ids=["psychiatric", "planned"])
def test_the_national_page_says_of_which_care(
    asked: dict[str, str], care: dict[Lang, str], lang: Lang, dataset: Dataset
) -> None:
    page = Html(render_html(OVERVIEW.layout(dataset, lang, asked)))
    lead = Tree.words(Tree.by_id(page, "lead"))
    assert care[lang] in lead
    # The distance is of all somatic care, and the published year of what it is counted for.
    [distance] = [one for one in sentences(lead) if "17" in one and "660" in one]
    assert distance.casefold().startswith(SOMATIC[lang])
    year = care if "care" in asked else SOMATIC
    assert f"2025 ({year[lang]})" in lead
    *_, last = Tree.of_type(Tree.by_id(page, "cards"), "Li")
    assert SOMATIC[lang] in Tree.words(last)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("asked", "care"), CARES, ids=["psychiatric", "planned"])
def test_a_region_says_of_which_care(
    asked: dict[str, str], care: dict[Lang, str], lang: Lang, dataset: Dataset
) -> None:
    page = Html(render_html(REGION.layout(dataset, lang, {"region": "14", **asked})))
    lead = Tree.words(Tree.by_id(page, "mine-lead"))
    assert f"({care[lang]})" in lead
    whole = SOMATIC[lang].capitalize()
    assert lead.count(f"{whole}: ") == (1 if "care" in asked else 2)
    names = [Tree.words(one) for one in Tree.of_type(Tree.by_id(page, "mine-figures"), "Th")][6:]
    assert all(care[lang] in one or SOMATIC[lang] in one for one in names)
    assert care[lang] in names[0]
    [key] = asked
    assert f"{key}={asked[key]}" in page


@pytest.mark.parametrize("lang", LANGS)
def test_the_own_page_is_of_a_region_and_never_of_the_country(lang: Lang, dataset: Dataset) -> None:
    page = Html(render_html(REGION.layout(dataset, lang, {"region": "08"})))
    chosen = Tree.by_id(page, "mine-region")
    assert [vars_of(one)["value"] for one in Tree.of_type(chosen, "Option")] == [
        vars_of(one)["value"]
        for one in Tree.of_type(chosen, "Option")
        if vars_of(one)["value"] in CODES
    ]
    assert len(Tree.of_type(chosen, "Option")) == len(CODES)
    choice = Html(render_html(REGION.layout(dataset, lang, {"region": SWEDEN})))
    assert "mine-lead" not in choice
    assert len([one for one in Tree.hrefs(choice) if "region=" in one]) == len(CODES)


def test_a_touch_to_any_indicator_leads_to_a_period_with_values(dataset: Dataset) -> None:
    start = default_view(dataset)
    views = [
        start,
        replace(start, stream="planned"),
        replace(start, care="psychiatric"),
        View("overcrowding", "2025", data="published"),
        View("overcrowding", "2016", data="published"),
    ]
    for view, indicator in each(list(product(views, INDICATORS))):
        moved = apply_change(view, {"indicator": indicator.key, **_controls(view)}, dataset)
        # Before the guideline there is no distance to it, which is what the page says.
        before = moved.of.derived and moved.period < "2023"
        assert before or any(one is not None for one in numbers(dataset, moved)), (view, moved)


def test_an_address_of_any_indicator_opens_with_values(dataset: Dataset) -> None:
    for indicator in INDICATORS:
        view = parse({"indicator": indicator.key}, dataset).view
        assert any(one is not None for one in numbers(dataset, view)), indicator.key
        assert indicator.cares(view.data)


def _controls(view: View) -> dict[str, str]:
    return {
        "region": view.region, "care": view.care, "stream": view.stream, "period": view.period,
        "data": view.data, "span": str(view.span),
    }  # fmt: skip
