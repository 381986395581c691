"""On paper: tables open, charts within the page, nothing to press, and where it is from."""

from collections.abc import Callable
from io import BytesIO
from itertools import combinations

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from dashboard.language.text import LANGS, Lang
from layouts.document.pages import PAGES
from tests.browser.sheets import MOST, first_sheet_faults
from tests.browser.walks import calm, more, opened
from tests.each import each

# An A4 less its margins, in CSS pixels.
PAPER = 680


def printed(page: Page, address: str = "/") -> Page:
    opened(page, address)
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="light")
    page.set_viewport_size({"width": PAPER, "height": 1000})
    calm(page)
    return page


def test_tables_are_opened_and_what_is_pressed_is_gone(page: Page) -> None:
    printed(page, "/jamfor")
    for name in ("cmp-dots", "cmp-funnel", "cmp-scatter"):
        expect(page.locator(f"#{name} .table-of-figure table")).to_be_visible()
    for gone in (".bar", ".switch", ".hint", ".skip", ".head nav", ".foot nav", "#failure"):
        for one in page.locator(gone).all():
            expect(one).to_be_hidden()
    for button in page.locator("[data-picture], .file, #label button").all():
        expect(button).to_be_hidden()
    expect(page.locator("#cmp-lead")).to_be_visible()
    expect(page.locator("#cmp-label")).to_be_visible()


def test_no_chart_and_no_table_is_wider_than_the_paper(page: Page) -> None:
    printed(page, "/?region=14")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PAPER
    for figure in page.locator(".js-plotly-plot .main-svg").all():
        if figure.is_visible():
            box = figure.bounding_box()
            assert box["x"] + box["width"] <= PAPER + 1


def test_the_footer_has_the_lasting_address_and_the_release(page: Page) -> None:
    printed(page, "/?region=14")
    line = page.locator(".printed-address")
    expect(line).to_be_visible()
    assert "region=14" in line.inner_text()
    assert "period=2025-12" in line.inner_text()
    assert "utgåva" in line.inner_text()


def test_paper_is_light_also_where_the_screen_is_dark(new_page) -> None:
    page = opened(new_page(scheme="dark"))
    page.emulate_media(media="print", color_scheme="dark")
    ink = page.locator("#lead .loud").first.evaluate("one => getComputedStyle(one).color")
    assert ink == "rgb(28, 33, 38)"


def test_after_printing_the_screen_is_as_before(page: Page) -> None:
    opened(page)
    more(page, "over")
    page.locator("#over-as-table").click()
    width = page.locator("#over-figure .main-svg").first.bounding_box()["width"]
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#over .table-of-figure table")).to_be_visible()
    expect(page.locator("#out .table-of-figure table")).to_be_hidden()
    calm(page)
    again = page.locator("#over-figure .main-svg").first.bounding_box()["width"]
    assert abs(again - width) <= 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("key", MOST)
def test_the_first_sheet_has_what_is_said_a_picture_and_the_table(
    new_page: Callable[..., Page], key: str, lang: Lang
) -> None:
    declared = next(one for one in PAGES if one.key == key)
    asked = "?region=22" if key in ("region", "dialogue") else ""
    page = opened(new_page(closed=True), declared.path.in_(lang) + asked)
    calm(page)
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    calm(page)
    if key == "overview":
        expect(page.locator("#table tbody tr >> visible=true")).to_have_count(22)
    assert first_sheet_faults(page, key) == []


def test_papers_for_a_meeting_have_no_controls(page: Page) -> None:
    printed(page, "/dialog?region=22")
    for control in page.locator("main :is(input, button, select, summary)").all():
        expect(control).to_be_hidden()
    expect(page.locator(".page-dialogue .halves svg").first).to_be_visible()


@pytest.mark.parametrize("address", ["/min-region?region=22", "/en/my-region?region=14"])
def test_a_region_is_at_most_four_sheets_and_nothing_lies_on_another(
    new_page: Callable[..., Page], address: str
) -> None:
    page = opened(new_page(closed=True), address)
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="light")
    page.set_viewport_size({"width": PAPER, "height": 1000})
    calm(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PAPER
    boxes = [one.bounding_box() for one in page.locator(".page-region .halves > .part").all()]
    assert len(boxes) == 6
    for left, right in each(zip(boxes[::2], boxes[1::2], strict=True)):
        assert left["x"] + left["width"] <= right["x"]
    for part in each(page.locator(".page-region .halves > .part").all()):
        inside = part.locator(".main-svg").first.bounding_box()
        around = part.bounding_box()
        assert inside["x"] + inside["width"] <= around["x"] + around["width"] + 1
    page.emulate_media(media=None)
    with pikepdf.open(BytesIO(page.pdf(prefer_css_page_size=True))) as paper:
        assert 2 <= len(paper.pages) <= 4


# The boxes of the events' words over each chart that is shown.
WORDS = """() => [...document.querySelectorAll(".js-plotly-plot")].filter(gd => gd.offsetParent)
  .map(gd => (gd.layout.annotations || [])
    .map((one, place) => [one, gd.querySelector(`.annotation[data-index="${place}"]`)])
    .filter(([one, drawn]) => drawn && one.xref === "x" && one.yref === "paper" && one.y === 1)
    .map(([one, drawn]) => {
      const { left, right, top, bottom } = drawn.getBoundingClientRect();
      return { words: one.text, left, right, top, bottom };
    }))
  .filter(all => all.length > 1)"""


@pytest.mark.parametrize(
    "address", ["/effekter", "/en/effects?events=reporting", "/en/effects?events=funding"]
)
def test_words_of_events_do_not_touch_on_paper(page: Page, address: str) -> None:
    printed(page, address)
    charts = page.evaluate(WORDS)
    assert charts
    for one, other in each([pair for words in charts for pair in combinations(words, 2)]):
        apart = (
            one["right"] < other["left"] or other["right"] < one["left"]
            or one["bottom"] <= other["top"] + 3 or other["bottom"] <= one["top"] + 3
        )  # fmt: skip
        assert apart, (one["words"], other["words"])
