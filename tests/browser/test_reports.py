"""A reader says from a figure that something is not right, by pointer and by keyboard."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from layouts.document.pages import PAGES
from tests.browser.conftest import ROOT
from tests.browser.walks import calm, more, opened

# What is wrong is answered with 400, which the console calls an error.
REFUSED = ("status of 400",)
# What the site of these tests is served from, whatever the environment says.
HOME = ROOT / "var"


@pytest.fixture(autouse=True)
def _leave_nothing():
    before = _files()
    yield
    for path in _files() - before:
        path.unlink()


def _files() -> set[Path]:
    return set((HOME / "reports").glob("*.json"))


@pytest.mark.parametrize("path", [page.path.sv for page in PAGES if page.interactive])
def test_every_figure_and_table_can_be_said_not_to_be_right(page: Page, path: str) -> None:
    opened(page, f"{path}?region=14")
    # An empty template holds no figure that could be wrong.
    without = page.locator("#content .caption:not(.of-template)").evaluate_all(
        "all => all.filter(one => one.querySelectorAll('[data-report]').length !== 1)"
        ".map(one => one.closest('section').id)"
    )
    assert without == []
    assert page.locator("#content [data-report]").count() >= 4


def test_a_report_is_sent_by_keyboard_and_holds_the_view(new_page) -> None:
    page = opened(new_page(forgiven=REFUSED), "/?region=14&period=2025-10")
    before = _files()
    more(page, "over")
    button = page.locator("#over [data-report]")
    title = page.locator("#over-title").inner_text()
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Stämmer inte?")
    expect(dialog).to_contain_text(title)
    expect(dialog.get_by_label("Vad stämmer inte?")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Fel")
    dialog.get_by_role("button", name="Skicka").press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("Skriv vad som inte stämmer")
    words = dialog.get_by_label("Vad är fel, och hur borde det vara?")
    expect(words).to_be_focused()
    page.keyboard.type(" värde för Gotland i oktober")
    dialog.get_by_role("button", name="Skicka").press("Enter")
    expect(dialog.get_by_role("status")).to_contain_text("Tack, rapporten är mottagen")
    (path,) = _files() - before
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert (kept["figure"], kept["title"]) == ("over", title)
    assert kept["address"].startswith("/?indicator=overcrowding&period=2025-10&region=14")
    assert kept["wrong"] == "Fel värde för Gotland i oktober"
    dialog.get_by_role("button", name="Stäng").press("Enter")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_escape_leaves_the_page_as_it_was(page: Page) -> None:
    opened(page, "/en/")
    more(page, "map")
    page.locator("#map [data-report]").click()
    expect(page.get_by_role("dialog", name="Not right?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("#map [data-report]")).to_be_focused()


@pytest.mark.parametrize(("address", "width"), [("/", 1400), ("/", 390), ("/en/", 1400),
                                                ("/en/", 390)])  # fmt: skip
def test_the_open_form_breaks_no_rule(new_page, axe, address: str, width: int) -> None:
    page = opened(new_page(width=width, forgiven=REFUSED), address)
    more(page, "out")
    page.locator("#out [data-report]").click()
    page.locator("#report .send").first.click()
    expect(page.locator("#report .told p")).to_have_count(1)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        calm(page)
        assert axe(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    box = page.locator("#report").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_what_cannot_be_sent_says_so_and_keeps_the_words(new_page) -> None:
    page = opened(new_page(forgiven=("ERR_FAILED",)), "/en/")
    page.route("**/reports", lambda route: route.abort())
    more(page, "out")
    page.locator("#out [data-report]").click()
    words = page.get_by_label("What is wrong, and how should it be?")
    words.fill("The value of Gotland is wrong")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("could not be sent")
    expect(words).to_have_value("The value of Gotland is wrong")
