"""Jämför answers where we are against those like us, and lets those be chosen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from dashboard.language.text import LANGS
from layouts.compare.page import PAGE, PICTURES
from tests.browser.activations import Walk
from tests.browser.test_accessible import everything_wrong
from tests.browser.walks import calm, choose, more, opened, query, table_and_file, touch

OURS = "/jamfor?region=14"


@pytest.fixture(autouse=True)
def forgotten(page: Page) -> Iterator[None]:
    """Visitors of the tests share a browser: none leaves a region behind for the next."""
    yield
    page.evaluate("() => localStorage.clear()")


# --- the questions, each in at most two activations -----------------------------------------


def test_r1_where_are_we_against_those_like_us(page: Page) -> None:
    walk = Walk(page).to_page("Jämför").set("cmp-region", "14")
    walk.reads("#cmp-lead", "8,4 per 100 platser, 2025", "än i riket, som har 5,1")
    walk.reads("#cmp-lead", "Av de jämförda ligger Skåne, Halland, Jönköping och Uppsala lägre")
    walk.reads("#cmp-dots-title", "Västra Götaland")


def test_r1_the_place_with_its_interval_is_on_the_example(page: Page) -> None:
    walk = Walk(page, "/jamfor?data=example").set("cmp-region", "14")
    walk.reads("#cmp-lead", "Platsen bland 21 regioner är", "Av de jämförda ligger")


def test_r2_why_these_and_switch_to_mine(page: Page) -> None:
    walk = Walk(page, "/min-region?region=14").to_page("Jämför")
    walk.reads("#cmp-who-title", "Mest lika Västra Götaland: Skåne, Halland, Jönköping, Uppsala")
    walk.reads("#cmp-who-rows tr:nth-child(2)", "Skåne", "av avståndet", "ömsesidig")
    walk.press("#cmp-own input[value='03']")
    walk.reads("#cmp-who-title", "egna valda regioner")
    assert query(page) == "?region=14&peers=06,12,13"


def test_r3_outside_what_chance_gives_among_the_regions(page: Page) -> None:
    walk = Walk(page).to_page("Jämför").set("cmp-region", "08")
    walk.reads("#cmp-funnel-title", "Kalmar ligger under den inre gränsen (95 %) i tratten")


def test_m9_do_more_beds_mean_less_overcrowding(page: Page) -> None:
    walk = Walk(page).to_page("Jämför")
    walk.reads("#cmp-scatter-title", "inget tydligt samband")
    walk.reads("#cmp-scatter-sentence", "rangkorrelationen över 21 regioner")


# --- the editor of peers --------------------------------------------------------------------


def ticked(page: Page) -> list[str]:
    return page.locator("#cmp-own input:checked").evaluate_all("all => all.map(one => one.value)")


def test_the_number_and_the_weights_are_changed_by_keys_one_touch_each(page: Page) -> None:
    opened(page, OURS)
    count = page.locator("#cmp-count")
    count.focus()
    with touch(page) as sent:
        page.keyboard.press("ArrowUp")
    assert len(sent) == 1
    assert "peers=similar:k=5" in query(page)
    expect(page.locator("#cmp-who-rows tr")).to_have_count(6)
    expect(count).to_be_focused()
    weight = page.locator("#cmp-weight-beds")
    weight.fill("0")
    with touch(page) as sent:
        page.keyboard.press("Enter")
    assert len(sent) == 1
    assert "peers=similar:k=5,beds=0" in query(page)
    select = page.locator("#cmp-peers")
    expect(select).to_have_value("similar:k=5,beds=0")
    expect(select.locator("option:checked")).to_have_text("Liknande regioner (similar:k=5,beds=0)")


def test_a_choice_of_ones_own_opens_again_from_its_address(page: Page) -> None:
    opened(page, "/en/compare?region=14&peers=similar:k=6,population=2")
    expect(page.locator("#cmp-count")).to_have_value("6")
    expect(page.locator("#cmp-weight-population")).to_have_value("2")
    assert len(ticked(page)) == 6
    with touch(page):
        page.locator(f"#cmp-own input[value='{ticked(page)[0]}']").click()
    address, codes = query(page), ticked(page)
    assert len(codes) == 5
    opened(page, "/en/compare" + address)
    assert ticked(page) == codes
    expect(page.locator("#cmp-peers option:checked")).to_contain_text("Regions of your own choice")


def test_the_editor_follows_the_control_and_never_asks_for_what_cannot_be(page: Page) -> None:
    opened(page, OURS)
    choose(page, "cmp-peers", "university")
    assert ticked(page) == ["01", "03", "05", "12", "18", "24"]
    count = page.locator("#cmp-count")
    count.fill("99")
    with touch(page):
        page.keyboard.press("Enter")
    expect(count).to_have_value("20")
    assert "peers=similar:k=20" in query(page)
    opened(page, OURS + "&peers=12")
    with touch(page):
        page.locator("#cmp-own input[value='12']").click()
    assert query(page) == "?region=14"
    assert ticked(page) == ["03", "06", "12", "13"]


def test_back_undoes_a_change_of_peers(page: Page) -> None:
    opened(page, OURS)
    choose(page, "cmp-peers", "size")
    with page.expect_response(lambda answer: "_dash-update-component" in answer.url):
        page.go_back()
    expect(page.locator("#cmp-peers")).to_have_value("similar")
    expect(page.locator("#cmp-who-title")).to_contain_text("Mest lika")


# --- the pictures ---------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_is_drawn_with_its_own_table_and_file(page: Page, lang: str) -> None:
    opened(page, PAGE.path.in_(lang) + "?region=14")
    calm(page)
    for name in PICTURES:
        rows = table_and_file(page, name, fewest=21)
        assert page.locator(f"#{name} .table-of-figure thead th").count() >= 3
        assert "region=14" in rows[0]["address"]
        assert (
            PAGE.path.in_("sv") in rows[0]["address"] or PAGE.path.in_("en") in rows[0]["address"]
        )


def test_a_picture_can_be_taken_along(page: Page) -> None:
    opened(page, OURS)
    more(page, "cmp-dots")
    with page.expect_download() as download:
        page.locator("#cmp-dots [data-kind='svg']").click()
    assert download.value.suggested_filename.startswith("vardplatslaget_jamforelse_overcrowding")


def test_without_a_funnel_its_words_stand_alone(page: Page) -> None:
    opened(page, OURS)
    expect(page.locator("#cmp-funnel .picture")).to_be_visible()
    choose(page, "cmp-indicator", "occupancy")
    expect(page.locator("#cmp-funnel .picture")).to_be_hidden()
    expect(page.locator("#cmp-funnel-sentence")).to_contain_text("per 100 vårdplatser")
    choose(page, "cmp-indicator", "outplacement")
    expect(page.locator("#cmp-funnel .picture")).to_be_visible()


@pytest.mark.parametrize("address", [OURS, "/en/compare?region=25&data=published"])
def test_the_page_of_a_region_breaks_no_rule(page: Page, axe, address: str) -> None:
    opened(page, address)
    assert everything_wrong(page, axe) == []


def test_opened_tables_and_all_peers_break_no_rule(page: Page, axe) -> None:
    opened(page, "/en/compare?region=14&peers=all&indicator=occupancy")
    for details in page.locator("#content details").all():
        details.evaluate("one => { one.open = true; }")
    assert everything_wrong(page, axe) == []
