"""A reader who looks at an earlier release stays in it until leaving it."""

import json
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessible import everything_wrong
from tests.browser.walks import calm, choose, opened


@pytest.fixture
def release(server: str) -> str:
    with urlopen(f"{server}/readyz") as answer:
        return str(json.load(answer)["release"])


@pytest.mark.parametrize("path", ["/om", "/en/changelog"])
def test_the_banner_breaks_no_rule(page, axe, release: str, path: str) -> None:
    opened(page, f"{path}?release={release}")
    expect(page.locator(".as-it-was")).to_contain_text(release[:6])
    assert everything_wrong(page, axe) == []


def test_touches_links_and_files_stay_in_the_release_until_it_is_left(
    page: Page, release: str
) -> None:
    opened(page, f"/?release={release}")
    choose(page, "region", "14")
    expect(page.locator(".as-it-was")).to_be_visible()
    assert f"release={release}" in page.url
    page.locator(".part-table .more > summary").click()
    file = page.locator(".part-table a[data-file]").first
    file.hover()
    assert f"release={release}" in str(file.get_attribute("href"))
    page.locator(".head nav a").nth(1).click()
    calm(page)
    assert f"release={release}" in page.url
    assert "region=14" in page.url
    page.locator("a.language").click()
    calm(page)
    banner = page.locator(".as-it-was")
    expect(banner).to_contain_text("The page is shown as it is in release")
    banner.get_by_role("link").click()
    calm(page)
    expect(page.locator("#content h1")).to_be_visible()
    expect(page.locator(".as-it-was")).to_have_count(0)
    assert "release=" not in page.url
    assert "region=14" in page.url
