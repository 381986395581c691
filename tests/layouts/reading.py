"""What a browser takes in from HTML text: its elements, and the words in each."""

from html.parser import HTMLParser


class Reader(HTMLParser):
    """The elements with their attributes and the words directly in each, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        self.said.append((self.found[-1][0] if self.found else "", data))


def read(html: str) -> Reader:
    """The text as taken in."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader
