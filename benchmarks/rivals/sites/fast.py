"""The same figures as plain dicts out of arrays, the fastest a rival can be handed."""

from typing import Any

import numpy as np
import pandas as pd
from content import INDICATORS, SPAN, STREAMS, TARGETS, stamp

Asked = tuple[str, str, str]


class Arrays:
    """The frame by indicator and stream as region x month."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.months = sorted(frame["month"].unique())
        self.regions = sorted(frame["region"].unique())
        self._at = {month: place for place, month in enumerate(self.months)}
        names = (*INDICATORS, "bed_days")
        self._values = {
            (name, stream): part.pivot(index="region", columns="month", values=name).to_numpy()
            for stream, part in frame.groupby("stream")
            for name in names
        }

    def row(self, name: str, stream: str, period: str) -> list[float]:
        """The regions' values of a month, the country first."""
        return self._values[name, stream][:, self._at[period]].tolist()

    def lines(self, name: str, stream: str) -> np.ndarray:
        """The last five years of each region."""
        return self._values[name, stream][:, -SPAN:]


def _laid_out(title: str, height: int, **more: Any) -> dict[str, Any]:
    margin = {"l": 50, "r": 20, "t": 40, "b": 40}
    return {
        "title": {"text": title},
        "height": height,
        "margin": margin,
        "showlegend": False,
    } | more


def map_figure(arrays: Arrays, borders: Any, asked: Asked) -> dict[str, Any]:
    """The chosen indicator of each region; `borders` may be an address."""
    period, indicator, stream = asked
    trace = {
        "type": "choropleth", "geojson": borders, "colorscale": "Cividis",
        "locations": arrays.regions[1:], "z": arrays.row(indicator, stream, period)[1:],
    }  # fmt: skip
    geo = {
        "visible": False, "projection": {"type": "mercator"},
        "lonaxis": {"range": [10, 25]}, "lataxis": {"range": [55, 69.2]},
    }  # fmt: skip
    return {"data": [trace], "layout": _laid_out(stamp(*asked), 560, geo=geo)}


def series_figure(arrays: Arrays, shown: str, asked: Asked) -> dict[str, Any]:
    """An indicator of the regions and the country over five years, with the month marked."""
    period, _, stream = asked
    x = arrays.months[-SPAN:]
    traces = [
        {"type": "scatter", "mode": "lines", "x": x, "y": y, "name": region}
        for region, y in zip(
            arrays.regions, arrays.lines(shown, stream).round(2).tolist(), strict=True
        )
    ]
    marker = {"type": "line", "x0": period, "x1": period, "y0": 0, "y1": 1, "yref": "paper"}
    title = f"{INDICATORS[shown][0]} {stamp(*asked)}"
    return {"data": traces, "layout": _laid_out(title, 340, shapes=[marker])}


def bullets_figure(arrays: Arrays, asked: Asked) -> dict[str, Any]:
    """The country's occupancy by stream beside the targets."""
    values = [arrays.row("occupancy", stream, asked[0])[0] for stream in STREAMS]
    bars = {"type": "bar", "orientation": "h", "x": values, "y": list(STREAMS)}
    marks = {
        "type": "scatter", "mode": "markers",
        "x": [100 * share for share in TARGETS.values()], "y": list(TARGETS),
    }  # fmt: skip
    return {"data": [bars, marks], "layout": _laid_out(stamp(*asked), 240)}


def card_values(arrays: Arrays, asked: Asked) -> list[tuple[str, str]]:
    """Names and values of the country's indicators and its beds."""
    period, _, stream = asked
    cards = [
        (words, f"{arrays.row(name, stream, period)[0]:.1f}")
        for name, (words, _) in INDICATORS.items()
    ]
    return [
        *cards,
        (f"Vårddygn {STREAMS[stream]}", f"{arrays.row('bed_days', stream, period)[0]:.0f}"),
    ]


def table_frame(arrays: Arrays, asked: Asked) -> pd.DataFrame:
    """The three indicators of each region."""
    period, _, stream = asked
    columns = {name: np.round(arrays.row(name, stream, period), 1) for name in INDICATORS}
    return pd.DataFrame({"region": arrays.regions, **columns})
