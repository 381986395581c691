"""The honesty panel: what chance pays, what goes unpaid, and the other tests in a table."""

from typing import Any

from dashboard.funding.simulation.chance_picture import cautions
from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from layouts import html
from layouts.parts import picture_parts
from layouts.parts.at_hand import at_hand
from layouts.parts.door import door
from layouts.parts.word_table import grid_table

PICTURES = ("eff-chance", "eff-unpaid")
_TABLE, _TITLE = "eff-cautions", "title"


@at_hand("region", "rule", "against", "events", "sort")
def _cautions(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    title, grid, first = cautions(dataset, lang)
    return {_TITLE: title, _TABLE: grid_table(title, grid, first)}


def chance_sections(dataset: Dataset, view: View, parts: dict[str, Any], lang: Lang) -> list[Any]:
    """Two pictures and the table below them, each behind its title."""
    told = _cautions(dataset, view, lang)
    title = told[_TITLE]
    table = html.Div(
        [told[_TABLE]],
        aria_labelledby=f"{_TABLE}-title",
        className="table-wrap",
        id=f"{_TABLE}-table",
        role="region",
        tabIndex=0,
    )
    return [
        *(picture_parts.picture_section(name, parts, lang, closed=True) for name in PICTURES),
        html.Section(
            [door(html.H2(title, id=f"{_TABLE}-title"), [table])],
            className="part part-words part-cautions",
            id=_TABLE,
        ),
    ]
