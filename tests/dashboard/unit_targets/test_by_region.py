"""The targets of every region: the guideline for its mix, and those of the reader's units."""

from dataclasses import replace

import pytest

from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.targets.occupancy_targets import mixed_target
from dashboard.unit_targets import table
from dashboard.unit_targets.by_region import region_targets
from dashboard.view.view import parse
from tests.builders import a_dataset
from tests.each import each


def test_at_24_beds_the_derived_target_is_the_guideline(dataset: Dataset) -> None:
    found = region_targets(dataset, parse({}, dataset).view)
    assert tuple(found) == ALL_CODES
    for one in found.values():
        assert one.mixed == pytest.approx(one.official)
        assert one.missing == pytest.approx(one.missing_official)
        assert one.official == pytest.approx(mixed_target(one.acute_share, 1 - one.acute_share))
    regions = [one.missing for code, one in found.items() if code != "00"]
    assert sum(regions) == pytest.approx(found["00"].missing)


def test_small_units_ask_for_more_beds(dataset: Dataset) -> None:
    usual = region_targets(dataset, parse({}, dataset).view)
    small = region_targets(dataset, parse({"assumptions": "size=10"}, dataset).view)
    for code, one in each(small.items()):
        assert one.mixed < usual[code].mixed
        assert one.missing > one.missing_official
        assert one.official == usual[code].official


def test_geography_is_each_regions_own(dataset: Dataset) -> None:
    found = region_targets(dataset, parse({"assumptions": "neighbours=1"}, dataset).view)
    assert found["09"].acute < found["00"].acute == pytest.approx(0.85)
    assert len({round(one.acute, 6) for one in found.values()}) > 2


def test_the_table_has_every_region_and_says_what_is_missing(dataset: Dataset) -> None:
    view = parse({}, dataset).view
    grid = table.grid(dataset, view, "sv")
    assert len(grid.rows) == len(ALL_CODES)
    assert {len(row) for row in grid.rows} == {1 + len(grid.heads)}
    lacking = a_dataset(patients={"01": 90, "03": 60})
    only = table.grid(lacking, parse({}, lacking).view, "en")
    assert only.rows[3][1:] == ("–",) * len(only.heads)
    title = table.title(lacking, parse({}, lacking).view, "en")
    assert "cannot be decided, the months are estimated" in title
    reported = replace(lacking, kind="reported")
    assert table.title(reported, parse({}, lacking).view, "en").startswith("1 of 21")
