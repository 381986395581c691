"""The figures as the documentation of plotly draws them: plotly express on filtered frames."""

from typing import Any

import pandas as pd
import plotly.express as px
from content import INDICATORS, SPAN, STREAMS, SWEDEN, TARGETS, stamp
from plotly.graph_objects import Figure

Asked = tuple[str, str, str]


def map_figure(frame: pd.DataFrame, borders: dict[str, Any], asked: Asked) -> Figure:
    """The chosen indicator of each region."""
    period, indicator, stream = asked
    chosen = frame[(frame["month"] == period) & (frame["stream"] == stream)]
    figure = px.choropleth(
        chosen[chosen["region"] != SWEDEN],
        geojson=borders,
        locations="region",
        color=indicator,
        color_continuous_scale="Cividis",
        title=stamp(*asked),
    )
    figure.update_geos(fitbounds="locations", visible=False)
    return figure.update_layout(height=560)


def series_figure(frame: pd.DataFrame, shown: str, asked: Asked) -> Figure:
    """An indicator of the regions and the country over five years, with the month marked."""
    period, _, stream = asked
    chosen = frame[(frame["stream"] == stream) & frame["month"].isin(_span(frame))]
    # Above a thousand points plotly express turns to WebGL, which not every machine has.
    figure = px.line(
        chosen, x="month", y=shown, color="region", render_mode="svg",
        title=f"{INDICATORS[shown][0]} {stamp(*asked)}",
    )  # fmt: skip
    figure.add_vline(x=period)
    return figure.update_layout(height=340, showlegend=False)


def _span(frame: pd.DataFrame) -> list[str]:
    return sorted(frame["month"].unique())[-SPAN:]


def bullets_figure(frame: pd.DataFrame, asked: Asked) -> Figure:
    """The country's occupancy by stream beside the targets."""
    country = frame[(frame["region"] == SWEDEN) & (frame["month"] == asked[0])]
    figure = px.bar(country, x="occupancy", y="stream", orientation="h", title=stamp(*asked))
    figure.add_scatter(
        x=[100 * share for share in TARGETS.values()], y=list(TARGETS), mode="markers"
    )
    return figure.update_layout(height=240, showlegend=False)


def card_values(frame: pd.DataFrame, asked: Asked) -> list[tuple[str, str]]:
    """Names and values of the country's indicators and its beds."""
    period, _, stream = asked
    chosen = frame["month"].eq(period) & frame["stream"].eq(stream) & frame["region"].eq(SWEDEN)
    row = frame[chosen].iloc[0]
    cards = [(words, f"{row[name]:.1f}") for name, (words, _) in INDICATORS.items()]
    return [*cards, (f"Vårddygn {STREAMS[stream]}", f"{row['bed_days']:.0f}")]


def table_frame(frame: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """The three indicators of each region."""
    period, _, stream = asked
    chosen = frame[(frame["month"] == period) & (frame["stream"] == stream)]
    return chosen[["region", *INDICATORS]].round(1)
