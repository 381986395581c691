"""A region's distance to the guideline in beds, as an estimate with its range."""

from dataclasses import replace

from dashboard.figures import interval
from dashboard.figures.picture import Picture
from dashboard.gaps.published_facts import contradicted
from dashboard.gaps.regional_distance import region_distance
from dashboard.indicators.registry import AVAILABLE_BEDS, DISTANCE_TO_GUIDELINE
from dashboard.language import formatting
from dashboard.language.figure_table import table
from dashboard.language.formatting import NONE
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset
from dashboard.targets.shortfall import LEFT_OUT, STAMP, WAYS, Estimate
from dashboard.values import labels
from dashboard.values.absence import reason
from dashboard.values.estimate_ranges import range_of
from dashboard.values.trends import of_indicator
from dashboard.view.view import View

_TITLE = Text(
    "{}: avståndet till riktvärdet är {} platser", "{}: the distance to the guideline is {} beds"
)
_NONE = Text(
    "Avståndet till riktvärdet finns inte: {}", "The distance to the guideline is not there: {}"
)
_SENTENCE = Text(
    "{} {} platser i medeltal över tolv månader, {} till {} beroende på hur behovet fördelas{}.",
    "{} {} beds on average over twelve months, {} to {} depending on how the need is shared{}.",
)
_WAYS_TO_SHARE = Text("Sätten att fördela behovet", "The ways to share the need")
_AND_BEDS = Text(
    " och på platsantalet, som är skattat (80 %)", " and on the beds, which are estimated (80%)"
)
_OWN = Text(
    "{} har ett eget riktvärde på {} platser; avståndet är {} platser.",
    "{} has a guideline of its own of {} beds; the distance is {} beds.",
)
_OFFICIAL = Text("Regionens eget inlästa riktvärde", "The region's own guideline, as loaded")
_ALONE = Text(
    "{} {} platser, om behovet fördelas efter befolkning. Andra fördelningar kräver uppgifter från "
    "alla regioner.",
    "{} {} beds, if the need is shared by population. Other ways need figures from every region.",
)
_HEADS = (Text("Skattning", "Estimate"), Text("Platser", "Beds"))
_LINES = (
    Text("Efter befolkning", "By population"), Text("Lägsta", "Lowest"),
    Text("Högsta", "Highest"),
)  # fmt: skip
_ZERO = Text("riktvärdets nivå", "guideline level")


def region_distance_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The estimate as a tick on its range; positive is beds missing."""
    distance_view = of_indicator(view, DISTANCE_TO_GUIDELINE.key)
    estimate = region_distance(dataset, distance_view)
    chart = _reach(estimate, lang)
    name = name_of(view.region).in_(lang)
    if estimate is None:
        why = reason(dataset, distance_view, view.region).in_(lang)
        title = sentence = _NONE.in_(lang).format(why)
    else:
        title = _TITLE.in_(lang).format(name, _beds(estimate.distance, lang))
        held = range_of(
            dataset,
            replace(distance_view, indicator=AVAILABLE_BEDS.key),
            view.region,
            "rolling_year",
        )
        sentence = _sentence(estimate, name, _AND_BEDS.in_(lang) if held else "", lang)
        against = None if estimate.official else contradicted(dataset, view.region)
        sentence += f" {against.in_(lang)}" if against else ""
    return Picture(
        title=title,
        measure=(_OFFICIAL if estimate and estimate.official else STAMP).in_(lang),
        sentence=sentence,
        chart=chart,
        table=table(_HEADS, _lines(estimate, lang), lang),
        file=labels.stem(distance_view, "avstand" if lang == "sv" else "distance"),
        lang=lang,
        source=labels.source(dataset, distance_view, lang),
        indicator=DISTANCE_TO_GUIDELINE,
        notes=_ways(estimate, lang),
    )


def _ways(estimate: Estimate | None, lang: Lang) -> tuple[tuple[str, str], ...]:
    """How the need is shared, among what there is to know about the figure."""
    if estimate is None or estimate.official:
        return ()
    ways = ", ".join(WAYS[one].in_(lang) for one in estimate.variants)
    text = f"{formatting.capitalised(ways)}. {LEFT_OUT.in_(lang)}"
    return ((_WAYS_TO_SHARE.in_(lang), text),)


def _sentence(estimate: Estimate, name: str, beds: str, lang: Lang) -> str:
    if estimate.official:
        return _OWN.in_(lang).format(name, estimate.need, _beds(estimate.distance, lang))
    if len(estimate.variants) == 1:
        return _ALONE.in_(lang).format(name, _beds(estimate.distance, lang))
    return _SENTENCE.in_(lang).format(
        name, _beds(estimate.distance, lang), _beds(estimate.low, lang), _beds(estimate.high, lang),
        beds,
    )  # fmt: skip


def _lines(estimate: Estimate | None, lang: Lang) -> list[list[str]]:
    ends = (estimate.distance, estimate.low, estimate.high) if estimate else (None, None, None)
    return [[name.in_(lang), NONE if end is None else _beds(end, lang)]
            for name, end in zip(_LINES, ends, strict=True)]  # fmt: skip


def _beds(value: float, lang: Lang) -> str:
    return formatting.number(value, 0, lang, signed=True)


def _reach(estimate: Estimate | None, lang: Lang) -> interval.Interval:
    if estimate is None:
        return interval.Interval(0, 0, 0, "", "", "", _ZERO.in_(lang))
    at, low, high = estimate.distance, estimate.low, estimate.high
    words = [_beds(value, lang) for value in (at, low, high)]
    return interval.Interval(at, low, high, words[0], words[1], words[2], _ZERO.in_(lang))
