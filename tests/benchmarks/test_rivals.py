"""The harness of the rivals, run once on our own page; how fast it is is not asked here."""

import gzip
import json
import math
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import pytest

from benchmarks.rivals.demands import Demand, demands
from benchmarks.rivals.evidence_site import SITE
from benchmarks.rivals.packed_files import serving
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


def test_the_site_of_files_is_locked_with_hashes_and_names_no_host() -> None:
    folder = ROOT / "benchmarks" / "rivals" / "evidence"
    locked = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    # What comes within another package has the hash of that one.
    packages = {name: one for name, one in locked.items() if name and "inBundle" not in one}
    assert packages["node_modules/@evidence-dev/evidence"]["version"]
    assert [name for name, one in packages.items() if "integrity" not in one] == []
    assert [name for name, one in packages.items() if "resolved" in one] == []
    assert SITE.is_relative_to(ROOT / "var")


def test_files_are_sent_packed_to_who_takes_them_so(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>hej</p>", encoding="utf-8")
    (tmp_path / "index.html.gz").write_bytes(gzip.compress(b"<p>hej</p>"))
    (tmp_path / "plain.txt").write_text("hej", encoding="utf-8")
    server = serving(tmp_path, 0)
    with ThreadPoolExecutor(1) as apart:
        apart.submit(server.serve_forever)
        try:
            asked = HTTPConnection("127.0.0.1", server.server_port, timeout=60)
            packed = _got(asked, "/", {"Accept-Encoding": "gzip"})
            plain = _got(asked, "/", {}), _got(asked, "/plain.txt", {"Accept-Encoding": "gzip"})
            asked.close()
        finally:
            server.shutdown()
            server.server_close()
    assert packed[0] == "gzip"
    assert gzip.decompress(packed[1]) == b"<p>hej</p>"
    assert plain == ((None, b"<p>hej</p>"), (None, b"hej"))


def _got(asked: HTTPConnection, path: str, heads: dict[str, str]) -> tuple[str | None, bytes]:
    asked.request("GET", path, headers=heads)
    answer = asked.getresponse()
    return answer.getheader("Content-Encoding"), answer.read()


@pytest.mark.parametrize("name", LOCKS)
def test_the_rivals_are_locked_with_hashes_in_an_environment_of_their_own(name: str) -> None:
    text = (ROOT / "benchmarks" / "rivals" / name).read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9-]+==\S+ \\\n    --hash=sha256:", text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-z]", text, re.MULTILINE)) > 0
    assert "://" not in text
    assert ROOT / "var" in PYTHON.parents
    for lock in ("requirements.lock", "requirements-test.lock"):
        assert "streamlit==" not in (ROOT / lock).read_text(encoding="utf-8")
