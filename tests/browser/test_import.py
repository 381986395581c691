"""The page of imports: a file is checked by keyboard, and nothing on it breaks a rule."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, serving
from tests.browser.test_accessible import everything_wrong
from tests.dashboard.imports.files import HEADS, csv_file
from tests.dashboard.imports.files import USUAL as GOOD
from tests.tiers_made import BO, WORD, headers, tiers_home

BAD = ("Narnia", "2025-13", -5, "NaN")
# A page that tells of faults is an answer of its own, which Chromium notes.
FORGIVEN = ("status of 422",)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app where people sign in by a proxy."""
    place = tmp_path_factory.mktemp("signed")
    home = tiers_home(place / "home", ROOT / "var" / "releases", [])
    with serving(
        place / "log", VARDPLATS_HOME=str(home), VARDPLATS_IMPORTS="true", VARDPLATS_LOGIN="proxy",
        VARDPLATS_LOGIN_SECRET=WORD,
    ) as url:  # fmt: skip
        yield url


def _page(new_page: Callable[..., Page], signed: str) -> Page:
    return new_page(forgiven=FORGIVEN, host=signed, extra_http_headers=headers(BO))


@pytest.mark.parametrize(
    ("address", "told"),
    [("/importera", "2 fel i december.csv: ingenting är sparat"),
     ("/en/import", "2 errors in december.csv: nothing has been kept")],
)  # fmt: skip
def test_a_file_with_faults_is_told_them_in_a_table(
    new_page: Callable[..., Page], axe: Callable[[Page], list[str]], tmp_path: Path, signed: str,
    address: str, told: str,
) -> None:  # fmt: skip
    page = _page(new_page, signed)
    page.goto(signed + address)
    assert everything_wrong(page, axe) == []
    page.set_input_files("#file", csv_file(tmp_path / "december.csv", [HEADS, *GOOD, BAD]))
    page.locator("button[value=try]").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=told)).to_be_visible()
    expect(page.locator(".outcome tbody tr")).to_have_count(2)
    assert told in page.title()
    assert everything_wrong(page, axe) == []


def test_a_right_file_is_told_so_and_a_template_is_handed_out(
    new_page: Callable[..., Page], signed: str, tmp_path: Path
) -> None:
    page = _page(new_page, signed)
    page.goto(f"{signed}/importera")
    page.set_input_files("#file", csv_file(tmp_path / "oktober.csv", [HEADS, *GOOD]))
    page.get_by_role("button", name="Kontrollera").click()
    expect(page.get_by_role("heading", name="oktober.csv är rätt")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="XLSX").click()
    assert download.value.suggested_filename == "mall.xlsx"


@pytest.mark.parametrize(
    ("address", "asked", "right"),
    [("/importera", "1 fråga om oktober.csv", "oktober.csv är rätt"),
     ("/en/import", "1 question on oktober.csv", "oktober.csv is right")],
)  # fmt: skip
def test_a_question_is_ticked_by_keyboard_and_the_file_sent_again(
    new_page: Callable[..., Page], axe: Callable[[Page], list[str]], tmp_path: Path, signed: str,
    address: str, asked: str, right: str,
) -> None:  # fmt: skip
    page = _page(new_page, signed)
    page.goto(signed + address)
    path = csv_file(tmp_path / "oktober.csv", [HEADS[:3], ("Skåne", "2025-10", 19.34)])
    page.set_input_files("#file", path)
    page.locator("button[value=try]").press("Enter")
    expect(page.get_by_role("heading", name=asked)).to_be_visible()
    question = page.locator("fieldset")
    expect(question).to_have_count(1)
    row = "Rad 2, Disponibla vårdplatser: Skåne" if address == "/importera" else "Row 2, "
    expect(question.locator("legend")).to_contain_text(row)
    expect(question.locator("input:checked")).to_have_count(0)
    assert everything_wrong(page, axe) == []
    meant = question.get_by_label("1 934" if address == "/importera" else "1,934")
    meant.press("Space")
    expect(meant).to_be_checked()
    page.locator("#reason").fill("decimaltecken")
    page.set_input_files("#file", path)
    page.locator("button[value=try]").press("Enter")
    expect(page.get_by_role("heading", name=right)).to_be_visible()
    expect(page.locator("fieldset")).to_have_count(0)
