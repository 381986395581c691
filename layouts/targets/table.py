"""The targets of all regions as a real table; a press on a region's name chooses it."""

from collections.abc import Sequence

from dashboard.language.text import Lang, Text
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.unit_targets import table
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts.region_name import region_name
from layouts.parts.sorting import Sorting

NAME = "tgt-regions"
_REGION = Text("Region", "Region")


def target_table(dataset: Dataset, view: View, lang: Lang) -> Html:
    """Sweden first, then the regions in their order; the one looked at is marked."""
    found = table.grid(dataset, view, lang)
    heads = (_REGION.in_(lang), *found.heads)
    sorting = Sorting(NAME, dataset, view, lang)
    return html.Table(
        [
            html.Caption(table.title(dataset, view, lang), className="unseen"),
            html.Thead(html.Tr(sorting.heads(heads, found.rows))),
            html.Tbody(
                [
                    _row(ALL_CODES[place], found.rows[place][0], found.rows[place][1:], view)
                    for place in sorting.places(found.rows)
                ]
            ),
        ]
    )


def _row(code: str, name: str, cells: Sequence[str], view: View) -> Html:
    whole = [
        html.Th(region_name(name, code, view.region), scope="row"),
        html.cells(cells),
    ]
    mark = "sweden" if code == SWEDEN else "chosen" if code == view.region else ""
    return html.Tr(whole, className=mark)
