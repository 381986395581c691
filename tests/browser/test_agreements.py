"""Agreements are written down by keyboard, on a phone and without scripts, with nothing lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.dialogue.agreement_log import agreements_of
from tests.browser.conftest import NARROW, ROOT, WIDE, serving
from tests.browser.test_accessible import everything_wrong
from tests.tiers_made import WORD, headers, person_of, tiers_home

ANNA = person_of("14")
# A page that tells of faults is an answer of its own, which Chromium notes.
FORGIVEN = ("status of 422",)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("signed")
    return tiers_home(folder / "home", ROOT / "var" / "releases", [])


@pytest.fixture(scope="module")
def signed(place: Path) -> Iterator[str]:
    """The address of the app where people sign in by a proxy."""
    with serving(
        place.parent / "log", VARDPLATS_HOME=str(place), VARDPLATS_LOGIN="proxy",
        VARDPLATS_LOGIN_SECRET=WORD,
    ) as url:  # fmt: skip
        yield url


@pytest.mark.parametrize(
    ("address", "width", "summary", "told", "done"),
    [
        ("/dialog?region=14", WIDE, "Anteckna en överenskommelse", "Ägaren saknas.",
         "Antecknat: Ett team."),
        ("/en/dialogue?region=14", NARROW, "Write an agreement down", "The owner is missing.",
         "Written down: Ett team."),
    ],
)  # fmt: skip
def test_an_agreement_is_written_down_by_keyboard(
    new_page: Callable[..., Page], axe: Callable[[Page], list[str]], signed: str, place: Path,
    address: str, width: int, summary: str, told: str, done: str,
) -> None:  # fmt: skip
    page = new_page(width=width, forgiven=FORGIVEN, host=signed, extra_http_headers=headers(ANNA))
    page.goto(signed + address)
    page.locator("details.agreement > summary", has_text=summary).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Ett team")
    assert everything_wrong(page, axe) == []
    page.locator("#agreement-value").fill("tre")
    page.locator("#agreement-due").press("Enter")
    fault = page.get_by_role("link", name=told)
    expect(fault).to_be_visible()
    assert everything_wrong(page, axe) == []
    expect(page.locator("#agreement-measure")).to_have_value("Ett team")
    expect(page.locator("#agreement-value")).to_have_value("tre")
    fault.press("Enter")
    page.keyboard.type("Anna Ek")
    expect(page.locator("#agreement-owner")).to_have_value("Anna Ek")
    for name, value in (("value", "3,0"), ("until", "2026-12"), ("due", "2026-10-01")):
        page.locator(f"#agreement-{name}").fill(value)
    page.locator("#agreement-due").press("Enter")
    expect(page.locator("#noted")).to_have_text(done)
    assert everything_wrong(page, axe) == []
    assert agreements_of(place).known[-1].owner == "Anna Ek"


def test_what_followed_is_written_down_without_scripts(
    new_page: Callable[..., Page], signed: str, place: Path
) -> None:
    page = new_page(width=NARROW, host=signed, extra_http_headers=headers(ANNA),
                    java_script_enabled=False)  # fmt: skip
    page.goto(f"{signed}/dialog?region=14")
    follow = page.locator("details.agreement").nth(1)
    follow.locator("summary").click()
    follow.locator("textarea").fill("Teamet är på plats")
    follow.locator("select").select_option("carried_out")
    follow.locator("button").click()
    expect(page.locator("#noted")).to_be_visible()
    assert "carried_out" in {one.state for one in agreements_of(place).known}
