"""The top of a page looks the same before the whole style has come, so that nothing moves then."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NARROW, WIDE

# Every page with a lead, and what only some views have above it.
ADDRESSES = (
    "/", "/min-region?region=14", "/jamfor", "/malnivaer", "/effekter", "/scenario", "/data",
    "/en/?data=example&care=psychiatric", "/?period=2031-01&region=99",
)  # fmt: skip
# Of all that is seen down to the lead: what it is, where it stands, and how it looks.
READ = """() => {
  const lead = document.querySelector(".lead");
  const seen = (one) => one.checkVisibility({ visibilityProperty: true })
    && !one.matches(".unseen, option, script, style, link");
  const before = (one) =>
    one === lead || one.compareDocumentPosition(lead) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [...document.body.querySelectorAll("*")].filter((one) => before(one) && seen(one)
    && !one.contains(lead) && !one.closest("main ~ *"))
    .map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      const { color, backgroundColor, font, borderTopColor } = getComputedStyle(one);
      const at = [x, y, width, height].map(Math.round);
      return [one.localName, one.id || one.className, at, color, backgroundColor, font,
        borderTopColor].join(" ");
    });
}"""


def _top(page: Page, address: str) -> list[str]:
    page.goto(address)
    return list(page.evaluate(READ))


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_the_top_is_the_same_with_and_without_the_whole_style(
    new_page: Callable[..., Page], address: str, width: int, scheme: str
) -> None:
    page = new_page(width=width, scheme=scheme, forgiven=("ERR_FAILED",), closed=True)
    whole = _top(page, address)
    page.route("**/site.css", lambda route: route.abort())
    first = _top(page, address)
    assert len(whole) > 20
    assert [pair for pair in zip(first, whole, strict=True) if pair[0] != pair[1]] == []
