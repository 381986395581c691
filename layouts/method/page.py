"""Metod: how every figure is made, written by the declarations it is computed with."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dashboard.indicators import handbook
from dashboard.indicators.registry import INDICATORS, Indicator
from dashboard.language.formatting import date, number
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.targets import occupancy_targets, shortfall
from dashboard.view import addresses
from layouts import html
from layouts.html import Html
from layouts.method import tables, texts
from layouts.method.back_test import back_test
from layouts.method.model import model, signals
from layouts.method.scenario import scenario
from layouts.method.targets import unit_targets
from layouts.page.ordered_page import ordered_page
from layouts.page.page import Page
from layouts.parts import prose
from layouts.parts.sorting import Sorting
from layouts.sources.page import SOURCES_AT, TRAPS, TRAPS_AT
from layouts.sources.page import TITLE as SOURCES

TITLE = Text("Metod", "Method")
_THE_INDICATORS = Text("Måtten", "The indicators")
_THE_REST = Text("Formel, källa och förbehåll: {}", "Formula, source and caveats: {}")
_SHOW = Text("Visa tabellen: {}", "Show the table: {}")
# The patients of the worked example (docs/methods.md 1.6).
_ACUTE, _PLANNED = 800, 200

Part = Callable[[Sorting], list[Html]]


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page; the residuals and the counts are those of the dataset's release."""
    return ordered_page(TITLE, texts.LEAD, _sections, dataset, lang, query)


def _sections(sorting: Sorting) -> list[Html]:
    return [
        prose.section(anchor, title.in_(sorting.lang), *part(sorting), closed=True)
        for anchor, title, part in _PARTS
    ]


def _unordered(part: Callable[[Dataset, Lang], list[Html]]) -> Part:
    """A part without a table that can be ordered."""
    return lambda sorting: part(sorting.dataset, sorting.lang)


def _principles(dataset: Dataset, lang: Lang) -> list[Html]:
    return [prose.entries((name.in_(lang), text.in_(lang)) for name, text in texts.PRINCIPLES)]


def _indicators(dataset: Dataset, lang: Lang) -> list[Html]:
    links = [(one.key, one.name.in_(lang)) for one in INDICATORS]
    return [
        html.P(texts.INDICATORS.in_(lang)),
        prose.contents(_THE_INDICATORS.in_(lang), links),
        *(part for one in INDICATORS for part in _indicator(dataset, one, lang)),
    ]


def _indicator(dataset: Dataset, indicator: Indicator, lang: Lang) -> list[Html]:
    (_, definition), *rest = handbook.describe(indicator, lang, dataset.reference.sources)
    name = indicator.name.in_(lang)
    return [
        html.H3(name, id=indicator.key),
        html.P(definition),
        prose.more(_THE_REST.in_(lang).format(name), prose.entries(rest)),
    ]


def _targets(dataset: Dataset, lang: Lang) -> list[Html]:
    whole, mixed, before = texts.TARGETS
    example = (
        number(_ACUTE, 0, lang),
        number(_PLANNED, 0, lang),
        number(occupancy_targets.required_beds(_ACUTE, _PLANNED), 0, lang),
        number(100 * (occupancy_targets.mixed_target(_ACUTE, _PLANNED) or 0), 1, lang),
    )
    first = date(min(one.valid_from for one in occupancy_targets.TARGETS), lang)
    return [
        html.P(whole.in_(lang)),
        html.P(mixed.in_(lang).format(*example)),
        html.P(before.in_(lang).format(first)),
        tables.targets_table(_TARGETS.in_(lang), dataset, lang),
    ]


def _guidelines(dataset: Dataset, lang: Lang) -> list[Html]:
    one = shortfall.GUIDELINE
    beds = [number(count, 0, lang) for count in (one.gap, one.baseline, one.need_total)]
    return [
        *prose.paragraphs((text.format(*beds) for text in texts.GUIDELINES), lang),
        tables.guidelines_table(_GUIDELINES.in_(lang), dataset, lang),
    ]


def _distance(dataset: Dataset, lang: Lang) -> list[Html]:
    need = number(shortfall.GUIDELINE.need_total, 0, lang)
    variants = [Text(f"{key}: {text.sv}", f"{key}: {text.en}")
                for key, text in shortfall.VARIANTS.items()]  # fmt: skip
    return [
        html.P(shortfall.STAMP.in_(lang), className="notice"),
        *prose.paragraphs((text.format(need) for text in texts.DISTANCE), lang),
        prose.bullets(variants, lang),
        html.P(shortfall.LEFT_OUT.in_(lang)),
        *prose.paragraphs((text.format(need) for text in texts.DISTANCE_MORE), lang),
    ]


def _timeline(sorting: Sorting) -> list[Html]:
    lang = sorting.lang
    table = tables.timeline_table(_TIMELINE.in_(lang), replace(sorting, name="timeline-table"))
    return [html.P(texts.TIMELINE.in_(lang)), _folded(_TIMELINE, table, lang)]


def _elsewhere(anchor: str) -> Part:
    """A part that stands on the page of sources, whose old address leads there."""

    def part(sorting: Sorting) -> list[Html]:
        lang = sorting.lang
        way = html.A(
            texts.SOURCES[anchor].in_(lang), href=f"{addresses.SOURCES.in_(lang)}#{anchor}"
        )
        return [html.P(way)]

    return part


def _folded(name: Text, table: Html, lang: Lang) -> Html:
    return prose.more(_SHOW.in_(lang).format(name.in_(lang).lower()), table)


_TARGETS = Text("Riktvärden för beläggning", "Guidelines for occupancy")
_UNITS = Text("Mål som följer enhetens storlek", "Targets that follow the size of the unit")
_GUIDELINES = Text("Riktvärden för antalet vårdplatser", "Guidelines for the number of beds")
_TIMELINE = Text("Tidslinjen", "The timeline")

# The parts in order: address after the #, heading, and what stands under it.
_PARTS: tuple[tuple[str, Text, Part], ...] = (
    ("principles", Text("Principer", "Principles"), _unordered(_principles)),
    ("indicators", _THE_INDICATORS, _unordered(_indicators)),
    ("targets", _TARGETS, _unordered(_targets)),
    ("unit-targets", _UNITS, _unordered(unit_targets)),
    ("guidelines", _GUIDELINES, _unordered(_guidelines)),
    ("regional-distance",
     Text("Avståndet per region är en skattning", "The distance by region is an estimate"),
     _unordered(_distance)),
    ("scenario", Text("Scenario", "Scenario"), _unordered(scenario)),
    ("estimated-months", Text("De skattade månaderna", "The estimated months"), model),
    ("back-test", Text("Så har skattningarna prövats", "How the estimates were tried"), back_test),
    ("signals", Text("Förändring eller slump", "Change or chance"), _unordered(signals)),
    ("timeline", _TIMELINE, _timeline),
    (TRAPS_AT, TRAPS, _elsewhere(TRAPS_AT)),
    (SOURCES_AT, SOURCES, _elsewhere(SOURCES_AT)),
)  # fmt: skip

PAGE = Page(
    key="method",
    path=addresses.METHOD,
    title=TITLE,
    place="footer",
    layout=layout,
)
