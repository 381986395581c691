"""Beds, overcrowding and outplacement over the years of the policy, with what happened."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.figures import policy_time
from dashboard.figures.picture import Picture
from dashboard.figures.time_axis import Mark
from dashboard.indicators.registry import BEDS_PER_1000, OUTPLACEMENT, OVERCROWDING, Indicator
from dashboard.language import formatting
from dashboard.language.figure_table import table
from dashboard.language.formatting import number
from dashboard.language.text import Lang, Text
from dashboard.reference.events import Event, Events, events_between
from dashboard.reference.periods import months_of
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values import labels, provenance, trends, values
from dashboard.values import remarks as said
from dashboard.values.timeline import rings_of
from dashboard.view.view import View

# The most whose words find room; those of a kind are all told below.
_MOST_MARKED = 6
_FIRST = "2022-01"
SHOWN: tuple[Indicator, ...] = (BEDS_PER_1000, OVERCROWDING, OUTPLACEMENT)
# The stretch in which performance was paid for (docs/methods.md 6.1).
SPANS = (("2022-02", "2024-12", ""),)

_TITLE = Text(
    "{} per 100 vårdplatser: {} år 2022, {} år {}",
    "{} per 100 beds: {} in 2022, {} in {}",
)
_NO_TITLE = Text(
    "Satsningens år och vad som hände då", "The years of the effort, and what happened"
)
_MEASURE = Text(
    "{}, {}, {} · fältet är februari 2022–december 2024, lodräta linjer är händelser",
    "{}, {}, {} · the field is February 2022–December 2024, upright lines are events",
)
_RINGS = Text(" · ringar är publicerade årsvärden", " · rings are published annual values")
_REPORTING = Text("Påverkar rapporteringen.", "Affects reporting.")
_SECOND_HAND = Text("Känd i andra hand.", "Known at second hand.")
_NO_VALUES = Text("Inga värden finns för den här tiden.", "There are no values for this time.")
_PERIOD = Text("Period", "Period")
KINDS: dict[Events, Text] = {
    "weighty": Text("De viktigaste", "The weightiest"),
    "funding": Text("Pengar", "Money"),
    "policy": Text("Beslut och utvärdering", "Decisions and evaluation"),
    "guideline": Text("Riktvärden", "Guidelines"),
    "supervision": Text("Tillsyn", "Supervision"),
    "reporting": Text("Rapportering", "Reporting"),
    "labour": Text("Arbetsmarknad", "Labour"),
    "epidemic": Text("Smitta", "Epidemics"),
}


def policy_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """Three measures of the view's region, months or years, one under another."""
    panels = [_panel(dataset, _own(view, one), lang) for one in SHOWN]
    periods = _periods(dataset, view)
    chosen = events_shown(dataset, view, periods)
    chart = policy_time.PolicyTime(
        periods=periods,
        panels=panels,
        marks=[Mark(e.first_month, e.title.in_(lang)) for e in chosen[-_MOST_MARKED:]],
        spans=SPANS,
    )

    over = _own(view, OVERCROWDING)
    rings = _RINGS.in_(lang) if view.data != "published" else ""
    span = "–".join(formatting.period(p, lang) for p in (periods[0], periods[-1]))
    return Picture(
        title=_title(dataset, view, lang),
        measure=_MEASURE.in_(lang).format(
            labels.status(dataset, view, lang, periods), _place(view, lang), span
        )
        + rings,
        sentence=" ".join(_sentences(periods, panels, lang)) or _NO_VALUES.in_(lang),
        chart=chart,
        table=table(
            (_PERIOD, *(panel.name for panel in panels)), _rows(periods, panels, lang), lang
        ),
        file=labels.stem(view, "satsningen" if lang == "sv" else "effort"),
        lang=lang,
        source=labels.source(dataset, over, lang),
        indicator=OVERCROWDING,
        notes=said.notes_on(dataset, over, (SWEDEN, view.region), periods, lang),
        events=tuple(_told(event, lang) for event in chosen),
    )


def events_shown(dataset: Dataset, view: View, periods: Sequence[str]) -> tuple[Event, ...]:
    """The events of the view's filter that lie on the axis, in order of date.

    The weightiest are those of the effort's own years.
    """
    events = dataset.reference.events
    first, last = months_of(periods[0])[0], months_of(periods[-1])[-1]
    if view.events == "weighty":
        start = max(first, _FIRST)
        touching = events_between(events, start, last, _MOST_MARKED)
        return tuple(e for e in touching if e.first_month >= start)
    return tuple(e for e in events if e.kind == view.events and first <= e.first_month <= last)


def _own(view: View, indicator: Indicator) -> View:
    return replace(trends.of_indicator(view, indicator.key), stream="all")


def _periods(dataset: Dataset, view: View) -> tuple[str, ...]:
    return dataset.year_labels if view.data == "published" else dataset.months


def _panel(dataset: Dataset, view: View, lang: Lang) -> policy_time.Panel:
    grain = "2025" if view.data == "published" else "2025-01"
    row = values.lines(dataset, replace(view, period=grain), view.of.decimals + 1)
    months = view.data != "published"
    rings = rings_of(dataset, view, dataset.months, (view.region,)) if months else {}
    return policy_time.Panel(
        name=_name(view.of, lang),
        decimals=view.of.decimals,
        values=row[ALL_CODES.index(view.region)],
        rings=rings.get(view.region, ((), ())),
        breaks=provenance.breaks_of(dataset, view),
    )


def _name(indicator: Indicator, lang: Lang) -> str:
    name, unit = indicator.name.in_(lang), indicator.unit.long.in_(lang)
    return name if indicator is BEDS_PER_1000 else f"{name} {unit}"


def _rows(
    periods: Sequence[str], panels: Sequence[policy_time.Panel], lang: Lang
) -> list[list[str]]:
    found = [
        [period, *(number(panel.values[i], panel.decimals, lang) for panel in panels)]
        for i, period in enumerate(periods)
    ]
    return found[::-1]


def _place(view: View, lang: Lang) -> str:
    return labels.place(view, lang)


def _title(dataset: Dataset, view: View, lang: Lang) -> str:
    """Overcrowding in 2022 and in the latest year, as published."""
    own = replace(_own(view, OVERCROWDING), data="published", period=dataset.last_year)
    row = values.lines(dataset, own, own.of.decimals)[ALL_CODES.index(view.region)]
    known = dict(zip(dataset.year_labels, row, strict=True))
    first, last = known.get("2022"), known[dataset.last_year]
    if first is None or last is None:
        return _NO_TITLE.in_(lang)
    name = own.of.name.in_(lang)
    return _TITLE.in_(lang).format(
        name,
        labels.number(first, own.of, lang),
        labels.number(last, own.of, lang),
        dataset.last_year,
    )


def _sentences(
    periods: Sequence[str], panels: Sequence[policy_time.Panel], lang: Lang
) -> list[str]:
    found = []
    for panel in panels:
        known = [(p, v) for p, v in zip(periods, panel.values, strict=True) if v is not None]
        if known:
            ends = (
                f"{number(v, panel.decimals, lang)} ({formatting.period(p, lang)})"
                for p, v in (known[0], known[-1])
            )
            found.append(f"{panel.name}: {' → '.join(ends)}.")
    return found


def _told(event: Event, lang: Lang) -> tuple[str, str]:
    when = formatting.capitalised(formatting.period(event.first_month, lang))
    remarks = [
        words.in_(lang)
        for words, said_ in ((_REPORTING, event.affects_reporting), (_SECOND_HAND, event.secondary))
        if said_
    ]
    source = f"{'Källa' if lang == 'sv' else 'Source'}: {event.source}."
    return f"{when}, {event.title.in_(lang)}", " ".join([event.text.in_(lang), *remarks, source])
