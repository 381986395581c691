"""The lines of a picture, as the files of a pack draw them."""

from collections.abc import Sequence

from dashboard.dialogue.pack import Plate, Plot, Series
from dashboard.figures.picture import Picture
from dashboard.figures.time_series import TimeSeries
from dashboard.figures.xmr import XmrChart
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text

Ranges = Sequence[tuple[float, float] | None]

_PERIOD = Text("Period", "Period")
_HIGH, _LOW = (
    Text("Spannets högsta", "Highest of range"),
    Text("Spannets lägsta", "Lowest of range"),
)
_MEAN, _TARGET = Text("Medelnivå", "Mean"), Text("Mål", "Target")
_UPPER, _LOWER = Text("Övre gräns", "Upper limit"), Text("Nedre gräns", "Lower limit")


def plate(key: str, picture: Picture, own: str, ranges: Ranges = ()) -> Plate:
    """The picture with its lines; `own` is the name of the region, whose line has `ranges`.

    Raises:
        TypeError: its chart has no lines over time.
    """
    chart = picture.chart
    if isinstance(chart, TimeSeries):
        plot = _of_series(chart, picture)
    elif isinstance(chart, XmrChart):
        plot = _of_limits(chart, picture, own, ranges)
    else:
        raise TypeError(f"no lines over time: {type(chart).__name__}")
    return Plate(
        key, picture.title, picture.measure, picture.sentence, plot, _grid(plot, picture.lang),
        picture.source,
    )  # fmt: skip


def _grid(plot: Plot, lang: Lang) -> Grid:
    """The numbers of the plot in words, the latest period first."""
    lines = zip(*(one.values for one in plot.series), strict=True)
    rows = [
        (period, *(formatting.number(value, plot.decimals, lang) for value in values))
        for period, values in zip(plot.periods, lines, strict=True)
    ]
    heads = (_PERIOD.in_(lang), *(one.name for one in plot.series))
    return Grid(heads, tuple(reversed(rows)))


def _of_series(chart: TimeSeries, picture: Picture) -> Plot:
    lines = tuple(
        Series(line.name, _rounded(line.y, chart.decimals), line.role)
        for line in chart.lines
        if line.role != "background"
    )
    return _plot(chart.periods, lines, picture)


def _of_limits(chart: XmrChart, picture: Picture, own: str, ranges: Ranges) -> Plot:
    points, lang = chart.points, picture.lang
    lows, highs = zip(*(one or (None, None) for one in ranges), strict=True) if ranges else ((), ())
    named: tuple[tuple[str, Sequence[float | None], str], ...] = (
        (own, [p.y for p in points], "selected"),
        (_HIGH.in_(lang), highs, "range"),
        (_LOW.in_(lang), lows, "range"),
        (_MEAN.in_(lang), [p.mean for p in points], "mean"),
        (_UPPER.in_(lang), [p.upl for p in points], "limit"),
        (_LOWER.in_(lang), [p.lpl for p in points], "limit"),
        (_TARGET.in_(lang), [chart.target] * len(points), "target"),
    )
    lines = tuple(
        Series(name, _rounded(values, chart.decimals), role)
        for name, values, role in named
        if role == "selected" or any(v is not None for v in values)
    )
    return _plot(chart.periods, lines, picture)


def _plot(periods: Sequence[str], lines: tuple[Series, ...], picture: Picture) -> Plot:
    of, lang = picture.indicator, picture.lang
    named = tuple(formatting.period(one, lang, short=True) for one in periods)
    return Plot(named, lines, of.decimals, of.unit.short.in_(lang))


def _rounded(values: Sequence[float | None], decimals: int) -> tuple[float | None, ...]:
    return tuple(None if v is None or v != v else round(v, decimals) for v in values)
