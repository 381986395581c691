"""What pages hold as they open, computed when a release is built and kept in a file beside it."""

from collections.abc import Callable
from typing import Any

from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View

Values = dict[str, Any]


class Recorded(dict[str, Values]):
    """Values that are being computed for the file, by key."""


def opening(
    dataset: Dataset, name: str, view: View, lang: Lang, compute: Callable[[], Values], *more: Any
) -> Values:
    """The values of this name as they are kept beside the release, else computed.

    Nobody may change them. What they follow beside the view stands in `more`.
    """
    kept = dataset.opening
    if not kept and not isinstance(kept, Recorded):
        return compute()
    key = _key(dataset, name, view, lang, more)
    found: Values | None = kept.get(key)
    if found is None:
        found = compute()
        if isinstance(kept, Recorded):
            kept[key] = found
    return found


def _key(dataset: Dataset, name: str, view: View, lang: Lang, more: tuple[Any, ...]) -> str:
    # What not everybody sees, and what has been withdrawn, is another dataset of the release.
    state = f"{dataset.cache_version}{dataset.withdrawn and ' withdrawn'}"
    told = [one.release if isinstance(one, Dataset) else one for one in more]
    return f"{name} {lang} {state} {view} {told}"
