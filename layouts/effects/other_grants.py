"""The grants of other years as published facts, and the money of 2025 by region."""

from dashboard.funding.history import capacity_2025, other_payouts
from dashboard.funding.rules import grants
from dashboard.language.formatting import number
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.reference.tables import Reference
from dashboard.releases.dataset import Dataset
from layouts import html
from layouts.html import Html
from layouts.parts.door import behind
from layouts.parts.word_table import grid_table

_ID = "eff-grants"
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


def grants_section(dataset: Dataset, lang: Lang) -> Html:
    """The pots as a table; the regions and the other payments folded below."""
    table = grid_table(_TITLE.in_(lang), _pots(dataset.reference, lang), _YEAR.in_(lang))
    return html.Section(
        behind(html.H2(_TITLE.in_(lang), id=f"{_ID}-title"), [
            html.P(_MEASURE.in_(lang), className="measure"),
            html.Div(
                [table],
                aria_labelledby=f"{_ID}-title",
                className="table-wrap",
                role="region",
                tabIndex=0,
            ),
            _folded(_BY_REGION, _by_region(dataset.reference, lang), lang),
            _folded(_OTHERS, _others(dataset.reference, lang), lang),
        ], closed=True),
        className="part part-words part-grants",
        id=_ID,
    )  # fmt: skip


def _folded(title: Text, grid: Grid, lang: Lang) -> Html:
    words = title.in_(lang)
    table = html.Div(
        grid_table(words, grid, _REGION.in_(lang)),
        aria_label=words,
        className="table-wrap as-list",
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
