"""A region's measure with its own limits, which tell a change from a movement."""

from collections.abc import Sequence

from dashboard.figures import xmr
from dashboard.figures.icons import icon
from dashboard.figures.picture import Picture
from dashboard.gaps import target_status as standing
from dashboard.indicators.registry import OCCUPANCY, Indicator
from dashboard.language import formatting
from dashboard.language.text import Lang
from dashboard.reference.periods import grain_of
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.store import Store
from dashboard.situation import control_chart_words as words
from dashboard.statistics.xmr import Point
from dashboard.values import labels as wording
from dashboard.values import remarks as said
from dashboard.values import trends, values
from dashboard.values.timeline import marks_of, rings_of, told
from dashboard.view.view import View


def own_limits_picture(store: Store, view: View, indicator: Indicator, lang: Lang) -> Picture:
    """An XmR chart of the view's region; years are drawn without limits."""
    own = trends.of_indicator(view, indicator.key)
    periods = values.periods_of(store, own)
    points = _points(store, own)
    start = 0 if grain_of(own.period) == "year" else max(0, len(points) - own.span)
    shown = periods[start : len(points)] or periods
    found = trends.judged(store, own)
    changes = found is not None and found.method == "same_month_change"
    chart = xmr.XmrChart(
        periods=shown,
        points=points[start:] or [_bare(i, None) for i in range(len(shown))],
        decimals=indicator.decimals,
        marks=marks_of(shown, lang),
        rings=((), ()) if changes else _rings(store, own, shown),
        target=None if changes else _target(store, own),
        now=own.period,
        preliminary=() if changes else _preliminary(store, own, shown),
        clipped=not changes,
    )
    figure = xmr.painted(chart, lang)
    figure["layout"]["meta"] |= {
        "file": wording.stem(own, "xmr"),
        "decimals": indicator.decimals,
    }
    return Picture(
        title=words.title(store, own, _target(store, own), lang),
        measure=words.measure(store, own, lang),
        sentence=words.sentence(store, own, lang),
        figure=figure,
        source=wording.source(store, own, lang, shown),
        indicator=indicator,
        notes=said.notes_on(own, (view.region,), shown, lang),
        events=told(shown, lang),
        icons=_icons(store, own, lang),
    )


def _icons(store: Store, view: View, lang: Lang) -> tuple[tuple[str, str], ...]:
    signal, assured = words.verdicts(store, view, _target(store, view))
    found = [(icon(signal), words.VARIATION[signal].in_(lang))]
    found += [(icon(assured), words.ASSURANCE[assured].in_(lang))] if assured else []
    return tuple((image, formatting.capitalised(verdict)) for image, verdict in found)


def _points(store: Store, view: View) -> list[Point]:
    found = trends.judged(store, view)
    if found is None:
        row = values.series(store, view)[ALL_CODES.index(view.region)].tolist()
        return [_bare(i, None if v != v else v) for i, v in enumerate(row)]
    lead = [_bare(i, None) for i in range(trends.first_judged(store, view))]
    return [*lead, *found.chart.points]


def _rings(store: Store, view: View, shown: Sequence[str]) -> tuple[Sequence[str], Sequence[float]]:
    return rings_of(store, view, shown, (view.region,)).get(view.region, ((), ()))


def _preliminary(store: Store, view: View, shown: Sequence[str]) -> list[tuple[str, float]]:
    row = values.series(store, view)[ALL_CODES.index(view.region)]
    still = [p for p in shown if p in store.months and store.is_preliminary(view.region, p)]
    found = [(period, float(row[store.months.index(period)])) for period in still]
    return [(period, value) for period, value in found if value == value]


def _bare(i: int, y: float | None) -> Point:
    return Point(i + 1, y, 0, None, None, None, None, None, True)


def _target(store: Store, view: View) -> float | None:
    if view.of is not OCCUPANCY:
        return None
    return standing.standing(store, view, view.region, view.stream).target
