"""The pictures of the pages, each a plain function of store, view and language."""

from dashboard.pictures.among_peers import among_peers_picture
from dashboard.pictures.beds_and_over import beds_and_over_picture
from dashboard.pictures.change_parts import change_parts_picture
from dashboard.pictures.compared import compared_picture
from dashboard.pictures.funnel import funnel_picture
from dashboard.pictures.multiples import multiples_picture
from dashboard.pictures.occupancy import occupancy_picture
from dashboard.pictures.own_limits import own_limits_picture
from dashboard.pictures.own_reach import own_reach_picture
from dashboard.pictures.regions import map_picture
from dashboard.pictures.reporting import reporting_picture
from dashboard.pictures.series import series_picture
from dashboard.pictures.way import way_picture

__all__ = [
    "among_peers_picture",
    "beds_and_over_picture",
    "change_parts_picture",
    "compared_picture",
    "funnel_picture",
    "map_picture",
    "multiples_picture",
    "occupancy_picture",
    "own_limits_picture",
    "own_reach_picture",
    "reporting_picture",
    "series_picture",
    "way_picture",
]
