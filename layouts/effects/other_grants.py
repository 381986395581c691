"""The grants of other years as published facts, and the money of 2025 by region."""

from dataclasses import replace
from typing import Any

from dashboard.funding.history import capacity_2025, other_payouts
from dashboard.funding.rules import grants
from dashboard.language.formatting import number
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.reference.tables import Reference
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts.at_hand import at_hand
from layouts.parts.door import behind
from layouts.parts.picture_parts import scrolling
from layouts.parts.sorting import Sorting
from layouts.parts.word_table import grid_table

NAME = "eff-grants"
POTS, BY_REGION, OTHERS = f"{NAME}-table", f"{NAME}-by-region", f"{NAME}-others"
_TITLE = Text("Publicerade pengar 2022–2025", "Published money 2022–2025")
_MEASURE = Text(
    "Belopp som regeringen har publicerat. De blandas inte med beräkningen av 2024 års bidrag.",
    "Amounts that the government has published. They are not mixed with the computation of the "
    "grant of 2024.",
)
_HEADS = (Text("Miljoner kronor", "SEK million"), Text("Vad som gäller", "What applies"),
          Text("Källa", "Source"))  # fmt: skip
_YEAR, _REGION = Text("År", "Year"), Text("Region", "Region")
_ABOUT = Text("cirka {}", "about {}")
_BY_REGION = Text("2025 per region: publicerat bredvid regeln",
                  "2025 by region: published beside the rule")  # fmt: skip
_BY_HEADS = (
    Text("Publicerat, kr", "Published, SEK"),
    Text("Regeln, kr", "The rule, SEK"),
    Text("Skillnad i befolkningsdelen, %", "Difference of the part by population, %"),
)
_OTHERS = Text("Andra utbetalningar, som inte är vårdplatsmedel",
               "Other payments, which are not money for beds")  # fmt: skip
_OTHER_HEADS = (Text("Vad", "What"), Text("Period", "Period"), Text("Värde", "Value"),
                Text("Källa", "Source"))  # fmt: skip


def grant_parts() -> tuple[tuple[str, str], ...]:
    """Id and property of what follows the view: the order alone."""
    return tuple((id_, "children") for id_ in (POTS, BY_REGION, OTHERS))


@at_hand("rule", "against", "events", "region")
def grant_values(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    """The tables by component id."""
    reference, region = dataset.reference, _REGION.in_(lang)
    # Long tables that another region leaves as they are.
    anywhere = replace(view, region="")
    tables = {
        POTS: (_TITLE, _pots(reference, lang), _YEAR.in_(lang)),
        BY_REGION: (_BY_REGION, _by_region(reference, lang), region),
        OTHERS: (_OTHERS, _others(reference, lang), region),
    }
    return {
        id_: grid_table(
            title.in_(lang),
            grid,
            first,
            Sorting(id_, dataset, anywhere, lang),
            numbers=id_ == BY_REGION,
        )
        for id_, (title, grid, first) in tables.items()
    }


def grants_section(parts: dict[str, Any], lang: Lang) -> Html:
    """The pots as a table; the regions and the other payments folded below."""
    return html.Section(
        behind(html.H2(_TITLE.in_(lang), id=f"{NAME}-title"), [
            html.P(_MEASURE.in_(lang), className="measure"),
            scrolling(POTS, parts, f"{NAME}-title"),
            _folded(BY_REGION, _BY_REGION.in_(lang), parts),
            _folded(OTHERS, _OTHERS.in_(lang), parts),
        ], closed=True),
        className="part part-words part-grants",
        id=NAME,
    )  # fmt: skip


def _folded(id_: str, words: str, parts: dict[str, Any]) -> Html:
    table = html.Div(
        parts[id_],
        aria_label=words,
        className="table-wrap as-list",
        id=id_,
        role="region",
        tabIndex=0,
    )
    return html.Details([html.Summary(words), table])


def _pots(reference: Reference, lang: Lang) -> Grid:
    rows = []
    for one in grants(reference):
        amount = number(one.amount / 1e6, 1, lang)
        said = _ABOUT.in_(lang).format(amount) if one.approximate else amount
        rows.append(
            (str(one.year), said, one.text.in_(lang), reference.sources[one.source_id].label)
        )
    return Grid(tuple(head.in_(lang) for head in _HEADS), tuple(rows))


def _by_region(reference: Reference, lang: Lang) -> Grid:
    rows = tuple(
        (
            name_of(one.region).in_(lang),
            number(one.published, 0, lang),
            number(one.computed, 0, lang),
            number(one.off, 2, lang, signed=True),
        )
        for one in capacity_2025(reference)
    )
    return Grid(tuple(head.in_(lang) for head in _BY_HEADS), rows)


def _others(reference: Reference, lang: Lang) -> Grid:
    rows = tuple(
        (
            name_of(one.region).in_(lang),
            one.name.in_(lang),
            f"{one.first[:7]}–{one.last[:7]}",
            f"{number(one.value, 0 if one.value == int(one.value) else 1, lang)} {one.unit}",
            reference.sources[one.source_id].label,
        )
        for one in other_payouts(reference)
    )
    return Grid(tuple(head.in_(lang) for head in _OTHER_HEADS), rows)
