"""Beds per inhabitant against overcrowding, and whether they go together at all."""

from dataclasses import replace
from functools import lru_cache

from dashboard.figures import scatter
from dashboard.figures.picture import Picture
from dashboard.indicators.registry import BEDS_PER_1000, OVERCROWDING
from dashboard.language import formatting
from dashboard.language.figure_table import Table, table
from dashboard.language.text import Lang, Text
from dashboard.peers import emphasis
from dashboard.reference.regions import CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.statistics.rank_correlation import Relation, relation
from dashboard.values import labels, remarks, trends, values
from dashboard.view.view import View

_TITLE = {
    None: Text("För få regioner för att se ett samband", "Too few regions to see a relation"),
    False: Text("Fler vårdplatser: inget tydligt samband med mindre överbeläggning",
                "More beds: no clear relation to less overcrowding"),
    True: Text("Vårdplatser och överbeläggning följs åt, men det visar ingen orsak",
               "Beds and overcrowding go together, but that shows no cause"),
}  # fmt: skip
_MEASURE = Text("{} mot {}, {}{}", "{} against {}, {}{}")
_CROSS = Text(" · korset är riket", " · the cross is Sweden")
_NOT_SHOWN = Text(
    "Inget tydligt samband har visats: rangkorrelationen över {} regioner är {}, och slumpen ger "
    "en minst så stark i {} procent av fallen.",
    "No clear relation has been shown: the rank correlation over {} regions is {}, and chance "
    "gives one at least as strong in {} per cent of cases.",
)
_SHOWN = Text(
    "Rangkorrelationen över {} regioner är {}; slumpen ger en minst så stark i {} procent av "
    "fallen. Vad som är orsak och vad som är verkan går inte att läsa ut.",
    "The rank correlation over {} regions is {}; chance gives one at least as strong in {} per "
    "cent of cases. What is cause and what is effect cannot be read from it.",
)
_TOO_FEW = Text(
    "Det krävs fler regioner med båda värdena; nu finns {}.",
    "It takes more regions with both values; now there are {}.",
)
_ALSO_SKR = Text(
    "SKR såg i juni 2022 ”inget tydligt samband mellan antal vårdplatser och beläggningsgrad” "
    "(Läkartidningen).",
    "In June 2022 SKR saw “no clear relation between the number of beds and occupancy” "
    "(Läkartidningen; our translation).",
)
_CORNERS = (
    Text("färre platser,<br>mer överbelagt", "fewer beds,<br>more overcrowded"),
    Text("fler platser,<br>mer överbelagt", "more beds,<br>more overcrowded"),
    Text("färre platser,<br>mindre överbelagt", "fewer beds,<br>less overcrowded"),
    Text("fler platser,<br>mindre överbelagt", "more beds,<br>less overcrowded"),
)
_REGION = Text("Region", "Region")


def beds_and_over_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The regions by beds per 1 000 inhabitants and overcrowding, without a regression line."""
    # Beds per inhabitant are not split by stream.
    beds = replace(trends.of_indicator(view, BEDS_PER_1000.key), stream="all")
    over = trends.of_indicator(view, OVERCROWDING.key)
    x, y = values.numbers(dataset, beds), values.numbers(dataset, over)
    both = {
        code: (a, b) for code, a, b in zip((SWEDEN, *CODES), x, y, strict=True)
        if a is not None and b is not None and code != SWEDEN
    }  # fmt: skip
    relation = _relation(tuple(a for a, _ in both.values()), tuple(b for _, b in both.values()))
    of_role = emphasis.roles(dataset, view)
    dots = [
        scatter.ScatterDot(name_of(code).in_(lang), a, b, of_role[code], _words(a, b, lang))
        for code, (a, b) in both.items()
    ]
    name = BEDS_PER_1000.name.in_(lang)
    corners = tuple(words.in_(lang) for words in _CORNERS)
    chart = scatter.Scatter(dots, (x[0], y[0]), name_of(SWEDEN).in_(lang), name, corners)  # type: ignore[arg-type]
    when = formatting.period(view.period, lang)
    cross = "" if None in (x[0], y[0]) else _CROSS.in_(lang)
    return Picture(
        title=_TITLE[relation.shown if relation else None].in_(lang),
        measure=_MEASURE.in_(lang).format(
            _of(over, lang), name[:1].lower() + name[1:], when, cross
        ),
        sentence=_sentence(relation, len(both), lang),
        chart=chart,
        table=_table(both, lang),
        file=labels.stem(over, "samband" if lang == "sv" else "relation"),
        lang=lang,
        source=labels.source(dataset, over, lang),
        indicator=OVERCROWDING,
        notes=remarks.notes_on(dataset, over, CODES, (view.period,), lang),
    )


@lru_cache(maxsize=128)
def _relation(xs: tuple[float, ...], ys: tuple[float, ...]) -> Relation | None:
    return relation(xs, ys)


def _of(over: View, lang: Lang) -> str:
    name, unit = OVERCROWDING.name.in_(lang), OVERCROWDING.unit.long.in_(lang)
    return f"{name} {unit}, {labels.care(over, lang)},"


def _words(beds: float, over: float, lang: Lang) -> str:
    of_beds = f"{formatting.number(beds, 2, lang)} {BEDS_PER_1000.unit.short.in_(lang)}"
    number = labels.number(over, OVERCROWDING, lang)
    return f"{of_beds}, {number} {OVERCROWDING.unit.short.in_(lang)}"


def _sentence(relation: Relation | None, regions: int, lang: Lang) -> str:
    if relation is None:
        return _TOO_FEW.in_(lang).format(regions)
    numbers = (
        regions,
        formatting.number(relation.correlation, 2, lang),
        formatting.number(100 * relation.chance, 0, lang),
    )
    said_of = (_SHOWN if relation.shown else _NOT_SHOWN).in_(lang).format(*numbers)
    return said_of if relation.shown else f"{said_of} {_ALSO_SKR.in_(lang)}"


def _table(both: dict[str, tuple[float, float]], lang: Lang) -> Table:
    rows = [
        [name_of(code).in_(lang), formatting.number(a, 2, lang),
         labels.number(b, OVERCROWDING, lang)]
        for code, (a, b) in both.items()
    ]  # fmt: skip
    return table((_REGION, BEDS_PER_1000.short_name, OVERCROWDING.name), rows, lang)
