"""The page of effects in sentences: a verdict by its own rule, and what a region missed."""

from dataclasses import replace

import pytest

from dashboard.effects import page_words as effort_words
from dashboard.effects.evaluation import evaluation
from dashboard.effects.series import OUTCOMES
from dashboard.language.text import LANGS, Lang
from dashboard.releases.store import Store
from dashboard.view.view import default_view
from tests.builders import a_store, without


@pytest.mark.parametrize("lang", LANGS)
def test_modelled_months_decide_nothing(store: Store, lang: Lang) -> None:
    first, _, third = effort_words.sentences(store, default_view(store), lang)
    assert first == effort_words._VERDICT.in_(lang)
    assert {"sv": "298 av 378", "en": "298 of 378"}[lang] in third


def test_what_can_be_decided_is_said_without_a_cause(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {o: evaluation(store, o) for o in OUTCOMES}
    told = replace(found["over"].verdict, signal="improvement")
    found["over"] = replace(found["over"], verdict=told)
    monkeypatch.setattr(effort_words, "evaluation", lambda _store, outcome, *_: found[outcome])
    first = effort_words.sentences(store, default_view(store), "sv")[0]
    assert "Överbeläggningar: förbättring." in first
    assert first.endswith("Att satsningen är orsaken kan inte avgöras.")


def test_a_region_reads_what_it_missed_or_that_it_missed_nothing(store: Store) -> None:
    view = default_view(store)
    assert (
        "hade gett 14,5 miljoner till"
        in effort_words.sentences(store, replace(view, region="22"), "sv")[2]
    )
    assert (
        "nothing was missed" in effort_words.sentences(store, replace(view, region="05"), "en")[2]
    )


def test_the_sentences_stand_whoever_reports() -> None:
    store = without(a_store(), ["01"])
    for region in ("00", "01"):
        for words in effort_words.sentences(
            store, replace(default_view(store), region=region), "sv"
        ):
            assert words
            assert "None" not in words
