"""A cheap phone on a poor line: `python -m benchmarks.phone NAME=ADDRESS ... [--rounds 7]`.

Opens each page in turns, cold, in Chromium with a processor four times slower, 150 ms there and
back and 1.6 Mbit/s, and touches its first control when it has come to rest. Of each the medians,
with the least and most, of

- `lcp`: milliseconds until the largest paint of what is seen first,
- `blocking`: milliseconds of long tasks beyond 50 each, until the page is at rest,
- `kb`: kilobytes that came over the line until then, nothing scrolled,
- `chart_kb`: kilobytes that came before plotly had drawn the first chart, scrolled to where a
  page waits for that; a page that draws none in time has none,
- `inp`: milliseconds from the touch to the next paint.
"""

import argparse
import json
import time
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, TimeoutError

from benchmarks.browser import chromium
from benchmarks.wire import Wire

_SLOWER = 4
_LINE = {
    "offline": False, "latency": 150,
    "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8,
}  # fmt: skip
_REST_MS, _AFTER_MS, _TOUCH_MS = 4000, 2000, 20_000
# Ten megabytes take fifty seconds on this line.
_PATIENCE_MS, _CHART_SECONDS = 90_000, 100
_WATCH = (Path(__file__).with_name("felt.js")).read_text(encoding="utf-8")
_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"

Seen = dict[str, float]


def measured(addresses: dict[str, str], rounds: int) -> list[dict[str, Any]]:
    """A row for each page by name; the first round is not counted."""
    found: dict[str, list[Seen]] = {name: [] for name in addresses}
    with chromium() as browser:
        for turn in range(rounds + 1):
            for name, address in addresses.items():
                seen = visited(browser, address)
                if turn:
                    found[name].append(seen)
    return [{"page": name, **row(times)} for name, times in found.items()]


def visited(browser: Browser, address: str, radio: str = "", *, poor: bool = True) -> Seen:
    """One visit; `radio` are the words of a choice to touch where a page has no select.

    Not `poor`, it is one with the line and processor of this machine.

    Raises:
        Error: the page did not come to rest, or has nothing to touch.
    """
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, locale="sv-SE"
    )
    try:
        context.set_default_timeout(_PATIENCE_MS)
        page = context.new_page()
        session = context.new_cdp_session(page)
        wire = Wire(session)
        if poor:
            session.send("Network.emulateNetworkConditions", _LINE)
            session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        page.add_init_script(_WATCH)
        return _seen(page, address, wire, radio)
    finally:
        context.close()


def _seen(page: Page, address: str, wire: Wire, radio: str) -> Seen:
    end = time.monotonic() + _CHART_SECONDS
    page.goto(address, wait_until="load")
    page.wait_for_load_state("networkidle")
    if radio:
        # Its figures come over a socket, which no idle network tells of.
        with suppress(TimeoutError):
            left = max(5.0, end - time.monotonic())
            page.wait_for_function("() => felt.chart", timeout=1000 * left)
            _quiet(page, wire, end)
    page.wait_for_timeout(_REST_MS)
    seen: Seen = page.evaluate("() => ({ ...felt })")
    seen["kb"] = wire.kilobytes()
    seen["inp"] = _touched(page, radio)
    if seen.pop("chart") or not radio:
        seen["chart_kb"] = _before_chart(page, wire)
    return seen


def _quiet(page: Page, wire: Wire, end: float) -> None:
    """Wait until a second brings nothing."""
    before = -1.0
    while time.monotonic() < end and wire.kilobytes() > before:
        before = wire.kilobytes()
        page.wait_for_timeout(1000)


def _touched(page: Page, radio: str) -> float:
    """The longest wait of a press that opens the filters, and of a choice by keyboard."""
    page.evaluate("() => { felt.inp = 0; }")
    if radio:
        # Vizro has its controls behind a button where there is little room.
        for menu in page.get_by_label("Toggle menu").all():
            menu.click(timeout=_TOUCH_MS)
        page.get_by_text(radio, exact=True).first.click(timeout=_TOUCH_MS)
    else:
        page.locator("button, summary, select").first.click(timeout=_TOUCH_MS)
        page.locator("select").first.press("ArrowDown")
    page.wait_for_timeout(_AFTER_MS if radio else _REST_MS)
    found: float = page.evaluate("() => felt.inp")
    return found


def _before_chart(page: Page, wire: Wire) -> float:
    if not page.evaluate("felt.chart"):
        # A chart is near at the latest when all of it has been in sight.
        page.locator(".graph").first.scroll_into_view_if_needed()
        page.wait_for_function("() => felt.chart")
    page.evaluate(_FRAMES)
    drawn: float = page.evaluate("(performance.timeOrigin + felt.chart) / 1000")
    return wire.kilobytes(drawn)


def row(times: list[Seen]) -> dict[str, Any]:
    """The median of each measure with its least and most."""
    found: dict[str, Any] = {}
    for key in times[0]:
        values = [one[key] for one in times if key in one]
        found[key] = round(median(values))
        found[f"{key} least..most"] = f"{min(values):.0f}..{max(values):.0f}"
    return found


def main() -> None:
    """Measure the pages named and print them as JSON."""
    parser = argparse.ArgumentParser(prog="benchmarks.phone", description=__doc__)
    parser.add_argument("pages", nargs="+", metavar="NAME=ADDRESS")
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    addresses = dict(one.split("=", 1) for one in asked.pages)
    print(json.dumps(measured(addresses, asked.rounds), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
