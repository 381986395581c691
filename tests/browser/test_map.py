"""The regions by keyboard and by mouse, in three shapes with one selection."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walks import REGIONS, chosen, drawn, focused, opened, query, touch

NORRBOTTEN, VASTERBOTTEN, GOTLAND, JAMTLAND = "25", "24", "09", "23"


def region(page: Page, code: str):
    return page.locator(f"#map-figure [data-region='{code}']")


def tab_to_the_map(page: Page) -> None:
    page.locator("#shape-table").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("() => Boolean(document.activeElement.dataset.region)")


def test_every_region_is_a_button_with_its_name_and_value(page: Page) -> None:
    opened(page)
    for path in page.locator(REGIONS).all():
        assert path.get_attribute("role") == "button"
        name, value = path.get_attribute("aria-label").split(": ")
        assert len(name) > 3
        assert value[0].isdigit()
    assert region(page, NORRBOTTEN).get_attribute("aria-label").startswith("Norrbotten: ")


def test_tab_stops_once_in_the_map_and_arrows_move_between_neighbours(page: Page) -> None:
    opened(page)
    assert page.locator(f"{REGIONS}[tabindex='0']").count() == 1
    tab_to_the_map(page)
    region(page, NORRBOTTEN).focus()
    for key, code in (
        ("ArrowDown", VASTERBOTTEN),
        ("ArrowUp", NORRBOTTEN),
        ("ArrowUp", NORRBOTTEN),
        ("ArrowDown", VASTERBOTTEN),
        ("ArrowLeft", JAMTLAND),
    ):
        page.keyboard.press(key)
        assert focused(page) == code
    assert page.locator(f"{REGIONS}[tabindex='0']").count() == 1
    page.keyboard.press("Tab")
    assert not page.evaluate("() => Boolean(document.activeElement.dataset.region)")
    page.keyboard.press("Shift+Tab")
    assert focused(page) == JAMTLAND


def test_every_region_can_be_reached_by_arrows(page: Page) -> None:
    opened(page)
    region(page, NORRBOTTEN).focus()
    reached, ways = {NORRBOTTEN}, [NORRBOTTEN]
    while ways:
        here = ways.pop()
        for key in ("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"):
            region(page, here).focus()
            page.keyboard.press(key)
            there = focused(page)
            if there not in reached:
                reached.add(there)
                ways.append(there)
    assert len(reached) == 21


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_key_chooses_and_the_focus_stays(page: Page, key: str) -> None:
    opened(page)
    region(page, VASTERBOTTEN).focus()
    with touch(page) as sent:
        page.keyboard.press(key)
    assert len(sent) == 1
    drawn(page)
    assert chosen(page, "region") == VASTERBOTTEN
    assert "region=24" in query(page)
    expect(region(page, VASTERBOTTEN)).to_have_attribute("aria-pressed", "true")
    assert page.locator(f"{REGIONS}[aria-pressed='true']").count() == 1
    assert focused(page) == VASTERBOTTEN
    with touch(page):
        page.keyboard.press(key)
    drawn(page)
    assert chosen(page, "region") == "00"
    assert focused(page) == VASTERBOTTEN
    assert page.locator(f"{REGIONS}[aria-pressed='true']").count() == 0


def test_a_click_on_the_map_chooses_and_a_second_one_gives_the_country_back(page: Page) -> None:
    opened(page)
    for code in (JAMTLAND, NORRBOTTEN, "00"):
        target = NORRBOTTEN if code == "00" else code
        box = region(page, target).bounding_box()
        with touch(page) as sent:
            inside = {"x": box["width"] / 2, "y": box["height"] * 0.55}
            region(page, target).click(position=inside)
        assert len(sent) == 1
        assert chosen(page, "region") == code


def test_the_chosen_region_is_outlined_on_top_of_its_neighbours(page: Page) -> None:
    opened(page, "/?region=17")
    last = page.locator(REGIONS).last
    assert last.get_attribute("data-region") == "17"
    assert last.evaluate("one => getComputedStyle(one).stroke") == "rgb(179, 71, 12)"


def test_tiles_and_tables_choose_the_same_and_keep_the_focus(page: Page) -> None:
    opened(page)
    page.locator("#shape-grid").click()
    tile = page.locator(f"#tiles [data-value='{GOTLAND}']")
    with touch(page):
        tile.focus()
        page.keyboard.press("Enter")
    assert chosen(page, "region") == GOTLAND
    expect(tile).to_have_attribute("aria-pressed", "true")
    expect(tile).to_be_focused()
    for place in ("#table", "#map .map-table"):
        page.locator("#shape-table").click()
        button = page.locator(f"{place} [data-value='{JAMTLAND}']")
        with touch(page):
            button.focus()
            page.keyboard.press("Enter")
        assert chosen(page, "region") == JAMTLAND
        button = page.locator(f"{place} [data-value='{JAMTLAND}']")
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(button).to_be_focused()
        with touch(page):
            page.keyboard.press("Enter")
        assert chosen(page, "region") == "00"
    expect(page.locator("#tiles [aria-pressed='true']")).to_have_count(0)


def test_the_shape_is_switched_by_mouse_and_by_keyboard(page: Page) -> None:
    opened(page)
    shapes = {"map": "#map > .picture", "grid": "#tiles", "table": "#map .map-table"}
    for shape in ("grid", "table", "map"):
        page.locator(f"#shape-{shape}").click()
        for name, place in shapes.items():
            assert page.locator(place).is_visible() == (name == shape)
            pressed = page.locator(f"#shape-{name}").get_attribute("aria-pressed")
            assert pressed == str(name == shape).lower()
    page.locator("#shape-map").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#tiles")).to_be_visible()
    expect(page.locator("#shape-grid")).to_be_focused()


def test_a_phone_begins_with_the_grid_and_draws_the_map_when_asked(new_page) -> None:
    page = new_page(width=390)
    page.goto("/")
    expect(page.locator("#tiles .tile")).to_have_count(21)
    expect(page.locator("#tiles")).to_be_visible()
    expect(page.locator("#map > .picture")).to_be_hidden()
    page.locator("#shape-map").click()
    drawn(page)
    sizes = page.locator(REGIONS).evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.left, box.right])"
    )
    assert min(left for left, _ in sizes) >= 0
    assert max(right for _, right in sizes) <= 390
    assert max(right for _, right in sizes) - min(left for left, _ in sizes) > 200
    with touch(page):
        region(page, NORRBOTTEN).click(position={"x": 60, "y": 80})
    assert chosen(page, "region") == NORRBOTTEN


def test_no_name_of_a_tile_is_cut_off_on_a_narrow_screen(new_page) -> None:
    for width in (390, 320):
        page = new_page(width=width)
        page.goto("/")
        expect(page.locator("#tiles .tile")).to_have_count(21)
        cut = page.locator("#tiles .tile-name").evaluate_all(
            "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.innerText)"
        )
        assert cut == []
