"""However a reader came there, a page is the one that its address opens; and what is open stays."""

import pytest
from playwright.sync_api import Page, Route, expect

from layouts.document.pages import PAGES
from tests.browser.walks import calm, choose, chosen, more, touch

# What the page holds of each picture, what stands in each part that follows the view, and what
# its controls say. What scripts and readers set for themselves is left out.
SHOWN = """parts => {
  const bare = id => {
    const copy = document.getElementById(id).cloneNode(true);
    for (const one of copy.querySelectorAll("[data-file]")) one.removeAttribute("href");
    for (const one of copy.querySelectorAll("details")) one.open = false;
    return copy.innerHTML;
  };
  const shown = {};
  for (const [id, property] of parts) {
    const at = document.getElementById(id);
    if (property === "figure") shown[id] = JSON.stringify(pictures.figure(id), (_, value) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort()) : value);
    else if (property === "children") shown[id] = bare(id);
    else if (property === "value") shown[id] = at.type === "checkbox" ? at.checked : at.value
      || [...at.querySelectorAll(":checked")].map(one => one.value).join();
    else shown[`${id} ${property}`] = at[property];
  }
  return shown;
}"""
WALKS = {
    "overview": [("region", "14"), ("period", "2025-06"), ("indicator", "occupancy"),
                 ("data", "published"), ("indicator", "wait_operation_waiting"), ("region", "00")],
    "region": [("period", "2025-06"), ("region", "09"), ("span", "24"), ("data", "published")],
    "compare": [("region", "12"), ("peers", "healthcare"), ("indicator", "available_beds"),
                ("peers", "01,03,24"), ("data", "published")],
    "targets": [("region", "12"), ("assumptions", "size=12,locked=1"), ("period", "2023-01")],
    "effects": [("region", "12"), ("rule", "threshold=5"), ("events", "labour"),
                ("data", "published")],
    "scenario": [("region", "12"), ("scenario", "beds=40~20~60,stay=0.2"), ("beside", "ready=50"),
                 ("data", "example"), ("region", "00")],
    "quality": [("region", "21"), ("indicator", "psychiatric_overcrowding"),
                ("period", "2025-07"), ("data", "published")],
}  # fmt: skip
TOUCHED = {page.key: page for page in PAGES if page.interactive}


def set_to(page: Page, control: str, value: str) -> None:
    """A control as a script of the page sets it, also where it is not seen."""
    with touch(page):
        page.evaluate("([id, value]) => window.page.set(id, value)", [control, value])


def test_every_page_that_answers_touches_is_walked() -> None:
    assert set(WALKS) == set(TOUCHED)


@pytest.mark.parametrize("key", WALKS)
def test_touches_and_the_ways_back_lead_to_what_addresses_open(page: Page, key: str) -> None:
    found = TOUCHED[key].interactive
    assert found is not None
    parts = [list(part) for part in found.parts]
    controls = [[found.id(name), "value"] for name in found.controls]
    page.goto(f"{TOUCHED[key].path.sv}?region=14")
    calm(page)
    seen = [page.evaluate(SHOWN, parts + controls)]
    for control, value in WALKS[key]:
        options = f"#{found.id(control)} option"
        own = control in ("peers", "rule") and page.locator(f"{options}[value='{value}']").count()
        if control in ("peers", "rule") and not own:
            page.evaluate("([id, value]) => document.getElementById(id).add(new Option(value))",
                          [found.id(control), value])  # fmt: skip
        set_to(page, found.id(control), value)
        seen.append(page.evaluate(SHOWN, parts + controls))
    address = page.evaluate("() => location.search")
    for before in (seen[-2], seen[-3]):
        with touch(page):
            page.evaluate("() => history.back()")
        assert different(page.evaluate(SHOWN, parts + controls), before) == []
    page.goto(TOUCHED[key].path.sv + address)
    calm(page)
    assert different(page.evaluate(SHOWN, parts + controls), seen[-1]) == []


def different(one: dict[str, object], other: dict[str, object]) -> list[tuple[object, ...]]:
    """The parts that are not alike, with both values."""
    return [(name, one[name], other[name]) for name in one if one[name] != other[name]]


def test_what_is_open_stays_open_and_what_has_the_focus_keeps_it(page: Page) -> None:
    page.goto("/?region=14")
    calm(page)
    more(page, "over")
    notes = page.locator("#over-notes details").first
    notes.locator("summary").click()
    tile = page.locator("#table button[data-value='12']")
    with touch(page):
        tile.focus()
        page.keyboard.press("Enter")
    assert chosen(page, "region") == "12"
    expect(notes).to_have_attribute("open", "")
    focused = page.evaluate("() => document.activeElement.dataset.value")
    assert focused == "12"


def test_a_control_touched_before_the_scripts_have_started_is_answered_then(new_page) -> None:
    page, held, let_through = new_page(), list[Route](), list[bool]()

    def came(route: Route) -> None:
        if let_through:
            route.continue_()
        else:
            held.append(route)

    page.route("**/site.js", came)
    page.goto("/", wait_until="commit")
    page.locator("#region").select_option("14")
    page.wait_for_timeout(300)
    expect(page.locator("#said")).to_be_empty()
    with touch(page):
        let_through.append(True)
        for route in held:
            route.continue_()
    expect(page.locator("#said")).to_contain_text("Västra Götaland")
    page.wait_for_url("**region=14**")


def test_a_page_come_back_to_shows_what_its_address_says(page: Page) -> None:
    page.goto("/")
    calm(page)
    choose(page, "region", "14")
    choose(page, "stream", "acute")
    page.wait_for_url("**stream=acute**")
    page.goto("/om")
    page.go_back()
    calm(page)
    assert (chosen(page, "region"), chosen(page, "stream")) == ("14", "acute")
    # What a browser would bring back of another state gives way to the address.
    page.evaluate("() => { window.page.put('region', '00'); dispatchEvent(new Event('pageshow')) }")
    assert chosen(page, "region") == "14"


def test_only_the_last_of_two_quick_touches_is_shown(page: Page) -> None:
    page.goto("/")
    calm(page)
    with touch(page):
        page.evaluate("() => { window.page.set('region', '12'); window.page.set('region', '25') }")
    expect(page.locator("#said")).to_contain_text("Norrbotten")
    found = TOUCHED["overview"].interactive
    assert found is not None
    parts = [list(part) for part in found.parts]
    shown = page.evaluate(SHOWN, parts)
    page.goto("/?region=25")
    calm(page)
    assert different(page.evaluate(SHOWN, parts), shown) == []
