"""Who the peers are, why, and how to choose others: a table whose head holds the weights."""

from typing import Any

from dashboard.language.formatting import number
from dashboard.language.text import Lang, Text
from dashboard.peers.peers import MUTUAL, peers_of
from dashboard.peers.table import Cell, PeerRow, PeerTable, feature_name, feature_unit, peer_table
from dashboard.reference.regions import REGIONS
from dashboard.releases.dataset import Dataset
from dashboard.view.peer_choice import FEATURES, MOST_PEERS, USUAL_COUNT, Feature, peer_choice
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts import controls, file_links
from layouts.parts.door import behind
from layouts.parts.region_name import named

NAME = "cmp-who"
COUNT, OWN = "cmp-count", "cmp-own"
_ENDINGS = ("title", "measure", "rows", "remark", "source")
_MOST_WEIGHT, _STEP, _USUAL_WEIGHT = 99, 0.5, 1

_REGION, _DISTANCE = Text("Region", "Region"), Text("Avstånd", "Distance")
_HOW_MANY = Text("Antal liknande regioner", "Number of similar regions")
_WEIGHT, _WEIGHT_OF = Text("Vikt", "Weight"), Text("Vikt för {}", "Weight of {}")
_OWN = Text("Eller välj egna regioner", "Or choose regions of your own")
_HINT = Text(
    "Ändras antalet eller en vikt jämförs med de mest lika, ändras ett kryss med de kryssade. Utan "
    "kryss är det åter de mest lika. Allt står i adressen.",
    "A change of the number or of a weight compares with the most alike, a change of a tick with "
    "those ticked. Without ticks it is the most alike again. All of it stands in the address.",
)
_SHARE = Text("{} % av avståndet", "{}% of the distance")


def weight_id(feature: Feature) -> str:
    """The id of a feature's weight; a script reads the feature from it."""
    return f"cmp-weight-{feature}"


def editor_parts() -> tuple[tuple[str, str], ...]:
    """Id and property of all that follows the view in the editor."""
    return (
        *((f"{NAME}-{end}", "children") for end in _ENDINGS),
        (COUNT, "value"),
        *((weight_id(feature), "value") for feature in FEATURES),
        (OWN, "value"),
    )


def editor_values(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    """The changing values by component id; ticked are those the region is compared with now."""
    found, choice = peer_table(dataset, view, lang), peer_choice(view.peers)
    given = dict(choice.weights)
    return {
        f"{NAME}-title": found.title,
        f"{NAME}-measure": found.measure,
        f"{NAME}-rows": _rows(found, view.region, lang),
        f"{NAME}-remark": found.remark,
        f"{NAME}-source": found.source,
        COUNT: choice.count,
        **{weight_id(feature): given.get(feature, _USUAL_WEIGHT) for feature in FEATURES},
        OWN: sorted(peers_of(dataset, view.region, view.peers)),
    }


def editor_section(parts: dict[str, Any], lang: Lang) -> Html:
    """The section; `parts` are the values by component id."""
    return html.Section(
        behind(html.H2(parts[f"{NAME}-title"], id=f"{NAME}-title"), [
            html.P(parts[f"{NAME}-measure"], className="measure", id=f"{NAME}-measure"),
            html.Div(
                [
                    _count(parts, lang),
                    html.Div(
                        _table(parts, lang),
                        aria_labelledby=f"{NAME}-title",
                        className="table-wrap",
                        id=f"{NAME}-table",
                        role="region",
                        tabIndex=0,
                    ),
                    html.P(parts[f"{NAME}-remark"], className="remark", id=f"{NAME}-remark"),
                    _own(parts, lang),
                    html.P(_HINT.in_(lang), className="hint"),
                ],
                className="editor",
                data_peers="1",
            ),
            html.Div(
                [
                    html.P(parts[f"{NAME}-source"], className="source", id=f"{NAME}-source"),
                    *file_links.csv_links("cmp-peers", lang, f"{NAME}-title"),
                ],
                className="caption",
            ),
        ], closed=True),
        className="part part-who",
        id=NAME,
    )  # fmt: skip


def _count(parts: dict[str, Any], lang: Lang) -> Html:
    return html.Div(
        [
            html.Label(_HOW_MANY.in_(lang), htmlFor=COUNT),
            controls.Input(id=COUNT, max=MOST_PEERS, min=1, step=1, type="number",
                           value=parts[COUNT], size="sm", data_usual=str(USUAL_COUNT)),
        ],
        className="how-many",
    )  # fmt: skip


def _own(parts: dict[str, Any], lang: Lang) -> Html:
    options = [{"value": one.code, "label": one.name.in_(lang)} for one in REGIONS]
    return html.Fieldset(
        [
            html.Legend(_OWN.in_(lang)),
            controls.Checklist(id=OWN, value=parts[OWN], options=options),
        ],
        className="own",
    )


def _table(parts: dict[str, Any], lang: Lang) -> Html:
    features = [_head(feature, lang) for feature in FEATURES]
    heads = [html.Th(_REGION.in_(lang), scope="col"), html.Th(_DISTANCE.in_(lang), scope="col")]
    mutual = MUTUAL.in_(lang)
    weights = [html.Td(_weight(feature, parts, lang)) for feature in FEATURES]
    return html.Table(
        [
            html.Thead(
                [
                    html.Tr([*heads, *features, html.Th(mutual.capitalize(), scope="col")]),
                    html.Tr([html.Th(_WEIGHT.in_(lang), scope="row"), html.Td(), *weights,
                             html.Td()], className="weights"),
                ]
            ),
            html.Tbody(parts[f"{NAME}-rows"], id=f"{NAME}-rows"),
        ]
    )  # fmt: skip


def _head(feature: Feature, lang: Lang) -> Html:
    unit = feature_unit(feature, lang)
    words = [feature_name(feature, lang), *([html.Span(f" {unit}")] if unit else [])]
    return html.Th(words, scope="col")


def _weight(feature: Feature, parts: dict[str, Any], lang: Lang) -> list[Html]:
    id_, name = weight_id(feature), feature_name(feature, lang)
    return [
        html.Label(_WEIGHT_OF.in_(lang).format(name.lower()), className="unseen", htmlFor=id_),
        controls.Input(id=id_, max=_MOST_WEIGHT, min=0, step=_STEP, type="number",
                       value=parts[id_], size="sm", data_usual=str(_USUAL_WEIGHT)),
    ]  # fmt: skip


def _rows(peer_table: PeerTable, chosen: str, lang: Lang) -> list[Html]:
    own = [_row(peer_table.own, chosen, lang, "chosen")] if peer_table.own else []
    return [*own, *(_row(one, chosen, lang, "") for one in peer_table.rows)]


def _row(row: PeerRow, chosen: str, lang: Lang, mark: str) -> Html:
    mutual = f"⇄ {MUTUAL.in_(lang)}" if row.mutual else ""
    cells = [
        html.Th(named(row.name, chosen), scope="row"),
        html.Td(row.distance),
        *(html.Td(_cell(cell, lang)) for cell in row.cells),
        html.Td(mutual),
    ]
    return html.Tr(cells, className=mark)


def _cell(cell: Cell, lang: Lang) -> list[Any]:
    """The reading, and the feature's part in the distance as a bar with its share in words."""
    if cell.part is None:
        return [cell.words]
    share = _SHARE.in_(lang).format(number(100 * cell.part, 0, lang))
    return [
        html.Span(cell.words, className="reading"),
        html.Span(className="part-bar", style={"--part": str(cell.part)},
                   aria_hidden="true"),
        html.Span(share, className="share"),
    ]  # fmt: skip
