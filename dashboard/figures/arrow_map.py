"""A map with arrows between regions: who sends how many to whom."""

from collections.abc import Sequence, Set
from math import atan2, cos, hypot, radians, sin
from typing import Any

from dashboard.figures import theme
from dashboard.figures.region_map import Points, stepped
from dashboard.figures.theme import Figure
from dashboard.frozen import frozen
from dashboard.language.text import Lang

Place = tuple[float, float]

# The regions that are drawn only when an arrow is there, so that those of the south are large.
FAR_NORTH = frozenset({"24", "25"})
NORTH = frozenset({"22", "23"}) | FAR_NORTH
# All of every region that is drawn, with room around it: longitudes, latitudes and px.
_SOUTH = ((10.8, 19.7), (55.1, 62.6), 560)
_MIDDLE = ((10.8, 19.7), (55.1, 65.4), 720)
_WHOLE = ((10.8, 24.5), (55.1, 69.3), 900)
# Widths in px of the thinnest arrow and of the one with the most patients.
_THIN, _THICK = 1.6, 6.0
# Of the head: degrees of latitude, at most this share of the way, and its angle.
_HEAD, _MOST_OF_WAY, _ANGLE = 0.28, 0.4, radians(28)


@frozen
class Arrow:
    """From a region to another, codes; `words` are read when it is pointed at."""

    sender: str
    receiver: str
    patients: int
    words: str


@frozen
class ArrowMap:
    """The regions in `codes` with their `names`, the chosen one outlined, and the arrows.

    `points` are the longitude and latitude that arrows go between; `geometry` is the address of
    the GeoJSON, whose feature ids are the codes.
    """

    codes: Sequence[str]
    names: Sequence[str]
    points: Points
    geometry: str
    selected: str
    arrows: Sequence[Arrow]


def to_plotly(chart: ArrowMap, lang: Lang) -> Figure:
    """Plain regions, an arrow for each pair with its patients at the middle."""
    most = max((one.patients for one in chart.arrows), default=1)
    return {
        "data": [
            _regions(chart),
            *(_arrow(chart, one, most) for one in chart.arrows),
            _patients(chart),
        ],
        "layout": theme.layout(
            lang, height=_frame(chart)[2], margin={}, geo=_geo(chart), uirevision="arrows"
        ),
    }


def _involved(chart: ArrowMap) -> set[str]:
    return {code for one in chart.arrows for code in (one.sender, one.receiver)}


def _frame(chart: ArrowMap) -> tuple[Place, Place, int]:
    involved = _involved(chart)
    if FAR_NORTH & involved:
        return _WHOLE
    return _MIDDLE if NORTH & involved else _SOUTH


def left_out(involved: Set[str]) -> frozenset[str]:
    """The regions of the north that are not drawn where these take part."""
    if FAR_NORTH & involved:
        return frozenset()
    return FAR_NORTH if NORTH & involved else NORTH


def _regions(chart: ArrowMap) -> dict[str, Any]:
    involved = _involved(chart)
    drawn = [(code, name) for code, name in zip(chart.codes, chart.names, strict=True)
             if code not in left_out(involved)]  # fmt: skip
    chosen = [code == chart.selected for code, _ in drawn]
    return {
        "type": "choropleth", "geojson": chart.geometry, "featureidkey": "id",
        "locations": [code for code, _ in drawn],
        "z": [int(code in involved) for code, _ in drawn],
        "zmin": -0.5, "zmax": 1.5, "colorscale": stepped((theme.PLAIN, theme.RULE)),
        "showscale": False, "customdata": [name for _, name in drawn],
        "marker": {"line": {
            "color": [
                # Who takes no part is an outline alone.
                theme.SELECTED if one else theme.PAPER if code in involved else theme.RULE
                for one, (code, _) in zip(chosen, drawn, strict=True)
            ],
            "width": [2.5 if one else 0.8 for one in chosen],
        }},
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _arrow(chart: ArrowMap, one: Arrow, most: int) -> dict[str, Any]:
    start, end = chart.points[one.sender], chart.points[one.receiver]
    left, right = _head(start, end)
    places = [start, end, None, left, end, right]
    return {
        "type": "scattergeo", "mode": "lines",
        "lon": [place and place[0] for place in places],
        "lat": [place and place[1] for place in places],
        "line": {"width": round(_THIN + (_THICK - _THIN) * one.patients / most, 1),
                 "color": theme.ACCENT},
        "customdata": [one.words] * len(places), "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _head(start: Place, end: Place) -> tuple[Place, Place]:
    """The two ends of the head of an arrow, in degrees."""
    # A degree of longitude is shorter than one of latitude.
    narrower = cos(radians(end[1]))
    along, up = (end[0] - start[0]) * narrower, end[1] - start[1]
    back, length = atan2(-up, -along), min(_HEAD, _MOST_OF_WAY * hypot(along, up))
    left, right = (
        (
            round(end[0] + length * cos(back + turn) / narrower, 3),
            round(end[1] + length * sin(back + turn), 3),
        )
        for turn in (_ANGLE, -_ANGLE)
    )
    return left, right


def _middle(chart: ArrowMap, one: Arrow) -> Place:
    start, end = chart.points[one.sender], chart.points[one.receiver]
    return (start[0] + end[0]) / 2, (start[1] + end[1]) / 2


def _beside(chart: ArrowMap, one: Arrow) -> str:
    """Where the patients stand: on no part of the arrow, and away from the nearest other one."""
    start, end = chart.points[one.sender], chart.points[one.receiver]
    rising = (end[0] - start[0]) * (end[1] - start[1]) >= 0
    x, y = _middle(chart, one)
    others = [_middle(chart, other) for other in chart.arrows if other is not one]
    nearest = min(others, key=lambda other: hypot(other[0] - x, other[1] - y), default=(x + 1, y))
    if nearest[0] < x:
        return "bottom right" if rising else "top right"
    return "top left" if rising else "bottom left"


def _patients(chart: ArrowMap) -> dict[str, Any]:
    middles = [_middle(chart, one) for one in chart.arrows]
    return {
        "type": "scattergeo", "mode": "text", "hoverinfo": "skip",
        "lon": [x for x, _ in middles], "lat": [y for _, y in middles],
        "text": [str(one.patients) for one in chart.arrows],
        "textposition": [_beside(chart, one) for one in chart.arrows],
        "textfont": {"size": 14, "color": theme.INK, "family": theme.FONT, "shadow": "auto"},
    }  # fmt: skip


def _geo(chart: ArrowMap) -> dict[str, Any]:
    """The country, or all of it but the north, whole."""
    lon, lat, _ = _frame(chart)
    return {
        "visible": False, "bgcolor": theme.CLEAR,
        # It is centred where it is rotated to.
        "projection": {"type": "transverse mercator", "rotation": {"lon": sum(lon) / 2}},
        "lonaxis": {"range": list(lon)}, "lataxis": {"range": list(lat)},
    }  # fmt: skip
