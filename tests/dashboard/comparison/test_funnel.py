"""A funnel of regions rests on patients and beds, published or modelled."""

from dataclasses import replace

import pytest

from dashboard.comparison.funnel import average_beds, counts, region_funnel
from dashboard.indicators.registry import (
    BEDS_PER_1000,
    OCCUPANCY,
    OVERCROWDING,
    WAIT_OPERATION_WAITING,
)
from dashboard.peers.benchmark import estimated_beds
from dashboard.reference.regions import BY_CODE, CODES
from dashboard.releases.dataset import Dataset
from dashboard.values.values import at
from dashboard.view.view import View
from tests.builders import an_example, without

JULY = View(OVERCROWDING.key, "2025-07")
YEAR = View(OVERCROWDING.key, "2024", data="published")


def test_modelled_counts_are_the_parts_of_the_values() -> None:
    dataset = an_example(beds={code: 100.0 + i for i, code in enumerate(CODES)})
    assert counts(dataset, JULY)[1] == ("03", 4.0 * 31, 101.0 * 31)
    assert average_beds(dataset, JULY)["03"] == pytest.approx(101)
    found = region_funnel(dataset, JULY)
    assert found is not None
    assert [row.group for row in found.rows] == list(CODES)


def test_a_published_rate_is_spread_over_estimated_beds(dataset: Dataset) -> None:
    rows = counts(dataset, YEAR)
    rates = {one.region: one.value for one in at(dataset, YEAR)}
    assert [row[0] for row in rows] == list(CODES)
    for region, patients, bed_days in rows:
        assert 100 * patients / bed_days == pytest.approx(rates[region], abs=0.01)
        assert bed_days == pytest.approx(366 * estimated_beds(dataset, region, "2024"))
    gotland = next(row for row in rows if row[0] == "09")
    assert gotland[2] / 366 / BY_CODE["09"].population < 0.005
    assert region_funnel(dataset, YEAR) is not None


def test_with_few_regions_or_none_there_is_no_funnel() -> None:
    dataset = an_example()
    assert region_funnel(without(dataset, CODES), JULY) is None
    assert region_funnel(without(dataset, CODES[7:]), JULY) is None
    assert region_funnel(without(dataset, CODES[8:]), JULY) is not None
    assert counts(without(dataset, CODES[1:]), JULY)[0][0] == "01"


def test_what_is_no_share_of_the_beds_has_no_funnel() -> None:
    dataset = an_example(patients=110.0)
    for indicator in (BEDS_PER_1000, WAIT_OPERATION_WAITING, OCCUPANCY):
        assert counts(dataset, replace(JULY, indicator=indicator.key)) == ()
    assert counts(an_example(), replace(JULY, indicator=OCCUPANCY.key))


def test_a_region_whose_beds_are_unknown_is_left_out() -> None:
    over, beds = ("overcrowding_per_100", "somatic"), ("beds_per_1000", "all")
    dataset = an_example(
        first="2024-01",
        last="2024-12",
        published={over: {"01": [3.0], "03": [4.0]}, beds: {"03": [2.0]}},
    )
    assert [row[0] for row in counts(dataset, YEAR)] == ["03"]
