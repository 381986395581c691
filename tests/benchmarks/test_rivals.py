"""The harness of the rivals, run once on our own page; how fast it is is not asked here."""

import math
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from benchmarks.rivals.demands import Demand, demands
from benchmarks.rivals.run import Found, measure
from benchmarks.rivals.variants import LIMIT, OURS, PYTHON
from dashboard.paths import ROOT

LOCKS = ("requirements.lock", "panel.lock")


@pytest.fixture(scope="module")
def found() -> Found:
    # The walks of the pages hold a browser in this thread, and a thread holds only one.
    with ThreadPoolExecutor(1) as apart:
        seen = Found()
        apart.submit(measure, seen, 1, (OURS,), seconds=0.3, sizes=(1, 100)).result()
    return seen


@pytest.mark.browser
def test_a_round_measures_our_page_and_its_limit(found: Found) -> None:
    assert found.given_up == {}
    assert found.visits.keys() == {OURS, LIMIT}
    ours = found.visits[OURS][1]
    times = [*ours.repaint, *(ms for each in ours.touched.values() for ms in each), ours.opened]
    assert all(math.isfinite(ms) and ms > 0 for ms in times)
    assert {kind: len(each) for kind, each in ours.slowly.items()} == dict.fromkeys(ours.touched, 1)


@pytest.mark.browser
def test_a_slow_line_makes_a_touch_slower_by_its_way_there_and_back(found: Found) -> None:
    ours = found.visits[OURS][1]
    assert min(ms for each in ours.slowly.values() for ms in each) > 40


@pytest.mark.browser
def test_what_was_measured_is_finite_and_what_was_not_is_said_to_be_so(found: Found) -> None:
    rows = list(demands(found))
    alone = [one for one in rows if "/ ours" not in one.what and "ours /" not in one.what]
    measured_ones = [one for one in alone if "no cache" not in one.what]
    assert all(map(math.isfinite, _middles(one for one in measured_ones if one.values)))
    assert {one.row()["reached"] for one in rows if not one.values} == {"-"}


def _middles(found: Iterator[Demand]) -> list[float]:
    return [one.middle for one in found]


@pytest.mark.parametrize(
    ("values", "is_most", "reached"),
    [
        ([3, 1, 2], False, "yes"),
        ([1, 1, 9], False, "no"),
        ([1, 3, 2], True, "yes"),
        ([], True, "-"),
    ],
)
def test_the_median_of_the_rounds_decides(values: list[float], is_most: bool, reached: str) -> None:
    assert Demand("x", 2, values, is_most=is_most).row()["reached"] == reached


@pytest.mark.parametrize("name", LOCKS)
def test_the_rivals_are_locked_with_hashes_in_an_environment_of_their_own(name: str) -> None:
    text = (ROOT / "benchmarks" / "rivals" / name).read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9-]+==\S+ \\\n    --hash=sha256:", text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-z]", text, re.MULTILINE)) > 0
    assert "://" not in text
    assert ROOT / "var" in PYTHON.parents
    for lock in ("requirements.lock", "requirements-test.lock"):
        assert "streamlit==" not in (ROOT / lock).read_text(encoding="utf-8")
