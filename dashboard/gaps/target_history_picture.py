"""Occupancy of a stream over time, beside the target that was in force at each time."""

from dataclasses import replace

from dashboard.figures import series_words, time_series
from dashboard.figures.picture import Picture
from dashboard.gaps import target_status
from dashboard.indicators.registry import OCCUPANCY
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import ALL_CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.targets.occupancy_targets import TargetStream, steps
from dashboard.values import labels, values
from dashboard.values.timeline import marks_of, told
from dashboard.view.view import View

_ABOVE = Text(
    "{} i {}: {} procentenheter över målet då", "{} in {}: {} points above the target then"
)
_BELOW = Text(
    "{} i {}: {} procentenheter under målet då", "{} in {}: {} points below the target then"
)
_NO_TARGET = Text("{} i {}: inget mål gällde då", "{} in {}: no target was in force then")
_STREAMS: dict[TargetStream, Text] = {
    "acute": Text("Akut vård", "Acute care"), "planned": Text("Planerad vård", "Planned care"),
}  # fmt: skip
_MEASURE = Text(
    "Beläggningsgrad, {}, {}–{} · streckat: målet som gällde, från 31 maj 2023",
    "Bed occupancy, {}, {}–{} · dashed: the target in force, from 31 May 2023",
)
_TARGET = Text("mål", "target")
_HEIGHT = 260


def target_steps_picture(dataset: Dataset, view: View, stream: TargetStream, lang: Lang) -> Picture:
    """Sweden and the region in one stream, with a target that begins when it was set."""
    stream_view = replace(view, indicator=OCCUPANCY.key, stream=stream)
    chart = _chart(dataset, stream_view, stream, lang)
    name = "mal-over-tid" if lang == "sv" else "target-over-time"

    first, last = (
        formatting.period(period, lang) for period in (chart.periods[0], chart.periods[-1])
    )
    return Picture(
        title=_title(dataset, stream_view, stream, lang),
        measure=_MEASURE.in_(lang).format(_STREAMS[stream].in_(lang).lower(), first, last),
        sentence=series_words.in_words(chart, lang),
        chart=chart,
        table=series_words.table_of(chart, lang),
        file=labels.stem(stream_view, name),
        lang=lang,
        source=labels.source(dataset, stream_view, lang),
        indicator=OCCUPANCY,
        events=told(dataset, chart.periods, lang),
    )


def _chart(
    dataset: Dataset, view: View, stream: TargetStream, lang: Lang
) -> time_series.TimeSeries:
    monthly = replace(view, period=dataset.last_month)
    shown = values.periods_of(dataset, monthly)[-view.span :]
    rows = dict(zip(ALL_CODES, values.lines(dataset, monthly, 2), strict=True))
    lines = [
        time_series.Line(
            name_of(code).in_(lang), rows[code][-view.span :],
            "sweden" if code == SWEDEN else "selected",
        )
        for code in dict.fromkeys((SWEDEN, view.region))
    ]  # fmt: skip
    place = "" if view.region == SWEDEN else view.region
    levels = steps(shown, stream, target_status.levels_of(dataset, view), region=place)
    return time_series.TimeSeries(
        periods=shown,
        lines=lines,
        decimals=1,
        marks=marks_of(dataset, shown, lang),
        levels=[None if level is None else round(level, 2) for level in levels],
        level_name=_TARGET.in_(lang),
        now=view.period,
        thin=True,
        height=_HEIGHT,
    )


def _title(dataset: Dataset, view: View, stream: TargetStream, lang: Lang) -> str:
    standing = target_status.standing(dataset, view, view.region, stream)
    name, when = _STREAMS[stream].in_(lang), formatting.period(view.period, lang)
    if not standing.in_force or standing.distance is None:
        return _NO_TARGET.in_(lang).format(name, when)
    words = _ABOVE if standing.distance >= 0 else _BELOW
    return words.in_(lang).format(name, when, formatting.number(abs(standing.distance), 1, lang))
