"""The tables of Metod, each row written by a declaration."""

from dashboard.indicators.gap_names import GAPS
from dashboard.indicators.registry import (
    OUTPLACEMENT,
    OVERCROWDING,
    STREAM_NAMES,
    Indicator,
)
from dashboard.language.formatting import date, number, period
from dashboard.language.text import Lang, Text
from dashboard.reference.events import Event
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.targets.guidelines import GUIDELINES
from dashboard.targets.occupancy_targets import TARGETS
from layouts.html import Html
from layouts.parts.prose import between, table
from layouts.parts.sorting import Sorting
from layouts.sources.sources_table import linked, titled

_FROM_ON = Text("från {}", "from {}")
_UNTIL = Text("{} till {}", "{} to {}")
_YES, _NO = Text("ja", "yes"), Text("nej", "no")
_SECONDARY = Text("Uppgift i andra hand.", "Known at second hand.")
_GUIDELINE_NAMES = {
    "guideline_total": Text(
        "Regeringens tal, med intensivvård", "Government, intensive care incl."
    ),
    "guideline_without_icu": Text("Utan intensivvård", "Without intensive care"),
    "guideline_icu": Text("Intensivvård", "Intensive care"),
}


def targets_table(name: str, dataset: Dataset, lang: Lang) -> Html:
    """Every target for occupancy, with when it holds and who set it."""
    heads = (
        Text("Vård", "Care"), Text("Riktvärde, procent", "Guideline, per cent"),
        Text("Gäller", "In force"), Text("Källa", "Source"), Text("Anmärkning", "Note"),
    )  # fmt: skip
    rows = [
        [
            STREAM_NAMES[one.stream].in_(lang),
            number(one.target_pct, 0, lang),
            _in_force(one.valid_from, one.valid_to, lang),
            titled(dataset.reference.sources[one.source_id], lang),
            one.note.in_(lang),
        ]
        for one in TARGETS
    ]
    return table(name, [head.in_(lang) for head in heads], rows)


def guidelines_table(name: str, dataset: Dataset, lang: Lang) -> Html:
    """Every published number of missing beds, in all its versions."""
    heads = (
        Text("Riktvärde", "Guideline"), Text("Gäller", "In force"),
        GAPS["distance"].name, Text("Utgångsläge", "Starting point"),
        Text("Källa", "Source"), Text("Anmärkning", "Note"),
    )  # fmt: skip
    rows = [
        [
            _GUIDELINE_NAMES[one.series].in_(lang),
            _in_force(one.valid_from, one.valid_to, lang),
            number(one.gap, 0, lang),
            number(one.baseline, 0, lang),
            titled(dataset.reference.sources[one.source_id], lang),
            one.note.in_(lang),
        ]
        for one in GUIDELINES
    ]
    return table(name, [head.in_(lang) for head in heads], rows)


def residuals_table(name: str, sorting: Sorting) -> Html:
    """Sweden by year: what is published, and how far the estimated months lie from it."""
    dataset, lang = sorting.dataset, sorting.lang
    heads = (
        Text("År", "Year"),
        Text("Överbeläggningar, publicerat", "Overcrowding, published"),
        Text("Skattat minus publicerat", "Estimated minus published"),
        Text("Utlokaliserade, publicerat", "Outplacement, published"),
        Text("Skattat minus publicerat", "Estimated minus published"),
        Text("Somatiska platser, skattade", "Somatic beds, estimated"),
        Text("Beläggning, skattad, procent", "Occupancy, estimated, per cent"),
    )
    found = dataset.manifest["residuals"]
    over, out = (_published_years(dataset, one) for one in (OVERCROWDING, OUTPLACEMENT))
    rows = [
        [
            year,
            number(over[year], 1, lang),
            number(found["over"]["national_years"][year], 2, lang, signed=True),
            number(out[year], 1, lang),
            number(found["out"]["national_years"][year], 2, lang, signed=True),
            number(found["somatic_beds"][year], 0, lang),
            number(found["occupancy"][year], 1, lang),
        ]
        # Years that only imports reach are not estimated.
        for year in dataset.year_labels
        if year in found["occupancy"]
    ]
    return table(name, [head.in_(lang) for head in heads], rows, kind="numbers", sorting=sorting)


def timeline_table(name: str, sorting: Sorting) -> Html:
    """Every event, oldest first."""
    dataset, lang = sorting.dataset, sorting.lang
    heads = (
        Text("När", "When"), Text("Händelse", "Event"), Text("Vad som hände", "What happened"),
        Text("Påverkar rapporteringen", "Affects reporting"), Text("Källa", "Source"),
    )  # fmt: skip
    rows = [
        [
            _when(event, lang),
            event.title.in_(lang),
            _told(event, lang),
            (_YES if event.affects_reporting else _NO).in_(lang),
            linked(event.source, event.url, lang),
        ]
        for event in dataset.reference.events
    ]
    return table(name, [head.in_(lang) for head in heads], rows, sorting=sorting)


def _published_years(dataset: Dataset, indicator: Indicator) -> dict[str, float]:
    series = indicator.published[0]
    sweden = dataset.years[series.series, series.care][ALL_CODES.index(SWEDEN)]
    return dict(zip(dataset.year_labels, sweden.tolist(), strict=True))


def _in_force(first: str, last: str, lang: Lang) -> str:
    if not last:
        return _FROM_ON.in_(lang).format(date(first, lang))
    return _UNTIL.in_(lang).format(date(first, lang), date(last, lang))


def _when(event: Event, lang: Lang) -> str:
    days = [day for day in (event.date, event.end_date) if day]
    exact = event.precision == "day"
    return between(date(day, lang) if exact else period(day[:7], lang) for day in days)


def _told(event: Event, lang: Lang) -> str:
    text = event.text.in_(lang)
    return f"{text} {_SECONDARY.in_(lang)}" if event.secondary else text
