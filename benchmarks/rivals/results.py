"""A run as a document: what was demanded and measured, with a chart for the documents."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from statistics import median
from typing import Any
from xml.sax.saxutils import escape

from benchmarks.rivals.visits import KINDS
from dashboard.paths import ROOT

RESULTS = ROOT / "benchmarks" / "RESULTS.md"
CHART = ROOT / "docs" / "speed.svg"
# What was tried for what is not reached: words of people, between two runs.
_STORY = ROOT / "benchmarks" / "rivals" / "story.md"
Rows = Sequence[Mapping[str, Any]]

_HEAD = """# How fast, beside the same page built otherwise

Measured on {day} by `make bench`, everything in one run, the pages in turns in every round. Only
ratios can be carried to another machine; *least..most* are over the rounds.

"""
_DEMANDS = """
## What is demanded

A ratio above 1 says how many times slower the other one is, or how many times more ours carries.
*no cache* is ours with nothing remembered between the answers.

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


def write(tables: Mapping[str, Rows], day: date) -> None:
    """Write the document and its chart in place of those of the run before."""
    story = _STORY.read_text(encoding="utf-8")
    RESULTS.write_text(document(tables, day, story), encoding="utf-8")
    CHART.write_text(chart(tables["pages"]), encoding="utf-8")


def document(tables: Mapping[str, Rows], day: date, story: str) -> str:
    """The run as Markdown; `story` says what was tried for what is not reached."""
    parts = (
        _HEAD.format(day=day.isoformat()), *_table(tables["machine"]), _DEMANDS,
        *_table(tables["demands"]), _PAGES, *_table(tables["pages"]), GROWTH,
        *_table(tables["growth"]),
    )  # fmt: skip
    return "".join(parts) + f"\n{story}"


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
