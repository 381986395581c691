"""Opening and touching the page in Chromium: milliseconds until painted, requests and bytes."""

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.served import served
from benchmarks.traffic import Traffic
from dashboard.web.protection.guard import PATH

_SCRIPT = Path(__file__).with_name("painted.js").read_text(encoding="utf-8")
_ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
_FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", _ALONE]
# The page has come to rest when nothing on it has changed for this long.
_REST_MS = 300
_AT_REST = f"() => __drawn() && __seen.painted && performance.now() - __seen.changed > {_REST_MS}"

# A key or a click that touches the control, and one that takes it back.
_KEYS = dict.fromkeys(("period", "indicator", "region"), ("ArrowDown", "ArrowUp"))
_CLICKS = {"stream": ("acute", "all"), "data": ("published", "estimated"), "span": ("24", "60")}

# Those that are seldom set stand behind a door, which is opened before anything is timed.
OPEN_FILTERS = "() => { document.getElementById('more-filters').open = true; }"

Found = dict[str, list[dict[str, float]]]


def pages(rounds: int) -> list[dict[str, Any]]:
    """Medians of opening the page cold and warm, and of each touch there and back.

    Cold is the first page of a new visitor, warm the second one. Rounds take the touches in
    an order of their own, and the first round is not counted: the server and the browser
    compile what they run.
    """
    found: Found = {}
    with served() as address, chromium() as browser:
        for turn in range(rounds + 1):
            one: Found = {}
            _round(browser, address, random.Random(turn), one)
            if turn:
                for name, times in one.items():
                    found.setdefault(name, []).extend(times)
    return [_row(name, times) for name, times in found.items()]


def _round(browser: Browser, address: str, chance: random.Random, found: Found) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 1100}, locale="sv-SE")
    context.add_init_script(_SCRIPT)
    _opened(context, address, "open cold", found).close()
    page = _opened(context, address, "open warm", found)
    page.evaluate(OPEN_FILTERS)
    names = [*_KEYS, *_CLICKS]
    chance.shuffle(names)
    for name in names:
        for turn in (0, 1):
            found.setdefault(f"touch {name}", []).append(_touched(page, name, turn))
    context.close()


def _opened(context: BrowserContext, address: str, name: str, found: Found) -> Page:
    page = context.new_page()
    traffic = Traffic(page)
    page.goto(address)
    page.wait_for_function(_AT_REST)
    found.setdefault(name, []).append(
        {"ms": page.evaluate("__seen.painted"), **traffic.counted(PATH)}
    )
    return page


def _touched(page: Page, name: str, turn: int) -> dict[str, float]:
    control = page.locator(f"#{name}")
    if name in _CLICKS:
        control = control.locator(f"input[value='{_CLICKS[name][turn]}']")
    control.scroll_into_view_if_needed()
    traffic = Traffic(page)
    page.evaluate("__seen.touched = __seen.changed = __seen.painted = 0")
    if name in _CLICKS:
        control.click()
    else:
        control.press(_KEYS[name][turn])
    page.wait_for_function(_AT_REST)
    return {"ms": page.evaluate("__seen.painted - __seen.touched"), **traffic.counted(PATH)}


def _row(name: str, times: list[dict[str, float]]) -> dict[str, Any]:
    middle = {key: median(one[key] for one in times) for key in times[0]}
    spread = [one["ms"] for one in times]
    return {
        "what": name,
        "ms": round(middle.pop("ms")),
        "least": round(min(spread)),
        "most": round(max(spread)),
        **{key: round(value) for key, value in middle.items()},
    }


@contextmanager
def chromium() -> Iterator[Browser]:
    program = os.environ.get("VARDPLATS_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=_FLAGS, chromium_sandbox=False
        )
        yield browser
        browser.close()
