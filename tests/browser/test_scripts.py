"""What a page weighs and loads: one plotly.js, few bytes, and none of them twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Watch, serving
from tests.browser.walks import REGIONS

COLD_BYTES, WARM_BYTES = 900_000, 10_000
Visit = Callable[[], Page]


@pytest.fixture(params=[False, True], ids=["bundle", "without node"])
def is_whole(request: pytest.FixtureRequest) -> bool:
    """Whether the server has no bundles."""
    return bool(request.param)


@pytest.fixture
def address(is_whole: bool, server: str, tmp_path: Path) -> Iterator[str]:
    """A server with the bundle, and one with the packaged plotly.js."""
    if is_whole:
        log, home = tmp_path / "log", str(ROOT / "var")
        with serving(log, module="tests.browser.whole", VARDPLATS_HOME=home) as url:
            yield url
    else:
        yield server


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Visit]:
    """Opens pages in one browser that has never been here."""
    context = browser.new_context(base_url=server, viewport={"width": 1400, "height": 900})
    yield context.new_page
    context.close()


def drawn(page: Page) -> None:
    expect(page.locator(REGIONS)).to_have_count(21)
    expect(page.locator("#over-figure .scatterlayer .trace").first).to_be_attached()
    page.wait_for_load_state("networkidle")


def test_with_and_without_bundles_the_page_is_drawn_and_each_script_fetched_once(
    browser: Browser, address: str, is_whole: bool
) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 1400, "height": 900})
    page, asked, watch = context.new_page(), [], Watch(address, ())
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    watch.follow(page)
    page.goto("/")
    drawn(page)
    page.evaluate("() => window.drawAll()")
    expect(page.locator("#way-figure .shapelayer path").first).to_be_attached()
    assert [url for url in asked if "plotly" in url] == [
        url for url in dict.fromkeys(asked) if url.endswith("/plotly.js")
    ]
    scripts = [url for url in asked if url.endswith(".js")]
    assert len(scripts) == len(set(scripts))
    modules = len(list((ROOT / "assets" / "scripts").glob("*.js")))
    assert len(scripts) == 1 + (modules if is_whole else 1)
    assert [url for url in asked if url.startswith(("/_dash", "/assets/"))] == []
    assert watch.foreign == []
    assert watch.errors == []
    context.close()


def weighed(page: Page, address: str) -> dict[str, int]:
    """The bytes that came over the wire for a page, by address."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    urls: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on(
        "Network.responseReceived",
        lambda event: urls.update({event["requestId"]: event["response"]["url"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(address)
    drawn(page)
    return {urls[name]: int(size) for name, size in sizes.items() if size and name in urls}


def test_a_page_is_light_and_lighter_the_second_time(visit: Visit) -> None:
    cold = weighed(visit(), "/")
    assert 300_000 < sum(cold.values()) <= COLD_BYTES, cold
    assert len(cold) <= 10, cold
    warm = weighed(visit(), "/")
    assert 0 < sum(warm.values()) <= WARM_BYTES, warm
    other = weighed(visit(), "/?region=25&stream=acute")
    assert sum(other.values()) <= 40_000, "only the page itself is another"
