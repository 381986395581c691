"""What a scenario answers, by keyboard on a phone, in at most two presses in either language."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.language.text import LANGS, Lang, Text
from dashboard.view import addresses
from tests.browser.walks import calm

PAGE = Text("Scenario", "Scenario")
KALMAR = "?region=08"


@dataclass(frozen=True)
class Question:
    """From where, what is pressed on the page of scenarios, what answers, and its words.

    The first press is the page itself, in the header, so there are two.
    """

    start: Text
    press: str
    place: str
    words: Text


QUESTIONS = {
    "M10": Question(addresses.OVERVIEW, "a[href='#scn-ladder']", "#scn-ladder-title",
                    Text("Beredskap: en fördubbling är", "Preparedness: doubled, it is")),
    "M10, many injured": Question(addresses.OVERVIEW, "a[href='#scn-event']", "#scn-event-title",
                                  Text("många skadade", "many injured")),
    "R9": Question(addresses.REGION, "#scn-start a[href*='beds=20']", "#scn-lead",
                   Text("20 fler vårdplatser", "20 more beds")),
    "R10": Question(addresses.REGION, "a[href='#scn-relief']", "#scn-relief-title",
                    Text("Avlastning: inget par används i de flesta lägen",
                         "Relief: no pair is used in most places")),
    "D12": Question(addresses.OVERVIEW, "a[href='#scn-staffing']", "#scn-staffing-title",
                    Text("Personalen bakom platserna", "The staff behind the beds")),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_a_scenario_answers_by_keyboard_on_a_phone(
    new_page: Callable[..., Page], lang: Lang
) -> None:
    page = new_page(width=390, height=844, closed=True)
    for one in QUESTIONS.values():
        own = KALMAR if one.start is addresses.REGION else ""
        page.goto(f"{one.start.in_(lang)}{own}")
        calm(page)
        pressed(page, page.locator(".head nav").get_by_role("link", name=PAGE.in_(lang)))
        expect(page.locator("#scn-heading")).to_be_visible()
        if own:
            expect(page.locator("#scn-heading")).to_contain_text("Kalmar")
        calm(page)
        pressed(page, page.locator(one.press).first)
        place = page.locator(one.place)
        expect(place).to_contain_text(one.words.in_(lang))
        expect(place).to_be_in_viewport()


def pressed(page: Page, link: Locator) -> None:
    """A link that the Tab key reaches, with Enter."""
    link.focus()
    assert link.evaluate("one => one === document.activeElement && one.tabIndex === 0")
    page.keyboard.press("Enter")
