"""The situation in sentences, generated from the values alone."""

from dataclasses import replace

from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE, OUTPLACEMENT, OVERCROWDING
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import grain_of, same_period_last_year
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.situation.published_first import published_first
from dashboard.statistics.signal_words import SENTENCES_OF_THE_COUNTRY, THAT_IS
from dashboard.targets.shortfall import GUIDELINE
from dashboard.values import imported, labels, trends, values
from dashboard.values.its_care import in_its_care
from dashboard.values.may_be_said import undecided
from dashboard.values.values import Value
from dashboard.view.view import View

HEADING = Text("Läget i landet, {}", "The national picture, {}")
_MONTH, _YEAR = Text("I {}", "In {}"), Text("Under {}", "In {}")
_OVER = Text(
    "{} vårdades i genomsnitt {} patienter per 100 disponibla vårdplatser i {} på en plats som "
    "inte uppfyller kraven, och {} på fel avdelning.",
    "{} an average of {} patients per 100 available beds in {} were cared for in a bed that does "
    "not meet the requirements, and {} on the wrong ward.",
)
_OVER_ONLY = Text(
    "{} vårdades i genomsnitt {} patienter per 100 disponibla vårdplatser i {} på en plats som "
    "inte uppfyller kraven.",
    "{} an average of {} patients per 100 available beds in {} were cared for in a bed that does "
    "not meet the requirements.",
)
# The verdict is on the series up to the month; the year before is another statement.
_AGAINST = Text("{}. Ett år tidigare, i {}, var det {}.", "{}. A year before, in {}, it was {}.")
_IS_ESTIMATED = {
    "month": Text(" Månaden är skattad", " The month is estimated"),
    "year": Text(" Årets månader är skattade", " The months of the year are estimated"),
}
_IN_RANGE = Text(
    ": överbeläggningarna ligger troligen mellan {} och {} (80 %)",
    ": the overcrowding probably lies between {} and {} (80%)",
)
_NOT_JUDGED = Text(
    "I {} var det {}. Om det är en säker förändring kan inte avgöras, månaderna är skattade.",
    "In {} it was {}. Whether that is a certain change cannot be decided, the months are "
    "estimated.",
)
_YEARS = Text(
    "{} {}, men årsvärdena är för få för att skilja signal från slump.",
    "{} {}, but the annual values are too few to tell signal from chance.",
)
_HIGHER, _LOWER, _SAME = (
    Text("Det är högre än", "That is higher than in"),
    Text("Det är lägre än", "That is lower than in"),
    Text("Det är lika mycket som", "That is the same as in"),
)
_DISTANCE = Text(
    "Avståndet till riktvärdet {1} är i medeltal över tolv månader {0} platser.",
    "The distance to the guideline of {1} is on average over twelve months {0} beds.",
)
_DISTANCE_IN_RANGE = Text(
    "Avståndet till riktvärdet {3} är i medeltal över tolv månader skattat {0} platser ({1} till "
    "{2}, 80 %).",
    "The distance to the guideline of {3} is on average over twelve months an estimated {0} beds "
    "({1} to {2}, 80%).",
)
_BEYOND = Text(
    "Riktvärdet {} platser är nått i medeltal över tolv månader.",
    "The guideline of {} beds has been reached on average over twelve months.",
)
_SAME_REGIONS = Text(" i samma {} regioner", " in the same {} regions")
_REGION = Text("I {} var det {} per 100.", "In {} it was {} per 100.")
_NOTHING = Text("Uppgift om överbeläggningar saknas. {}", "There is no figure for overcrowding. {}")


def heading(view: View, lang: Lang) -> str:
    """`Läget i landet, december 2025`."""
    return HEADING.in_(lang).format(formatting.period(view.period, lang))


def sentences(dataset: Dataset, view: View, lang: Lang) -> tuple[str, ...]:
    """What was measured, whether it changed, and how far it is to the guideline."""
    country = replace(in_its_care(view, OVERCROWDING.key), region=SWEDEN)
    value = values.at(dataset, country)[0]
    if value.value is None:
        return (_NOTHING.in_(lang).format((value.reason or Text("", "")).in_(lang)),)
    said = _measured(dataset, country, value.value, lang) + _spanned(value, country, lang)
    year = published_first(dataset, country, lang)
    phrases = [f"{year} {said}".strip(), _changed(dataset, country, lang)]
    distance = labels.of_its_care(_distance(dataset, country, lang), country, lang)
    phrases += [_in_region(dataset, view, lang), distance]
    return tuple(sentence for sentence in phrases if sentence)


def _spanned(value: Value, view: View, lang: Lang) -> str:
    """That a value is estimated, with its range; empty for what is not."""
    if value.status != "estimated":
        return ""
    said = _IS_ESTIMATED[grain_of(view.period)].in_(lang)
    if value.low is not None and value.high is not None:
        ends = (labels.number(end, OVERCROWDING, lang) for end in (value.low, value.high))
        said += _IN_RANGE.in_(lang).format(*ends)
    return f"{said}."


def _measured(dataset: Dataset, view: View, value: float, lang: Lang) -> str:
    outplaced = values.at(dataset, replace(view, indicator=OUTPLACEMENT.key))[0].value
    when = _MONTH if grain_of(view.period) == "month" else _YEAR
    said = (
        when.in_(lang).format(formatting.period(view.period, lang)),
        labels.number(value, OVERCROWDING, lang),
        labels.care(view, lang),
    )
    if outplaced is None:
        return _OVER_ONLY.in_(lang).format(*said)
    return _OVER.in_(lang).format(*said, labels.number(outplaced, OUTPLACEMENT, lang))


def _changed(dataset: Dataset, view: View, lang: Lang) -> str:
    trend = trends.trend(dataset, view)
    if trend.year_before is None or trend.value is None:
        return ""
    before = formatting.period(same_period_last_year(view.period), lang)
    then = labels.number(trend.year_before, OVERCROWDING, lang)
    if trend.panel is not None:
        then += _SAME_REGIONS.in_(lang).format(trend.panel)
    earlier = replace(view, period=same_period_last_year(view.period))
    held = imported.is_imported(dataset, view, SWEDEN)
    if held and not imported.is_imported(dataset, earlier, SWEDEN):
        then += labels.IS_ESTIMATED.in_(lang)
    if grain_of(view.period) == "month" and undecided(dataset, view):
        return _NOT_JUDGED.in_(lang).format(before, then)
    if grain_of(view.period) == "month":
        off = trends.off_level(trend)
        said = THAT_IS.format(off) if off else SENTENCES_OF_THE_COUNTRY[trend.signal]
        return _AGAINST.in_(lang).format(said.in_(lang), before, then)
    now = trend.value if trend.compared is None else trend.compared
    moved = round(now, 1) - round(trend.year_before, 1)
    words = _HIGHER if moved > 0 else _LOWER if moved < 0 else _SAME
    return _YEARS.in_(lang).format(words.in_(lang), f"{before} ({then})")


def _in_region(dataset: Dataset, view: View, lang: Lang) -> str:
    if view.region == SWEDEN:
        return ""
    own = trends.trend(dataset, in_its_care(view, OVERCROWDING.key))
    if own.value is None:
        return ""
    number = labels.number(own.value, OVERCROWDING, lang)
    return _REGION.in_(lang).format(name_of(view.region).in_(lang), number)


def _distance(dataset: Dataset, view: View, lang: Lang) -> str:
    own = replace(view, indicator=DISTANCE_TO_GUIDELINE.key, care="somatic", stream="all")
    value = values.at(dataset, own)[0]
    missing = value.value
    need = formatting.number(GUIDELINE.need_total, 0, lang)
    if missing is None:
        return ""
    if value.low is not None and value.high is not None:
        found = (formatting.number(one, 0, lang) for one in (missing, value.low, value.high))
        return _DISTANCE_IN_RANGE.in_(lang).format(*found, need)
    if round(missing) <= 0:
        return _BEYOND.in_(lang).format(need)
    return _DISTANCE.in_(lang).format(formatting.number(missing, 0, lang), need)
