"""The way to the guideline: 15 300 beds, today, 17 660."""

from dataclasses import replace

from dashboard.figures import progress_line
from dashboard.figures.picture import Picture
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    DISTANCE_TO_GUIDELINE,
    PROGRESS_TO_GUIDELINE,
)
from dashboard.language import formatting
from dashboard.language.figure_table import table
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import months_of
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.targets.guidelines import guideline_at
from dashboard.targets.shortfall import GUIDELINE, progress
from dashboard.values import labels, trends
from dashboard.values.estimate_ranges import range_of
from dashboard.view.view import View

_WAY_TITLE = Text("{} procent av vägen till {} platser", "{} per cent of the way to {} beds")
_WAY_NONE = Text("Vägen till {} platser", "The way to {} beds")
_WAY_MEASURE = Text(
    "Disponibla vårdplatser i somatisk specialiserad vård, riket, medeltal över tolv månader. "
    "Utgångsläget är ”cirka {}” och visas med ±{} platser.",
    "Available beds in specialised somatic care, Sweden, average over twelve months. The starting "
    "point is “about {}” and is shown with ±{} beds.",
)
_WAY_SENTENCE = Text(
    "{} platser i medeltal över tolv månader till {}: {} procent (mellan {} och {}) av vägen från "
    "{} till {}; {} platser kvar.",
    "{} beds on average over twelve months to {}: {} per cent (between {} and {}) of the way from "
    "{} to {}; {} beds left.",
)
_START, _NEED = Text("utgångsläge", "start"), Text("riktvärdets nivå", "guideline level")
_HEADS = (Text("Läge", "Place"), Text("Värde", "Value"))
_PUBLISHED_GAPS = Text(
    "Publicerat: 2 360 platser saknades i maj 2023 (2 300 och 60 i intensivvård); 2024 saknades "
    "2 230 och 50 i intensivvård. Antal platser per år har inte publicerats.",
    "Published: 2,360 beds were missing in May 2023 (2,300 and 60 in intensive care); in 2024 "
    "2,230 and 50 in intensive care. Bed counts by year have not been published.",
)


def way_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """From 15 300 beds to 17 660, and where the country is in the view's period."""
    own = replace(view, indicator=AVAILABLE_BEDS.key, care="somatic", stream="all", region=SWEDEN)
    guideline = guideline_at(months_of(view.period)[-1]) or GUIDELINE
    start, need = guideline.baseline or 0, guideline.need_total or 0
    margin = guideline.margin or 0
    # There is none before the guideline, nor where a region has not reported.
    left = trends.value(dataset, replace(own, indicator=DISTANCE_TO_GUIDELINE.key))
    beds = None if left is None else need - left

    def n(value: float | None) -> str:
        return formatting.number(value, 0, lang)

    when = formatting.period(view.period, lang)
    places = (
        (_START.in_(lang), n(start)), (when, n(beds)), (_NEED.in_(lang), n(need)),
    )  # fmt: skip
    words = [f"<b>{value}</b> {name}" for name, value in places]
    chart = progress_line.ProgressLine(start, beds, need, margin, *words)
    name = "avstand" if lang == "sv" else "distance"

    title, sentence = _WAY_NONE.in_(lang).format(n(need)), _PUBLISHED_GAPS.in_(lang)
    if beds is not None:
        done = progress(beds)
        way = replace(own, indicator=PROGRESS_TO_GUIDELINE.key)
        low, high = range_of(dataset, way, SWEDEN) or (done.low, done.high)
        title = _WAY_TITLE.in_(lang).format(n(done.point), n(need))
        sentence = _WAY_SENTENCE.in_(lang).format(
            n(beds), when, n(done.point), n(low), n(high), n(start), n(need),
            n(need - beds),
        )  # fmt: skip
    return Picture(
        title=title,
        measure=_WAY_MEASURE.in_(lang).format(n(start), n(margin)),
        sentence=sentence,
        chart=chart,
        table=table(_HEADS, places, lang),
        file=labels.stem(own, name),
        lang=lang,
        source=labels.source(dataset, replace(own, data="estimated"), lang),
        indicator=DISTANCE_TO_GUIDELINE,
        repeats=beds is not None,
    )
