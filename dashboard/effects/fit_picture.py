"""Each measure with the model fitted to it, beside what it expects without the effort."""

from collections.abc import Iterable, Sequence

from dashboard.effects.effects_picture import evaluations, name_of
from dashboard.effects.judged import Evaluation
from dashboard.effects.model import DURING
from dashboard.effects.policy_picture import SPANS
from dashboard.figures import policy_time
from dashboard.figures.picture import Picture
from dashboard.indicators.registry import OVERCROWDING, Indicator
from dashboard.language.figure_table import table
from dashboard.language.formatting import number
from dashboard.language.formatting import period as period_words
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.values import labels as wording
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from dashboard.view.view import View

_TITLE = Text(
    "{}: modellen ger {}, trenden före pekar mot {}, {}",
    "{}: the model gives {}, the trend before points to {}, {}",
)
_NONE = Text("Modellen går inte att anpassa, {}", "The model cannot be fitted, {}")
_WITHHELD = Text(
    "Modellen för {}: kan inte avgöras, månaderna är skattade",
    "The model for {}: cannot be decided, the months are estimated",
)
_MEASURE = Text(
    "{} · grå linje: värdena, blå: modellen, streckad: vad nivån och trenden före satsningen pekar "
    "mot · fältet är februari 2022–december 2024",
    "{} · grey line: the values, blue: the model, dashed: what the level and trend before the "
    "effort point to · the field is February 2022–December 2024",
)
_SENTENCE = Text("{} {}: modellen {}, väntat {}.", "{} {}: the model {}, expected {}.")
_HEADS = (Text("{}, värde", "{}, value"), Text("{}, modell", "{}, model"),
              Text("{}, väntat", "{}, expected"))  # fmt: skip
_PERIOD = Text("Period", "Period")


def fit_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """Each measure with the model fitted to it, and what it expects without the effort."""
    found = evaluations(dataset, view)
    panels = [_panel(one, lang) for one in found]
    labels = found[0].series.labels
    chart = policy_time.PolicyTime(periods=labels, panels=panels, spans=SPANS)
    heads = [_PERIOD.in_(lang)] + [
        head.in_(lang).format(name_of(one, lang)) for one in found for head in _HEADS
    ]
    return Picture(
        title=_title(found, panels, view, lang),
        measure=_MEASURE.in_(lang).format(wording.status(dataset, view, lang)),
        sentence=_sentence(found, panels, view, lang),
        chart=chart,
        table=table(heads, _lines(labels, panels, lang), lang),
        file=wording.stem(view, "modell" if lang == "sv" else "model"),
        lang=lang,
        source=wording.source(dataset, view, lang),
        indicator=OVERCROWDING,
    )


def _panel(evaluation: Evaluation, lang: Lang) -> policy_time.Panel:
    indicator = evaluation.series.indicator
    decimals = indicator.decimals + 1

    def rounded(row: Iterable[float | None]) -> list[float | None]:
        return [None if v is None or v != v else round(v, decimals) for v in row]

    expected = rounded(evaluation.counterfactual)
    # Before the effort the two are one and the same line.
    first = _first_place(evaluation)
    return policy_time.Panel(
        name=_name(indicator, lang),
        decimals=indicator.decimals,
        values=rounded(evaluation.series.rate.tolist()),
        fitted=rounded(evaluation.fitted),
        expected=[None if place < first else v for place, v in enumerate(expected)],
    )


def _name(indicator: Indicator, lang: Lang) -> str:
    """A count needs no unit, and a rate says what it is counted against."""
    name, unit = indicator.name.in_(lang), indicator.unit.long.in_(lang)
    return name if indicator.unit.counts or unit in name else f"{name} {unit}"


def _first_place(evaluation: Evaluation) -> int:
    """The place of the first point that the effort can have touched."""
    start = DURING.first[: len(evaluation.series.labels[0])]
    return next((i for i, label in enumerate(evaluation.series.labels) if label >= start), 0)


def _lines(
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


def _at(evaluation: Evaluation, panel: policy_time.Panel) -> tuple[float | None, float | None]:
    """What the model gives and what it expects where the effect is stated."""
    place = (
        evaluation.series.labels.index(evaluation.main.at)
        if evaluation.main.at in evaluation.series.labels
        else -1
    )
    return panel.fitted[place], panel.expected[place]


def _title(
    evaluations: Sequence[Evaluation], panels: Sequence[policy_time.Panel], view: View, lang: Lang
) -> str:
    over, panel = evaluations[1], panels[1]
    fitted, expected = _at(over, panel)
    if fitted is None or expected is None:
        return _nothing(over, view, lang)
    return _TITLE.in_(lang).format(
        name_of(over, lang), number(fitted, panel.decimals, lang),
        number(expected, panel.decimals, lang), period_words(over.main.at, lang),
    )  # fmt: skip


def _sentence(
    evaluations: Sequence[Evaluation], panels: Sequence[policy_time.Panel], view: View, lang: Lang
) -> str:
    said = []
    for one, panel in zip(evaluations, panels, strict=True):
        ends = _at(one, panel)
        if None not in ends:
            values = (number(v, panel.decimals, lang) for v in ends)
            when = period_words(one.main.at, lang)
            said.append(_SENTENCE.in_(lang).format(name_of(one, lang), when, *values))
    return " ".join(said) or _nothing(evaluations[1], view, lang) + "."


def _nothing(evaluation: Evaluation, view: View, lang: Lang) -> str:
    held = evaluation.main.problem is CANNOT_BE_DECIDED
    return (_WITHHELD if held else _NONE).in_(lang).format(wording.place(view, lang))
