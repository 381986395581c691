"""Data och kvalitet answers what a figure can bear, and every rule leads to its figure."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from layouts.quality.page import PICTURES
from tests.browser.activations import Walk
from tests.browser.test_accessible import everything_wrong
from tests.browser.walks import calm, choose, more, opened, query, touch

PSYCHIATRIC = "indicator=psychiatric_overcrowding&care=psychiatric&data=published"


# --- the questions, each in at most two activations -----------------------------------------


def test_m8_may_this_figure_be_used_today_and_who_is_missing(page: Page) -> None:
    walk = Walk(page).to_page("Data och kvalitet")
    walk.reads("#dq-lead", "Alla 21 regioner ingår", "skattat", "publicerade värdet för 2025")
    walk.set("dq-indicator", "wait_first_contact_waiting")
    walk.reads("#dq-lead", "Uppgift saknas", "nio regioner saknas")
    walk.reads("#dq-calendar-title", "saknas eller är fel")


def test_d4_changed_reality_or_changed_reporting(page: Page) -> None:
    walk = Walk(page).to_page("Data och kvalitet").set("dq-region", "21")
    walk.reads("#dq-questions-table", "från 0,9 (2024) till 10,5 (2025)", "Har något ändrats")
    walk.reads("#dq-split-sentence", "Gävleborg: ", "skattat", "rapporterade månader")


def test_d9_which_definition_since_when(page: Page) -> None:
    walk = Walk(page, "/en/").to_page("Data and quality").set("dq-indicator", "beds_per_1000")
    walk.reads("#dq-since-title", "the definition applies since 1 January 2001")
    walk.reads("#dq-since-table tr.chosen >> nth=0", "1 January 1992", "Kolada N70845")


def test_r11_are_our_reported_figures_right(page: Page) -> None:
    walk = Walk(page, "/min-region?region=13").to_page("Data och kvalitet")
    assert query(page) == "?region=13"
    walk.reads("#dq-lead", "Betyg B", "Öppna frågor till regionen: 6", "motsäger varandra: 2")
    walk.reads("#dq-sources-table", "0,6", "2,1", "SKPF")


# --- links, touches, files ------------------------------------------------------------------


def test_a_rule_that_fired_leads_to_the_figure_it_concerns(page: Page) -> None:
    opened(page, f"/data?{PSYCHIATRIC}&region=21")
    link = page.locator("#dq-rules-table a").first
    expect(link).to_contain_text("Överbeläggningar i psykiatrisk slutenvård")
    with page.expect_navigation():
        link.click()
    assert "/?indicator=psychiatric_overcrowding&period=2025&region=21" in page.url
    expect(page.locator("#chosen-title")).to_contain_text("Gävleborg")


def test_the_view_stands_in_the_address_and_comes_back(page: Page) -> None:
    opened(page, "/data")
    sent = choose(page, "dq-region", "13")
    assert len(sent) == 1
    choose(page, "dq-data", "published")
    assert query(page) == "?region=13&data=published"
    expect(page.locator("#dq-split .picture")).to_be_hidden()
    expect(page.locator("#dq-calendar-title")).to_have_text("Halland: 10 år utan fel")
    opened(page, "/en/data" + query(page))
    expect(page.locator("#dq-calendar-title")).to_have_text("Halland: 10 years without errors")


def test_the_calendar_is_read_and_the_tables_scrolled_by_keys(page: Page) -> None:
    opened(page, "/data?data=published")
    region = page.locator("select#dq-region")
    region.focus()
    with touch(page):
        page.keyboard.press("ArrowDown")
    expect(page.locator("#dq-heading")).to_contain_text("Stockholm")
    more(page, "dq-calendar")
    summary = page.locator("#dq-calendar-as-table")
    summary.focus()
    page.keyboard.press("Enter")
    table = page.locator("#dq-calendar .table-of-figure table")
    expect(table).to_be_visible()
    expect(table.locator("tbody tr")).to_have_count(21)
    expect(table.locator("thead th")).to_have_count(11)
    expect(table.locator("tbody")).to_contain_text("varning: Dra inga slutsatser om 2025")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "as-table"
    page.locator("#dq-rules-table").focus()
    expect(page.locator("#dq-rules-table")).to_be_focused()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_can_be_taken_along_as_png_and_as_rows(page: Page, name: str) -> None:
    opened(page, "/data?region=14&data=example")
    calm(page)
    expect(page.locator(f"#{name}-figure .main-svg").first).to_be_attached()
    more(page, name)
    with page.expect_download() as download:
        page.locator(f"#{name} [data-kind='png']").click()
    assert download.value.suggested_filename.endswith(".png")
    link = page.locator(f"#{name} a[data-file*='machine']")
    link.hover()
    answer = page.request.get(link.get_attribute("href") or "")
    rows = list(csv.DictReader(io.StringIO(answer.text())))
    assert len(rows) >= 21
    assert "/data?" in rows[0]["address"]


def test_hatched_regions_say_why_in_one_activation(page: Page) -> None:
    opened(page, "/?indicator=psychiatric_overcrowding&period=2025&data=published")
    doubts = page.locator("#key .doubts")
    expect(doubts.locator("li").first).to_be_hidden()
    doubts.locator("summary").click()
    expect(doubts).to_contain_text("Gävleborg: Betyg C: Hopp 2025, öppen fråga")
    assert doubts.locator("a").first.get_attribute("href").startswith("/data?region=")


@pytest.mark.parametrize("address", [f"/data?{PSYCHIATRIC}&region=21", "/en/data?region=14"])
def test_the_page_opened_to_its_last_table_breaks_no_rule(page: Page, axe, address: str) -> None:
    opened(page, address)
    for details in page.locator("#content details").all():
        details.evaluate("one => { one.open = true; }")
    assert everything_wrong(page, axe) == []
