"""A region's measure with its own limits, which tell a change from a movement."""

from dashboard import formatting, reported, standing, trends, values, wording
from dashboard.figures import xmr
from dashboard.figures.icons import icon
from dashboard.figures.picture import Picture
from dashboard.indicators import OCCUPANCY, Indicator
from dashboard.lang import Lang, Text
from dashboard.periods import grain_of
from dashboard.pictures import said
from dashboard.pictures.timeline import marks_of, rings_of, told
from dashboard.regions import ALL_CODES
from dashboard.spc import Point, Signal
from dashboard.spc_limits import Assurance
from dashboard.store import Store
from dashboard.view import View

VARIATION: dict[Signal, Text] = {
    "improvement": Text("förbättring", "improvement"),
    "deterioration": Text("försämring", "deterioration"),
    "changed": Text("förändrad nivå", "changed level"),
    "no_certain_change": Text("ingen säker förändring", "no certain change"),
    "cannot_be_decided": Text("kan inte avgöras", "cannot be decided"),
}
ASSURANCE: dict[Assurance, Text] = {
    "consistent_pass": Text("klarar målet konsekvent", "meets the target consistently"),
    "consistent_fail": Text("missar målet konsekvent", "misses the target consistently"),
    "inconsistent": Text("träffar målet ibland", "meets the target at times"),
}
_TITLE = Text("{}: {}", "{}: {}")
_WITH_TARGET = Text("{}: {}, {}", "{}: {}, {}")
_MEASURE = Text("{} · streckade linjer är egna gränser", "{} · dashed lines are its own limits")
_TOO_FEW = Text("Tio årsvärden är för få för gränser.", "Ten annual values are too few for limits.")
_FEW_REPORTED = Text(
    "Färre än tolv månader är rapporterade, så gränser kan inte dras. De modellerade månaderna "
    "före är inget att döma en rapporterad efter.",
    "Fewer than twelve months are reported, so no limits can be drawn. The modelled months before "
    "are nothing to judge a reported one by.",
)
_SENTENCE = Text(
    "{} i {}: {}. Nivån är {} med gränserna {} och {}; {}.",
    "{} in {}: {}. The level is {} with the limits {} and {}; {}.",
)
_CAUSES = Text("{} av {} månader avviker", "{} of {} months stand out")
_SEASON = Text("Säsongen är borträknad.", "The season is taken out.")
_NO_SEASON = Text("Säsongen är inte justerad.", "The season is not adjusted for.")
_NARROW = Text(
    "Gränserna är för snäva, då månaderna följer varandra (autokorrelation).",
    "The limits are too narrow, as the months follow one another (autocorrelation).",
)
_MODELLED = Text(
    "Månaderna är modellerade, så också omdömet.", "The months are modelled, and so is the verdict."
)


def own_limits_picture(store: Store, view: View, indicator: Indicator, lang: Lang) -> Picture:
    """An XmR chart of the view's region; years are drawn without limits."""
    own = trends.of_indicator(view, indicator.key)
    periods = values.periods_of(store, own)
    points = _points(store, own)
    start = 0 if grain_of(own.period) == "year" else max(0, len(points) - own.span)
    shown = periods[start : len(points)] or periods
    chart = xmr.XmrChart(
        periods=shown,
        points=points[start:] or [_bare(i, None) for i in range(len(shown))],
        decimals=indicator.decimals,
        marks=marks_of(shown, lang),
        rings=rings_of(store, own, shown, (own.region,)).get(own.region, ((), ())),
        target=_target(store, own),
        now=own.period,
    )
    figure = xmr.painted(chart, lang)
    figure["layout"]["meta"] = {
        "file": wording.stem(own, "xmr"),
        "decimals": indicator.decimals,
    }
    return Picture(
        title=_title(store, own, lang),
        measure=_MEASURE.in_(lang).format(wording.measure(own, lang)),
        sentence=_sentence(store, own, lang),
        figure=figure,
        source=wording.source(store, own, lang, shown),
        indicator=indicator,
        notes=said.notes_on(own, (view.region,), shown, lang),
        events=told(shown, lang),
        icons=_icons(store, own, lang),
    )


def verdicts(store: Store, view: View) -> tuple[Signal, Assurance | None]:
    """The signal of the view's series, and the assurance against its target if it has one."""
    found = trends.judged(store, view, _target(store, view))
    return trends.trend(store, view).signal, found.chart.assurance if found else None


def _icons(store: Store, view: View, lang: Lang) -> tuple[tuple[str, str], ...]:
    signal, assured = verdicts(store, view)
    found = [(icon(signal), VARIATION[signal].in_(lang))]
    found += [(icon(assured), ASSURANCE[assured].in_(lang))] if assured else []
    return tuple((image, formatting.capitalised(words)) for image, words in found)


def _points(store: Store, view: View) -> list[Point]:
    found = trends.judged(store, view)
    if found is None:
        row = values.series(store, view)[ALL_CODES.index(view.region)].tolist()
        return [_bare(i, None if v != v else v) for i, v in enumerate(row)]
    lead = [_bare(i, None) for i in range(trends.first_judged(store, view))]
    return [*lead, *found.chart.points]


def _bare(i: int, y: float | None) -> Point:
    return Point(i + 1, y, 0, None, None, None, None, None, True)


def _target(store: Store, view: View) -> float | None:
    if view.of is not OCCUPANCY:
        return None
    return standing.standing(store, view, view.region, view.stream).target


def _title(store: Store, view: View, lang: Lang) -> str:
    value = trends.value(store, view)
    name = view.of.name.in_(lang)
    if value is None:
        reason = values.at(store, view)[ALL_CODES.index(view.region)].reason
        why = reason.in_(lang) if reason else formatting.NONE
        return said.NOT_THERE.in_(lang).format(name, why)
    signal, assured = verdicts(store, view)
    words = VARIATION[signal].in_(lang)
    if assured is None:
        return _TITLE.in_(lang).format(name, words)
    return _WITH_TARGET.in_(lang).format(name, words, ASSURANCE[assured].in_(lang))


def _sentence(store: Store, view: View, lang: Lang) -> str:
    found = trends.judged(store, view)
    value = trends.value(store, view)
    if value is None:
        return _title(store, view, lang)
    if found is None or not found.chart.points or found.chart.points[-1].mean is None:
        words = _FEW_REPORTED if reported.is_imported(store, view, view.region) else _TOO_FEW
        return words.in_(lang)
    last = found.chart.points[-1]
    standing_out = sum(p.point_type not in (None, "common_cause") for p in found.chart.points)
    numbers = (
        wording.number(v, view.of, lang) for v in (last.mean, max(0.0, last.lpl or 0), last.upl)
    )
    causes = _CAUSES.in_(lang).format(standing_out, len(found.chart.points))
    first = _SENTENCE.in_(lang).format(
        view.of.short_name.in_(lang), formatting.period(view.period, lang),
        wording.number(value, view.of, lang), *numbers, causes,
    )  # fmt: skip
    about = [_SEASON if found.season else _NO_SEASON]
    about += [_NARROW] if found.limits_too_narrow else []
    modelled = view.data == "modelled" and not reported.is_imported(store, view, view.region)
    about += [_MODELLED] if modelled else []
    return " ".join([first, *(text.in_(lang) for text in about)])
