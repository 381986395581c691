"""A page that answers touches: which controls it has, and which of its parts follow the view."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dashboard.language.text import Lang
from dashboard.releases.store import Store
from dashboard.view.view import Parsed, View, parse
from layouts.html.render import text

Content = Callable[[View, Store, Lang], dict[str, Any]]


def _as_it_is(view: View, store: Store) -> View:
    return view


@dataclass(frozen=True, slots=True)
class Touchable:
    """What a touch needs to know of a page.

    `prefix` stands before the ids of the page's controls, so that two pages never share one.
    `parts` are id and property of everything that follows the view, `content` their values by
    id, `said` the line a screen reader hears afterwards. `settled` gives the view without what
    the page has no control for.
    """

    key: str
    prefix: str
    controls: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    content: Content
    said: Callable[[View, Lang], str]
    settled: Callable[[View, Store], View] = _as_it_is

    def id(self, name: str) -> str:
        """The id of a control, or of one of the page's own small stores and lines."""
        return f"{self.prefix}{name}"

    def opened(self, query: Mapping[str, str], store: Store) -> Parsed:
        """What the page shows for a query."""
        parsed = parse(query, store)
        return replace(parsed, view=self.settled(parsed.view, store))

    def shown(self, view: View, store: Store, lang: Lang) -> dict[str, Any]:
        """The content as it travels: what stands in an element as HTML, the rest as it is."""
        found = self.content(view, store, lang)
        return {
            id_: text(found[id_]) if prop == "children" else found[id_] for id_, prop in self.parts
        }


SAID, PROBLEMS = "said", "problems"


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
