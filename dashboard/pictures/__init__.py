"""The pictures of the national page, each a plain function of store, view and language."""

from dashboard.pictures.occupancy import occupancy_picture
from dashboard.pictures.regions import map_picture
from dashboard.pictures.series import series_picture
from dashboard.pictures.way import way_picture

__all__ = ["map_picture", "occupancy_picture", "series_picture", "way_picture"]
