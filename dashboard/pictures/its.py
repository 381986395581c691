"""The effect of the effort on each measure, by the declared model and every sensitivity."""

from collections.abc import Iterable, Sequence

from dashboard import wording
from dashboard.effects import Evaluation, evaluation
from dashboard.effects_model import DURING
from dashboard.effects_series import OUTCOMES, Outcome, series_of
from dashboard.effects_verdict import Effect
from dashboard.figures import forest, policy_time
from dashboard.figures.picture import Picture
from dashboard.figures.table import table
from dashboard.formatting import NONE, capitalised, number
from dashboard.formatting import period as period_words
from dashboard.indicators import OVERCROWDING
from dashboard.lang import Lang, Text
from dashboard.periods import Grain
from dashboard.pictures.policy import SPANS
from dashboard.regions import SWEDEN
from dashboard.store import Store
from dashboard.view import View

_TITLE = {
    "none": Text("Inget mått kan avgöras, {}", "No measure can be decided, {}"),
    "some": Text("{} av {} mått kan inte avgöras, {}", "{} of {} measures cannot be decided, {}"),
    "all": Text("Alla tre mått kan avgöras, {}", "All three measures can be decided, {}"),
}
_MEASURE = Text(
    "Skillnad i procent mot vad nivån och trenden före satsningen pekar mot, {} · {} · linjen är "
    "95-procentsintervallet, ofylld prick utesluter inte noll",
    "Difference in per cent from what the level and trend before the effort point to, {} · {} · "
    "the line is the 95 per cent interval, a hollow dot does not leave out zero",
)
_SENTENCE = Text("{}: {}", "{}: {}")
_FIT_TITLE = Text("{}: {} mot {} väntat, {}", "{}: {} against {} expected, {}")
_FIT_NONE = Text("Modellen går inte att anpassa, {}", "The model cannot be fitted, {}")
_FIT_MEASURE = Text(
    "{} · grå linje: värdena, blå: modellen, streckad: vad nivån och trenden före satsningen pekar "
    "mot · fältet är februari 2022–december 2024",
    "{} · grey line: the values, blue: the model, dashed: what the level and trend before the "
    "effort point to · the field is February 2022–December 2024",
)
_FIT_SENTENCE = Text("{} {}: modellen {}, väntat {}.", "{} {}: the model {}, expected {}.")
_FIT_HEADS = (Text("{}, värde", "{}, value"), Text("{}, modell", "{}, model"),
              Text("{}, väntat", "{}, expected"))  # fmt: skip
_PERIOD = Text("Period", "Period")
_HEADS = (Text("Mått och modell", "Measure and model"), Text("Tidpunkt", "Time"),
          Text("Skillnad %", "Difference %"), Text("95 %-intervall", "95% interval"),
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


def evaluations(store: Store, view: View) -> tuple[Evaluation, ...]:
    """Beds, overcrowding and outplacement of the view's region, judged one by one."""
    grain: Grain = "year" if view.data == "published" else "month"
    return tuple(evaluation(store, outcome, view.region, grain) for outcome in OUTCOMES)


def its_picture(store: Store, view: View, lang: Lang) -> Picture:
    """A row for the main model and each sensitivity, measure by measure."""
    found = evaluations(store, view)
    rows = [row for one in found for row in _rows(one, lang)]
    figure = forest.painted(rows, lang, names=160)
    figure["layout"]["meta"] = {
        "file": wording.stem(view, "effekt" if lang == "sv" else "effect"),
        "table": table(_HEADS, (line for one in found for line in _lines(one, lang)), lang),
    }
    at = period_words(found[0].main.at, lang)
    return Picture(
        title=_title(found, view, lang),
        measure=_MEASURE.in_(lang).format(at, wording.status(view, lang)),
        sentence=" ".join(
            _SENTENCE.in_(lang).format(name_of(one, lang), one.verdict.text.in_(lang))
            for one in found
        ),
        figure=figure,
        source=wording.source(store, view, lang),
        indicator=OVERCROWDING,
        explained=tuple(
            (name_of(one, lang), " ".join(words.in_(lang) for words in one.remarks))
            for one in found
        ),
    )


def fit_picture(store: Store, view: View, lang: Lang) -> Picture:
    """Each measure with the model fitted to it, and what it expects without the effort."""
    found = evaluations(store, view)
    panels = [_panel(one, lang) for one in found]
    labels = found[0].series.labels
    figure = policy_time.painted(
        policy_time.PolicyTime(periods=labels, panels=panels, spans=SPANS), lang
    )
    heads = [_PERIOD.in_(lang)] + [
        head.in_(lang).format(name_of(one, lang)) for one in found for head in _FIT_HEADS
    ]
    figure["layout"]["meta"] = {
        "file": wording.stem(view, "modell" if lang == "sv" else "model"),
        "table": table(heads, _fit_lines(labels, panels, lang), lang),
    }
    return Picture(
        title=_fit_title(found, panels, view, lang),
        measure=_FIT_MEASURE.in_(lang).format(wording.status(view, lang)),
        sentence=_fit_sentence(found, panels, view, lang),
        figure=figure,
        source=wording.source(store, view, lang),
        indicator=OVERCROWDING,
    )


def _panel(one: Evaluation, lang: Lang) -> policy_time.Panel:
    indicator = one.series.indicator
    decimals = indicator.decimals + 1

    def rounded(row: Iterable[float | None]) -> list[float | None]:
        return [None if v is None or v != v else round(v, decimals) for v in row]

    expected = rounded(one.counterfactual)
    # Before the effort the two are one and the same line.
    first = _first_place(one)
    return policy_time.Panel(
        name=f"{indicator.name.in_(lang)} ({indicator.unit.long.in_(lang)})",
        decimals=indicator.decimals,
        values=rounded(one.series.rate.tolist()),
        fitted=rounded(one.fitted),
        expected=[None if place < first else v for place, v in enumerate(expected)],
    )


def _first_place(one: Evaluation) -> int:
    """The place of the first point that the effort can have touched."""
    start = DURING.first[: len(one.series.labels[0])]
    return next((i for i, label in enumerate(one.series.labels) if label >= start), 0)


def _fit_lines(
    labels: Sequence[str], panels: Sequence[policy_time.Panel], lang: Lang
) -> list[list[str]]:
    rows = [
        [
            label,
            *(
                number(row[place], panel.decimals, lang)
                for panel in panels
                for row in (panel.values, panel.fitted, panel.expected)
            ),
        ]
        for place, label in enumerate(labels)
    ]
    return rows[::-1]


def _at(one: Evaluation, panel: policy_time.Panel) -> tuple[float | None, float | None]:
    """What the model gives and what it expects where the effect is stated."""
    place = one.series.labels.index(one.main.at) if one.main.at in one.series.labels else -1
    return panel.fitted[place], panel.expected[place]


def _fit_title(
    found: Sequence[Evaluation], panels: Sequence[policy_time.Panel], view: View, lang: Lang
) -> str:
    over, panel = found[1], panels[1]
    fitted, expected = _at(over, panel)
    if fitted is None or expected is None:
        return _FIT_NONE.in_(lang).format(wording.place(view, lang))
    return _FIT_TITLE.in_(lang).format(
        name_of(over, lang), number(fitted, panel.decimals, lang),
        number(expected, panel.decimals, lang), period_words(over.main.at, lang),
    )  # fmt: skip


def _fit_sentence(
    found: Sequence[Evaluation], panels: Sequence[policy_time.Panel], view: View, lang: Lang
) -> str:
    said = []
    for one, panel in zip(found, panels, strict=True):
        ends = _at(one, panel)
        if None not in ends:
            values = (number(v, panel.decimals, lang) for v in ends)
            when = period_words(one.main.at, lang)
            said.append(_FIT_SENTENCE.in_(lang).format(name_of(one, lang), when, *values))
    return " ".join(said) or _FIT_NONE.in_(lang).format(wording.place(view, lang)) + "."


def names(store: Store, lang: Lang) -> dict[Outcome, str]:
    """What each outcome by month is called."""
    return {
        outcome: series_of(store, outcome, SWEDEN, "month").indicator.short_name.in_(lang)
        for outcome in OUTCOMES
    }


def name_of(one: Evaluation, lang: Lang) -> str:
    """The measure's name."""
    return one.series.indicator.short_name.in_(lang)


def _title(found: tuple[Evaluation, ...], view: View, lang: Lang) -> str:
    unsure = sum(one.verdict.signal == "cannot_be_decided" for one in found)
    place = wording.place(view, lang)
    if unsure == len(found):
        return _TITLE["none"].in_(lang).format(place)
    if unsure:
        return _TITLE["some"].in_(lang).format(unsure, len(found), place)
    return _TITLE["all"].in_(lang).format(place)


def _effects(one: Evaluation) -> tuple[Effect, ...]:
    return (one.main, *one.sensitivities)


def _rows(one: Evaluation, lang: Lang) -> list[forest.Estimate]:
    name = name_of(one, lang)
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
                main=effect is one.main,
            )
            for effect in _effects(one)
        ),
    ]


def _lines(one: Evaluation, lang: Lang) -> list[list[str]]:
    name = name_of(one, lang)
    return [
        [
            f"{name}: {_lower(effect.name.in_(lang))}",
            period_words(effect.at, lang),
            number(effect.percent, 1, lang, signed=True),
            _interval(effect, lang),
            capitalised(effect.problem.in_(lang)) if effect.problem else "",
        ]
        for effect in _effects(one)
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
