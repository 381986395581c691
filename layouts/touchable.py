"""A page that answers touches: which controls it has, and which of its parts follow the view."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dashboard.lang import Lang
from dashboard.store import Store
from dashboard.view import View

Content = Callable[[View, Store, Lang], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Touchable:
    """What a touch needs to know of a page.

    `prefix` stands before the ids of the page's controls, so that two pages never share one.
    `parts` are id and property of everything that follows the view, `content` their values by
    id, `said` the line a screen reader hears afterwards.
    """

    key: str
    prefix: str
    controls: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    content: Content
    said: Callable[[View, Lang], str]

    def id(self, name: str) -> str:
        """The id of a control, or of one of the page's own small stores and lines."""
        return f"{self.prefix}{name}"


STATE, SAID, PROBLEMS = "state", "said", "problems"


def state(view: View, store: Store, lang: Lang) -> dict[str, str]:
    """What the browser holds of the view.

    `query` is the shortest that leads here today; `link` names everything, so that it shows
    the same when newer months have come; `release` is what the parts on the page are of.
    """
    return {
        "query": view.query(store),
        "link": view.link(),
        "release": store.release,
        "lang": lang,
    }
