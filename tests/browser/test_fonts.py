"""The layout holds with the sans-serif that a machine happens to have."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from dashboard.language.text import LANGS, Lang
from layouts.document.pages import PAGES
from layouts.page.page import Page as Declared
from tests.browser.conftest import NARROWEST, keep_process, launched
from tests.browser.sheets import first_sheet_faults
from tests.browser.test_accessible import OUTSIDE, SMALL
from tests.browser.test_print import PAPER
from tests.browser.walks import calm

FONTS = ("Liberation Sans", "DejaVu Sans", "Noto Sans")
CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{0}</dir><cachedir>{0}/cache</cachedir></fontconfig>
"""


@pytest.fixture(scope="module", params=FONTS)
def font(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def only(font: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A configuration of fontconfig in which there is only one font."""
    folder = tmp_path_factory.mktemp("fonts")
    known = ["fc-list", "-f", "%{file}\n", f":family={font}"]
    for file in subprocess.run(known, capture_output=True, text=True, check=True).stdout.split():
        (folder / Path(file).name).symlink_to(file)
    if not list(folder.iterdir()):
        pytest.fail(f"{font} is missing: run `make test` once", pytrace=False)
    path = folder / "fonts.conf"
    path.write_text(CONFIG.format(folder))
    return path


@pytest.fixture(scope="module")
def alone(only: Path, playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that has the one font."""
    browser = launched(playwright, {**os.environ, "FONTCONFIG_FILE": str(only)})
    yield browser
    browser.close()


def narrow(page: Page, address: str) -> list[str]:
    """What is wrong at 320 px."""
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    page.goto(address)
    calm(page)
    width = page.evaluate("() => document.documentElement.scrollWidth")
    wide = [f"{width} px: {page.evaluate(OUTSIDE)[:4]}"] if width > NARROWEST else []
    return [*wide, *page.evaluate(SMALL)]


def printed(page: Page, key: str) -> list[str]:
    """What is wrong on paper."""
    page.set_viewport_size({"width": PAPER, "height": 1000})
    # A telephone's tiles are buttons, which no PDF tags as a picture.
    page.evaluate("() => { document.documentElement.dataset.shape = 'map'; }")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    calm(page)
    width = page.evaluate("() => document.documentElement.scrollWidth")
    wide = [f"printed {width} px: {page.evaluate(OUTSIDE)[:4]}"] if width > PAPER else []
    return wide + first_sheet_faults(page, key)


def languages(font: str) -> Iterator[tuple[Declared, Lang]]:
    """Every page in one language, the other with the next font: each is seen in both."""
    for i, page in enumerate(PAGES):
        yield page, LANGS[(i + FONTS.index(font)) % 2]


def test_pages_are_no_wider_than_phone_and_paper_with_any_font(
    alone: Browser, font: str, server: str
) -> None:
    context = alone.new_context(base_url=server, locale="sv-SE", reduced_motion="reduce")
    keep_process(context)
    wrong: dict[str, list[str]] = {}
    for one, lang in languages(font):
        page = context.new_page()
        has_region = one.interactive or one.key == "dialogue"
        address = one.path.in_(lang) + ("?region=14" if has_region else "")
        found = [*narrow(page, address), *printed(page, one.key)]
        if found:
            wrong[address] = found
        page.close()
    context.close()
    assert wrong == {}
