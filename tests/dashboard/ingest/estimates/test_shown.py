"""What a release carries of the estimates: no range where something reported stands."""

import json

import numpy as np
import pytest

from dashboard.ingest.estimates import shown
from dashboard.ingest.panel import MONTHS
from dashboard.reference.periods import months_between
from dashboard.reference.regions import CODES
from dashboard.releases.ranges import KINDS, Anchor

OVER = ("overcrowding", "somatic", "all")
PSYCHIATRIC = ("overcrowding", "psychiatric", "all")
EVERYTHING = ("beds_per_1000", "all", "all")
JUNE = MONTHS.index("2025-06")


@pytest.fixture(scope="module")
def untouched():
    return np.ones((len(CODES), len(MONTHS), 2), dtype=bool)


def test_without_imports_the_ranges_are_those_of_the_estimates(untouched):
    found, own = shown.ranges_where(untouched, MONTHS), shown.embedded_ranges()
    assert found.keys == own.keys
    assert np.array_equal(found.low, own.low, equal_nan=True)
    assert np.array_equal(found.high, own.high, equal_nan=True)
    assert np.array_equal(found.anchors, own.anchors)


def test_a_reported_month_has_no_range_nor_has_what_rests_on_it(untouched):
    alone = untouched.copy()
    skane = CODES.index("12")
    alone[skane, JUNE, 0] = False
    found = shown.ranges_where(alone, MONTHS)
    by_kind = {kind: found.of(OVER, kind)[0] for kind in KINDS}
    for region in (0, skane + 1):
        assert np.isnan(by_kind["month"][region, JUNE])
        assert np.isnan(by_kind["rolling_year"][region, JUNE:]).all()
        assert np.isnan(by_kind["month_change"][region, JUNE])
        assert np.isnan(by_kind["rolling_year_change"][region, JUNE:]).all()
        assert np.isfinite(by_kind["month"][region, JUNE + 1])
        assert found.anchor(OVER)[region, JUNE] == Anchor.NONE
    assert np.isfinite(by_kind["month"][1, JUNE])
    assert np.isfinite(found.of(PSYCHIATRIC)[0][0, JUNE])
    assert np.isnan(found.of(EVERYTHING)[0][0, JUNE])


def test_months_before_and_after_the_estimates_have_no_range(untouched):
    months = months_between("2015-01", "2026-02")
    alone = np.zeros((len(CODES), len(months), 2), dtype=bool)
    alone[:, 12 : 12 + len(MONTHS)] = untouched
    found = shown.ranges_where(alone, months)
    low, _ = found.of(OVER)
    assert low.shape == (22, len(months))
    assert np.isnan(low[:, :12]).all()
    assert np.isnan(low[:, -2:]).all()
    own, _ = shown.embedded_ranges().of(OVER)
    assert np.array_equal(low[:, 12:-2], own)


def test_what_imports_leave_alone_is_found_cell_by_cell():
    before = np.arange(5 * 21 * 3 * 2 * 3, dtype=float).reshape(5, 21, 3, 2, 3)
    before[0, 4, 1, 1, 2] = np.nan
    after, imported = before.copy(), np.zeros(before.shape, dtype=bool)
    after[2, 7, 1, 0, 0] += 1
    imported[1, 9, 2, 1, 0] = True
    found = shown.estimated_alone(before, after, imported)
    assert found.shape == (21, 3, 2)
    assert [tuple(map(int, one)) for one in np.argwhere(~found)] == [(7, 1, 0), (9, 2, 1)]


def test_the_back_test_is_a_file_that_says_which_method_is_used_and_why():
    told = json.loads(shown.back_test_file())
    errors = {
        name: [one["log_error"] for one in part.values()] for name, part in told["methods"].items()
    }
    assert told["chosen"] == min(errors, key=lambda name: sum(errors[name]))
    assert 0.7 <= told["coverage"] <= 0.9
    inside = [one["low"] <= one["published"] <= one["high"] for one in told["figures"]]
    assert inside == [one["inside"] for one in told["figures"]]
    assert len(told["figures"]) > 70
    assert len(told["regions"]) == 21
