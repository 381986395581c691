"""The page of effects in sentences: a verdict by its own rule, and what a region missed."""

from dataclasses import replace

import pytest

from dashboard.effects import page_words
from dashboard.effects.evaluation import evaluation
from dashboard.effects.series import OUTCOMES
from dashboard.funding.outcome import grant_of, missed
from dashboard.language.formatting import number
from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.view import default_view
from tests.builders import a_dataset, without
from tests.each import each


@pytest.mark.parametrize("lang", LANGS)
def test_estimated_months_decide_nothing(dataset: Dataset, lang: Lang) -> None:
    first, _, third = page_words.sentences(dataset, default_view(dataset), lang)
    assert first == page_words._VERDICT.in_(lang)
    assert {"sv": "omkring 273 (236–309) av 378", "en": "about 273 (236–309) of 378"}[lang] in third


def test_what_can_be_decided_is_said_without_a_cause(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {o: evaluation(dataset, o) for o in OUTCOMES}
    told = replace(found["over"].verdict, signal="improvement")
    found["over"] = replace(found["over"], verdict=told)
    monkeypatch.setattr(page_words, "evaluation", lambda _dataset, outcome, *_: found[outcome])
    first = page_words.sentences(dataset, default_view(dataset), "sv")[0]
    assert "Överbeläggningar: förbättring." in first
    assert first.endswith("Att satsningen är orsaken kan inte avgöras.")


def test_a_region_reads_what_it_missed_or_that_it_missed_nothing(dataset: Dataset) -> None:
    example, view = dataset.showing("example"), default_view(dataset)
    found = {code: missed(grant_of(example), code) for code in CODES}
    some = next(code for code, lost in found.items() if lost.cells)
    none = next(code for code, lost in found.items() if not lost.cells)
    own = grant_of(example).by_region[some].performance
    more = number((found[some].all_met - own) / 1e6, 1, "sv")
    told = page_words.sentences(example, replace(view, region=some), "sv")[2]
    assert f"hade gett {more} miljoner till" in told
    assert "enligt EXEMPEL med påhittade månader" in told
    assert (
        "nothing was missed" in page_words.sentences(example, replace(view, region=none), "en")[2]
    )


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_region_would_have_got_is_not_told_by_estimated_months(
    dataset: Dataset, lang: Lang
) -> None:
    view = default_view(dataset)
    third = [page_words.sentences(dataset, replace(view, region=code), lang)[2] for code in CODES]
    undecided = {"sv": "kan inte avgöras, månaderna", "en": "cannot be decided, the months"}
    assert [one for one in third if undecided[lang] not in one] == []
    assert [one for one in third if "miljoner" in one or "million" in one] == []


def test_the_sentences_stand_whoever_reports() -> None:
    dataset = without(a_dataset(), ["01"])
    for region in ("00", "01"):
        for words in each(
            page_words.sentences(dataset, replace(default_view(dataset), region=region), "sv")
        ):
            assert words
            assert "None" not in words
