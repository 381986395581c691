"""The targets of all regions as a real table; a press on a region's name chooses it."""

from dashboard.language.text import Lang, Text
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.unit_targets import table
from dashboard.view.view import View
from layouts.html import elements

CONTROL = "tgt-region"
_REGION = Text("Region", "Region")


def target_table(dataset: Dataset, view: View, lang: Lang) -> elements.Html:
    """Sweden first, then the regions in their order; the one looked at is marked."""
    found = table.grid(dataset, view, lang)
    heads = (_REGION.in_(lang), *found.heads)
    return elements.Table(
        [
            elements.Caption(table.title(dataset, view, lang), className="unseen"),
            elements.Thead(elements.Tr([elements.Th(head, scope="col") for head in heads])),
            elements.Tbody(
                [
                    _row(code, name, cells, view)
                    for code, (name, *cells) in zip(ALL_CODES, found.rows, strict=True)
                ]
            ),
        ]
    )


def _row(code: str, name: str, cells: list[str], view: View) -> elements.Html:
    whole = [
        elements.Th(_name(code, name, view), scope="row"),
        *(elements.Td(cell) for cell in cells),
    ]
    mark = "sweden" if code == SWEDEN else "chosen" if code == view.region else ""
    return elements.Tr(whole, className=mark)


def _name(code: str, name: str, view: View) -> elements.Html | str:
    if code == SWEDEN:
        return name
    pressed = "true" if code == view.region else "false"
    sets = {"data-set": CONTROL, "data-value": code, "aria-pressed": pressed}
    return elements.Button(name, type="button", className="linklike", **sets)
