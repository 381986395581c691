"""What is to be pasted elsewhere is copied by a button, with the address of this site in it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walks import opened


@pytest.mark.parametrize(("path", "told"), [("/anvand", "Kopierat: "), ("/en/use", "Copied: ")])
def test_code_is_copied_by_keyboard(page: Page, path: str, told: str) -> None:
    opened(page, f"{path}?indicator=occupancy&region=14")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator("[data-copy=code-pandas]")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#copied")).to_have_text(f"{told}Python: pandas")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#code-pandas").inner_text()
    origin = page.evaluate("location.origin")
    assert f'"{origin}/files/chosen.csv?indicator=occupancy' in copied
    assert "webbplatsens-adress" not in page.locator("main").inner_text()


def test_the_view_of_a_page_goes_along(page: Page) -> None:
    opened(page, "/?indicator=outplacement&region=14")
    page.locator(".export summary").click()
    page.locator(".export a[href^='/anvand']").click()
    page.wait_for_url("**/anvand?*indicator=outplacement*")
    expect(page.locator("#use-indicator")).to_have_value("outplacement")
    expect(page.locator("#use-region")).to_have_value("14")
    page.locator("#use-region").select_option("01")
    page.get_by_role("button", name="Visa koden").click()
    expect(page.locator("#code-r")).to_contain_text('region == "01"')
