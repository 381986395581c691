"""The charts there are, and how each is painted for the screen."""

from collections.abc import Callable
from typing import Any

from dashboard.figures import (
    arrow_map,
    bullet,
    chance_histogram,
    change_parts,
    curves,
    dot_plot,
    dumbbell,
    fan,
    forest,
    funnel,
    gap_line,
    interval,
    multiples,
    policy_time,
    pooling,
    progress_line,
    region_map,
    reporting_marks,
    scatter,
    signed_bars,
    stacked_bars,
    strip_plot,
    target_curve,
    theme,
    time_series,
    tornado,
    waterfall,
    xmr,
)
from dashboard.figures.theme import Figure
from dashboard.frozen import frozen
from dashboard.language.text import Lang


@frozen
class Blank:
    """A chart that does not stand on the page; its place has the height in px."""

    height: int


Chart = (
    Blank
    | arrow_map.ArrowMap
    | bullet.Bullets
    | chance_histogram.ChanceHistogram
    | change_parts.ChangeParts
    | curves.Curves
    | dot_plot.DotPlot
    | dumbbell.Dumbbells
    | fan.Fan
    | forest.Forest
    | funnel.FunnelPlot
    | gap_line.GapLine
    | interval.Interval
    | multiples.Multiples
    | policy_time.PolicyTime
    | pooling.Pooling
    | progress_line.ProgressLine
    | region_map.RegionMap
    | reporting_marks.ReportingMarks
    | scatter.Scatter
    | signed_bars.SignedBars
    | stacked_bars.StackedBars
    | strip_plot.StripPlot
    | target_curve.TargetCurve
    | time_series.TimeSeries
    | tornado.Tornado
    | waterfall.Waterfall
    | xmr.XmrChart
)


def _blank(chart: Blank, _: Lang) -> Figure:
    nothing = theme.hidden_axis()
    return {
        "data": [], "layout": {"height": chart.height, "xaxis": nothing, "yaxis": nothing},
    }  # fmt: skip


PAINTERS: dict[type, Callable[[Any, Lang], Figure]] = {
    Blank: _blank,
    arrow_map.ArrowMap: arrow_map.to_plotly,
    bullet.Bullets: bullet.to_plotly,
    chance_histogram.ChanceHistogram: chance_histogram.to_plotly,
    change_parts.ChangeParts: change_parts.to_plotly,
    curves.Curves: curves.to_plotly,
    dot_plot.DotPlot: dot_plot.to_plotly,
    dumbbell.Dumbbells: dumbbell.to_plotly,
    fan.Fan: fan.to_plotly,
    forest.Forest: forest.to_plotly,
    funnel.FunnelPlot: funnel.to_plotly,
    gap_line.GapLine: gap_line.to_plotly,
    interval.Interval: interval.to_plotly,
    multiples.Multiples: multiples.to_plotly,
    policy_time.PolicyTime: policy_time.to_plotly,
    pooling.Pooling: pooling.to_plotly,
    progress_line.ProgressLine: progress_line.to_plotly,
    region_map.RegionMap: region_map.to_plotly,
    reporting_marks.ReportingMarks: reporting_marks.to_plotly,
    scatter.Scatter: scatter.to_plotly,
    signed_bars.SignedBars: signed_bars.to_plotly,
    stacked_bars.StackedBars: stacked_bars.to_plotly,
    strip_plot.StripPlot: strip_plot.to_plotly,
    target_curve.TargetCurve: target_curve.to_plotly,
    time_series.TimeSeries: time_series.to_plotly,
    tornado.Tornado: tornado.to_plotly,
    waterfall.Waterfall: waterfall.to_plotly,
    xmr.XmrChart: xmr.to_plotly,
}


def to_plotly(chart: Chart, lang: Lang) -> Figure:
    """The chart as a plotly figure, a plain dict."""
    return PAINTERS[type(chart)](chart, lang)
