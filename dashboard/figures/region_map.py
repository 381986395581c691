"""The county map: five fixed classes, values printed on it, missing as its own class."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.theme import Figure
from dashboard.frozen import frozen
from dashboard.language.text import Lang

# What stands after this in the words of a region is read aloud but not printed on the map.
PRINTED_UP_TO = "\u2002"
# Where the outlines are, by their hash.
GEOMETRY_ADDRESS = "/geo/{}.json"

Points = Mapping[str, tuple[float, float]]

# Regions too small for their value: it stands beside them, at (lon, lat), with a hairline.
_BESIDE = {
    "01": (20.1, 59.25),
    "04": (18.9, 58.35),
    "09": (20.2, 57.6),
    "10": (16.6, 55.65),
    "13": (11.0, 57.0),
}


@frozen
class RegionMap:
    """The regions in `codes`, each with what decides its class and the words for it.

    `values` decide the class (None: missing); `words` are printed on the map and read aloud;
    `cuts` are ascending class limits, one fewer than `colours`; `points` are longitude and
    latitude where a value stands; `geometry` is the address of the GeoJSON, whose feature ids are
    the codes.
    """

    codes: Sequence[str]
    values: Sequence[float | None]
    words: Sequence[str]
    names: Sequence[str]
    cuts: Sequence[float]
    colours: Sequence[str]
    points: Points
    geometry: str
    selected: str


def to_plotly(chart: RegionMap, lang: Lang) -> Figure:
    """A choropleth of the regions, the chosen one outlined."""
    codes, words, points, selected = chart.codes, chart.words, chart.points, chart.selected
    # The chosen region is drawn last, so that its outline lies on top of its neighbours.
    order = sorted(range(len(codes)), key=lambda i: (codes[i] == selected, i))
    classes = [class_of(chart.values[i], chart.cuts) for i in order]
    chosen = [codes[i] == selected for i in order]
    steps = (theme.MISSING, *chart.colours)
    return {
        "data": [
            {
                "type": "choropleth",
                "geojson": chart.geometry,
                "featureidkey": "id",
                "locations": [codes[i] for i in order],
                "z": classes,
                "customdata": [[words[i], chart.names[i]] for i in order],
                "zmin": -1.5,
                "zmax": len(chart.colours) - 0.5,
                "colorscale": stepped(steps),
                "showscale": False,
                "marker": {
                    "line": {
                        "color": [theme.SELECTED if c else theme.PAPER for c in chosen],
                        "width": [2.5 if c else 0.8 for c in chosen],
                    }
                },
                "hovertemplate": "<b>%{customdata[1]}</b><br>%{customdata[0]}<extra></extra>",
            },
            _hairlines(points),
            _printed(order, codes, words, classes, steps, points),
        ],
        "layout": theme.layout(
            lang, height=680, margin={}, geo=_geo(), clickmode="event", uirevision="map"
        ),
    }


def class_of(value: float | None, cuts: Sequence[float]) -> int:
    """The class of a value: 0 below the first cut, -1 when there is no value."""
    if value is None or value != value:
        return -1
    return sum(value >= cut for cut in cuts)


def stepped(colours: Sequence[str]) -> list[list[Any]]:
    """A colour scale of flat steps, one per class."""
    n = len(colours)
    return [
        [round(edge / n, 4), colour]
        for i, colour in enumerate(colours)
        for edge in (i, i + 1)
    ]  # fmt: skip


def _geo() -> dict[str, Any]:
    return {
        "visible": False,
        "bgcolor": theme.CLEAR,
        "projection": {"type": "transverse mercator", "rotation": {"lon": 16.5}},
        "lonaxis": {"range": [10.4, 22.6]},
        "lataxis": {"range": [55.25, 69.1]},
    }


def _hairlines(points: Points) -> dict[str, Any]:
    lon: list[float | None] = []
    lat: list[float | None] = []
    for code, (x, y) in _BESIDE.items():
        inside = points[code]
        # The line stops short of the printed value.
        lon += [inside[0], inside[0] + 0.78 * (x - inside[0]), None]
        lat += [inside[1], inside[1] + 0.78 * (y - inside[1]), None]
    return {
        "type": "scattergeo", "mode": "lines", "lon": lon, "lat": lat, "hoverinfo": "skip",
        "line": {"width": 0.8, "color": theme.MUTED},
    }  # fmt: skip


def _printed(
    order: Sequence[int],
    codes: Sequence[str],
    words: Sequence[str],
    classes: Sequence[int],
    steps: Sequence[str],
    points: Points,
) -> dict[str, Any]:
    places = [_BESIDE.get(codes[i], points[codes[i]]) for i in order]
    colours = [
        theme.INK if codes[i] in _BESIDE else theme.text_on(steps[step + 1])
        for i, step in zip(order, classes, strict=True)
    ]
    return {
        "type": "scattergeo", "mode": "text", "hoverinfo": "skip",
        "lon": [x for x, _ in places], "lat": [y for _, y in places],
        "text": [words[i].split(PRINTED_UP_TO)[0] for i in order],
        "textfont": {"size": 11.5, "color": colours, "family": theme.FONT},
    }  # fmt: skip
