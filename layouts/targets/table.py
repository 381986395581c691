"""The targets of all regions as a real table; a press on a region's name chooses it."""

from dashboard.language.text import Lang, Text
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.store import Store
from dashboard.unit_targets import table as region_target_table
from dashboard.view.view import View
from layouts.html import elements as light

CONTROL = "tgt-region"
_REGION = Text("Region", "Region")


def target_table(store: Store, view: View, lang: Lang) -> light.Light:
    """Sweden first, then the regions in their order; the one looked at is marked."""
    found = region_target_table.grid(store, view, lang)
    heads = (_REGION.in_(lang), *found.heads)
    return light.Table(
        [
            light.Caption(region_target_table.title(store, view, lang), className="unseen"),
            light.Thead(light.Tr([light.Th(head, scope="col") for head in heads])),
            light.Tbody(
                [
                    _row(code, name, cells, view)
                    for code, (name, *cells) in zip(ALL_CODES, found.rows, strict=True)
                ]
            ),
        ]
    )


def _row(code: str, name: str, cells: list[str], view: View) -> light.Light:
    whole = [light.Th(_name(code, name, view), scope="row"), *(light.Td(cell) for cell in cells)]
    mark = "sweden" if code == SWEDEN else "chosen" if code == view.region else ""
    return light.Tr(whole, className=mark)


def _name(code: str, name: str, view: View) -> light.Light | str:
    if code == SWEDEN:
        return name
    pressed = "true" if code == view.region else "false"
    sets = {"data-set": CONTROL, "data-value": code, "aria-pressed": pressed}
    return light.Button(name, type="button", className="linklike", **sets)
