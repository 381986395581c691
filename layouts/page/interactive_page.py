"""A page that answers touches: which controls it has, and which of its parts follow the view."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dashboard.frozen import frozen
from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import Parsed, View, parse
from layouts.html import render_html
from layouts.page.offered_order import with_offered_order
from layouts.page.opening_values import opening

Content = Callable[[View, Dataset, Lang], dict[str, Any]]


def _as_it_is(view: View, dataset: Dataset) -> View:
    return view


@frozen
class InteractivePage:
    """What a touch needs to know of a page.

    `prefix` stands before the ids of the page's controls, so that two pages never share one.
    `parts` are id and property of everything that follows the view, `content` their values by
    id, `said` the line a screen reader hears afterwards. `settled` gives the view without what
    the page has no control for. `recalls_region` says that it opens at the region looked at last.
    """

    key: str
    prefix: str
    controls: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    content: Content
    said: Callable[[View, Lang], str]
    settled: Callable[[View, Dataset], View] = _as_it_is
    recalls_region: bool = False

    def id(self, name: str) -> str:
        """The id of a control, or of one of the page's own small stores and lines."""
        return f"{self.prefix}{name}"

    def opened(self, query: Mapping[str, str], dataset: Dataset) -> Parsed:
        """What the page shows for a query."""
        parsed = parse(query, dataset)
        return replace(parsed, view=self.settled(parsed.view, dataset))

    def filled(
        self, query: Mapping[str, str], dataset: Dataset, lang: Lang
    ) -> tuple[Parsed, dict[str, Any]]:
        """What the page shows for a query, and its content."""
        parsed = self.opened(query, dataset)
        found = self._values(parsed.view, dataset, lang)
        kept = with_offered_order(parsed, found)
        if kept.view != parsed.view:
            # Links in it would ask for the same again.
            found = self._values(kept.view, dataset, lang)
        return kept, found

    def shown(self, view: View, dataset: Dataset, lang: Lang) -> dict[str, Any]:
        """The content as it travels: what stands in an element as HTML, the rest as it is."""
        found = self._values(view, dataset, lang)
        return {
            id_: render_html(found[id_]) if prop == "children" else found[id_]
            for id_, prop in self.parts
        }

    def _values(self, view: View, dataset: Dataset, lang: Lang) -> dict[str, Any]:
        shown = dataset.showing(view.data)
        return opening(shown, self.key, view, lang, lambda: self.content(view, shown, lang))


SAID, PROBLEMS = "said", "problems"


def state(view: View, dataset: Dataset, lang: Lang) -> dict[str, str]:
    """What the browser holds of the view.

    `query` is the shortest that leads here today; `link` names everything, so that it shows
    the same when newer months have come; `release` is what the parts on the page are of.
    """
    return {
        "query": view.query(dataset),
        "link": view.link(),
        "release": dataset.release,
        "lang": lang,
    }
