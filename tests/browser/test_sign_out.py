"""Whoever signs out by a real provider leaves nothing on the screen, and no way back to it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ROOT, free_port, serving
from tests.oidc.provider import Provider, provider
from tests.tiers_made import MONTH, beds_of, person_of, tiers_home

ANNA = person_of("14")
OWN = f"/min-region?region=14&period={MONTH}&data=reported&indicator=available_beds"
BEDS = f"{beds_of('14'):,}".replace(",", "\N{NO-BREAK SPACE}")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    """A provider whose client is a site to be served."""
    site = f"http://127.0.0.1:{free_port()}"
    with provider(tmp_path_factory.mktemp("oidc"), site) as running:
        yield running


@pytest.fixture(scope="module")
def site(real: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, where region 14 has handed in a month."""
    folder = tmp_path_factory.mktemp("signed")
    home = tiers_home(folder / "home", ROOT / "var" / "releases", ["14"])
    with serving(
        folder / "log", url=real.site, VARDPLATS_HOME=str(home), VARDPLATS_LOGIN="oidc",
        VARDPLATS_LOGIN_ISSUER=real.issuer, VARDPLATS_LOGIN_CLIENT="vardplats",
        VARDPLATS_LOGIN_KEY=str(real.keys["vardplats"]), VARDPLATS_PUBLIC_URL=real.site,
    ) as url:  # fmt: skip
        yield url


def test_signed_out_nothing_is_on_screen_and_no_way_leads_back(
    browser: Browser, real: Provider, site: str
) -> None:
    context = browser.new_context()
    try:
        page, other = context.new_page(), context.new_page()
        away = context.request.get(f"{site}/logga-in?to=/inloggad", max_redirects=0)
        page.goto(real.signed_in(away.headers["location"], ANNA))
        expect(page.get_by_role("heading", level=1)).to_have_text("Inloggad")
        for one in (page, other):
            one.goto(site + OWN)
            expect(one.locator("#content")).to_contain_text(BEDS)
        page.get_by_role("button", name="Logga ut").first.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Du är utloggad")
        assert BEDS not in page.content()
        page.go_back()
        expect(page.locator("#content h1")).to_be_visible()
        assert BEDS not in page.content()
        # What stands in another window goes with the next that is asked for there.
        other.reload()
        expect(other.locator("#content h1")).to_be_visible()
        assert BEDS not in other.content()
        page.goto(f"{site}/inloggad")
        assert urlsplit(page.url).path != "/inloggad"
    finally:
        context.close()
