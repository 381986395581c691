"""Values of a page that stay at hand, so that a touch computes only what follows it."""

from collections.abc import Callable, Collection
from functools import lru_cache, wraps
from typing import Any

from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.usual import assuming, without
from dashboard.view.view import View
from layouts.page.opening_values import opening

Values = Callable[..., dict[str, Any]]
# Before and after a touch, in both languages.
_LAST = 4


def at_hand(
    *ignored: str, last: int = _LAST, assumed: Collection[str] | None = None
) -> Callable[[Values], Values]:
    """Keeps the last values of a part, made of a dataset, a view, a language and perhaps more.

    Nobody may change them. `ignored` are the fields of the view that the part does not follow:
    it is asked for without them, so that it cannot; of what is assumed of units it follows what is
    `assumed`, or all where nothing is said. Those of a page as it opens may be kept beside the
    release.
    """

    def kept(values: Values) -> Values:
        name = f"{values.__module__}.{values.__qualname__}"

        @lru_cache(maxsize=last)
        def known(dataset: Dataset, view: View, lang: Lang, *more: Any) -> dict[str, Any]:
            return opening(
                dataset, name, view, lang, lambda: values(dataset, view, lang, *more), *more
            )

        @wraps(values)
        def found(dataset: Dataset, view: View, lang: Lang, *more: Any) -> dict[str, Any]:
            seen = without(view, ignored)
            seen = seen if assumed is None else assuming(seen, assumed)
            return known(dataset, seen, lang, *more)

        return found

    return kept
