"""Without a mouse: every control is named, reached, seen, and let go of again."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walks import choose, chosen, more, opened, touch

# What has the focus, with what a person sees of it.
AT = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const style = getComputedStyle(at);
  const label = at.matches(".form-check-input") ? getComputedStyle(at.nextSibling) : style;
  const box = at.getBoundingClientRect();
  const bar = document.querySelector(".bar");
  const { position } = bar ? getComputedStyle(bar) : {};
  const edge = bar && bar.getBoundingClientRect();
  const covered = bar && !bar.contains(at) && (position === "sticky"
    ? box.bottom <= edge.bottom && edge.top <= 0 : position === "fixed" && box.top >= edge.top);
  return {
    what: at.id || at.dataset.region || at.textContent.trim().slice(0, 40) || at.className,
    outline: label.outlineStyle !== "none" && parseFloat(label.outlineWidth) >= 2
      || (at.dataset.region && parseFloat(style.strokeWidth) >= 3),
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight && !covered,
  };
}"""
# What a person could have reached: visible, not disabled, in the tab order. A group of radio
# buttons is one stop.
STOPS = """() => {
  const all = [...document.querySelectorAll(
    "a[href], button, select, input, summary, [tabindex='0']")];
  const shown = all.filter(one => one.checkVisibility({ visibilityProperty: true })
    && !one.disabled && one.getAttribute("tabindex") !== "-1");
  return shown.filter(one => one.type !== "radio" || one.checked).length;
}"""


def walk(page: Page, most: int) -> list[dict[str, object]]:
    found = []
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(AT)
        if at is None:
            return found
        found.append(at)
    pytest.fail(f"no end to the tab order after {most} stops: {found[-3:]}")


def test_tab_walks_through_everything_without_a_trap_and_is_always_seen(page: Page) -> None:
    opened(page)
    for details in page.locator("#over details").all():
        details.evaluate("one => { one.open = true; }")
    expect(page.locator("#over .as-table tbody tr")).to_have_count(60)
    stops = walk(page, 200)
    assert stops[0]["what"] == "Hoppa till innehållet"
    assert [one["what"] for one in stops if not one["outline"]] == []
    assert [one["what"] for one in stops if not one["inside"]] == []
    assert len(stops) == page.evaluate(STOPS)
    names = [one["what"] for one in stops]
    assert names.index("region") < names.index("share") < names.index("shape-map")


def test_every_reading_page_is_walked_through_by_tab(page: Page) -> None:
    for address in ("/metod", "/tillganglighet"):
        opened(page, address)
        stops = walk(page, 200)
        assert [one["what"] for one in stops if not (one["outline"] and one["inside"])] == []
        assert len(stops) == page.evaluate(STOPS)


def test_the_skip_link_leads_past_the_header(page: Page) -> None:
    opened(page)
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#region")).to_be_focused()


def test_every_control_has_a_name_that_is_heard(page: Page) -> None:
    opened(page)
    bar = page.get_by_role("search", name="Filter")
    bar.locator("#more-filters > summary").click()
    for name in ("Region", "Mått", "Period"):
        expect(bar.get_by_role("combobox", name=name, exact=True)).to_have_count(1)
    for group, names in (
        ("Vård", ("Somatik", "Psykiatri", "All vård")),
        ("Vårdform", ("Akut + planerad", "Akut", "Planerad")),
        ("Tidsspann", ("2 år", "5 år", "10 år")),
    ):
        radios = bar.get_by_role("group", name=group, exact=True)
        for name in names:
            expect(radios.get_by_role("radio", name=name, exact=True)).to_have_count(1)
    shapes = page.get_by_role("group", name="Visa regionerna som")
    for name in ("Karta", "Rutnät", "Tabell"):
        expect(shapes.get_by_role("button", name=name)).to_have_count(1)
    for name in ("Nyckeltal för riket", "Sidor", "Om webbplatsen"):
        expect(page.get_by_label(name, exact=True)).to_have_count(1)


def test_everything_is_operated_by_keys(page: Page) -> None:
    opened(page)
    door = page.locator("#more-filters > summary")
    expect(door).to_contain_text("Somatik · Akut + planerad · Skattade månader")
    door.press("Enter")
    page.locator("#stream input:checked").focus()
    with touch(page):
        page.keyboard.press("ArrowRight")
    assert chosen(page, "stream") == "acute"
    expect(door).to_contain_text("Somatik · Akut · Skattade månader")
    more(page, "over")
    summary = page.locator("#over-as-table")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#over .as-table table")).to_be_visible()
    page.locator("#over a[data-file*='.csv']").first.focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")
    more(page, "over")
    page.locator("#over [data-picture]").first.focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".png")


def test_escape_closes_the_sheet_of_filters_and_gives_the_focus_back(new_page) -> None:
    page = opened(new_page(width=390))
    toggle = page.locator("#filter-toggle")
    expect(page.locator("#filters")).to_be_hidden()
    toggle.focus()
    page.keyboard.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.locator("#region")).to_be_focused()
    choose(page, "region", "25")
    expect(page.locator("#filters")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#filters")).to_be_hidden()
    expect(toggle).to_be_focused()
