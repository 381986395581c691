"""A heading orders its table on whatever page it stands, and the address brings the order back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.walks import opened, touch

TABLES = (("/malnivaer", "#tgt-regions", 8), ("/en/data", "#dq-trust-table", 1),
          ("/", "#map-table", 1), ("/?data=example", "#table", 4))  # fmt: skip


def column(table: Locator, place: int) -> list[str]:
    return table.locator("tbody tr").evaluate_all(
        "(rows, at) => rows.map(row => row.cells[at].textContent)", place
    )


@pytest.mark.parametrize(("address", "name", "place"), TABLES)
def test_a_press_orders_and_the_address_does_the_same(
    page: Page, address: str, name: str, place: int
) -> None:
    opened(page, address)
    # One stands behind what a figure has more of.
    page.evaluate(
        "() => { for (const one of document.querySelectorAll('details')) one.open = true; }"
    )
    table = page.locator(f"{name} table")
    before = column(table, 0)
    for way in ("descending", "ascending"):
        with touch(page):
            table.locator("thead .sorts").nth(place).click()
        expect(table.locator("thead [aria-sort]")).to_have_attribute("aria-sort", way)
    ordered = column(table, 0)
    assert ordered != before
    assert sorted(ordered) == sorted(before)
    expect(page).to_have_url(re.compile(r"sort=[a-z.-]*\d-asc"))
    page.reload()
    assert column(table, 0) == ordered
    expect(table.locator("thead [aria-sort]")).to_be_visible()


def test_without_scripts_a_heading_orders_as_well(
    new_page: Callable[..., Page], server: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{server}/malnivaer?region=14")
    page.locator("#tgt-regions-title").click()
    page.locator("#tgt-regions thead .sorts").nth(1).press("Enter")
    expect(page).to_have_url(re.compile(r"region=14.*sort=tgt-regions.1-desc#tgt-regions"))
    expect(page.locator("#tgt-regions thead [aria-sort]")).to_have_count(1)


@pytest.mark.parametrize(
    ("address", "name"), [("/data", "#dq-trust-table"), ("/malnivaer", "#tgt-regions")]
)
def test_a_name_chooses_its_region_and_lets_go_of_it(page: Page, address: str, name: str) -> None:
    opened(page, address)
    kalmar = page.locator(name).get_by_role("button", name="Kalmar")
    with touch(page):
        kalmar.click()
    expect(page).to_have_url(re.compile("region=08"))
    expect(kalmar).to_have_attribute("aria-pressed", "true")
    with touch(page):
        kalmar.click()
    expect(kalmar).to_have_attribute("aria-pressed", "false")
