"""Where no region has a value, the map says why of all of them."""

import pytest

from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.situation.map_picture import map_picture
from dashboard.view.view import View


@pytest.mark.parametrize("lang", LANGS)
def test_where_nobody_reported_no_single_region_is_blamed(dataset: Dataset, lang: Lang) -> None:
    nobody = {"sv": "Ingen region har rapporterat", "en": "No region has reported"}[lang]
    picture = map_picture(
        dataset.showing("reported"), View("overcrowding", "2025-12", data="reported"), lang
    )
    assert nobody in picture.title
    assert nobody in picture.sentence


@pytest.mark.parametrize("lang", LANGS)
def test_what_holds_for_each_region_is_said_as_before(dataset: Dataset, lang: Lang) -> None:
    picture = map_picture(dataset, View("overcrowding", "2025-12", data="published"), lang)
    why = {"sv": "Månadsvärden per region är inte", "en": "Monthly values by region are not"}[lang]
    assert why in picture.title
    assert why in picture.sentence
