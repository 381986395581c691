"""A cheap phone on a poor line: `python -m benchmarks.phone NAME=ADDRESS ... [--rounds 7]`.

Opens each page in turns, cold, in Chromium with a processor four times slower, 150 ms there and
back and 1.6 Mbit/s, and touches its first select when it has come to rest. Of each the medians,
with the least and most, of

- `lcp`: milliseconds until the largest paint of what is seen first,
- `blocking`: milliseconds of long tasks beyond 50 each, until the page is at rest,
- `kb`: kilobytes that came over the line until then,
- `inp`: milliseconds from the touch to the next paint.
"""

import argparse
import json
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks.browser import chromium

_SLOWER = 4
_LINE = {
    "offline": False, "latency": 150,
    "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8,
}  # fmt: skip
_REST_MS = 4000
_WATCH = """
window.felt = { lcp: 0, blocking: 0, inp: 0 };
const watch = (type, react, options = {}) => new PerformanceObserver((list) => {
  for (const one of list.getEntries()) react(one);
}).observe({ type, buffered: true, ...options });
watch("largest-contentful-paint", (one) => { felt.lcp = one.startTime; });
watch("longtask", (one) => { felt.blocking += Math.max(0, one.duration - 50); });
watch("event", (one) => {
  if (one.interactionId) felt.inp = Math.max(felt.inp, one.duration);
}, { durationThreshold: 16 });
"""

Seen = dict[str, float]


def measured(addresses: dict[str, str], rounds: int) -> list[dict[str, Any]]:
    """A row for each page by name; the first round is not counted."""
    found: dict[str, list[Seen]] = {name: [] for name in addresses}
    with chromium() as browser:
        for turn in range(rounds + 1):
            for name, address in addresses.items():
                seen = _visited(browser, address)
                if turn:
                    found[name].append(seen)
    return [{"page": name, **_row(times)} for name, times in found.items()]


def _visited(browser: Browser, address: str) -> Seen:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, locale="sv-SE"
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    bytes_ = _counted(session)
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="load")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(_REST_MS)
    seen: Seen = page.evaluate("() => ({ ...felt })")
    seen["kb"] = sum(bytes_) / 1000
    seen["inp"] = _touched(page)
    context.close()
    return seen


def _counted(session: CDPSession) -> list[float]:
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    return sizes


def _touched(page: Page) -> float:
    """The longest wait of a press that opens the filters, and of a choice by keyboard."""
    page.evaluate("() => { felt.inp = 0; }")
    page.locator("button, summary, select").first.click()
    page.locator("select").first.press("ArrowDown")
    page.wait_for_timeout(_REST_MS)
    found: float = page.evaluate("() => felt.inp")
    return found


def _row(times: list[Seen]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for key in times[0]:
        values = [one[key] for one in times]
        row[key] = round(median(values))
        row[f"{key} least..most"] = f"{min(values):.0f}..{max(values):.0f}"
    return row


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
