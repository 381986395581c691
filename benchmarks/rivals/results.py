"""A run as tables of a document: what was demanded and measured, and a chart."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Any
from xml.sax.saxutils import escape

from benchmarks.beside.before import COMMIT
from benchmarks.rivals.visits import KINDS
from dashboard.cli.documents import filled
from dashboard.paths import ROOT

RESULTS = ROOT / "benchmarks" / "RESULTS.md"
CHART = ROOT / "docs" / "speed.svg"
# What is measured stands between two marks; what was tried for what is not reached stands below.
_BLOCK = "measured"
Rows = Sequence[Mapping[str, Any]]

_HEAD = """Measured by `make bench`, {parts} parts one after another, in each the pages in turns in
every round. Only ratios can be carried to another machine; *least..most* are over the rounds.

"""
_ASKED = """
## What is demanded of the phone, of every page and of a crowd

*before* is the build before a page waited for a touch to become alive, in a checkout of its own
(commit {commit}) with its own data. A ratio is ours over the other one unless it says otherwise.

"""
_PHONES = """
## A cheap phone on a poor line

A processor four times slower, 150 ms there and back and 1.6 Mbit/s, cold; medians, with least and
most. The peers are written as their documentation recommends, and come in every third round, as
each takes a minute.

"""
_SERVER = """
## Pages and touches without a cache

Milliseconds of the processor in a process, each page in a worker of its own; a touch has a value
that nobody had asked for.

"""
_DAYS = """
## Unit-days to months

Whole processes, without their start. Pandas goes once through each file.

"""
_DEMANDS = """
## What was demanded of a desktop

A ratio above 1 says how many times slower the other one is, or how many times more ours carries.
*no cache* is ours without the cache of answers; what a worker has at hand of a page (decision 0125) it has.

"""
_PAGES = """
## The pages

*documented* is written as the framework's documentation recommends, *cached* with the
framework's own caching, *static page* the same bundle and charts without any server work.
Milliseconds until every chart and text of the asked state is painted, the median for each kind of
touch; *slow line* is one of 40 ms and 10 Mbit/s; kB as they come over the wire.

"""
GROWTH = """
## Growth

Days of 2 000 units summed to months by the command that loads them, in a process of its own, and a
touch of the page when each region's months are summed from so many wards.

"""
_WIDTH, _BAR, _STEP, _LEFT, _TOP = 720, 16, 26, 170, 40


def write(tables: Mapping[str, Rows]) -> None:
    """Write the tables and the chart in place of those of the run before; the words stay."""
    text = RESULTS.read_text(encoding="utf-8")
    RESULTS.write_text(filled(text, _BLOCK, document(tables)), encoding="utf-8")
    if tables["pages"]:
        CHART.write_text(chart(tables["pages"]), encoding="utf-8")


def document(tables: Mapping[str, Rows]) -> str:
    """The tables of a run as Markdown, those that there are."""
    heads = {
        "asked": _ASKED.format(commit=COMMIT), "phones": _PHONES, "server": _SERVER, "days": _DAYS,
        "demands": _DEMANDS, "pages": _PAGES, "growth": GROWTH,
    }  # fmt: skip
    parts = [_HEAD.format(parts=len(tables["parts"])), *_table(tables["parts"])]
    for name, words in heads.items():
        if tables[name]:
            parts += [words, *_table(tables[name])]
    return "".join(parts).rstrip()


def _table(rows: Rows) -> Iterator[str]:
    heads = list(rows[0])
    yield f"| {' | '.join(heads)} |\n"
    yield f"| {' | '.join('---' for _ in heads)} |\n"
    for row in rows:
        yield f"| {' | '.join(str(row[head]) for head in heads)} |\n"


def chart(pages: Rows) -> str:
    """Milliseconds of opening and of a touch, page by page, as an SVG image."""
    shown = [
        (str(row["page"]), float(row["open ms"]), median(float(row[kind]) for kind in KINDS))
        for row in pages
        if row[KINDS[0]] != "-"
    ]
    shown.sort(key=lambda one: one[2])
    longest = max(ms for one in shown for ms in one[1:])
    height = _TOP + _STEP * 2 * len(shown) + 20
    drawn = [
        _text(_LEFT, 20, "Milliseconds until painted, medians: opening (light), a touch (dark)")
    ]
    for turn, (name, opened, touched) in enumerate(shown):
        y = _TOP + turn * _STEP * 2
        drawn.append(_text(_LEFT - 10, y + 22, name, anchor="end"))
        drawn += _bar(y, opened, longest, "#9cc3d5")
        drawn += _bar(y + _BAR + 2, touched, longest, "#0b4f6c")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        'font-family="system-ui, sans-serif" font-size="14">'
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>{"".join(drawn)}</svg>\n'
    )


def _bar(y: float, ms: float, longest: float, colour: str) -> tuple[str, str]:
    width = ms / longest * (_WIDTH - _LEFT - 70)
    bar = f'<rect x="{_LEFT}" y="{y}" width="{width:.0f}" height="{_BAR}" fill="{colour}"/>'
    return bar, _text(_LEFT + width + 6, y + 13, f"{ms:.0f}")


def _text(x: float, y: float, words: str, *, anchor: str = "start") -> str:
    place = f'x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}"'
    return f'<text {place} fill="#1a1a1a">{escape(words)}</text>'
