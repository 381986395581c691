"""Visits in Chromium: one page opened and touched, in milliseconds until painted."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request

from benchmarks.browser import OPEN_FILTERS
from benchmarks.rivals.line import Line
from benchmarks.rivals.processes import busy_ms
from benchmarks.rivals.variants import LIMIT, OURS, Running, Variant, address
from dashboard.web.protection.guard import PATH

_HERE = Path(__file__).parent
_OWN_SCRIPT = (_HERE.parent / "painted.js").read_text(encoding="utf-8")
_ASKED_SCRIPT = (_HERE / "asked.js").read_text(encoding="utf-8")
_REPAINT_SCRIPT = (_HERE / "repaint.js").read_text(encoding="utf-8")
_WINDOW: Any = {"width": 1440, "height": 1100}

# Our page has come to rest when nothing on it has changed for this long; what is counted is
# the last change, which can be later than the last title.
_REST_MS = 150
_AT_REST = f"""before => __drawn() && __seen.painted && location.search !== before
  && performance.now() - __seen.changed > {_REST_MS}"""
_OPENED = f"() => __drawn() && __seen.painted && performance.now() - __seen.changed > {_REST_MS}"
_CLEAR = "__seen.touched = __seen.changed = __seen.painted = 0"
KINDS = ("period", "indicator", "stream")
_PATIENCE_MS = 25_000
# Each touch and the way back, as the keys and words of the controls of both sides.
_KEYS, _BACK = ("ArrowDown", "ArrowLeft"), ("ArrowUp", "ArrowRight")
_STREAMS = ("acute", "all")


@dataclass
class Seen:
    """What one visit measured: milliseconds by kind, bytes by kind, and the rest."""

    opened: float = 0.0
    opened_bytes: int = 0
    warm_bytes: int = 0
    touched: dict[str, list[float]] = field(default_factory=dict)
    slowly: dict[str, list[float]] = field(default_factory=dict)
    down: dict[str, list[int]] = field(default_factory=dict)
    posts: dict[str, list[int]] = field(default_factory=dict)
    bodies: dict[str, list[tuple[str, bytes]]] = field(default_factory=dict)
    busy: list[float] = field(default_factory=list)
    repaint: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Months:
    """The two months that a touch of the period goes between."""

    last: str
    before: str


def visit(browser: Browser, one: Running, line: Line, months: Months, order: list[str]) -> Seen:
    """Open the page as a new visitor, and touch each control there and back, in this order."""
    seen = Seen()
    with _context(browser, one.variant, months) as context:
        line.slow = False
        page, seen.opened, seen.opened_bytes = _opened(context, one, line)
        if one.variant != LIMIT:
            walk = _Walk(page, one, line, months, seen)
            walk.warm_up()
            walk.touch(order)
            if one.variant == OURS:
                walk.repaint(order)
            line.slow = True
            walk.touch(order)
            line.slow = False
        if one.variant == OURS:
            page.close()
            _, _, seen.warm_bytes = _opened(context, one, line)
    return seen


@contextmanager
def _context(browser: Browser, variant: Variant, months: Months) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=_WINDOW, locale="sv-SE")
    words = json.dumps(f"{months.last} overcrowding all")
    mine = f"window.__words = {words};\n{_ASKED_SCRIPT}"
    context.add_init_script(mine if variant.is_rival else f"{_OWN_SCRIPT}\n{_REPAINT_SCRIPT}")
    context.set_default_timeout(_PATIENCE_MS)
    yield context
    context.close()


def _opened(context: BrowserContext, one: Running, line: Line) -> tuple[Page, float, int]:
    page, before = context.new_page(), line.down
    page.goto(address(one.variant, line.port))
    if one.variant.is_rival:
        page.wait_for_function("() => __asked.painted")
        milliseconds = page.evaluate("__asked.painted")
        page.wait_for_timeout(300)
    else:
        page.wait_for_function(_OPENED)
        milliseconds = page.evaluate("__seen.painted")
    return page, milliseconds, line.down - before


class _Walk:
    """The touches of one open page."""

    def __init__(self, page: Page, one: Running, line: Line, months: Months, seen: Seen) -> None:
        self._page, self._one, self._line, self._months = page, one, line, months
        self._seen = seen
        self._posts: list[tuple[str, bytes]] = []
        page.on("request", self._requested)
        self._at = {"period": 0, "indicator": 0, "stream": 0}

    def warm_up(self) -> None:
        """The first touches of a page load code; they are not counted."""
        for _ in range(2):
            self._touched("stream")

    def touch(self, order: list[str]) -> None:
        """Every control there and back, each timed; on a slow line only there."""
        times = self._seen.slowly if self._line.slow else self._seen.touched
        before, count = busy_ms(self._one.process.pid), 0
        for kind in order:
            for _ in range(1 if self._line.slow else 2):
                down, self._posts = self._line.down, []
                name = f"{kind} {self._at[kind]}"
                times.setdefault(kind, []).append(self._touched(kind))
                count += 1
                if not self._line.slow:
                    self._seen.down.setdefault(kind, []).append(self._line.down - down)
                    self._seen.posts.setdefault(kind, []).append(len(self._posts))
                    if self._posts:
                        self._seen.bodies[name] = list(self._posts)
        if not self._line.slow:
            self._seen.busy.append((busy_ms(self._one.process.pid) - before) / count)

    def repaint(self, order: list[str]) -> None:
        """Plotly alone between the states of each touch; what it was before comes back."""
        for kind in order:
            self._page.evaluate("__keep()")
            self._touched(kind)
            self._page.evaluate("__keep()")
            self._seen.repaint += self._page.evaluate("__repaint(2)")
            self._touched(kind)

    def _requested(self, request: Request) -> None:
        if request.method == "POST" and PATH in request.url:
            parts = urlsplit(request.url)
            path = f"{parts.path}?{parts.query}".rstrip("?")
            self._posts.append((path, request.post_data_buffer or b""))

    def _touched(self, kind: str) -> float:
        there = self._at[kind] == 0
        self._at[kind] = 1 - self._at[kind]
        return (
            self._of_a_rival(kind, there) if self._one.variant.is_rival else self._ours(kind, there)
        )

    def _ours(self, kind: str, there: bool) -> float:
        page = self._page
        control = page.locator(f"#{kind}")
        if kind == "stream":
            control = control.locator(f"input[value='{_STREAMS[0 if there else 1]}']")
            page.evaluate(OPEN_FILTERS)
        before = page.evaluate("location.search")
        page.evaluate(_CLEAR)
        if kind == "stream":
            control.click()
        else:
            control.press(_KEYS[0] if there else _BACK[0])
        page.wait_for_function(_AT_REST, arg=before)
        return float(page.evaluate("__seen.painted - __seen.touched"))

    def _of_a_rival(self, kind: str, there: bool) -> float:
        page, at = self._page, self._at
        month = (self._months.last, self._months.before)[at["period"]]
        indicator = ("overcrowding", "outplacement")[at["indicator"]]
        page.evaluate(
            "words => __ask(words)", f"{month} {indicator} {('all', 'acute')[at['stream']]}"
        )
        if kind == "period":
            page.locator(_SLIDER).first.press((_KEYS if there else _BACK)[1])
        else:
            words = _WORDS[kind][0 if there else 1]
            page.get_by_text(words, exact=True).first.click()
        page.wait_for_function("() => __asked.painted")
        milliseconds = page.evaluate("__asked.painted - __asked.touched")
        page.wait_for_timeout(_REST_MS)
        return float(milliseconds)


_SLIDER = "[role=slider], input[type=range], .irs-line"
_WORDS = {
    "indicator": ("Utlokaliseringar", "Överbeläggningar"),
    "stream": ("Akut", "Akut + planerad"),
}
