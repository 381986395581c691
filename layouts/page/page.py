"""What a page is: its addresses, its title, its place, and how it is laid out."""

from collections.abc import Callable, Mapping
from typing import Literal

from dashboard.frozen import frozen
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from layouts.html import Html
from layouts.page.interactive_page import InteractivePage

Layout = Callable[[Dataset, Lang, Mapping[str, str]], Html]


@frozen
class Page:
    """A page; `path` has its Swedish and its English address, `touchable` what touches change.

    A page `beside` is linked from others, and not from the two lists of pages.
    """

    key: str
    path: Text
    title: Text
    place: Literal["header", "footer", "beside"]
    layout: Layout
    interactive: InteractivePage | None = None
