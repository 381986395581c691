"""Min region answers how it is here, and what a region's people ask first."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.activations import Walk
from tests.browser.test_accessible import everything_wrong
from tests.browser.walks import calm, choose, opened, query


@pytest.fixture(autouse=True)
def forgotten(page: Page) -> Iterator[None]:
    """Visitors of the tests share a browser: none leaves a region behind for the next."""
    yield
    page.evaluate("() => localStorage.clear()")


def own(page: Page) -> Walk:
    """A first visit: the page, and the region on it."""
    walk = Walk(page).to_page("Min region")
    return walk.follow(".chooser a[href='?region=14']")


def test_r3_outside_what_chance_gives(page: Page) -> None:
    walk = own(page)
    walk.reads("#mine-over-title", "Överbeläggningar: kan inte avgöras, månaderna är skattade")


def test_r3_one_press_shows_the_limits_on_the_example(page: Page) -> None:
    walk = Walk(page, "/min-region?region=14").follow("#mine-label a[href*='data=example']")
    walk.reads("#mine-over-title", "EXEMPEL", "Överbeläggningar:")
    walk.reads("#mine-over-sentence", "Nivån är", "gränserna")
    walk.reads("#mine-over-icons")


def test_r4_how_many_beds_is_our_distance(page: Page) -> None:
    walk = own(page)
    walk.reads("#mine-reach-title", "avståndet till riktvärdet är")
    walk.reads("#mine-lead", "Avståndet till riktvärdet är")


def test_r5_which_target_suits_our_units(page: Page) -> None:
    walk = own(page)
    walk.reads("#mine-targets-title", "mål 85 %", "mål 95 %")
    walk.reads("#mine-targets-figure", "blandat mål")


def test_r6_acute_against_planned(page: Page) -> None:
    walk = own(page)
    walk.reads("#mine-targets-title", "Akut vård:", "planerad vård")
    walk.reads("#mine-targets-figure", "platser")


def test_a_region_chosen_once_is_opened_at_once_the_next_time(page: Page) -> None:
    Walk(page, "/min-region?region=24")
    expect(page.locator("#mine-heading")).to_contain_text("Västerbotten")
    walk = Walk(page).to_page("Min region")
    walk.reads("#mine-heading", "Västerbotten")
    assert query(page) == "?region=24"


def test_m2_change_or_chance(page: Page) -> None:
    walk = Walk(page).reads("#lead", "säker förändring kan inte avgöras, månaderna är skattade")
    walk.follow("#label a[href*='data=example']").reads("#lead .quiet", "säker skillnad")
    walk.set("period", "2023-01").reads("#lead .quiet", "Det är")


def test_m3_which_regions_need_attention(page: Page) -> None:
    walk = Walk(page).reads("#attention-title", "2025: Ingen region sticker ut åt fel håll")
    walk.reads("#attention-list", "utanför tratten, sämre än riket och sämre än året före")
    walk.reads("#attention-left-out", "Månaderna är skattade", "publicerade året 2025")


def test_m3_a_region_on_the_list_of_the_example_is_one_press_away(page: Page) -> None:
    walk = Walk(page, "/?data=example").reads("#attention-list", "Västernorrland", "6,5 mot 4,4")
    walk.follow("#attention-list tbody a")
    walk.reads("#mine-heading", "Västernorrland, december 2025")


def test_an_empty_list_says_so_in_words(page: Page) -> None:
    opened(page)
    choose(page, "data", "published")
    expect(page.locator("#attention-list .empty")).to_have_text(
        "Ingen region är 2025 utanför tratten, sämre än riket och sämre än året före på en gång."
    )
    expect(page.locator("#attention-left-out")).to_have_text("Alla 21 regioner är bedömda.")
    choose(page, "data", "reported")
    expect(page.locator("#attention-list .empty")).to_have_text(
        "Ingen region har underlag att bedöma."
    )


@pytest.mark.parametrize("address", ["/min-region?region=14", "/en/my-region?region=25"])
def test_the_page_of_a_region_breaks_no_rule(page: Page, axe, address: str) -> None:
    opened(page, address)
    assert everything_wrong(page, axe) == []


@pytest.mark.parametrize("address", ["/min-region?region=14", "/en/my-region?region=09&peers=12"])
def test_every_picture_of_the_page_has_a_table_and_a_file(page: Page, address: str) -> None:
    opened(page, address)
    calm(page)
    sections = page.locator("section.part:has(.picture)")
    assert sections.count() == 7
    for section in sections.all():
        section.locator(".more > summary").click()
        section.locator(".table-of-figure summary").click()
        table = section.locator(".table-of-figure table")
        expect(table).to_be_visible()
        assert table.locator("tbody tr").count() >= 3
        link = section.locator("a[data-file*='machine']")
        link.hover()
        answer = page.request.get(link.get_attribute("href") or "")
        assert answer.ok
        assert len(answer.text().splitlines()) > 1


# The words of a picture that are seen, as boxes.
WORDS = """id => [...document.querySelectorAll(`#${id}-figure .annotation-text`)]
  .map(one => one.getBoundingClientRect()).filter(({ width }) => width)
  .map(({ left, top, right, bottom }) => [left, top, right, bottom])"""


@pytest.mark.parametrize("name", ["mine-targets", "mine-among"])
@pytest.mark.parametrize("width", [1400, 390])
def test_no_words_of_a_row_stand_on_others_or_leave_the_screen(
    page: Page, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, "/min-region?region=21")
    page.locator(f"#{name}-title").scroll_into_view_if_needed()
    expect(page.locator(f"#{name}-figure .annotation-text").first).to_be_attached()
    calm(page)
    boxes = page.evaluate(WORDS, name)
    # Of estimated months two measures have a published year, each with two words in its row.
    assert len(boxes) >= {"mine-targets": 6, "mine-among": 4}[name]
    for place, (left, top, right, bottom) in enumerate(boxes):
        assert 0 <= left <= right <= width
        for other in boxes[place + 1 :]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart, (place, boxes)
