"""What a person does on the pages, in the few words the tests are written with."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Request, expect

ASKED = "/_dash-update-component"
REGIONS = "#map-figure [data-region]"
OVERVIEW = ("/", "/en/")
# Pictures far from the screen wait until they are near, or asked for as here.
DRAWN = """() => new Promise(done => {
  let looks = 0;
  const look = () => {
    if (window.drawAll) window.drawAll();
    const all = [...document.querySelectorAll("#content .graph")];
    if (all.length && all.every(one => one.querySelector(".main-svg")) || ++looks > 400) done();
    else setTimeout(look, 20);
  };
  look();
})"""
CALM = """async () => {
  const soon = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 120)));
  await soon();
  if (window.drawAll && (await window.drawAll()).length) await soon();
}"""


def opened(page: Page, address: str = "/") -> Page:
    """The page of an address, drawn to the end."""
    page.goto(address)
    expect(page.locator("#content h1")).to_be_visible()
    if address.split("?")[0] in OVERVIEW:
        drawn(page)
    return page


def drawn(page: Page) -> None:
    """Wait until every picture of the national page stands there."""
    page.evaluate(DRAWN)
    expect(page.locator(REGIONS)).to_have_count(21)
    expect(page.locator("#out-figure .scatterlayer .trace").first).to_be_attached()
    expect(page.locator("#way-figure .shapelayer path").first).to_be_attached()
    calm(page)


def calm(page: Page) -> None:
    """Wait until what the browser has is painted, far from the screen too, delays and all."""
    page.evaluate(CALM)


def widened(page: Page, width: int) -> int:
    """Give the window another width; how wide the page is when the pictures have followed."""
    page.set_viewport_size({"width": width, "height": 900})
    for _ in range(25):
        calm(page)
        needed = int(page.evaluate("() => document.documentElement.scrollWidth"))
        if needed <= width:
            break
    return needed


@contextmanager
def touch(page: Page) -> Iterator[list[Request]]:
    """A touch and its answer; gives the POSTs it led to."""
    sent: list[Request] = []

    def heard(request: Request) -> None:
        if request.method == "POST":
            sent.append(request)

    page.on("request", heard)
    with page.expect_response(lambda answer: ASKED in answer.url) as answer:
        yield sent
    answer.value.finished()
    calm(page)
    page.remove_listener("request", heard)


def is_behind(page: Page, control: str) -> bool:
    """Whether a filter stands behind the door of those that are seldom set, and it is shut."""
    return page.locator(f"#more-filters:not([open]) #{control}").count() > 0


def choose(page: Page, control: str, value: str) -> list[Request]:
    """Set a filter as a person would: an option of a select, or a radio button."""
    if is_behind(page, control):
        page.evaluate("() => { document.getElementById('more-filters').open = true; }")
    with touch(page) as sent:
        select = page.locator(f"select#{control}")
        if select.count():
            select.select_option(value)
        else:
            page.locator(f"#{control} input[value='{value}']").check(force=True)
    return sent


def more(page: Page, *names: str) -> None:
    """Open the menus of figures and tables: their table, files, definition and notes."""
    for name in names:
        door = page.locator(f"#{name}-more")
        if not page.locator(f"details[open] > #{name}-more").count():
            door.press("Enter")


def table_and_file(page: Page, name: str, *, fewest: int = 1) -> list[dict[str, str]]:
    """The rows of a drawn picture's file, when its table has been seen with `fewest` or more."""
    expect(page.locator(f"#{name}-figure .main-svg").first).to_be_attached()
    more(page, name)
    page.locator(f"#{name}-as-table").click()
    table = page.locator(f"#{name} .table-of-figure table")
    expect(table).to_be_visible()
    expect(table.locator("tbody tr").first).to_be_visible()
    assert table.locator("tbody tr").count() >= fewest
    link = page.locator(f"#{name} a[data-file*='machine']")
    link.hover()
    answer = page.request.get(link.get_attribute("href") or "")
    assert answer.ok, answer.text()
    rows = list(csv.DictReader(io.StringIO(answer.text())))
    assert len(rows) >= fewest
    return rows


def chosen(page: Page, control: str) -> str:
    """The value a filter shows."""
    select = page.locator(f"select#{control}")
    if select.count():
        return select.input_value()
    return page.locator(f"#{control} input:checked").get_attribute("value") or ""


def query(page: Page) -> str:
    """The query string in the address bar, empty for the default view."""
    return page.evaluate("() => location.search")


def texts(page: Page) -> dict[str, str]:
    """Every piece of text that follows the view, by id."""
    ids = [
        "heading",
        "lead",
        "label",
        "trust",
        "cards",
        "key",
        "tiles",
        "table-title",
        "table-measure",
        "table",
    ]
    ids += [f"{name}-{end}" for name in ("map", "over", "out", "occupancy", "way")
            for end in ("title", "measure", "sentence", "source")]  # fmt: skip
    return page.evaluate(
        "ids => Object.fromEntries(ids.map(id => [id, document.getElementById(id).textContent]))",
        ids,
    )


def focused(page: Page) -> str:
    """What has the focus, in a word: its id, the region it stands for, or its text."""
    return page.evaluate(
        """() => {
          const at = document.activeElement;
          return at.dataset.region || at.id || at.textContent.trim().slice(0, 60) || at.tagName;
        }"""
    )
