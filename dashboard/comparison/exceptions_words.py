"""The regions that need attention in words: each condition with its value, and who is left out."""

from collections.abc import Mapping

from dashboard.comparison.exceptions import Attention, Judged, attention
from dashboard.frozen import frozen
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.statistics.xmr_rules import HIGH, SpecialCause
from dashboard.values import labels
from dashboard.values.published_year import compared_view
from dashboard.view.view import View

_TITLES = {
    0: Text("Ingen region sticker ut åt fel håll", "No region stands out the wrong way"),
    1: Text("En region behöver uppmärksamhet: {}", "One region needs attention: {}"),
    2: Text("{} regioner behöver uppmärksamhet", "{} regions need attention"),
}
_UNJUDGED = Text("Vilka regioner som behöver uppmärksamhet kan inte avgöras",
                 "Which regions need attention cannot be decided")  # fmt: skip
_MEASURE = Text(
    "{} · alla tre krävs: utanför egna gränser, sämre än {} och sämre än samma månad i fjol; "
    "störst skillnad först",
    "{} · all three are required: outside own limits, worse than {} and worse than the same month "
    "last year; the largest difference first",
)
_MEASURE_YEAR = Text(
    "{} · alla tre krävs: utanför tratten (95 %), sämre än {} och sämre än året före med mer än "
    "avrundningen; störst skillnad först",
    "{} · all three are required: outside the funnel (95%), worse than {} and worse than the year "
    "before by more than rounding; the largest difference first",
)
_OUTSIDE_FUNNEL = Text("Utanför tratten", "Outside the funnel")
_BEFORE_YEAR = Text("Sämre än året före", "Worse than the year before")
_NOBODY_IN = Text(
    "Ingen region är {} utanför tratten, sämre än riket och sämre än året före på en gång.",
    "No region is outside the funnel, worse than Sweden and worse than the year before at once in "
    "{}.",
)
_FUNNEL_LIMIT = Text("{} mot gränsen {}", "{} against the limit {}")
_YEAR_INSTEAD = Text(
    "Månaderna är skattade och ingen region döms efter dem; listan gäller det publicerade året {}.",
    "The months are estimated and no region is judged by them; the list is of the published year "
    "{}.",
)
_COUNTRY, _TARGET = Text("riket", "Sweden"), Text("målet", "the target")
_HEADS = (
    Text("Region", "Region"), Text("Värde", "Value"),
    Text("Utanför egna gränser", "Outside own limits"), Text("Sämre än {}", "Worse than {}"),
    Text("Sämre än i fjol", "Worse than last year"),
)  # fmt: skip
# By the rule that the last point breaks, in the order of `SpecialCause` pairs.
_RULES: Mapping[SpecialCause, Text] = {
    "Above UCL": Text("över övre gränsen {}", "above the upper limit {}"),
    "Below LCL": Text("under nedre gränsen {}", "below the lower limit {}"),
    "7 Point Trend (Increasing)": Text("sju månader i rad uppåt", "seven months in a row upward"),
    "7 Point Trend (Decreasing)": Text("sju månader i rad nedåt", "seven months in a row downward"),
    "2 in 3 Above CL": Text("två av tre månader nära övre gränsen {}",
                            "two of three months near the upper limit {}"),
    "2 in 3 Below CL": Text("två av tre månader nära nedre gränsen {}",
                            "two of three months near the lower limit {}"),
    "7 Points Above CL": Text("länge över den egna nivån {}",
                              "for long above its own level {}"),
    "7 Points Below CL": Text("länge under den egna nivån {}",
                              "for long below its own level {}"),
}  # fmt: skip
_OF_CHANGE = Text("förändringen från i fjol: {}", "the change from last year: {}")
_APART = Text("{} mot {}", "{} against {}")
_NOBODY_LEFT_OUT = Text("Alla 21 regioner är bedömda.", "All 21 regions have been judged.")
_LEFT_OUT = Text("Inte bedömda: {} ({})", "Not judged: {} ({})")
_ALL_LEFT_OUT = Text("Ingen region är bedömd: {}", "No region has been judged: {}")


@frozen
class Listed:
    """A region of the list and the words of its conditions."""

    region: str
    name: str
    cells: tuple[str, ...]


@frozen
class Exceptions:
    """The list with its words; `empty` stands in place of rows."""

    title: str
    measure: str
    heads: tuple[str, ...]
    rows: tuple[Listed, ...]
    empty: str
    left_out: tuple[str, ...]


def exceptions(dataset: Dataset, view: View, lang: Lang) -> Exceptions:
    """The regions of `attention` in words, and who was not judged and why."""
    asked, view = view, compared_view(dataset, view)
    found = attention(dataset, view)
    yearly = view.data == "published"
    against = _TARGET if any(one.against_target for one in found.judged) else _COUNTRY
    heads = tuple(head.in_(lang).format(against.in_(lang)) for head in _heads(yearly=yearly))
    empty = found.empty_words
    if empty and yearly and found.judged:
        empty = _NOBODY_IN.format(view.period)
    measure = labels.measure(view, lang)
    return Exceptions(
        title=f"{view.period}: {_title(found, lang)}" if yearly else _title(found, lang),
        measure=(_MEASURE_YEAR if yearly else _MEASURE)
        .in_(lang)
        .format(measure, against.in_(lang)),
        heads=heads,
        rows=tuple(_listed(view, one, lang) for one in found.listed),
        empty=empty.in_(lang) if empty else "",
        left_out=(*_instead(asked, view, lang), *_left_out(found, lang)),
    )


def _heads(*, yearly: bool) -> tuple[Text, ...]:
    if not yearly:
        return _HEADS
    return (*_HEADS[:2], _OUTSIDE_FUNNEL, _HEADS[3], _BEFORE_YEAR)


def _instead(asked: View, view: View, lang: Lang) -> tuple[str, ...]:
    return () if asked == view else (_YEAR_INSTEAD.in_(lang).format(view.period),)


def _title(attention: Attention, lang: Lang) -> str:
    if not attention.judged:
        return _UNJUDGED.in_(lang)
    listed = attention.listed
    if len(listed) == 1:
        return _TITLES[1].in_(lang).format(name_of(listed[0].region).in_(lang))
    return _TITLES[min(len(listed), 2)].in_(lang).format(len(listed))


def _listed(view: View, judged: Judged, lang: Lang) -> Listed:
    value, reference, before = (
        labels.number(number, view.of, lang)
        for number in (judged.value, judged.reference, judged.year_before)
    )
    cells = (
        value,
        _rule(view, judged, lang),
        _APART.in_(lang).format(value, reference),
        _APART.in_(lang).format(value, before),
    )
    return Listed(judged.region, name_of(judged.region).in_(lang), cells)


def _rule(view: View, judged: Judged, lang: Lang) -> str:
    if judged.point is None:
        numbers = (labels.number(v, view.of, lang) for v in (judged.value, judged.limit))
        return _FUNNEL_LIMIT.in_(lang).format(*numbers)
    cause = judged.point.special_cause
    if cause is None:
        return ""
    near = judged.point.upl if cause in HIGH else judged.point.lpl
    level = judged.point.mean if "7 Points" in cause else near
    said = _RULES[cause].in_(lang).format(labels.number(level, view.of, lang))
    return _OF_CHANGE.in_(lang).format(said) if judged.of_change else said


def _left_out(attention: Attention, lang: Lang) -> tuple[str, ...]:
    """Who was not judged, reason by reason."""
    by_reason: dict[Text, list[str]] = {}
    for code, why in attention.not_judged:
        by_reason.setdefault(why, []).append(code)
    said = [
        _ALL_LEFT_OUT.in_(lang).format(why.in_(lang))
        if len(codes) == len(CODES)
        else _LEFT_OUT.in_(lang).format(
            ", ".join(name_of(code).in_(lang) for code in codes), why.in_(lang)
        )
        for why, codes in by_reason.items()
    ]
    return tuple(said or [_NOBODY_LEFT_OUT.in_(lang)])
