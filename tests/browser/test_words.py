"""How much a closed page asks a reader to read, counted as it is seen."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

# Three fifths of the words that were seen before headings became doors, by this very count.
MOST = {
    "/": 623,
    "/min-region?region=08": 518,
    "/jamfor": 467,
    "/malnivaer": 1156,
    "/effekter": 2523,
    "/data": 1463,
    "/metod": 2496,
    "/om": 529,
    "/api": 459,
    "/andringslogg": 294,
    "/tillganglighet": 308,
}
SEEN = r"""() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let words = 0;
  while (walker.nextNode()) {
    const { parentElement: parent, textContent } = walker.currentNode;
    if (!parent || parent.closest("svg, script, style, noscript, template, option")) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const { width, height } = parent.getBoundingClientRect();
    if (width > 1 && height > 1) words += (textContent.trim().match(/\S+/g) || []).length;
  }
  return words;
}"""


def test_a_closed_page_has_three_fifths_of_the_words_it_had(new_page: Callable[..., Page]) -> None:
    page = new_page(closed=True)
    seen = {}
    for address in MOST:
        page.goto(address)
        expect(page.locator("#content h1")).to_be_visible()
        seen[address] = page.evaluate(SEEN)
    assert {at: words for at, words in seen.items() if not 50 < words <= MOST[at]} == {}


def test_the_page_of_effects_says_its_answer_in_one_screen(new_page: Callable[..., Page]) -> None:
    page = new_page(closed=True)
    page.goto("/effekter")
    for place in ("#eff-lead", "#eff-verdict-table", "#eff-models-title"):
        box = page.locator(place).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 900, place
    expect(page.locator("#eff-contrasts")).to_be_hidden()
    page.locator("#eff-models-title").click()
    for place in ("#eff-model", "#eff-fit", "#eff-its", "#eff-contrasts", "#eff-seen"):
        expect(page.locator(place)).to_be_visible()
