"""A region's name that can be pressed: it chooses the region, on every page the same."""

from functools import lru_cache

from dashboard.reference.regions import CODES, SWEDEN, name_of
from layouts import html
from layouts.html import Html

_BY_NAME = {words: code for code in CODES for words in (name_of(code).sv, name_of(code).en)}


def region_name(name: str, code: str, chosen: str) -> Html | str:
    """The name as a button that sets the page's region, Sweden as plain words.

    `chosen` is the region looked at, whose name looks pressed: pressed once more it lets go. Where
    it is empty, the name stands in what does not follow the view, and does not say.
    """
    if code == SWEDEN:
        return name
    return _button(name, code, ("true" if code == chosen else "false") if chosen else None)


# Every table of regions has them, on every page and in every language.
@lru_cache(maxsize=256)
def _button(name: str, code: str, pressed: str | None) -> Html:
    return html.Button(
        name, type="button", className="linklike", data_set="region", data_value=code,
        aria_pressed=pressed,
    )  # fmt: skip


def named(words: str, chosen: str) -> Html | str:
    """The words that name a row: a button where they are those of a region."""
    return region_name(words, _BY_NAME.get(words, SWEDEN), chosen)
