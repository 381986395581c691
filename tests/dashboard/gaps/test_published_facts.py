"""A regional estimate that goes against what is published of the region says so beside it."""

from dataclasses import replace

from dashboard.gaps.published_facts import contradicted
from dashboard.gaps.region_distance_picture import region_distance_picture
from dashboard.gaps.shared_need_picture import shared_need_picture
from dashboard.language.text import LANGS
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from tests.each import each


def test_the_regions_of_the_back_test_that_disagree_say_so(dataset: Dataset) -> None:
    facts = dataset.back_test["facts"]
    expected = {
        code
        for one in facts
        if not one["agrees"] and one["fact"] in ("enough", "share_short", "beds_short")
        for code in (one["published"] if one["fact"] == "enough" else [one["region"]])
        if one["fact"] != "enough" or code not in one["estimate"]
    }
    assert expected
    assert {code for code in CODES if contradicted(dataset, code)} == expected
    shown = dataset.showing("estimated")
    for code in each(expected):
        for lang in LANGS:
            view = View("overcrowding", shown.last_month, region=code)
            words = contradicted(shown, code)
            assert words is not None
            assert words.in_(lang) in region_distance_picture(shown, view, lang).sentence
            assert words.in_(lang) in shared_need_picture(shown, view, lang).sentence


def test_an_estimate_that_agrees_says_nothing(dataset: Dataset) -> None:
    agreeing = [{**one, "agrees": True} for one in dataset.back_test["facts"]]
    told = replace(dataset, back_test={"facts": agreeing})
    assert [code for code in CODES if contradicted(told, code)] == []
