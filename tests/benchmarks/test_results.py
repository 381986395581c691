"""A run becomes a document and a chart that say what was measured."""

from datetime import date
from xml.etree import ElementTree

from benchmarks.rivals.demands import Demand
from benchmarks.rivals.growth import TIMES, rows
from benchmarks.rivals.results import chart, document

LOADED = {"seconds": 1.234, "processor": 2.0, "peak_mb": 101.4}
PAGES = [
    {"page": "ours as served", "open ms": 800, "period": 90, "indicator": 110, "stream": 100},
    {"page": "static page", "open ms": 500, "period": "-", "indicator": "-", "stream": "-"},
    {"page": "slow & large", "open ms": 2000, "period": 300, "indicator": 260, "stream": 280},
]


def test_the_document_has_every_demand_and_page() -> None:
    demands = [Demand("touch: a / ours", 2.2, [2.5, 2.0, 3.0]).row()]
    grown = rows({n: [5.0, 6.0] for n in TIMES}, dict.fromkeys(TIMES, LOADED))
    tables = {"machine": [{"cores": 2}], "demands": demands, "pages": PAGES, "growth": grown}
    found = document(tables, date(2026, 1, 31), "What was tried.\n")
    assert "Measured on 2026-01-31" in found
    assert "| touch: a / ours | >= 2.2 | 2.5 | 2..3 | yes |" in found
    assert "| slow & large | 2000 | 300 | 260 | 280 |" in found
    assert "| 1000 x | 8000000 | 1.23 | 101 | 1000 | 1.0 |" in found
    assert found.endswith("What was tried.\n")


def test_the_chart_has_two_bars_for_each_page_that_is_touched_quickest_first() -> None:
    drawn = ElementTree.fromstring(chart(PAGES))
    words = [one.text for one in drawn.iter() if one.tag.endswith("text")]
    assert words[1:] == ["ours as served", "800", "100", "slow & large", "2000", "280"]
    bars = [float(one.attrib["width"]) for one in drawn.iter() if one.tag.endswith("rect")][1:]
    assert [round(bar / bars[1]) for bar in bars] == [8, 1, 20, 3]
