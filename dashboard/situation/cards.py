"""The five cards of the national page: a value, last year's, a signal, what it means in beds."""

from dataclasses import replace

from dashboard.figures.sparkline import sparkline
from dashboard.frozen import frozen
from dashboard.gaps import target_status
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    DISTANCE_TO_GUIDELINE,
    OCCUPANCY,
    OUTPLACEMENT,
    OVERCROWDING,
    PROGRESS_TO_GUIDELINE,
    Good,
    Indicator,
)
from dashboard.language import formatting
from dashboard.language.counting import agreed
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import days_in, months_of, same_period_last_year
from dashboard.reference.regions import CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.statistics.verdict_words import VERDICTS
from dashboard.targets.shortfall import GUIDELINE, progress
from dashboard.values import imported, labels, trends, values
from dashboard.values.estimate_ranges import range_of
from dashboard.values.its_care import in_its_care
from dashboard.values.may_be_said import undecided
from dashboard.values.ratios import FULL_COVERAGE
from dashboard.values.values import Value
from dashboard.view.view import View

_SHOWN = (AVAILABLE_BEDS, OVERCROWDING, OUTPLACEMENT, OCCUPANCY, DISTANCE_TO_GUIDELINE)

_AGAINST = Text("{} mot {}", "{} against {}")
_AGAINST_SAME = Text("{} mot {} i samma {} regioner", "{} against {} in the same {} regions")
_PATIENTS = Text("motsvarar {} patienter per dygn", "equals {} patients a day")
_TO_TARGET = Text("{} procentenheter mot målet {} %", "{} points against the target {}%")
_NO_TARGET_YET = Text("Målet gäller från maj 2023", "The target is in force from May 2023")
_OVER_A_YEAR = Text("medeltal över tolv månader", "average over twelve months")
_PROGRESS = Text("{} % av vägen (mellan {} och {})", "{}% of the way (between {} and {})")
_COVERAGE = Text("{} regioner", "{} regions")
_PRELIMINARY = Text("{} % av platserna: preliminärt", "{}% of the beds: preliminary")
_RANGE = Text("skattat, {}–{}", "estimated, {}–{}")
_ONE_REGION = Text("{}: {}", "{}: {}")


@frozen
class Card:
    """A card; `number` is a dash and `lines` holds the reason where there is no value."""

    name: str
    number: str
    unit: str
    spark: str
    verdict: str
    lines: tuple[str, ...]


def cards(dataset: Dataset, view: View, lang: Lang) -> tuple[Card, ...]:
    """Sweden's cards for the view's period, care and stream."""
    return tuple(_card(dataset, _for_card(view, one), view, lang) for one in _SHOWN)


def _for_card(view: View, indicator: Indicator) -> View:
    own = in_its_care(view, indicator.key)
    # The guideline concerns all somatic care, whatever part of it is looked at.
    return replace(own, care="somatic", stream="all") if indicator.derived else own


def _card(dataset: Dataset, view: View, asked: View, lang: Lang) -> Card:
    country = replace(view, region=SWEDEN)
    value = values.at(dataset, country)[0]
    name, unit = view.of.short_name.in_(lang), view.of.unit.short.in_(lang)
    if value.value is None:
        reason = (value.reason or Text("", "")).in_(lang)
        absent = labels.NOT_AVAILABLE.in_(lang).capitalize()
        return Card(name, formatting.NONE, "", "", absent, (reason,))
    past = trends.history(dataset, country, SWEDEN, 24)
    lines = _lines(dataset, view, country, value, lang)
    lines.append(_concerns(value, view, asked, lang))
    number = labels.number(value.value, view.of, lang)
    return Card(
        name=name,
        number=number,
        unit=agreed(f"{number} {unit}").removeprefix(f"{number} "),
        spark=sparkline(past),
        verdict=_verdict(dataset, country, lang),
        lines=tuple(line for line in lines if line),
    )


def _verdict(dataset: Dataset, view: View, lang: Lang) -> str:
    if view.of is OCCUPANCY:
        own = target_status.standing(dataset, view, SWEDEN, view.stream)
        if not own.in_force:
            return _NO_TARGET_YET.in_(lang)
        met = own.distance is not None and round(own.distance, 1) <= 0
        word = VERDICTS["target_met" if met else "target_missed"]
        return formatting.capitalised(word.words.in_(lang))
    # No rule judges what is an average over twelve months already.
    if view.of.good is Good.NEUTRAL or (view.of.derived and not undecided(dataset, view)):
        return ""
    words = undecided(dataset, view) or trends.signal_words(trends.trend(dataset, view))
    return formatting.capitalised(words.in_(lang))


def _lines(dataset: Dataset, view: View, country: View, value: Value, lang: Lang) -> list[str]:
    change = trends.change(dataset, country)
    before = formatting.period(same_period_last_year(view.period), lang, short=True)
    lines = []
    if change is not None:
        moved = formatting.number(change, view.of.decimals, lang, signed=True)
        same = trends.panel(dataset, country)
        against = _AGAINST if same is None else _AGAINST_SAME
        said = against.in_(lang).format(moved, before, same)
        lines.append(said + _before_modelled(dataset, country, lang))
    lines.append(_OVER_A_YEAR.in_(lang) if view.of.derived else "")
    lines.append(_range(value, view, lang))
    lines.append(_meaning(dataset, country, value, lang))
    lines.append(_in_region(dataset, view, lang))
    return lines


def _before_modelled(dataset: Dataset, view: View, lang: Lang) -> str:
    """A remark where a reported value is held against an estimated one."""
    before = replace(view, period=same_period_last_year(view.period))
    held = imported.is_imported(dataset, view, SWEDEN)
    apart = held and not imported.is_imported(dataset, before, SWEDEN)
    return labels.IS_ESTIMATED.in_(lang) if apart else ""


def _range(value: Value, view: View, lang: Lang) -> str:
    """`skattat, 3,9–4,9`: the 80 % range of an estimate; empty for what is none."""
    if value.low is None or value.high is None:
        return ""
    ends = (labels.number(end, view.of, lang) for end in (value.low, value.high))
    return _RANGE.in_(lang).format(*ends)


def _meaning(dataset: Dataset, view: View, value: Value, lang: Lang) -> str:
    """The value as patients, beds or a distance, whichever the indicator means."""
    if view.of is OCCUPANCY:
        own = target_status.standing(dataset, view, SWEDEN, view.stream)
        return _TO_TARGET.in_(lang).format(
            formatting.number(own.distance, 1, lang, signed=True),
            formatting.number(own.target, 1 if view.stream == "all" else 0, lang),
        )
    if view.of is DISTANCE_TO_GUIDELINE and value.value is not None:
        way = replace(view, indicator=PROGRESS_TO_GUIDELINE.key)
        done = progress((GUIDELINE.need_total or 0) - value.value)
        low, high = range_of(dataset, way, SWEDEN) or (done.low, done.high)
        points = (formatting.number(p, 0, lang) for p in (done.point, low, high))
        return _PROGRESS.in_(lang).format(*points)
    if view.of.unit.per == 100 and value.numerator is not None:
        days = sum(days_in(month) for month in months_of(view.period))
        patients = value.numerator / days
        return _PATIENTS.in_(lang).format(formatting.number(patients, 0, lang))
    return ""


def _in_region(dataset: Dataset, view: View, lang: Lang) -> str:
    """The chosen region's own value on a line, empty for the country."""
    if view.region == SWEDEN:
        return ""
    own = trends.value(dataset, view)
    words = labels.number(own, view.of, lang) if own is not None else formatting.NONE
    return _ONE_REGION.in_(lang).format(name_of(view.region).in_(lang), words)


def _concerns(value: Value, view: View, asked: View, lang: Lang) -> str:
    """The care of a card that is not the page's, and who lacks in it; else empty."""
    other = (view.care, view.stream) != (asked.care, asked.stream)
    said = [labels.care(view, lang)] if other else []
    if value.reporting < len(CODES):
        regions = formatting.share(value.reporting, len(CODES), lang)
        said.append(_COVERAGE.in_(lang).format(regions))
    if value.coverage is not None and value.coverage < FULL_COVERAGE:
        share = formatting.number(100 * value.coverage, 0, lang)
        said.append(_PRELIMINARY.in_(lang).format(share))
    return " · ".join(said)
