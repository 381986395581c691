"""A region's measure with its own limits, which tell a change from a movement."""

from collections.abc import Sequence

from dashboard.figures import xmr
from dashboard.figures.icons import icon
from dashboard.figures.picture import Picture
from dashboard.figures.range_band import Band
from dashboard.gaps import target_status
from dashboard.indicators.registry import OCCUPANCY, Indicator
from dashboard.language import formatting
from dashboard.language.text import Lang
from dashboard.reference.periods import grain_of
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.situation import control_chart_words
from dashboard.statistics.xmr import Point
from dashboard.values import labels, remarks, trends, values
from dashboard.values.estimate_ranges import band_of
from dashboard.values.may_be_said import undecided
from dashboard.values.timeline import marks_of, rings_of, told
from dashboard.view.view import View


def control_chart_picture(
    dataset: Dataset, view: View, indicator: Indicator, lang: Lang
) -> Picture:
    """An XmR chart of the view's region; years are drawn without limits."""
    measured = trends.of_indicator(view, indicator.key)
    periods = values.periods_of(dataset, measured)
    points = _points(dataset, measured)
    start = 0 if grain_of(measured.period) == "year" else max(0, len(points) - measured.span)
    shown = periods[start : len(points)] or periods
    judged = trends.judged(dataset, measured)
    changes = judged is not None and judged.method == "same_month_change"
    chart = xmr.XmrChart(
        periods=shown,
        points=points[start:] or [_bare(i, None) for i in range(len(shown))],
        decimals=indicator.decimals,
        marks=marks_of(dataset, shown, lang),
        rings=((), ()) if changes else _rings(dataset, measured, shown),
        target=None if changes else _target(dataset, measured),
        now=measured.period,
        preliminary=() if changes else _preliminary(dataset, measured, shown),
        clipped=not changes,
        band=_band(dataset, measured, shown),
    )

    return Picture(
        title=control_chart_words.title(dataset, measured, _target(dataset, measured), lang),
        measure=control_chart_words.measure(dataset, measured, lang),
        sentence=control_chart_words.sentence(dataset, measured, lang),
        chart=chart,
        table=xmr.table_of(chart, lang),
        file=labels.stem(measured, "xmr"),
        lang=lang,
        source=labels.source(dataset, measured, lang, shown),
        indicator=indicator,
        notes=remarks.notes_on(dataset, measured, (view.region,), shown, lang),
        events=told(dataset, shown, lang),
        icons=() if undecided(dataset, measured) else _icons(dataset, measured, lang),
        # That nothing is judged by estimates is what the title says.
        repeats=undecided(dataset, measured) is not None,
    )


def _band(dataset: Dataset, view: View, shown: Sequence[str]) -> Band:
    ends = band_of(dataset, view, view.region, shown)
    return ends if any(ends) else ()


def _icons(dataset: Dataset, view: View, lang: Lang) -> tuple[tuple[str, str], ...]:
    signal, assured = control_chart_words.verdicts(dataset, view, _target(dataset, view))
    found = [(icon(signal), control_chart_words.verdict_words(dataset, view).in_(lang))]
    found += [(icon(assured.kind), assured.words.in_(lang))] if assured else []
    return tuple((image, formatting.capitalised(verdict)) for image, verdict in found)


def _points(dataset: Dataset, view: View) -> list[Point]:
    judged = trends.judged(dataset, view)
    if judged is None:
        row = values.series(dataset, view)[ALL_CODES.index(view.region)].tolist()
        return [_bare(i, None if v != v else v) for i, v in enumerate(row)]
    lead = [_bare(i, None) for i in range(trends.first_judged(dataset, view))]
    return [*lead, *judged.chart.points]


def _rings(
    dataset: Dataset, view: View, shown: Sequence[str]
) -> tuple[Sequence[str], Sequence[float]]:
    return rings_of(dataset, view, shown, (view.region,)).get(view.region, ((), ()))


def _preliminary(dataset: Dataset, view: View, shown: Sequence[str]) -> list[tuple[str, float]]:
    row = values.series(dataset, view)[ALL_CODES.index(view.region)]
    still = [p for p in shown if p in dataset.months and dataset.is_preliminary(view.region, p)]
    found = [(period, float(row[dataset.months.index(period)])) for period in still]
    return [(period, value) for period, value in found if value == value]


def _bare(i: int, y: float | None) -> Point:
    return Point(i + 1, y, 0, None, None, None, None, None, True)


def _target(dataset: Dataset, view: View) -> float | None:
    if view.of is not OCCUPANCY:
        return None
    return target_status.standing(dataset, view, view.region, view.stream).target
