"""Charts have the colours of the scheme and follow it; paper and files are always light."""

from pathlib import Path

from playwright.sync_api import Page

from dashboard.figures.theme import LIGHT
from tests.browser.walks import calm, more, opened

# Colours of what the chart draws, each as hexadecimal digits.
DRAWN = """() => [...new Set([...document.querySelectorAll("#over-figure .main-svg path")]
  .flatMap(one => [one.style.stroke, one.style.fill]).filter(one => one.startsWith("rgb("))
  .map(one => "#" + one.match(/\\d+/g).map(part => Number(part).toString(16).padStart(2, "0"))
    .join("")))]"""
TOKENS = """() => ["ink", "selected"].map(
  name => getComputedStyle(document.documentElement).getPropertyValue("--" + name))"""


def seen(page: Page) -> set[str]:
    calm(page)
    return set(page.evaluate(DRAWN))


def test_a_chart_follows_the_scheme_of_the_screen_and_back(page: Page) -> None:
    opened(page, "/?region=14")
    light = set(page.evaluate(TOKENS))
    assert light == {LIGHT["ink"], LIGHT["selected"]}
    assert light <= seen(page)
    page.emulate_media(color_scheme="dark")
    dark = set(page.evaluate(TOKENS))
    assert dark <= seen(page)
    assert not seen(page) & light
    page.emulate_media(color_scheme="light")
    assert light <= seen(page)
    assert not seen(page) & dark


def test_what_is_printed_from_a_dark_screen_is_light(new_page) -> None:
    page = opened(new_page(scheme="dark"), "/?region=14")
    assert LIGHT["selected"] not in seen(page)
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert LIGHT["selected"] in seen(page)
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    assert LIGHT["selected"] not in seen(page)


def test_a_file_saved_from_a_dark_screen_is_light(new_page) -> None:
    page = opened(new_page(scheme="dark"), "/?region=14")
    more(page, "over")
    with page.expect_download() as download:
        page.locator("[data-picture=over][data-kind=svg]").click()
    svg = Path(download.value.path()).read_text(encoding="utf-8")
    assert "rgb(179, 71, 12)" in svg
    assert "var(--" not in svg


def test_a_phone_has_no_words_of_events(new_page) -> None:
    page = opened(new_page(width=1400), "/?region=14")
    wide = page.locator("#over-figure .annotation").count()
    page.set_viewport_size({"width": 390, "height": 900})
    calm(page)
    assert 0 < page.locator("#over-figure .annotation").count() < wide
