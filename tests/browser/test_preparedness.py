"""Preparedness by form: told by keyboard, put right, released and taken back, wide and narrow."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.imports.preparedness import preparedness_of
from tests.browser.conftest import NARROW, ROOT, WIDE, serving
from tests.browser.test_accessible import everything_wrong
from tests.tiers_made import WORD, headers, person_of, tiers_home

ANNA = person_of("14")
# A page that tells of faults is an answer of its own, which Chromium notes.
FORGIVEN = ("status of 422",)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("signed")
    return tiers_home(made / "home", ROOT / "var" / "releases", ())


@pytest.fixture(scope="module")
def signed(place: Path) -> Iterator[str]:
    """The address of the app where people sign in by a proxy."""
    with serving(
        place / "log", VARDPLATS_HOME=str(place), VARDPLATS_LOGIN="proxy",
        VARDPLATS_LOGIN_SECRET=WORD,
    ) as url:  # fmt: skip
        yield url


@pytest.mark.parametrize(
    ("address", "width", "words"),
    [
        ("/inloggad", WIDE,
         ("Lämna, släpp eller ta tillbaka beredskap", "Anställda sjuksköterskor",
          "Släpp till departementet", "Släppt:", "Ta tillbaka", "Tillbakataget.")),
        ("/en/signed-in", NARROW,
         ("Hand in, release or take back preparedness", "Registered nurses employed",
          "Release to the ministry", "Released:", "Take back", "Taken back.")),
    ],
)  # fmt: skip
def test_preparedness_is_handed_in_put_right_released_and_taken_back_by_keyboard(
    new_page: Callable[..., Page], axe: Callable[[Page], list[str]], signed: str, place: Path,
    address: str, width: int, words: tuple[str, ...],
) -> None:  # fmt: skip
    way, fault, release, released, back, taken = words
    page = new_page(width=width, forgiven=FORGIVEN, host=signed, extra_http_headers=headers(ANNA))
    page.goto(signed + address)
    page.get_by_role("link", name=way).press("Enter")
    page.locator("#preparedness-closed").fill("31")
    page.locator("#preparedness-employed").fill("många")
    page.locator("#preparedness-employed").press("Enter")
    link = page.get_by_role("alert").get_by_role("link", name=fault)
    expect(link).to_be_visible()
    assert everything_wrong(page, axe) == []
    expect(page.locator("#preparedness-closed")).to_have_value("31")
    link.press("Enter")
    expect(page.locator("#preparedness-employed")).to_be_focused()
    page.locator("#preparedness-employed").fill("4 100")
    page.locator("#preparedness-employed").press("Enter")
    expect(page.get_by_role("status")).to_be_visible()
    assert everything_wrong(page, axe) == []
    assert [one.figures for one in preparedness_of(place)] == [{"closed": 31.0, "employed": 4100.0}]
    page.get_by_role("button", name=release).press("Enter")
    expect(page.get_by_role("status")).to_contain_text(released)
    page.get_by_role("button", name=back).press("Enter")
    expect(page.get_by_role("status")).to_contain_text(taken)
    assert everything_wrong(page, axe) == []
    assert preparedness_of(place) == ()
