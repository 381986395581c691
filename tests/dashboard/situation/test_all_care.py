"""What is known of all care alone, or of nobody, leaves the rest of the page as it was."""

import pytest

from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.situation import cards, national_sentences
from dashboard.values import labels
from dashboard.view.view import View, parse
from tests.each import each


@pytest.mark.parametrize("lang", LANGS)
def test_an_indicator_of_all_care_alone_empties_neither_cards_nor_lead(
    dataset: Dataset, lang: Lang
) -> None:
    view = parse({"indicator": "wait_operation_waiting"}, dataset).view
    assert (view.care, view.data) == ("all", "published")
    numbers = {card.name: card.number for card in cards.cards(dataset, view, lang)}
    for indicator in each((OVERCROWDING, OUTPLACEMENT)):
        assert numbers[indicator.short_name.in_(lang)] != "–"
    lead = " ".join(national_sentences.sentences(dataset, view, lang))
    assert numbers[OVERCROWDING.short_name.in_(lang)] in lead


def test_where_nobody_has_reported_that_is_said_and_not_that_all_is_imported(
    dataset: Dataset,
) -> None:
    shown = dataset.showing("reported")
    view = View("overcrowding", shown.last_month, data="reported")
    said = labels.status_sentence(shown, view, "sv")
    assert said.startswith("Ingen region har rapporterat december 2025")
    assert "inget är rapporterat" in labels.source(shown, view, "sv")
