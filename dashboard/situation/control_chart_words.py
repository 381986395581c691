"""What a control chart of a region says: its verdict, level, limits and what to know about them."""

from dashboard.frozen import frozen
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.situation.own_level_words import level_words, short_words
from dashboard.statistics.monthly_xmr import Method, MonthlyChart
from dashboard.statistics.signal_words import LEVEL_WORDS
from dashboard.statistics.verdict_words import FEWEST_COUNTED, LATEST_MONTHS, VERDICTS
from dashboard.statistics.xmr import Signal, persisting_shift
from dashboard.statistics.xmr_limits import Assurance
from dashboard.values import imported, labels, remarks, trends, values
from dashboard.values.may_be_said import undecided
from dashboard.values.rebases import rebases_of
from dashboard.view.view import View

_ON_TARGET: dict[Assurance, Text] = {
    "consistent_pass": VERDICTS["target_met_consistently"].words,
    "consistent_fail": VERDICTS["target_missed_consistently"].words,
    "inconsistent": VERDICTS["target_met_at_times"].words,
}
_TITLE = Text("{}: {}", "{}: {}")
_WITH_TARGET = Text("{}: {}, {}", "{}: {}, {}")
_MEASURE = Text("{} · streckade linjer är egna gränser", "{} · dashed lines are its own limits")
_MEASURE_RANGE = Text("{} · fältet är 80 procents spann", "{} · the band is the 80 per cent range")
_MEASURE_CHANGE = Text(
    "{}, förändring från samma månad i fjol · streckade linjer är egna gränser",
    "{}, change from the same month last year · dashed lines are its own limits",
)
_TOO_FEW = Text("Tio årsvärden är för få för gränser.", "Ten annual values are too few for limits.")
_FEW_REPORTED = Text(
    "Färre än tolv månader är rapporterade, så gränser kan inte dras. De skattade månaderna "
    "före är inget att döma en rapporterad efter.",
    "Fewer than twelve months are reported, so no limits can be drawn. The estimated months before "
    "are nothing to judge a reported one by.",
)
_NO_LIMITS = Text(
    "Månaderna är skattade: gränser och omdöme kräver rapporterade månader.",
    "The months are estimated: limits and a verdict take reported months.",
)
_SETTLING = Text(
    "Gränserna är preliminära, av färre än 13 månader.",
    "The limits are preliminary, of fewer than 13 months.",
)
_SENTENCE = Text(
    "{} i {}: {}. Nivån är {} med gränserna {} och {}; {}.",
    "{} in {}: {}. The level is {} with the limits {} and {}; {}.",
)
_CAUSES = Text("{} av {} månader avviker", "{} of {} months stand out")
_METHODS: dict[Method, Text] = {
    "seasonal": Text("Säsongen är borträknad.", "The season is taken out."),
    "same_month_change": Text(
        "För säsongen är månaderna för få, så linjen visar förändringen från samma månad i fjol.",
        "The months are too few for a season, so the line shows the change from the same month "
        "last year.",
    ),
    "raw": Text("Säsongen är inte justerad.", "The season is not adjusted for."),
}
_PRELIMINARY = Text(
    "Månaden är preliminär (ihålig punkt) och ingår varken i gränserna eller i omdömet.",
    "The month is preliminary (hollow point), part of neither the limits nor the verdict.",
)
_NEW_LEVEL = Text("Ny nivå från {}: {}", "New level from {}: {}")
_SHIFTED = Text(
    "Alla månader sedan {} ligger på samma sida om nivån. Vet du varför? Skriv det i ”Stämmer "
    "inte?” under ”Mer”: med ett känt skäl kan en ny nivå börja där.",
    "Every month since {} lies on the same side of the level. Do you know why? Write it in “Not "
    "right?” under “More”: with a known reason a new level can begin there.",
)
_NARROW = Text(
    "Gränserna är för snäva, då månaderna följer varandra (autokorrelation).",
    "The limits are too narrow, as the months follow one another (autocorrelation).",
)


@frozen
class OnTarget:
    """How many of the latest `months` with a value met the target, as they are shown."""

    met: int
    months: int

    @property
    def kind(self) -> Assurance:
        """Consistently where every month, or none, met it."""
        if self.met == self.months:
            return "consistent_pass"
        return "inconsistent" if self.met else "consistent_fail"

    @property
    def words(self) -> Text:
        """The word on the target with what it is counted from."""
        return _ON_TARGET[self.kind].format(self.met, self.months)


def verdicts(dataset: Dataset, view: View, target: float | None) -> tuple[Signal, OnTarget | None]:
    """The signal of the view's series, and how often it met its target if it has one."""
    return trends.trend(dataset, view).signal, on_target(dataset, view, target)


def on_target(dataset: Dataset, view: View, target: float | None) -> OnTarget | None:
    """The latest 24 months counted against a target that is a ceiling.

    None without a target, below 12 months with a value, and where nothing is judged.
    """
    if target is None or trends.judged(dataset, view) is None:
        return None
    past = trends.history(dataset, view, view.region, LATEST_MONTHS)
    known = [round(one, view.of.decimals) for one in past if one is not None]
    if len(known) < FEWEST_COUNTED:
        return None
    met = sum(one <= round(target, view.of.decimals) for one in known)
    return OnTarget(met, len(known))


def verdict_words(dataset: Dataset, view: View) -> Text:
    """Since when the series lies off its own level, or that nothing certain is said."""
    found = trends.trend(dataset, view)
    return trends.off_level(found) or LEVEL_WORDS[found.signal]


def measure(dataset: Dataset, view: View, lang: Lang) -> str:
    """What the line is, with its unit, and what the dashed lines are."""
    if undecided(dataset, view):
        return _MEASURE_RANGE.in_(lang).format(labels.measure(view, lang))
    found = trends.judged(dataset, view)
    changes = found is not None and found.method == "same_month_change"
    return (_MEASURE_CHANGE if changes else _MEASURE).in_(lang).format(labels.measure(view, lang))


def title(dataset: Dataset, view: View, target: float | None, lang: Lang) -> str:
    """The measure and its verdict, or why there is no value."""
    value = trends.value(dataset, view)
    name = view.of.name.in_(lang)
    if value is None:
        reason = values.at(dataset, view)[ALL_CODES.index(view.region)].reason
        why = reason.in_(lang) if reason else formatting.NONE
        return remarks.NOT_THERE.in_(lang).format(name, why)
    _, assured = verdicts(dataset, view, target)
    words = (undecided(dataset, view) or verdict_words(dataset, view)).in_(lang)
    if assured is None:
        return _TITLE.in_(lang).format(name, words)
    return _WITH_TARGET.in_(lang).format(name, words, assured.words.in_(lang))


def sentence(dataset: Dataset, view: View, lang: Lang) -> str:
    """The latest value beside its level and limits, and what to know about these."""
    found = trends.judged(dataset, view)
    value = trends.value(dataset, view)
    if value is None:
        return title(dataset, view, None, lang)
    if found is None or not found.chart.points or found.chart.points[-1].lpl is None:
        return _without_limits(dataset, view, found).in_(lang)
    said_first = _SENTENCE.in_(lang).format(
        view.of.short_name.in_(lang), formatting.period(view.period, lang),
        labels.number(value, view.of, lang), *_lines(found, view, lang), _causes(found, lang),
    )  # fmt: skip
    return " ".join([said_first, *_to_know(dataset, view, found, lang)])


def _without_limits(dataset: Dataset, view: View, chart: MonthlyChart | None) -> Text:
    if imported.is_imported(dataset, view, view.region):
        return _FEW_REPORTED
    if undecided(dataset, view):
        return _NO_LIMITS
    return short_words(chart.chart) if chart and chart.chart.points else _TOO_FEW


def _lines(chart: MonthlyChart, view: View, lang: Lang) -> list[str]:
    last = chart.chart.points[-1]
    low = last.lpl or 0.0
    # A change can be below zero; a rate or a number of beds cannot.
    low = low if chart.method == "same_month_change" else max(0.0, low)
    return [labels.number(v, view.of, lang) for v in (last.mean, low, last.upl)]


def _causes(chart: MonthlyChart, lang: Lang) -> str:
    points = [point for point in chart.chart.points if point.lpl is not None]
    standing_out = sum(p.point_type not in (None, "common_cause") for p in points)
    return _CAUSES.in_(lang).format(standing_out, len(points))


def _to_know(dataset: Dataset, view: View, chart: MonthlyChart, lang: Lang) -> list[str]:
    about = [_METHODS[chart.method]]
    about += [_SETTLING] if chart.chart.points[-1].short_group else []
    about += [_NARROW] if chart.limits_too_narrow else []
    about += level_words(chart, dataset.months[trends.first_judged(dataset, view) :])
    about += [_PRELIMINARY] if dataset.is_preliminary(view.region, view.period) else []
    levels = [
        _NEW_LEVEL.in_(lang).format(formatting.period(one.month, lang), one.reason.in_(lang))
        for one in rebases_of(dataset, view)
        if one.month <= view.period
    ]
    shifted = persisting_shift(chart.chart)
    if shifted is not None:
        month = dataset.months[trends.first_judged(dataset, view) + shifted - 1]
        levels.append(_SHIFTED.in_(lang).format(formatting.period(month, lang)))
    return [*(text.in_(lang) for text in about), *levels]
