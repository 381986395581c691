"""What every page that answers touches is laid out in: its controls, its opening, its sections."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.language.text import Lang
from dashboard.releases.store import Store
from dashboard.view.view import Parsed
from layouts.page import client_state as shell
from layouts.page.interactive import Touchable
from layouts.parts import filters as controls
from layouts.parts import headline


def framed(
    page: Touchable,
    parsed: Parsed,
    store: Store,
    lang: Lang,
    *,
    found: dict[str, Any],
    sections: Sequence[Any],
    trust: str = "trust",
    bar: Touchable | None = None,
) -> html.Div:
    """The page as one column.

    `found` is its content; `trust` names the line of trust in it, and `bar` is the page with
    only the controls that stand in the bar.
    """
    return html.Div(
        [
            shell.shown(page, parsed.view, store, lang),
            controls.filter_bar(bar or page, store, parsed.view, lang),
            *headline.opening(page, parsed, found, lang, trust=trust),
            *sections,
        ],
        className=f"column page-{page.key}",
    )
