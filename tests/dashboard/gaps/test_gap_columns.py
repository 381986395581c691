"""A gap has its name in files and answers of the API as well: one column for each, everywhere."""

import re
from dataclasses import replace

import pytest

from dashboard.api.resources import RESOURCES
from dashboard.exports.headings import HEADINGS, WORDS
from dashboard.exports.views import SHEETS
from dashboard.gaps.demand import demands
from dashboard.gaps.implied_gap import implied_gap
from dashboard.gaps.regional_distance import estimates
from dashboard.gaps.target_status import official_shares, standing
from dashboard.indicators.gap_names import GAPS
from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE
from dashboard.language.text import LANGS
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import Dataset
from dashboard.unit_targets.by_region import region_targets
from dashboard.values import values
from dashboard.values.rows import Row
from dashboard.view.view import Data, View
from tests.dashboard.gaps.test_gap_names import UNNAMED, named
from tests.each import each

# Which gap stands in a column, wherever that is.
COLUMNS = {
    "distance_to_guideline": "distance",
    "occupancy_gap": "occupancy_gap",
    "occupancy_gap_locked": "occupancy_gap_locked",
    "period_gap": "period_gap",
    "target_gap": "target_gap",
}
KINDS: tuple[Data, ...] = ("estimated", "example")


def test_a_column_with_the_name_of_a_gap_is_that_gap_and_no_other_column_is_named_so() -> None:
    for key, heading in each(HEADINGS.items()):
        for lang in LANGS:
            same = [gap for gap, one in GAPS.items() if one.name.in_(lang) == heading.in_(lang)]
            assert same == ([COLUMNS[key]] if key in COLUMNS else []), key
            assert not UNNAMED.search(heading.in_(lang)), key
        if re.search(r"(^|_)(gap|missing|shortfall)(_|$)", key) and key != "gap":
            assert key.removesuffix("_low").removesuffix("_high") in COLUMNS, key
    for resource in each(RESOURCES):
        for field in resource.fields:
            for lang in LANGS:
                assert not UNNAMED.search(field.description.in_(lang)), (resource.key, field.name)
    assert WORDS["gap"] == {key: GAPS[key].name for key in ("distance", "occupancy_gap")}


@pytest.mark.parametrize("data", KINDS)
def test_rows_of_files_and_answers_hold_the_gap_that_their_column_names(
    dataset: Dataset, data: Data
) -> None:
    """Every sheet there is, so that none can hold another number under the name."""
    shown = dataset.showing(data)
    seen = dict.fromkeys(COLUMNS, 0)
    for period, region in each([(shown.last_month, "00"), ("2025-07", "08"), ("2024-11", "14")]):
        page = View("overcrowding", period, region=region, data=data)
        for name, sheet in SHEETS.items():
            view = sheet.of(page)
            for row in sheet.rows(shown, view) if name != "tgt-sum" else ():
                for column in COLUMNS.keys() & row.keys():
                    if row[column] is not None:
                        seen[column] += 1
                        assert row[column] == pytest.approx(expected(shown, view, row, column)), (
                            name,
                            row,
                        )
    assert all(seen.values()), seen


def expected(shown: Dataset, view: View, row: Row, column: str) -> float | None:
    """The number that the gap of a column is for the row's region and stream, computed anew."""
    region, stream = str(row["region"]), str(row.get("stream") or "all")
    own = replace(view, region=region, period=str(row["period"]))
    if column == "period_gap":
        return standing(shown, own, region, stream).beds_missing
    if column == "target_gap":
        return region_targets(shown, own)[region].missing
    if column == "distance_to_guideline":
        return estimates(shown, own)[region].distance
    if stream == "all":
        return named(shown, own)[column]
    gap = implied_gap(demands(shown, own.period)[region], official_shares(shown, own))
    return {"acute": gap.acute, "planned": gap.planned}[stream]


@pytest.mark.parametrize("data", KINDS)
def test_the_distance_is_one_number_as_a_value_a_row_and_in_the_lead(
    dataset: Dataset, data: Data
) -> None:
    shown = dataset.showing(data)
    view = View(DISTANCE_TO_GUIDELINE.key, shown.last_month, data=data)
    found = values.numbers(shown, view)
    rows = {row["region"]: row["distance_to_guideline"] for row in SHEETS["tgt-share"].rows(
        shown, view)}  # fmt: skip
    for code in each(CODES):
        own = named(shown, replace(view, region=code))
        assert [found[ALL_CODES.index(code)], rows[code]] == pytest.approx([own["distance"]] * 2)
    for sheet, gap in (("tgt-official", "distance"), ("tgt-fall", "occupancy_gap")):
        assert {row["gap"] for row in SHEETS[sheet].rows(shown, view)} == {gap}
