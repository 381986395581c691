"""The parts of Data och kvalitet that say how things are defined, and where to get the data."""

from functools import lru_cache
from typing import Any

from dashboard.checks.rules import DOTS, RULES, SEVERITIES
from dashboard.indicators import handbook
from dashboard.indicators.registry import INDICATORS, OCCUPANCY, Indicator
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.quality.definitions import (
    Since,
    counting_hours,
    definitions_since,
    established,
    occupancy_both_ways,
)
from dashboard.quality.finding import SORTS
from dashboard.quality.grades import GRADE_RULES
from dashboard.reference.regions import name_of
from dashboard.reference.tables import Reference
from dashboard.releases.dataset import Dataset
from dashboard.view import addresses
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts import file_links, picture_parts, prose
from layouts.parts.door import behind
from layouts.parts.prose import Piece
from layouts.parts.region_name import named
from layouts.parts.sorting import Sorting
from layouts.quality.tables import row, table
from layouts.quality.texts import MEASURES

_WAY, _VALUE = Text("Sätt att räkna", "Way of counting"), Text("Värde", "Value")
_INCLUDED = Text("Med överbelagda patienter", "With overcrowded patients")
_EXCLUDED = Text("Utan överbelagda patienter", "Without overcrowded patients")
_APART = Text("Skillnad, procentenheter", "Difference, percentage points")
_HOURS_TITLE = Text("Räknas vid olika klockslag: jämför inte",
                    "Counted at different hours: do not compare")  # fmt: skip
_HOURS = Text(
    "Länderna räknar olika saker vid olika klockslag. Siffrorna kan inte ställas bredvid varandra.",
    "The countries count different things at different hours. The figures cannot be set side by "
    "side.",
)
_HOUR_HEADS = (
    Text("Land", "Country"), Text("Klockslag", "Hour"), Text("Vad som räknas", "What is counted"),
    Text("Källa", "Source"),
)  # fmt: skip
_ESTABLISHED_TITLE = Text("Fastställda och disponibla vårdplatser",
                          "Established and available beds")  # fmt: skip
_ESTABLISHED_HEADS = (
    Text("Plats", "Place"), Text("När", "When"), Text("Fastställda", "Established"),
    Text("Disponibla", "Available"), Text("Stängda", "Closed"), Text("Källa", "Source"),
)  # fmt: skip
_ESTABLISHED = Text(
    "Fastställda platser är de som finns på papperet. Disponibla är de som kan användas, med "
    "bemanning, och det är de som allt här räknas på.",
    "Established beds are those on paper. Available beds are those that can be used, with staff, "
    "and everything here is counted on those.",
)
_SINCE_HEADS = (
    Text("Mått", "Indicator"), Text("Gäller från", "Applies from"),
    Text("Definition", "Definition"), Text("Källa", "Source"),
)  # fmt: skip
_RULE_HEADS = (
    Text("Regel", "Rule"), Text("Grad", "Severity"), Text("Slår till när", "Fires when"),
    Text("Släcker pricken", "Puts out the dot"),
)  # fmt: skip
_RULES = Text("Reglerna R01–R16", "The rules R01–R16")
_GRADES = Text("Betygen A–D", "The grades A–D")
_SORTS = Text("Det som frågorna letar efter", "What the questions look for")
_MODELLED = Text(
    "Skattade månader rapporteras av ingen. Betyget säger om siffrorna hänger ihop, och aldrig "
    "att en region har rapporterat väl.",
    "Nobody reports estimated months. The grade says whether the figures hang together, and never "
    "that a region has reported well.",
)
_INDICATORS = Text("Måtten", "The indicators")
_MORE = Text("Formel, källa och förbehåll i Metod", "Formula, source and caveats in Method")


def section(
    name: str, title: str, body: str, parts: dict[str, Any], lang: Lang, *after: Html,
    files: bool = True, closed: bool = True,
) -> Html:  # fmt: skip
    """A heading that states the finding, what it rests on, a table, its files and what follows."""
    return html.Section(
        behind(html.H2(parts[title], id=title), [
            html.P(MEASURES[name].in_(lang), className="measure"),
            picture_parts.scrolling(body, parts, title),
            *after,
            *(
                [html.Div(file_links.csv_links(name, lang, title), className="caption")]
                if files
                else []
            ),
        ], closed=closed),
        className=f"part part-{name}",
        id=name,
    )  # fmt: skip


def two_ways(dataset: Dataset, view: View, name: str, lang: Lang) -> Html:
    """Occupancy with and without overcrowded patients in the view's region and period."""
    pair = occupancy_both_ways(dataset, view)
    numbers = [formatting.number(one, OCCUPANCY.decimals, lang) for one in pair]
    apart = None if pair[0] is None or pair[1] is None else pair[0] - pair[1]
    rows = [
        row(_INCLUDED.in_(lang), numbers[0]),
        row(_EXCLUDED.in_(lang), numbers[1]),
        row(_APART.in_(lang), formatting.number(apart, 1, lang)),
    ]
    return table(name, (_WAY, _VALUE), rows, lang)


def since_table(name: str, sorting: Sorting) -> Html:
    """Which definition applies since when, the view's own indicator first."""
    reference, lang = sorting.dataset.reference, sorting.lang
    own = own_definitions(reference, sorting.view)
    rest = [one for one in definitions_since(reference) if one not in own]
    told = [_since(one, lang) for one in (*own, *rest)]
    rows = [row(*cells, chosen=place < len(own)) for place, cells in enumerate(told)]
    return table(name, _SINCE_HEADS, rows, lang, sorting, told)


def own_definitions(reference: Reference, view: View) -> list[Since]:
    """The definitions of the view's own indicator, from the first to the latest."""
    return [one for one in definitions_since(reference) if view.of in one.indicators]


def _since(since: Since, lang: Lang) -> tuple[str, ...]:
    names = [indicator.short_name.in_(lang) for indicator in since.indicators]
    return (
        ", ".join(dict.fromkeys(names)), formatting.date(since.valid_from, lang),
        since.text.in_(lang), since.source,
    )  # fmt: skip


@lru_cache(maxsize=4)
def hours(reference: Reference, lang: Lang) -> list[Html]:
    """When countries count, with the word not to compare."""
    rows: list[list[Piece]] = [
        [one.country.in_(lang), one.hour, one.counts.in_(lang),
         html.A(one.source, href=one.url) if one.url else one.source]
        for one in counting_hours(reference)
    ]  # fmt: skip
    title = _HOURS_TITLE.in_(lang)
    heads = [head.in_(lang) for head in _HOUR_HEADS]
    return [html.H3(title), html.P(_HOURS.in_(lang)), prose.table(title, heads, rows)]


def established_beds(lang: Lang, table: Html) -> list[Html]:
    """The `table` of published counts under what they are."""
    title = _ESTABLISHED_TITLE.in_(lang)
    return [html.H3(title), html.P(_ESTABLISHED.in_(lang)), table]


def established_table(reference: Reference, view: View, lang: Lang) -> Html:
    """Every published count of established or closed beds."""
    rows: list[list[Piece]] = []
    for one in established(reference):
        counts = (one.established, one.available, one.closed)
        rows.append([
            named(one.place or name_of(one.region).in_(lang), view.region),
            formatting.date(one.first_day, lang),
            *(formatting.number(count, 0, lang) for count in counts),
            reference.sources[one.source].label,
        ])  # fmt: skip
    title = _ESTABLISHED_TITLE.in_(lang)
    heads = [head.in_(lang) for head in _ESTABLISHED_HEADS]
    return prose.table(title, heads, rows)


@lru_cache(maxsize=4)
def rule_book(lang: Lang) -> list[Html]:
    """The rules, the grades and what the questions look for, each folded."""
    rules: list[list[Piece]] = [
        [f"{rule.id} {rule.name.in_(lang)}", SEVERITIES[rule.severity].in_(lang),
         rule.text.in_(lang), DOTS[rule.dot].in_(lang) if rule.dot else "–"]
        for rule in RULES
    ]  # fmt: skip
    heads = [head.in_(lang) for head in _RULE_HEADS]
    name = _RULES.in_(lang)
    sorts = [(sort.name.in_(lang), sort.looks_for.in_(lang)) for sort in SORTS]
    grades = [(grade, words.in_(lang)) for grade, words in GRADE_RULES.items()]
    return [
        prose.more(_GRADES.in_(lang), prose.entries(grades), html.P(_MODELLED.in_(lang))),
        prose.more(name, prose.table(name, heads, rules)),
        prose.more(_SORTS.in_(lang), prose.entries(sorts)),
    ]


@lru_cache(maxsize=4)
def handbook_of(reference: Reference, lang: Lang) -> list[Html]:
    """Each indicator with its definition, and the way to all that it declares."""
    return [
        prose.more(_INDICATORS.in_(lang), html.Dl([piece for one in INDICATORS
                                                   for piece in _entry(reference, one, lang)]))
    ]  # fmt: skip


def _entry(reference: Reference, indicator: Indicator, lang: Lang) -> list[Html]:
    (_, definition), *_ = handbook.describe(indicator, lang, reference.sources)
    address = f"{addresses.METHOD.in_(lang)}#{indicator.key}"
    more = html.A(
        _MORE.in_(lang), aria_label=f"{_MORE.in_(lang)}: {indicator.name.in_(lang)}", href=address
    )
    return [html.Dt(indicator.name.in_(lang)), html.Dd([definition, " ", more])]
