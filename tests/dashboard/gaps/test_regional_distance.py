"""The estimated distance of each region, and how far the ways of sharing lie apart."""

import csv
import io
from dataclasses import replace

import pytest

from dashboard.exports.csv import csv_bytes
from dashboard.gaps.regional_distance import estimates, region_distance
from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE
from dashboard.ingest.embedded import reference
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.targets.versions import RegionalNeed, TargetTable
from dashboard.values.rows import rows
from dashboard.values.values import at, numbers
from dashboard.view.view import View

LAST = View("distance_to_guideline", "2025-12", "14")


def test_the_estimate_is_the_indicator_of_the_region(dataset: Dataset) -> None:
    found = dict(zip(CODES, numbers(dataset, LAST)[1:], strict=True))
    assert LAST.of is DISTANCE_TO_GUIDELINE
    for code, one in estimates(dataset, LAST).items():
        assert one.distance == pytest.approx(found[code])


def test_the_range_holds_the_estimate_and_the_regions_sum_to_the_country(dataset: Dataset) -> None:
    found = estimates(dataset, LAST)
    assert tuple(found) == CODES
    assert all(one.low <= one.distance <= one.high for one in found.values())
    total = sum(one.distance for one in found.values())
    assert total == pytest.approx(numbers(dataset, LAST)[0])


def test_the_stream_looked_at_does_not_change_it(dataset: Dataset) -> None:
    assert region_distance(dataset, replace(LAST, stream="acute")) == region_distance(dataset, LAST)


def test_nobody_has_one_before_the_guideline_or_in_published_years(dataset: Dataset) -> None:
    assert estimates(dataset, replace(LAST, period="2023-04")) == {}
    assert estimates(dataset, replace(LAST, period="2025", data="published")) == {}
    assert region_distance(dataset, replace(LAST, region="00")) is None


def test_an_official_need_replaces_every_estimate(dataset: Dataset) -> None:
    need = RegionalNeed("14", 3_100, "2025-01-01", "", "Beslut")
    own = replace(dataset, targets={**dataset.targets, "v2": TargetTable("v2", (), (need,))})
    chosen = replace(LAST, targets="v2")
    found = estimates(own, chosen)
    beds = 3_100 - found["14"].distance
    assert found["14"].official
    # What is left open is the beds, which are estimated; of the example nothing is.
    assert found["14"].needs == (3_100, 3_100)
    assert found["14"].low < found["14"].distance < found["14"].high
    shown = estimates(own.showing("example"), replace(chosen, data="example"))["14"]
    assert shown.low == shown.distance == shown.high
    assert not found["01"].official
    assert estimates(own, LAST)["14"].need - estimates(own, LAST)["14"].distance == pytest.approx(
        beds
    )


def test_the_indicator_measures_to_the_official_need_and_says_where_from(dataset: Dataset) -> None:
    need = RegionalNeed("14", 3_100, "2025-01-01", "", "Beslut")
    own = replace(dataset, targets={**dataset.targets, "v2": TargetTable("v2", (), (need,))})
    chosen = replace(LAST, targets="v2")
    measured = {one.region: one for one in at(own, chosen)}
    assert measured["14"].value == pytest.approx(estimates(own, chosen)["14"].distance)
    assert measured["14"].source == "loaded-targets"
    assert measured["01"].source == "modelled-months"
    assert measured["00"].value == numbers(dataset, LAST)[0]
    before = replace(chosen, period="2024-12")
    assert numbers(own, before) == numbers(dataset, replace(before, targets="v1"))
    assert numbers(own, LAST) == numbers(dataset, LAST)
    content = csv_bytes(
        rows(own, chosen, ("14", "01")), "machine", "en", "a", reference=reference()
    )
    lines = list(csv.DictReader(io.StringIO(content.decode())))
    assert [line["stamp"] for line in lines] == ["", "estimate"]


def test_the_range_to_an_official_need_is_that_of_the_beds(dataset: Dataset) -> None:
    need = RegionalNeed("14", 3_100, "2025-01-01", "", "Beslut")
    own = replace(dataset, targets={**dataset.targets, "v2": TargetTable("v2", (), (need,))})
    beds = at(own, replace(LAST, indicator="available_beds", period="2025"))[CODES.index("14") + 1]
    assert beds.low is not None
    assert beds.high is not None
    found = at(own, replace(LAST, targets="v2"))[CODES.index("14") + 1]
    assert (found.low, found.high) == pytest.approx((3_100 - beds.high, 3_100 - beds.low))
    assert found.low is not None
    assert found.value is not None
    assert found.high is not None
    assert found.low <= found.value <= found.high
