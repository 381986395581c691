"""What comes of a touch rests on what was written; a page that is another asks for all of it."""

from playwright.sync_api import Page, expect

from layouts.document.pages import PAGES
from tests.browser.test_changes import SHOWN, different
from tests.browser.walks import calm, choose, opened

OVERVIEW = PAGES[0].interactive


def shown(page: Page) -> dict[str, object]:
    assert OVERVIEW is not None
    found: dict[str, object] = page.evaluate(SHOWN, [list(part) for part in OVERVIEW.parts])
    return found


def test_a_part_that_is_not_as_the_server_wrote_it_is_asked_for_whole(page: Page) -> None:
    opened(page)
    page.locator("#lead span").first.evaluate("one => { one.textContent = 'Något annat 1,5'; }")
    first, second = choose(page, "period", "2025-11")
    held = [one.post_data_json["inputs"][0]["value"]["held"] for one in (first, second)]
    assert [bool(one["release"]) for one in held] == [True, False]
    expect(page.locator("#lead")).to_contain_text("I november 2025 vårdades")
    after = shown(page)
    page.reload()
    calm(page)
    assert different(shown(page), after) == []
