"""What every page that answers touches is laid out in: its controls, its opening, its sections."""

from collections.abc import Sequence
from typing import Any

from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import Parsed
from layouts import html
from layouts.html import Html
from layouts.page import client_state
from layouts.page.interactive_page import InteractivePage
from layouts.parts import filter_bar, headline, sorting


def framed(
    page: InteractivePage,
    parsed: Parsed,
    dataset: Dataset,
    lang: Lang,
    *,
    parts: dict[str, Any],
    sections: Sequence[Any],
    trust: str = "trust",
    bar: InteractivePage | None = None,
) -> Html:
    """The page as one column.

    `parts` is its content; `trust` names the line of trust in it, and `bar` is the page with
    only the controls that stand in the bar.
    """
    return html.Div(
        [
            *([sorting.form(dataset, parsed.view)] if "sort" in page.controls else []),
            filter_bar.filter_bar(bar or page, dataset, parsed.view, lang),
            *headline.opening(page, parsed, parts, lang, trust=trust),
            *sections,
            client_state.shown(page, parsed.view, dataset, lang),
        ],
        className=f"column page-{page.key}",
    )
