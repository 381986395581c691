"""Counting what a person presses on the way to an answer."""

from playwright.sync_api import Page, expect

from tests.browser.walks import choose, is_behind, touch

MOST = 2
SVERIGE = "00"


class Walk:
    """A walk over the pages: each press and each selection is one activation."""

    def __init__(self, page: Page, address: str = "/") -> None:
        self.page, self.activations = page, 0
        page.goto(address)
        expect(page.locator("#content h1")).to_be_visible()

    def to_page(self, name: str) -> "Walk":
        """Press a page's name in the header."""
        self.activations += 1
        self.page.locator(".head nav").get_by_role("link", name=name, exact=True).click()
        expect(self.page.locator(".head nav [aria-current]")).to_have_text(name)
        expect(self.page.locator("#content h1")).to_be_visible()
        return self

    def set(self, control: str, value: str) -> "Walk":
        """Set a filter, whose door is another press where it has one."""
        self.activations += 1 + is_behind(self.page, control)
        choose(self.page, control, value)
        return self

    def press(self, selector: str) -> "Walk":
        """Press something that the page answers."""
        self.activations += 1
        with touch(self.page):
            self.page.locator(selector).click()
        return self

    def follow(self, selector: str) -> "Walk":
        """Follow a link to another page."""
        self.activations += 1
        self.page.locator(selector).first.click()
        expect(self.page.locator("#content h1")).to_be_visible()
        return self

    def reads(self, selector: str, *words: str) -> "Walk":
        """What stands there and can be seen has these words; nothing is pressed."""
        place = self.page.locator(selector).first
        expect(place).to_be_visible()
        for one in words:
            expect(place).to_contain_text(one)
        assert self.activations <= MOST
        return self
