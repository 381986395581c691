"""Values of a page that stay at hand, so that a touch computes only what follows it."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.usual import without
from dashboard.view.view import View

Values = Callable[..., dict[str, Any]]
# Before and after a touch, in both languages.
_LAST = 4


def at_hand(*ignored: str) -> Callable[[Values], Values]:
    """Keeps the last values of a part, made of a dataset, a view, a language and perhaps more.

    Nobody may change them. `ignored` are the fields of the view that the part does not follow:
    it is asked for without them, so that it cannot.
    """

    def kept(values: Values) -> Values:
        last = lru_cache(maxsize=_LAST)(values)

        @wraps(values)
        def found(dataset: Dataset, view: View, lang: Lang, *more: Any) -> dict[str, Any]:
            return last(dataset, without(view, ignored), lang, *more)

        return found

    return kept
