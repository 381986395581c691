"""Places within a page: a link goes there without asking the server for anything."""

from playwright.sync_api import Page, expect

from tests.browser.walks import calm, opened

TOP = "one => one.getBoundingClientRect().top"


def test_a_link_within_the_page_scrolls_and_asks_for_nothing(page: Page) -> None:
    opened(page, "/metod")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.resource_type} {request.url}"))
    page.locator("a[href='#occupancy']").first.click()
    calm(page)
    place = page.locator("#occupancy")
    expect(place).to_be_in_viewport()
    assert 0 <= place.evaluate(TOP) < 200
    page.go_back()
    calm(page)
    page.go_forward()
    calm(page)
    assert 0 <= place.evaluate(TOP) < 200
    # Browsers ask anew for the icon of the page.
    assert [one for one in asked if not one.endswith(".svg")] == []


def test_a_link_to_a_place_scrolls_there_when_the_page_has_come(page: Page) -> None:
    for address in ("/metod#occupancy", "/en/method#occupancy"):
        opened(page, address)
        calm(page)
        assert 0 <= page.locator("#occupancy").evaluate(TOP) < 200
