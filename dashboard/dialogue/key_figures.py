"""The figures of a region that a meeting starts from: published years, and the latest month."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.dialogue.pack import Figure, Section
from dashboard.indicators.registry import CARE_NAMES, Good, Indicator
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import grain_of, same_period_last_year
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.situation.region_tables import CONTEXT, MEASURES
from dashboard.values import trends, values
from dashboard.values.columns import WORDS
from dashboard.values.labels import UNPUBLISHED
from dashboard.values.may_be_said import undecided
from dashboard.view.view import View

_TITLE = Text("Nyckeltal", "Key figures")
_MEASURE = Text("Mått", "Measure")
_SENTENCE = Text(
    "Årsvärden är publicerade. Ett skattat månadsvärde står med det spann som det ligger i fyra "
    "gånger av fem, och ger inget omdöme.",
    "Annual values are published. An estimated month stands with the range it lies in four times "
    "in five, and gives no verdict.",
)
_HEADS = (
    Text("Period", "Period"), Text("Värde", "Value"), Text("Spann", "Range"),
    Text("Året före", "Year before"), Text("Riket", "Sweden"), Text("Status", "Status"),
    Text("Omdöme", "Verdict"),
)  # fmt: skip
_NO_VERDICT = Text("ges inte per år", "none by year")
_NEUTRAL = Text("neutralt mått", "neutral measure")


def figures(dataset: Dataset, view: View, lang: Lang) -> tuple[Figure, ...]:
    """The region's figures: each measure by its last published year and the view's month."""
    return tuple(_figure(dataset, one, lang) for one in _views(dataset, view))


def _views(dataset: Dataset, view: View) -> Iterator[View]:
    for indicator in (*MEASURES, *CONTEXT):
        if found := published_view(dataset, indicator, view.region):
            yield found
        if indicator in MEASURES:
            yield trends.of_indicator(view, indicator.key)


def published_view(dataset: Dataset, indicator: Indicator, region: str) -> View | None:
    """The last published year in which the region has a value; None where there is none."""
    if not indicator.published:
        return None
    care = indicator.published[0].care
    view = View(indicator.key, dataset.last_year, region, care, data="published")
    for year in reversed(dataset.year_labels):
        if trends.value(dataset, replace(view, period=year)) is not None:
            return replace(view, period=year)
    return None


def _figure(dataset: Dataset, view: View, lang: Lang) -> Figure:
    found = values.at(dataset, view)
    own, country = found[ALL_CODES.index(view.region)], found[0]
    before = values.numbers(dataset, view, same_period_last_year(view.period))
    source = dataset.reference.sources[own.source].label if own.source else ""
    return Figure(
        name=view.of.name.in_(lang),
        care=CARE_NAMES[view.care].in_(lang),
        period=formatting.period(view.period, lang, short=True),
        value=own.value,
        low=own.low,
        high=own.high,
        before=before[ALL_CODES.index(view.region)],
        country=country.value,
        unit=view.of.unit.short.in_(lang),
        decimals=view.of.decimals,
        status=_status(dataset, view, own.status, lang),
        verdict=verdict(dataset, view).in_(lang),
        source=source,
        definition=view.of.definition.in_(lang),
    )


def _status(dataset: Dataset, view: View, status: str, lang: Lang) -> str:
    words = WORDS["status"][status].in_(lang)
    hidden = view.data != "published" and dataset.is_unpublished((view.period,))
    return f"{words}, {UNPUBLISHED.in_(lang)}" if hidden else words


def verdict(dataset: Dataset, view: View) -> Text:
    """What is said of a figure: nothing by year, nor of an estimate or of a neutral measure."""
    if grain_of(view.period) == "year":
        return _NO_VERDICT
    if no := undecided(dataset, view):
        return no
    found = trends.trend(dataset, view)
    if view.of.good is Good.NEUTRAL and not found.since:
        return _NEUTRAL
    return trends.signal_words(found)


def section(figures: tuple[Figure, ...], lang: Lang) -> Section:
    """The figures as a table in words."""
    rows = tuple(
        (
            f"{one.name}, {one.unit}", one.period, number(one, one.value, lang),
            in_range(one, lang), number(one, one.before, lang), number(one, one.country, lang),
            one.status, one.verdict,
        )
        for one in figures
    )  # fmt: skip
    heads = tuple(head.in_(lang) for head in _HEADS)
    return Section(
        "figures", _TITLE.in_(lang), _SENTENCE.in_(lang), Grid(heads, rows), _MEASURE.in_(lang)
    )


def number(figure: Figure, value: float | None, lang: Lang) -> str:
    """A value with the decimals of its figure."""
    return formatting.number(value, figure.decimals, lang)


def in_range(figure: Figure, lang: Lang) -> str:
    """`8,1–10,3` of an estimate, a dash of anything else."""
    if figure.low is None or figure.high is None:
        return formatting.NONE
    return f"{number(figure, figure.low, lang)}–{number(figure, figure.high, lang)}"
