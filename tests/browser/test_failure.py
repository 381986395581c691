"""When an answer does not come: the old picture, words that say so, and a way on."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.walks import ASKED, choose, chosen, drawn, opened, query, texts, touch, widened

FORGIVEN = ("status of 50[03]", "ERR_FAILED", "Failed to fetch", "Callback (error|failed)")
WORDS = {
    "/": ("Siffrorna kunde inte hämtas.", "Försök igen"),
    "/en/": ("The figures could not be fetched.", "Try again"),
}


def refuse(route: Route) -> None:
    route.fulfill(status=503, body="no figures")


def hang_up(route: Route) -> None:
    route.abort()


@pytest.mark.parametrize(
    ("address", "how", "ended"),
    [("/", refuse, "requestfinished"), ("/en/", hang_up, "requestfailed")],
    ids=["503", "no server"],
)
def test_a_failed_touch_keeps_the_picture_and_says_what_to_do(
    new_page, address, how, ended
) -> None:
    page: Page = opened(new_page(forgiven=FORGIVEN), address)
    said, button = WORDS[address]
    before = texts(page)
    alert = page.get_by_role("alert")
    expect(page.locator("#failure .column")).to_be_hidden()
    page.route(f"**{ASKED}*", how)
    page.locator("select#region").select_option("25")
    expect(page.locator("#failure .column")).to_be_visible()
    expect(alert).to_contain_text(said)
    expect(alert.get_by_role("button", name=button)).to_be_in_viewport()
    assert texts(page) == before
    assert query(page) == ""
    with page.expect_event(ended):
        page.locator("#failure button").click()
    expect(page.locator("#failure .column")).to_be_visible()

    page.unroute(f"**{ASKED}*")
    with touch(page):
        page.locator("#failure button").click()
    expect(page.locator("#failure .column")).to_be_hidden()
    assert chosen(page, "region") == "25"
    assert query(page) == "?region=25"
    assert "Norrbotten" in page.locator("#over-title").inner_text()


def test_the_next_touch_that_is_answered_takes_the_message_away(new_page) -> None:
    page: Page = opened(new_page(forgiven=FORGIVEN))
    page.route(f"**{ASKED}*", refuse)
    page.locator("select#region").select_option("25")
    expect(page.locator("#failure .column")).to_be_visible()
    page.unroute(f"**{ASKED}*")
    choose(page, "stream", "acute")
    expect(page.locator("#failure .column")).to_be_hidden()
    assert query(page) == "?region=25&stream=acute"


def test_going_back_without_an_answer_can_be_tried_again(new_page) -> None:
    page: Page = opened(new_page(forgiven=FORGIVEN))
    choose(page, "region", "25")
    page.route(f"**{ASKED}*", refuse)
    page.go_back()
    expect(page.locator("#failure .column")).to_be_visible()
    page.unroute(f"**{ASKED}*")
    with touch(page):
        page.locator("#failure button").click()
    drawn(page)
    assert chosen(page, "region") == "00"
    expect(page.locator("#failure .column")).to_be_hidden()


def test_the_message_breaks_no_rule(new_page, axe) -> None:
    page: Page = opened(new_page(forgiven=FORGIVEN))
    page.route(f"**{ASKED}*", refuse)
    page.locator("select#region").select_option("25")
    expect(page.locator("#failure .column")).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == []
    assert widened(page, 320) <= 320
