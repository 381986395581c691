"""An order of rows that an address asks for and no table of the page can have."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dashboard.language.text import Text
from dashboard.view.sort_choice import GIVEN, Sort, sort_choice
from dashboard.view.view import Parsed
from layouts.html import render_html

_NONE = Text(
    "Ingen tabell på sidan kan ordnas så som sort={} säger.",
    "No table on the page can be ordered as sort={} says.",
)


def with_offered_order(parsed: Parsed, parts: Mapping[str, Any]) -> Parsed:
    """What was asked for, in the given order and with an error where no heading has that order.

    `parts` is the page's content; rows that cannot be ordered stand in it as given already.
    """
    asked = sort_choice(parsed.view.sort)
    if asked is None or any(_offers(part, asked) for part in parts.values()):
        return parsed
    view = replace(parsed.view, sort=GIVEN)
    return replace(parsed, view=view, errors=(*parsed.errors, _NONE.format(parsed.view.sort[:40])))


def _offers(part: Any, asked: Sort) -> bool:
    """Whether a part has the heading of that column, which orders it one way or the other."""
    if not isinstance(part, str | list | tuple):
        return False
    text = render_html(part) if not isinstance(part, str) else part
    ways = (replace(asked, descending=way).word for way in (True, False))
    return any(f'name="sort" type="submit" value="{word}"' in text for word in ways)
