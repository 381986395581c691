"""The pictures of a pack: published years beside the country, and the months of each measure."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.dialogue.pack import Plate
from dashboard.dialogue.plots import plate
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING
from dashboard.language import formatting
from dashboard.language.text import Lang
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset
from dashboard.situation.control_chart_picture import control_chart_picture
from dashboard.situation.region_tables import MEASURES
from dashboard.situation.series_picture import series_picture
from dashboard.values import labels, trends, values
from dashboard.values.estimate_ranges import range_of
from dashboard.view.view import View

SPAN = 24


def plates(dataset: Dataset, view: View, lang: Lang) -> Iterator[Plate]:
    """The pictures of the view's region; estimated months have the range that they lie in."""
    name = name_of(view.region).in_(lang)
    years = View(OVERCROWDING.key, dataset.last_year, view.region, data="published")
    for indicator in (OVERCROWDING, OUTPLACEMENT):
        picture = series_picture(dataset, years, indicator, lang)
        yield plate(f"{indicator.key}-years", picture, name)
    for indicator in MEASURES:
        measured = trends.of_indicator(view, indicator.key)
        months = dataset.months[-SPAN:]
        ranges = [
            range_of(dataset, replace(measured, period=one), view.region)
            if values.status(dataset, replace(measured, period=one), view.region) == "estimated"
            else None
            for one in months
        ]
        picture = control_chart_picture(dataset, view, indicator, lang)
        found = plate(f"{indicator.key}-months", picture, name, ranges)
        span = "–".join(formatting.period(one, lang) for one in (months[0], months[-1]))
        yield replace(found, measure=labels.measure(measured, lang, span))
