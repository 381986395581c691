"""What axe-core, a narrow screen and a reader of headings find wrong: nothing."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from layouts.document.pages import PAGES
from tests.browser.conftest import AXE, AXE_LOOKS, AXE_TAGS, Axe
from tests.browser.walks import OVERVIEW, calm, choose, drawn, opened, widened

ADDRESSES = [
    *((page.path.in_(lang), lang) for page in PAGES for lang in ("sv", "en")),
    ("/dialog?region=22", "sv"),
    ("/en/dialogue?region=14", "en"),
    ("/scenario?region=14&period=2025-07&data=example&scenario=beds=20&beside=stay=0.2", "sv"),
    ("/en/scenario?region=14&period=2025-07&scenario=beds=20", "en"),
]
WIDE, NARROW = 1400, 320

OUTSIDE = """() => [...document.querySelectorAll("body *")].filter(one => {
  const box = one.getBoundingClientRect();
  if (!box.width || box.right <= innerWidth + 1 || one.closest("svg, .skip, .unseen")) return false;
  return !one.parentElement.closest(".table-wrap, .as-table");
}).map(one => `${one.tagName}.${one.className}`)"""
# Links inside a sentence are exempt (WCAG 2.5.8); a box is also pressed by its label.
SMALL = """() => [...document.querySelectorAll("a[href], button, select, input, summary")]
  .filter(one => one.checkVisibility() && !one.matches(".skip") && !(one.matches("a")
    && one.closest("p, dd, td, li") && one.parentElement.textContent !== one.textContent))
  .map(one => [one.type === "checkbox" && one.labels.length ? one.labels[0] : one, one])
  .map(([target, one]) => [target.getBoundingClientRect(), one.outerHTML.slice(0, 90)])
  .filter(([box]) => box.width && (box.height < 24 || box.width < 24))
  .map(([box, html]) => `${box.width}x${box.height} ${html}`)"""


def everything_wrong(page: Page, axe: Axe) -> list[str]:
    """What axe finds in both widths and both schemes, and what runs out of a narrow screen.

    A Swedish page is dark where it is narrow and an English one where it is wide, so that
    every page of both languages is seen in all four. What does not hang on how a page looks is
    asked for once: of a Swedish page where it is wide, of an English one where it is narrow.
    """
    found: list[str] = []
    swedish = page.evaluate("() => document.documentElement.lang") == "sv"
    for width in (WIDE, NARROW):
        needed = widened(page, width)
        is_wide = width == WIDE
        scheme = "light" if swedish == is_wide else "dark"
        page.emulate_media(color_scheme=scheme)
        calm(page)
        rules = AXE_TAGS if swedish == is_wide else AXE_LOOKS
        found += [f"{width} {scheme}: {one}" for one in axe(page, rules)]
        found += [f"{width} too small: {one}" for one in page.evaluate(SMALL)]
    if needed > NARROW:
        found += [f"outside: {one}" for one in page.evaluate(OUTSIDE)[:5]] or ["scrolls sideways"]
    page.set_viewport_size({"width": WIDE, "height": 900})
    return found


def test_what_hangs_on_looks_is_known_to_axe(page: Page) -> None:
    """A rule that axe renames would be asked for in vain."""
    page.set_content("<title>x</title>")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    known = page.evaluate("tags => axe.getRules(tags).map(one => one.ruleId)", AXE_TAGS)
    assert set(AXE_LOOKS) <= set(known)


def levels(page: Page) -> list[int]:
    return page.evaluate(
        """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
          .filter(one => one.checkVisibility()).map(one => Number(one.tagName[1]))"""
    )


@pytest.mark.parametrize(("address", "lang"), ADDRESSES)
def test_a_page_breaks_no_rule_in_any_width_or_scheme(page, axe, address: str, lang: str) -> None:
    opened(page, address)
    assert page.evaluate("() => document.documentElement.lang") == lang
    found = levels(page)
    assert found.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(found))
    for landmark in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(landmark)).to_have_count(1)
    assert everything_wrong(page, axe) == []


def test_published_years_and_missing_figures_break_no_rule(page, axe) -> None:
    opened(page, "/?data=published&region=09&foo=1&care=bad")
    expect(page.locator("#problems .notice")).to_have_count(2)
    assert everything_wrong(page, axe) == []
    opened(page, "/en/?indicator=occupancy&care=psychiatric")
    assert everything_wrong(page, axe) == []


def test_diverging_colours_break_no_rule(page, axe) -> None:
    opened(page, "/?indicator=occupancy&stream=acute&region=12")
    assert everything_wrong(page, axe) == []


def test_opened_details_break_no_rule(page, axe) -> None:
    opened(page)
    for details in page.locator("#content details").all():
        details.evaluate("one => { one.open = true; }")
    expect(page.locator("#way .as-table table")).to_be_visible()
    assert everything_wrong(page, axe) == []


@pytest.mark.parametrize("shape", ["grid", "table"])
def test_the_other_shapes_of_the_map_break_no_rule(page, axe, shape: str) -> None:
    opened(page, "/en/?region=12")
    page.locator(f"#shape-{shape}").click()
    calm(page)
    assert everything_wrong(page, axe) == []


def test_the_open_sheet_of_filters_breaks_no_rule(new_page, axe) -> None:
    page = opened(new_page(width=NARROW, scheme="dark"))
    page.locator("#filter-toggle").click()
    expect(page.locator("#filters")).to_be_visible()
    assert axe(page) == []
    assert page.evaluate(SMALL) == []
    page.emulate_media(color_scheme="light")
    page.locator(".export summary").click()
    assert axe(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= NARROW


def test_forced_colours_keep_what_is_chosen_visible(page) -> None:
    page.emulate_media(forced_colors="active")
    opened(page, "/?region=25")
    checked, other = (
        page.locator(f"#stream .form-check:has(input{state}) label").first.evaluate(
            "one => getComputedStyle(one).backgroundColor"
        )
        for state in (":checked", ":not(:checked)")
    )
    assert checked != other
    pressed, loose = (
        page.locator(f"#shape-{shape}").evaluate("one => getComputedStyle(one).backgroundColor")
        for shape in ("map", "grid")
    )
    assert pressed != loose
    choose(page, "stream", "acute")
    drawn(page)


def test_forced_colours_keep_the_legend_of_the_map(page) -> None:
    page.emulate_media(forced_colors="active")
    opened(page)
    swatches = page.locator(".key .swatch").evaluate_all(
        "all => all.map(one => getComputedStyle(one).backgroundColor)"
    )
    fills = page.locator("#map-figure [data-region]").evaluate_all(
        "all => [...new Set(all.map(one => getComputedStyle(one).fill))]"
    )
    assert len(set(swatches)) == len(swatches) >= 5
    assert len(fills) >= 3
    assert {one for one in fills if one.startswith("rgb")} <= set(swatches)
    hatched = page.locator(".key .swatch").last.evaluate("one => getComputedStyle(one).background")
    assert "url(" in hatched or "gradient" in hatched


@pytest.mark.parametrize("address", ["/malnivaer", "/en/targets", "/scenario", "/en/scenario"])
def test_each_slider_says_its_value_with_its_unit(page, address: str) -> None:
    opened(page, address)
    said = page.locator("input[type=range]").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-valuetext'))"
    )
    assert len(said) > 5
    assert [one for one in said if not one or not re.search(r"[^\W\d]|%", one)] == []


def test_reduced_motion_moves_nothing(page) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(page)
    moving = page.evaluate("() => document.getAnimations().length")
    assert moving == 0
    assert page.locator(".tool").first.evaluate(
        "one => getComputedStyle(one).transitionDuration"
    ) in ("0s", "0ms")


@pytest.mark.parametrize("address", OVERVIEW)
def test_the_accessibility_statement_tells_the_truth_about_the_pictures(page, address) -> None:
    """Every chart has its sentence and a table; the map has its two other shapes."""
    opened(page, address)
    for picture in page.locator("section.part:has(.picture)").all():
        if picture.is_visible():
            assert len(picture.locator(".sentence").inner_text()) > 20
            picture.locator(".more > summary").click()
            expect(picture.locator(".table-of-figure summary")).to_be_visible()
            expect(picture.locator("a[data-file]")).to_have_count(3)
    expect(page.locator("#map .switch button")).to_have_count(3)
