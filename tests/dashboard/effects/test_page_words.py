"""The page of effects in sentences: a verdict by its own rule, and what a region missed."""

from dataclasses import replace

import pytest

from dashboard.effects import page_words
from dashboard.effects.evaluation import evaluation
from dashboard.effects.series import OUTCOMES
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import default_view
from tests.builders import a_dataset, without
from tests.each import each


@pytest.mark.parametrize("lang", LANGS)
def test_estimated_months_decide_nothing(dataset: Dataset, lang: Lang) -> None:
    first, _, third = page_words.sentences(dataset, default_view(dataset), lang)
    assert first == page_words._VERDICT.in_(lang)
    assert {"sv": "300 av 378", "en": "300 of 378"}[lang] in third


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
    view = default_view(dataset)
    assert (
        "hade gett 18,2 miljoner till"
        in page_words.sentences(dataset, replace(view, region="22"), "sv")[2]
    )
    assert (
        "nothing was missed" in page_words.sentences(dataset, replace(view, region="05"), "en")[2]
    )


def test_the_sentences_stand_whoever_reports() -> None:
    dataset = without(a_dataset(), ["01"])
    for region in ("00", "01"):
        for words in each(
            page_words.sentences(dataset, replace(default_view(dataset), region=region), "sv")
        ):
            assert words
            assert "None" not in words
