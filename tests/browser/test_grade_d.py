"""A region whose figure cannot be right, seen by a reader: no rank, no list, hatched, and why."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.ingest.publish import publish
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import CUBE, MANIFEST, QUALITY
from tests.browser.walks import calm, drawn, more
from tests.servers import Site, gunicorn

WRONG, NAME = "14", "Västra Götaland"
OWN = ("release", "created", "files")


@pytest.fixture(scope="module")
def doubtful(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site over a release in which 45 of 100 patients of a region are overcrowded."""
    folder = tmp_path_factory.mktemp("doubtful")
    release = home / "releases" / (home / "releases" / "current").read_text()
    manifest = json.loads((release / MANIFEST).read_text())
    files = {name: (release / name).read_bytes() for name in manifest["files"]}
    with np.load(io.BytesIO(files[CUBE])) as held:
        arrays = dict(held)
    series = manifest["series"].index(["overcrowding_per_100", "somatic"])
    arrays["years"] = arrays["years"].copy()
    arrays["years"][series, ALL_CODES.index(WRONG), -1] = 45
    out = io.BytesIO()
    np.savez(out, **arrays)
    facts = {key: value for key, value in manifest.items() if key not in OWN}
    # What was checked at the build is not true of other figures: it is checked anew.
    del files[QUALITY]
    publish(folder, {**files, CUBE: out.getvalue()}, facts)
    with gunicorn(folder, folder, VARDPLATS_PREWARM="false", VARDPLATS_WORKERS="1") as site:
        yield site


@pytest.fixture(scope="module")
def reader(browser: Browser, doubtful: Site) -> Iterator[Page]:
    context = browser.new_context(base_url=f"http://127.0.0.1:{doubtful.port}", locale="sv-SE")
    page = context.new_page()
    page.set_viewport_size({"width": 1400, "height": 900})
    yield page
    context.close()


def test_it_is_hatched_and_the_reason_is_one_press_away(reader: Page) -> None:
    reader.goto("/?data=published")
    drawn(reader)
    region = reader.locator(f"#map-figure [data-region='{WRONG}']")
    assert "hatch" in region.evaluate("one => getComputedStyle(one).fill")
    other = reader.locator("#map-figure [data-region='12']")
    assert "hatch" not in other.evaluate("one => getComputedStyle(one).fill")
    assert NAME not in reader.locator("#map-title").inner_text()
    reader.locator("#key .doubts summary").click()
    expect(reader.locator("#key .doubts")).to_contain_text(f"{NAME}: Betyg D: Orimlig")
    reader.locator("#shape-grid").click()
    tile = reader.locator(f"#tiles [data-value='{WRONG}']")
    expect(tile).to_be_visible()
    assert "hatched" in (tile.get_attribute("class") or "")
    expect(tile).to_contain_text("45,0")


def test_it_stands_on_no_list_and_has_no_rank(reader: Page) -> None:
    reader.goto("/")
    expect(reader.locator("#content h1")).to_be_visible()
    assert NAME not in reader.locator("#attention-list").inner_text()
    expect(reader.locator("#attention-left-out")).to_contain_text("Betyg D: Orimlig överbeläggning")
    reader.goto(f"/jamfor?region={WRONG}")
    expect(reader.locator("#content h1")).to_be_visible()
    calm(reader)
    assert "Platsen bland" not in reader.locator("#cmp-lead").inner_text()
    more(reader, "cmp-dots")
    reader.locator("#cmp-dots-as-table").click()
    own = reader.locator("#cmp-dots .table-of-figure tbody tr", has_text=NAME)
    expect(own).to_have_count(1)
    # The fifth cell is the place with its interval.
    assert not own.locator("td").nth(3).inner_text()[:1].isdigit()


def test_the_page_of_quality_says_what_is_wrong(reader: Page) -> None:
    reader.goto(f"/en/data?region={WRONG}&data=published")
    expect(reader.locator("#dq-lead")).to_contain_text("Grade D: Impossible overcrowding")
    expect(reader.locator("#dq-trust-title")).to_have_text(f"{NAME} has grade D")
    expect(reader.locator("#dq-rules-table")).to_contain_text("R01")
    reader.goto("/data?data=published")
    expect(reader.locator("#dq-lead")).to_contain_text("Rangordnas inte")
