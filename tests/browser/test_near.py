"""Pictures are drawn when they come near or are needed, and nothing jumps when they are."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.walks import ASKED

SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const one of list.getEntries()) window.shifted += one.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def picture(page: Page, name: str) -> Locator:
    return page.locator(f"#{name}-figure .main-svg").first


def arrived(page: Page) -> Page:
    """The page as a visitor first sees it: what is far from the screen is not drawn."""
    page.set_viewport_size({"width": 1400, "height": 600})
    page.goto("/")
    expect(picture(page, "over")).to_be_attached()
    for name in ("out", "occupancy", "way"):
        expect(page.locator(f"#{name}-figure")).to_be_attached()
        expect(picture(page, name)).not_to_be_attached()
    return page


def touched(page: Page, control: str, value: str) -> None:
    """A filter set without going to it, which could bring another picture near."""
    with page.expect_response(lambda answer: ASKED in answer.url):
        page.evaluate("([id, value]) => window.page.set(id, value)", [control, value])
    expect(page.locator("#said")).not_to_be_empty()


def test_a_far_picture_is_drawn_when_it_comes_near(page: Page) -> None:
    arrived(page)
    page.locator("#way-title").scroll_into_view_if_needed()
    expect(picture(page, "way")).to_be_visible()


def test_a_far_picture_shows_the_last_of_many_touches(page: Page) -> None:
    arrived(page)
    for code in ("01", "12", "25"):
        touched(page, "region", code)
    page.locator("#out-title").scroll_into_view_if_needed()
    named = page.locator("#out-figure .annotation-text")
    expect(named.filter(has_text="Norrbotten")).to_have_count(1)
    expect(named.filter(has_text="Skåne")).to_have_count(0)


def test_a_picture_that_has_gone_far_waits_with_its_changes(page: Page) -> None:
    arrived(page)
    page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
    # What has gone is told a frame later.
    page.wait_for_timeout(200)
    values = page.locator("#map-figure .scattergeo text")
    expect(values).not_to_have_count(0)
    before = values.all_text_contents()
    touched(page, "period", "2024-07")
    page.wait_for_timeout(200)
    assert values.all_text_contents() == before
    page.evaluate("() => window.scrollTo(0, 0)")
    expect(values).not_to_have_text(before)
    expect(values).not_to_have_count(0)


def test_a_table_and_a_file_of_a_far_picture_are_whole(page: Page) -> None:
    arrived(page)
    # As by keyboard, which need not bring the picture itself near.
    page.locator("#way .table-of-figure summary").evaluate("one => one.click()")
    expect(page.locator("#way .as-table tbody tr")).to_have_count(3)
    with page.expect_download() as file:
        page.locator("#occupancy [data-kind=svg]").evaluate("one => one.click()")
    assert "<svg" in Path(file.value.path()).read_text("utf-8")


def test_paper_has_every_picture(page: Page) -> None:
    arrived(page)
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    for name in ("map", "over", "out", "occupancy", "way"):
        expect(picture(page, name)).to_be_attached()
        if name != "map":
            assert page.locator(f"#{name} .as-table tbody tr").count() >= 3


def test_paper_has_a_map_that_was_far_from_the_screen(new_page) -> None:
    page = new_page(width=1400, height=500)
    page.goto("/")
    page.wait_for_load_state("networkidle")
    expect(picture(page, "map")).not_to_be_attached()
    # Nothing but what is promised already can come before the paper.
    drawn = page.evaluate(
        """async () => {
          window.dispatchEvent(new Event("beforeprint"));
          for (let turn = 0; turn < 50; turn += 1) await null;
          return document.querySelectorAll("#map-figure .choroplethlayer path").length;
        }"""
    )
    assert drawn == 21


def test_a_phone_draws_the_map_when_it_is_chosen(new_page) -> None:
    page = new_page(width=390)
    page.goto("/")
    expect(page.locator("#tiles .tile")).to_have_count(21)
    page.wait_for_timeout(300)
    expect(picture(page, "map")).not_to_be_attached()
    page.locator("[data-shape=table]").first.click()
    expect(page.locator("#map .map-table tbody tr")).to_have_count(21)
    page.locator("[data-shape=map]").first.click()
    # It was drawn for the table without having a size, and takes one now.
    page.wait_for_timeout(500)
    box = picture(page, "map").bounding_box()
    assert box is not None
    assert 200 < box["width"] <= 390


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("address", ["/", "/min-region?region=25"])
def test_nothing_jumps_while_a_page_loads_and_is_read(new_page, address: str, width: int) -> None:
    page = new_page(width=width)
    page.add_init_script(SHIFTS)
    page.goto(address)
    expect(page.locator("#content h1")).to_be_visible()
    page.wait_for_load_state("networkidle")
    height = page.evaluate("() => document.documentElement.scrollHeight")
    for down in range(0, height, 300):
        page.evaluate("down => window.scrollTo(0, down)", down)
        page.wait_for_timeout(50)
    drawn = page.locator("#content .graph .main-svg")
    assert drawn.count() >= 4
    assert page.evaluate("() => window.shifted") < 0.01
