"""The address is the state: opened elsewhere, gone back over, shared, reset, mistyped."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walks import choose, chosen, drawn, opened, query, texts, touch


def test_a_link_opened_by_another_person_shows_the_same_words(new_page) -> None:
    page = opened(new_page(), "/?span=24")
    choose(page, "region", "14")
    choose(page, "stream", "acute")
    choose(page, "period", "2025-03")
    other = opened(new_page(), page.url)
    assert texts(other) == texts(page)
    for control in ("region", "stream", "period", "span", "care", "data", "indicator"):
        assert chosen(other, control) == chosen(page, control)


def test_back_undoes_a_touch_and_forward_does_it_again(page: Page) -> None:
    opened(page)
    first = texts(page)
    choose(page, "region", "25")
    second = texts(page)
    choose(page, "stream", "acute")
    third = texts(page)
    for step, words, region, stream in (
        (page.go_back, second, "25", "all"),
        (page.go_back, first, "00", "all"),
        (page.go_forward, second, "25", "all"),
        (page.go_forward, third, "25", "acute"),
    ):
        with touch(page) as sent:
            step()
        drawn(page)
        assert len(sent) == 1
        assert texts(page) == words
        assert (chosen(page, "region"), chosen(page, "stream")) == (region, stream)


def test_a_touch_after_going_back_starts_from_what_is_shown(page: Page) -> None:
    opened(page)
    choose(page, "region", "25")
    with touch(page):
        page.go_back()
    drawn(page)
    choose(page, "stream", "planned")
    assert query(page) == "?stream=planned"


def test_share_copies_a_link_that_names_everything_and_opens_the_same(new_page) -> None:
    page = opened(new_page(permissions=["clipboard-read", "clipboard-write"]), "/?region=10")
    choose(page, "span", "24")
    page.get_by_role("button", name="Dela").click()
    expect(page.locator("#said")).to_contain_text("Länken är kopierad")
    link = page.evaluate("() => navigator.clipboard.readText()")
    named = parse_qs(urlsplit(link).query)
    assert named["period"] == ["2025-12"]
    assert named["data"] == ["estimated"]
    other = opened(new_page(), link)
    assert texts(other) == texts(page)


def test_share_right_after_opening_has_the_whole_link(new_page) -> None:
    page = opened(new_page(permissions=["clipboard-read", "clipboard-write"]), "/en/")
    page.get_by_role("button", name="Share").click()
    expect(page.locator("#said")).to_contain_text("The link is copied")
    link = page.evaluate("() => navigator.clipboard.readText()")
    assert "/en/?indicator=overcrowding&period=2025-12" in link


def test_reset_returns_to_the_default(page: Page) -> None:
    opened(page, "/?region=10&stream=acute&data=published")
    page.get_by_role("link", name="Återställ").click()
    expect(page.locator("#heading")).to_have_text("Läget i landet, december 2025")
    drawn(page)
    assert query(page) == ""
    assert (chosen(page, "region"), chosen(page, "stream")) == ("00", "all")


def test_the_other_language_keeps_the_view(page: Page) -> None:
    opened(page)
    choose(page, "region", "09")
    page.get_by_role("link", name="English").click()
    expect(page.locator("#heading")).to_have_text("The national picture, December 2025")
    drawn(page)
    assert chosen(page, "region") == "09"
    assert page.evaluate("() => document.documentElement.lang") == "en"


def test_an_unknown_key_and_a_bad_value_are_told_and_the_default_shown(page: Page) -> None:
    opened(page, "/?regoin=25&care=nowhere&period=2025-13&span=24")
    notices = page.locator("#problems .notice").all_inner_texts()
    assert len(notices) == 3
    assert any("regoin" in one and "menades region?" in one for one in notices)
    assert any("care=nowhere finns inte" in one and "förvalda" in one for one in notices)
    assert (chosen(page, "care"), chosen(page, "span")) == ("somatic", "24")
    choose(page, "region", "25")
    expect(page.locator("#problems .notice")).to_have_count(0)


@pytest.mark.parametrize(
    "address",
    [
        "/?period=2031-01",
        "/?period=2009&data=published",
        "/?indicator=occupancy&care=psychiatric",
        "/?data=published&stream=acute",
    ],
)
def test_what_does_not_exist_says_so_with_a_reason_and_is_never_zero(
    page: Page, address: str
) -> None:
    opened(page, address)
    title = page.locator("#map-title").inner_text()
    assert "uppgift saknas. " in title
    assert len(title.split("uppgift saknas. ")[1]) > 15
    assert page.locator("#map-sentence").inner_text().startswith("Ingen region har ett värde.")
    page.locator("#shape-table").click()
    values = page.locator("#map .map-table td").all_inner_texts()
    assert values == ["–"] * 21
    colours = page.locator("#map-figure [data-region]").evaluate_all(
        "all => [...new Set(all.map(one => getComputedStyle(one).fill))]"
    )
    assert colours == ['url("#hatch")']
    page.locator("#shape-grid").click()
    for tile in page.locator("#tiles .tile").all():
        assert "hatched" in tile.get_attribute("class")
        assert tile.locator(".tile-value").inner_text() == "–"
    values = page.locator("#table tbody td:nth-of-type(1)").all_inner_texts()
    assert set(values) == {"–"}


def test_a_card_without_a_value_has_a_dash_and_the_reason(page: Page) -> None:
    opened(page, "/?data=published")
    card = page.locator("#cards > li").nth(3)
    assert card.locator(".big").inner_text() == "–"
    assert card.locator(".verdict").inner_text() == "Finns inte"
    assert len(card.locator(".line").inner_text()) > 20
