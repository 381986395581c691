"""The national page as it opens: everything drawn, from this host alone, in one answer."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walks import OVERVIEW, REGIONS, more, opened


@pytest.mark.parametrize("address", OVERVIEW)
def test_everything_is_drawn(page: Page, address: str) -> None:
    page.goto(address)
    for name in ("map", "over", "out", "occupancy", "way"):
        page.locator(f"#{name}-title").scroll_into_view_if_needed()
        expect(page.locator(f"#{name}-figure .main-svg").first).to_be_visible()
    expect(page.locator(REGIONS)).to_have_count(21)
    expect(page.locator("#cards > li")).to_have_count(5)
    expect(page.locator("#cards .spark")).to_have_count(5)
    # The regions, of which each begins its line anew, the country, and the published years.
    for name in ("over", "out"):
        traces = page.locator(f"#{name}-figure .scatterlayer .trace")
        # And the band of the country's range.
        expect(traces).to_have_count(4)
        lines = traces.evaluate_all(
            """all => all.map((one) => [...one.querySelectorAll("path.js-line")]
              .flatMap((line) => line.getAttribute("d").match(/M/g)).length)"""
        )
        assert 21 in lines
    assert page.locator("#occupancy-figure .shapelayer path").count() >= 9
    assert page.locator("#way-figure .shapelayer path").count() >= 5
    expect(page.locator("#tiles .tile")).to_have_count(21)
    expect(page.locator("#table tbody tr")).to_have_count(22)
    expect(page.locator("#chosen")).to_be_hidden()


def test_every_value_on_the_map_is_printed_and_every_region_has_a_shape(page: Page) -> None:
    opened(page)
    assert page.locator("#map-figure .scattergeo text, #map-figure .textpoint text").count() == 21
    sizes = page.locator(REGIONS).evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => box.width * box.height)"
    )
    assert min(sizes) > 50
    assert max(sizes) < 250 * 250, "a region fills the map"


@pytest.mark.parametrize("address", OVERVIEW)
def test_opening_asks_for_the_page_at_most_once(page: Page, address: str) -> None:
    asked: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    opened(page, address)
    posts = [url for method, url in asked if method == "POST"]
    assert len(posts) <= 1, posts
    assert {method for method, _ in asked} <= {"GET", "POST"}


def test_reading_pages_ask_for_themselves_at_most_once(page: Page) -> None:
    posts: list[str] = []
    page.on("request", lambda request: request.method == "POST" and posts.append(request.url))
    opened(page, "/metod")
    opened(page, "/en/about")
    assert len(posts) <= 2


def test_an_unknown_address_is_told_so_in_both_languages(new_page) -> None:
    page = new_page(forgiven=("status of 404",))
    for address, words in (("/nej", "Sidan finns inte"), ("/en/no", "Page not found")):
        answer = page.goto(address)
        assert answer.status == 404
        expect(page.locator("h1")).to_have_text(words)


def test_without_scripts_the_figures_are_read_as_words_tiles_and_tables(new_page) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/en/?region=14")
    expect(page.locator("#lead")).to_contain_text("Västra Götaland")
    expect(page.locator("#tiles .tile-value >> visible=true")).to_have_count(21)
    page.locator("#table-title").click()
    expect(page.locator("#table tbody tr >> visible=true")).to_have_count(22)
    expect(page.locator(".graph >> visible=true")).to_have_count(0)
    expect(page.locator("#filters")).to_be_hidden()
    more(page, "over")
    page.locator("#over .definition summary").click()
    expect(page.locator("#over-definition")).to_be_visible()


@pytest.mark.parametrize("address", ["/", "/en/"])
def test_the_first_screen_holds_the_headline_the_cards_and_the_map(
    new_page: Callable[..., Page], address: str
) -> None:
    wide = opened(new_page(closed=True), address)
    for first in ("#lead", "#cards", "#map-title"):
        box = wide.locator(first).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 900, first
    figure = wide.locator("#map-figure").bounding_box()
    assert figure is not None
    assert figure["y"] < 900
    phone = opened(new_page(width=390, closed=True), address)
    phone.set_viewport_size({"width": 390, "height": 844})
    bar = phone.locator(".bar").bounding_box()
    assert bar is not None
    assert bar["y"] + bar["height"] == 844
    # The headline and all of the first card lie above the line of filters.
    for first in ("h1", "#lead", "#cards li"):
        box = phone.locator(first).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= bar["y"], first
    expect(phone.locator("#filters")).to_be_hidden()


STOPS = """() => [...document.querySelectorAll("a[href],button,input,select,summary,[tabindex]")]
  .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility())"""


def test_the_closed_page_has_few_stops(new_page: Callable[..., Page]) -> None:
    page = opened(new_page(closed=True))
    stops = page.evaluate(f"() => ({STOPS})().length")
    assert 20 < stops <= 45
    # The map holds one stop, the region that the keys move on from.
    to_map = page.evaluate(
        f"""() => ({STOPS})().filter((one) => one.compareDocumentPosition(
          document.getElementById("map-figure")) & Node.DOCUMENT_POSITION_FOLLOWING).length"""
    )
    assert 10 < to_map <= 40


def test_a_release_that_is_new_since_the_last_visit_is_said_once(page: Page) -> None:
    page.goto("/om")
    page.evaluate(
        """() => localStorage.setItem("seen",
          JSON.stringify({ release: "0000000000000000", day: "2026-01-02" }))"""
    )
    page.goto("/jamfor")
    said = page.locator(".since-last")
    expect(said).to_be_visible()
    expect(said).to_have_text("Ny utgåva sedan ditt besök 2026-01-02: vad som ändrats")
    assert (said.get_attribute("href") or "").endswith("#dq-revised")
    page.reload()
    expect(said).to_be_hidden()
