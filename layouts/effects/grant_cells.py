"""The cells of the grant: all of them as one table, and a region's own with the reason for each."""

from typing import Any

from dashboard.funding import cells as grant_cells
from dashboard.funding.why_cells import why
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts import example_mark, file_links, picture_parts
from layouts.parts.at_hand import at_hand
from layouts.parts.door import door
from layouts.parts.region_name import region_name
from layouts.parts.sorting import Sorting
from layouts.parts.word_table import grid_table

HEAT, WHY = "eff-cells", "eff-why"
_ENDINGS = ("title", "measure", "table")
_WHY_ENDINGS = ("title", "measure", "table", "sentence")

_REGION, _MONTH = Text("Region", "Region"), Text("Månad", "Month")
_SUM = Text("Av 18", "Of 18")
_GROUPS = (Text("Överbeläggningar", "Overcrowding"),
           Text("Utlokaliserade patienter", "Outplaced patients"))  # fmt: skip
_XLSX = Text("Excel (arbetsbok)", "Excel (workbook)")


def cell_parts() -> tuple[tuple[str, str], ...]:
    """Id and property of all that follows the view."""
    return (
        *((f"{HEAT}-{end}", "children") for end in _ENDINGS),
        *((f"{WHY}-{end}", "children") for end in _WHY_ENDINGS),
    )


def cell_values(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    """The changing values by component id."""
    found = _tables(dataset, view, lang)
    return found | {
        f"{name}-{end}": [
            found[f"{name}-{end}"], *_way(dataset, view, found[f"{name}-title"], lang)
        ]
        for name, end in ((HEAT, "measure"), (WHY, "sentence"))
    }  # fmt: skip


@at_hand("rule", "against", "events")
def _tables(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    found, own = grant_cells.heat(dataset, lang), why(dataset, view, lang)
    return {
        f"{HEAT}-title": found.title,
        f"{HEAT}-measure": found.measure,
        f"{HEAT}-table": [_heat(found, Sorting(f"{HEAT}-table", dataset, view, lang))],
        f"{WHY}-title": own.title,
        f"{WHY}-measure": own.measure,
        f"{WHY}-table": [
            grid_table(
                own.title, own.grid, _MONTH.in_(lang), Sorting(f"{WHY}-table", dataset, view, lang)
            )
        ],
        f"{WHY}-sentence": own.sentence,
    }


def _way(dataset: Dataset, view: View, title: str, lang: Lang) -> list[Any]:
    said = CANNOT_BE_DECIDED.in_(lang) in title
    return example_mark.to_example(dataset, view, lang) if said else []


def cell_sections(parts: dict[str, Any], lang: Lang) -> list[Html]:
    """The table of all cells with its files, then the region's own."""
    return [
        html.Section(
            _closed(HEAT, parts,
                picture_parts.scrolling(f"{HEAT}-table", parts, f"{HEAT}-title"),
                html.Div(
                    [*file_links.csv_links(HEAT, lang), workbook_link(lang)], className="caption"
                ),
            ),
            className="part part-cells",
            id=HEAT,
        ),
        html.Section(
            _closed(WHY, parts,
                picture_parts.scrolling(f"{WHY}-table", parts, f"{WHY}-title"),
                html.P(parts[f"{WHY}-sentence"], className="sentence", id=f"{WHY}-sentence"),
            ),
            className="part part-why",
            id=WHY,
        ),
    ]  # fmt: skip


def workbook_link(lang: Lang) -> Html:
    """The grant as a workbook: amounts, cells, rules tried."""
    address = f"/files/grant.xlsx?lang={lang}"
    return html.A(_XLSX.in_(lang), className="file", data_file=address, href=address)


def _closed(name: str, parts: dict[str, Any], *inside: Html) -> list[Any]:
    measure = html.P(parts[f"{name}-measure"], className="measure", id=f"{name}-measure")
    return [door(html.H2(parts[f"{name}-title"], id=f"{name}-title"), [measure, *inside])]


def _heat(heat: grant_cells.Heat, sorting: Sorting) -> Html:
    lang = sorting.lang
    groups = [html.Th(words.in_(lang), colSpan=len(heat.months), scope="colgroup")
              for words in _GROUPS]  # fmt: skip
    of_all = list(enumerate(heat.months * len(_GROUPS), 1))
    region = sorting.head(0, _REGION.in_(lang), rowSpan=2)
    told = any(row.total is not None for row in heat.rows)
    sums = [sorting.head(len(of_all) + 1, _SUM.in_(lang), rowSpan=2)] if told else []
    places = sorting.places([_ordered_by(row) for row in heat.rows])
    return html.Table(
        [
            html.Caption(heat.title, className="unseen"),
            html.Thead(
                [
                    html.Tr([region, *groups, *sums]),
                    html.Tr([sorting.head(*one) for one in of_all]),
                ]
            ),
            html.Tbody([_row(heat.rows[place], sorting.view) for place in places]),
        ]
    )  # fmt: skip


def _ordered_by(row: grant_cells.HeatRow) -> tuple[str, ...]:
    """The name, the number of each cell without the signs around it, and the sum."""
    numbers = (
        words.removesuffix(f" {grant_cells.MODELLED_MARK}").split(" ")[-1] for words, _ in row.cells
    )
    return (row.name, *numbers, row.total or "")


def _row(row: grant_cells.HeatRow, view: View) -> Html:
    cells = [html.Td(words, className=kind) for words, kind in row.cells]
    total = [] if row.total is None else [html.Td(row.total, className="sum")]
    name = region_name(row.name, row.code, view.region)
    whole = [html.Th(name, scope="row"), *cells, *total]
    return html.Tr(whole, className="chosen" if row.code == view.region else "")
