"""The regional table as a real table, with a dumbbell from last year to now."""

from dashboard.language.text import Lang, Text
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.situation.regional_table import RegionTable, Row
from dashboard.view.sort_choice import REGIONS
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts.region_name import region_name
from layouts.parts.sorting import Sorting

_REGION, _CHANGE = Text("Region", "Region"), Text("Förändring", "Change")


def region_table(table: RegionTable, dataset: Dataset, view: View, lang: Lang) -> Html:
    """The rows in the order of `table`; a press on a region's name chooses it, on a heading sorts.

    The order stands in the address.
    """
    heads = [_REGION.in_(lang), *table.heads[:2], _CHANGE.in_(lang), *table.heads[2:]]
    sorting = Sorting(REGIONS, dataset, view, lang)
    return html.Table(
        [
            html.Caption(table.title, className="unseen"),
            html.Thead(
                html.Tr([sorting.head(*one) for one in enumerate(heads)]),
            ),
            html.Tbody([_row(row, view) for row in table.rows]),
        ]
    )


def _row(row: Row, view: View) -> Html:
    told = [_told(*one) for one in zip(row.cells, row.ranges, strict=True)]
    cells = [
        html.Th(region_name(row.name, row.code, view.region), scope="row"),
        *told[:2],
        html.Td(_dumbbell(row), className="dumbbell"),
        *told[2:],
    ]
    return html.Tr(cells, className=_mark(row, view))


def _told(value: str, ends: str) -> Html:
    return html.Td([value, " ", html.Small(ends)] if ends else value)


def _mark(row: Row, view: View) -> str:
    if row.code == SWEDEN:
        return "sweden"
    return "chosen" if row.code == view.region else ""


def _dumbbell(row: Row) -> list[Html]:
    """Ring for last year, dot for now; the numbers beside say the same."""
    drawn: list[Html] = [
        html.Span(className=kind, style={"--at": str(place)})
        for place, kind in ((row.before, "ring"), (row.now, "dot"))
        if place is not None
    ]
    return [html.Span(drawn, className="rail", aria_hidden="true")]
