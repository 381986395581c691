"""A run becomes tables and a chart that say what was measured."""

from xml.etree import ElementTree

import pytest

from benchmarks.beside.demands import demands
from benchmarks.beside.tables import tables
from benchmarks.rivals.demands import Demand
from benchmarks.rivals.growth import TIMES, rows
from benchmarks.rivals.results import RESULTS, chart, document
from dashboard.cli.documents import filled

LOADED = {"seconds": 1.234, "processor": 2.0, "peak_mb": 101.4}
PAGES = [
    {"page": "ours as served", "open ms": 800, "period": 90, "indicator": 110, "stream": 100},
    {"page": "static page", "open ms": 500, "period": "-", "indicator": "-", "stream": "-"},
    {"page": "slow & large", "open ms": 2000, "period": 300, "indicator": 260, "stream": 280},
]
_FELT = {"blocking": 0, "inp": 100, "kb": 60, "chart_kb": 400}
VISITS = {
    "ours as served": {"1": {**_FELT, "lcp": 400}, "2": {**_FELT, "lcp": 500}},
    "before as served": {"1": {**_FELT, "lcp": 1000}, "2": {**_FELT, "lcp": 1000}},
    "shiny documented": {"1": {**_FELT, "lcp": 8000}},
    "vizro documented": {"1": {**_FELT, "lcp": 9000}},
}
WORKED = {
    "first": [{"/": 80.0, "/data": 90.0}],
    "later": [{"/": 10.0, "/data": 15.0}],
    "touches": [{"rule": 30.0, "sliders": 20.0}],
}
RUN = {"seconds": 12.0, "processor": 20.0, "peak_mb": 390.0}


def part(found: object) -> dict[str, object]:
    return {"at": "2026-01-31 02:00", "minutes": 9.5, "load": 0.1, "found": found}


def beside() -> dict[str, dict[str, object]]:
    runs = {
        "100000000": {"ours": [RUN, RUN], "pandas": [{**RUN, "seconds": 120.0}]},
        "10000000": {"ours": [{**RUN, "peak_mb": 380.0}] * 2},
    }
    rivals = {
        "tables": {
            "demands": [Demand("touch: a / ours", 2.2, [2.5, 2.0, 3.0]).row()],
            "pages": PAGES,
            "growth": rows({n: [5.0, 6.0] for n in TIMES}, dict.fromkeys(TIMES, LOADED)),
        },
        "values": {"p95 ms at 50, without cache": [140, 160, 120]},
    }
    return {
        "phones": part({"visits": VISITS, "given_up": {"panel documented": 2}}),
        "server": part({"ours": WORKED, "before": WORKED}),
        "days": part({"runs": runs, "failed": {"polars": "not done in 400 s"}}),
        "rivals": part(rivals),
    }


def test_the_tables_have_every_demand_page_and_what_did_not_answer() -> None:
    found = document(tables(beside()))
    assert "| phones | 2026-01-31 02:00 | 9.5 | 0.1 | panel documented: 2 |" in found
    assert "| days | 2026-01-31 02:00 | 9.5 | 0.1 | polars: not done in 400 s |" in found
    assert "| touch: a / ours | >= 2.2 | 2.5 | 2..3 | yes |" in found
    assert "| slow & large | 2000 | 300 | 260 | 280 |" in found
    assert "| 1000 x | 8000000 | 1.23 | 101 | 1000 | 1.0 |" in found
    assert "| ours as served | 2 | 450 (400..500) | 0 | 100 | 60 | 400 |" in found
    assert "| 100 000 000 | pandas in chunks | 120.0 | 20.0 | 390 | 1 |" in found


@pytest.mark.parametrize(
    ("what", "middle"),
    [
        ("phone, largest paint: ours / before", 0.45),
        ("phone, largest paint: ours / the fastest peer (shiny documented)", 0.05),
        ("server, no cache: slowest page / front page", 1.5),
        ("server, no cache: first request of a worker / later ones, the worst page", 8),
        ("touch of the rule editor, no cache: ours / before", 1),
        ("p95 ms at 50, without cache", 140),
        ("100 million unit-days to months: pandas in chunks / ours", 10),
    ],
)
def test_a_demand_is_the_median_of_the_rounds_that_have_both(what: str, middle: float) -> None:
    by_name = {one.what: one for one in demands(beside())}
    assert by_name[what].middle == pytest.approx(middle)


def test_what_was_not_measured_is_said_to_be_so() -> None:
    by_name = {one.what: one.row() for one in demands(beside())}
    words = "100 million unit-days to months: Polars / ours"
    assert by_name[words]["measured"] == "not measured"
    # Nothing was blocked before, so that there is no ratio.
    assert by_name["phone, blocked by scripts: ours / before"]["measured"] == "not measured"
    assert {one.row()["reached"] for one in demands({})} == {"-"}


def test_the_words_below_the_tables_stay_when_they_are_written_anew() -> None:
    text = RESULTS.read_text(encoding="utf-8")
    written = filled(text, "measured", document(tables(beside())))
    assert written.partition("<!-- /measured -->")[2] == text.partition("<!-- /measured -->")[2]
    assert filled(written, "measured", "") == filled(text, "measured", "")


def test_the_chart_has_two_bars_for_each_page_that_is_touched_quickest_first() -> None:
    drawn = ElementTree.fromstring(chart(PAGES))
    words = [one.text for one in drawn.iter() if one.tag.endswith("text")]
    assert words[1:] == ["ours as served", "800", "100", "slow & large", "2000", "280"]
    bars = [float(one.attrib["width"]) for one in drawn.iter() if one.tag.endswith("rect")][1:]
    assert [round(bar / bars[1]) for bar in bars] == [8, 1, 20, 3]
