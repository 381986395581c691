"""The effect of the effort on each measure, by the declared model and every sensitivity."""

from dashboard.effects.evaluation import evaluation
from dashboard.effects.judged import Evaluation
from dashboard.effects.series import OUTCOMES, Outcome, series_of
from dashboard.effects.verdict import Effect
from dashboard.figures import forest
from dashboard.figures.picture import Picture
from dashboard.indicators.registry import OVERCROWDING
from dashboard.language.figure_table import table
from dashboard.language.formatting import NONE, capitalised, number
from dashboard.language.formatting import period as period_words
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import Grain
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from dashboard.view.view import View

_TITLE = {
    "none": Text("Inget mått kan avgöras, {}", "No measure can be decided, {}"),
    "some": Text("{} av {} mått kan inte avgöras, {}", "{} of {} measures cannot be decided, {}"),
    "withheld": Text("Effekten, {}: {}", "The effect, {}: {}"),
    "all": Text("Alla tre mått kan avgöras, {}", "All three measures can be decided, {}"),
}
_MEASURE = Text(
    "Skillnad i procent mot vad nivån och trenden före satsningen pekar mot, {} · {} · linjen är "
    "intervallet, vidgat efter placebodatum där de räcker, ofylld prick utesluter inte noll",
    "Difference in per cent from what the level and trend before the effort point to, {} · {} · "
    "the line is the interval, widened by placebo dates where they suffice, a hollow dot does not "
    "leave out zero",
)
_SENTENCE = Text("{}: {}", "{}: {}")
_HEADS = (Text("Mått och modell", "Measure and model"), Text("Tidpunkt", "Time"),
          Text("Skillnad %", "Difference %"), Text("Intervall", "Interval"),
          Text("Anmärkning", "Remark"))  # fmt: skip
# The names of a picture that is narrow; the table and what is read have them in full.
_SHORT = {
    "main": Text("Huvudmodellen", "Main model"),
    "ar1": Text("AR(1)-fel", "AR(1) errors"),
    "short-window": Text("Kortare fönster", "Shorter window"),
    "counts": Text("Kvasi-Poisson", "Quasi-Poisson"),
    "panel": Text("Panel, alla lika", "Panel, all alike"),
    "panel-by-beds": Text("Panel, efter platser", "Panel, by beds"),
}


def evaluations(dataset: Dataset, view: View) -> tuple[Evaluation, ...]:
    """Beds, overcrowding and outplacement of the view's region, judged one by one."""
    grain: Grain = "year" if view.data == "published" else "month"
    return tuple(evaluation(dataset, outcome, view.region, grain) for outcome in OUTCOMES)


def evaluation_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """A row for the main model and each sensitivity, measure by measure."""
    found = evaluations(dataset, view)
    rows = [row for one in found for row in _rows(one, lang)]
    chart = forest.Forest(rows, names=160)
    at = period_words(found[0].main.at, lang)
    return Picture(
        title=_title(found, view, lang),
        measure=_MEASURE.in_(lang).format(at, labels.status(dataset, view, lang)),
        sentence=" ".join(
            _SENTENCE.in_(lang).format(name_of(one, lang), one.verdict.text.in_(lang))
            for one in found
        ),
        chart=chart,
        table=table(_HEADS, (line for one in found for line in _lines(one, lang)), lang),
        file=labels.stem(view, "effekt" if lang == "sv" else "effect"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=OVERCROWDING,
        explained=tuple(
            (name_of(one, lang), " ".join(words.in_(lang) for words in one.remarks))
            for one in found
        ),
    )


def names(dataset: Dataset, lang: Lang) -> dict[Outcome, str]:
    """What each outcome by month is called."""
    return {
        outcome: series_of(dataset, outcome, SWEDEN, "month").indicator.short_name.in_(lang)
        for outcome in OUTCOMES
    }


def name_of(evaluation: Evaluation, lang: Lang) -> str:
    """The measure's name."""
    return evaluation.series.indicator.short_name.in_(lang)


def _title(evaluations: tuple[Evaluation, ...], view: View, lang: Lang) -> str:
    unsure = sum(one.verdict.signal == "cannot_be_decided" for one in evaluations)
    place = labels.place(view, lang)
    if evaluations[0].main.problem is CANNOT_BE_DECIDED:
        return _TITLE["withheld"].in_(lang).format(place, CANNOT_BE_DECIDED.in_(lang))
    if unsure == len(evaluations):
        return _TITLE["none"].in_(lang).format(place)
    if unsure:
        return _TITLE["some"].in_(lang).format(unsure, len(evaluations), place)
    return _TITLE["all"].in_(lang).format(place)


def _effects(evaluation: Evaluation) -> tuple[Effect, ...]:
    return (evaluation.main, *evaluation.sensitivities)


def _rows(evaluation: Evaluation, lang: Lang) -> list[forest.Estimate]:
    name = name_of(evaluation, lang)
    head = forest.Estimate(name=name, value=None, low=None, high=None, words=name, head=True)
    return [
        head,
        *(
            forest.Estimate(
                name=_SHORT.get(effect.key, effect.name).in_(lang),
                value=_rounded(effect.percent),
                low=_rounded(effect.low),
                high=_rounded(effect.high),
                words=f"{name}, {_lower(effect.name.in_(lang))}: {_interval(effect, lang)}",
                main=effect is evaluation.main,
            )
            for effect in _effects(evaluation)
        ),
    ]


def _lines(evaluation: Evaluation, lang: Lang) -> list[list[str]]:
    name = name_of(evaluation, lang)
    return [
        [
            f"{name}: {_lower(effect.name.in_(lang))}",
            period_words(effect.at, lang),
            number(effect.percent, 1, lang, signed=True),
            _interval(effect, lang),
            capitalised(effect.problem.in_(lang)) if effect.problem else "",
        ]
        for effect in _effects(evaluation)
    ]


def _interval(effect: Effect, lang: Lang) -> str:
    if effect.low is None or effect.high is None:
        return NONE
    ends = (number(end, 1, lang, signed=True) for end in (effect.low, effect.high))
    return (" till " if lang == "sv" else " to ").join(ends)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
