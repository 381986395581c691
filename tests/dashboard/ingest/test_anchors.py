"""The anchors are the published figures, nothing more and nothing less."""

import numpy as np
import pytest

from dashboard.ingest import anchors
from dashboard.ingest.panel import MONTHS, YEARS
from dashboard.reference.regions import CODES


def test_the_season_of_overcrowding_is_as_in_the_method():
    # docs/methods.md 1.4, January to December.
    expected = [1.153, 1.070, 1.153, 0.988, 0.782, 1.029, 1.256, 1.091, 0.844, 0.885, 0.864, 0.885]
    assert anchors.seasonal_index(anchors.OVER) == pytest.approx(expected, abs=0.0006)


def test_the_season_of_outplacement_is_as_in_the_method():
    expected = [1.031, 0.990, 1.072, 0.907, 0.825, 1.072, 1.443, 1.237, 0.907, 0.784, 0.825, 0.907]
    assert anchors.seasonal_index(anchors.OUT) == pytest.approx(expected, abs=0.0006)


def test_fourteen_months_are_published_for_sweden_and_none_for_psychiatric_care():
    months = anchors.national_months(anchors.OVER)
    known = [month for month, value in zip(MONTHS, months, strict=True) if value == value]
    assert known == [*MONTHS[21:33], "2022-12", "2024-04"]
    assert np.isnan(anchors.national_months(anchors.PSYCHIATRIC_OVER)).all()


def test_rates_are_published_for_every_region_and_year():
    for series in (anchors.OVER, anchors.OUT, anchors.PSYCHIATRIC_OVER):
        assert anchors.region_years(series).shape == (21, 10)
        assert not np.isnan(anchors.region_years(series)).any()
        assert not np.isnan(anchors.national_years(series)).any()


def test_two_regions_have_no_level_of_beds_in_2025():
    missing = np.argwhere(np.isnan(anchors.region_years(anchors.BEDS)))
    assert [(CODES[region], YEARS[year]) for region, year in missing] == [
        ("21", 2025),
        ("22", 2025),
    ]


def test_psychiatric_2018_and_2019_stay_identical_as_published():
    rates = anchors.region_years(anchors.PSYCHIATRIC_OVER)
    assert (rates[:, YEARS.index(2018)] == rates[:, YEARS.index(2019)]).all()
