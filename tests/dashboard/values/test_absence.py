"""The reason for a missing value is the right one: told of whom it is about, and where it holds."""

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest

from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE, INDICATORS, OCCUPANCY, OVERCROWDING
from dashboard.reference.missing_reasons import Reason, missing_reason
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN
from dashboard.releases.dataset import CARES, MEASURES, Dataset
from dashboard.values import values
from dashboard.values.absence import _kind, reason
from dashboard.view.view import Data, View
from tests.each import each

KINDS: tuple[Data, ...] = ("estimated", "published", "reported", "example")
MONTH = "2025-12"
# Beds and overcrowding of Kalmar for two months, and of Skåne for a year.
KALMAR, SKANE = CODES.index("08"), CODES.index("12")
SOMATIC = CARES.index("somatic")


@pytest.fixture(scope="module")
def reported(dataset: Dataset) -> Dataset:
    """A release in which a region told its beds and overcrowding, and not its patients."""
    said, cube = np.zeros(dataset.cube.shape, dtype=bool), dataset.cube.copy()
    told = [MEASURES.index(one) for one in ("bed_days", "over_days")]
    cube[:, :, -2:] = np.nan
    for measure in told:
        said[measure, KALMAR, -2:, SOMATIC] = said[measure, SKANE, -12:, SOMATIC] = True
        for row, first in ((KALMAR, -2), (SKANE, -12)):
            cube[measure, row, first:] = dataset.cube[measure, row, first:]
    return replace(dataset, cube=cube, imported=said)


def said(dataset: Dataset, view: View, region: str) -> Reason:
    """The kind of nothing, of a value that there is not."""
    assert values.numbers(dataset, view)[ALL_CODES.index(region)] is None
    found = _kind(dataset, view, region)
    text = reason(dataset, view, region)
    assert text == missing_reason(dataset.reference.reasons, found, care=view.care, region=region)
    return found


def asked(indicator: Any, data: Data = "reported", period: str = MONTH) -> View:
    return View(indicator.key, period, data=data)


@pytest.mark.parametrize("data", ["reported", "estimated"])
def test_a_region_that_reported_something_else_is_not_called_silent(
    reported: Dataset, data: Data
) -> None:
    shown = reported.showing(data)
    over, occupied = asked(OVERCROWDING, data), asked(OCCUPANCY, data)
    assert values.numbers(shown, over)[ALL_CODES.index("08")] is not None
    if data == "reported":
        assert said(shown, occupied, "08") is Reason.NOT_OF_THIS
        assert "har rapporterat perioden, men inte" in reason(shown, occupied, "08").sv
        assert said(shown, occupied, SWEDEN) is Reason.NOBODY_REPORTED
    assert said(shown, over, "01") is Reason.NOT_IMPORTED
    assert said(shown, over, SWEDEN) is Reason.LOW_COVERAGE


def test_the_country_is_not_what_two_regions_reported(reported: Dataset) -> None:
    """Those that never reported hold beds as well, so the two are no 80 per cent of them."""
    country = values.at(reported.showing("reported"), asked(OVERCROWDING))[0]
    assert country.value is None
    assert country.reason is not None
    assert "mindre än 80 procent av platserna" in country.reason.sv


def test_some_months_of_a_year_are_no_silence_and_no_year(reported: Dataset) -> None:
    shown = reported.showing("reported")
    year = asked(OVERCROWDING, period="2025")
    assert said(shown, year, "08") is Reason.SOME_MONTHS
    assert said(shown, year, "01") is Reason.NOT_IMPORTED
    assert said(shown, asked(OCCUPANCY, period="2025"), "12") is Reason.NOT_OF_THIS
    # A year that has only begun, as where months are handed in that no release has.
    begun = replace(reported, months=reported.months[:-1], cube=reported.cube[:, :, :-1],
                    imported=reported.imported[:, :, :-1])  # fmt: skip
    assert _kind(begun.showing("reported"), year, "08") is Reason.SOME_MONTHS


def test_the_distance_says_that_there_was_no_guideline_and_not_that_regions_are_silent(
    dataset: Dataset,
) -> None:
    shown = dataset.showing("estimated")
    for code in (SWEDEN, "08"):
        early = asked(DISTANCE_TO_GUIDELINE, "estimated", "2023-04")
        assert said(shown, early, code) is Reason.NO_GUIDELINE_YET
        assert "maj 2023" in reason(shown, early, code).sv
        acute = replace(asked(DISTANCE_TO_GUIDELINE, "estimated"), stream="acute")
        assert said(shown, acute, code) is Reason.STREAMS_TOGETHER


def test_a_distance_over_twelve_months_says_so(reported: Dataset) -> None:
    shown = reported.showing("reported")
    assert said(shown, asked(DISTANCE_TO_GUIDELINE), "08") is Reason.TWELVE_MONTHS
    assert said(shown, asked(DISTANCE_TO_GUIDELINE), "01") is Reason.NOT_IMPORTED


# What may not be told of the country, and what may not be told of a region.
OF_A_REGION = {Reason.NOT_IMPORTED, Reason.SOME_MONTHS, Reason.NOT_OF_THIS, Reason.TWELVE_MONTHS,
               Reason.ZERO_BEDS}  # fmt: skip
OF_THE_COUNTRY = {Reason.LOW_COVERAGE, Reason.INCOMPLETE, Reason.NOBODY_REPORTED}
REPORTS = OF_THE_COUNTRY | (OF_A_REGION - {Reason.ZERO_BEDS})


@pytest.mark.parametrize("data", KINDS)
def test_every_missing_value_has_a_reason_that_is_about_it(dataset: Dataset, data: Data) -> None:
    """Over all indicators, care areas, streams, regions and every third period."""
    shown = dataset.showing(data)
    periods = (*shown.year_labels[::3], *shown.months[::9], MONTH)
    cares, streams = ("somatic", "psychiatric", "all"), ("all", "acute")
    for indicator, care, stream in each(product(INDICATORS, cares, streams)):
        for period in each(periods):
            view = View(indicator.key, period, care=care, stream=stream, data=data)
            for code, number in each(zip(ALL_CODES, values.numbers(shown, view), strict=True)):
                if number is not None:
                    continue
                found, text = _kind(shown, view, code), reason(shown, view, code)
                about = (view, code, found, text.sv)
                assert text.sv.endswith("."), about
                assert text.en.endswith("."), about
                if code == SWEDEN:
                    assert found not in OF_A_REGION, about
                    assert not text.sv.startswith("Regionen"), about
                else:
                    assert found not in OF_THE_COUNTRY, about
                # Where nobody reports, there is no silence to tell of.
                if found in REPORTS:
                    assert data == "reported", about
                if data != "published":
                    assert "publicerat årsvärde" not in text.sv, about
                if data == "example":
                    assert "skattade" not in text.sv, about
