"""Which assumption moves the scenario's result most."""

from collections.abc import Sequence

from dashboard.figures.picture import Picture
from dashboard.figures.tornado import Bar, Tornado
from dashboard.indicators.registry import OVERCROWDING
from dashboard.language import formatting
from dashboard.language.figure_table import table
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario import dial_words
from dashboard.scenario.baseline import Baseline, baseline
from dashboard.scenario.planner import results, spreads
from dashboard.scenario.sensitivity import Swing, swings
from dashboard.values import labels
from dashboard.view.scenario_choice import Scenario, scenario_choice
from dashboard.view.view import View

_SHOWN = 8
_TITLE = Text("Mest osäkert: {}", "Most uncertain: {}")
_NOTHING = Text("Inget är ändrat, så inget antagande spelar roll än",
                "Nothing is changed, so no assumption matters yet")  # fmt: skip
_NO_FIGURES = Text("Uppgift saknas för perioden", "Not available for the period")
_MEASURE = Text(
    "{} · förändring i antal överbelagda patienter när ett antagande i taget flyttas mellan "
    "ändarna av sitt 80-procentsintervall",
    "{} · change in overcrowded patients when one assumption at a time moves between the ends of "
    "its 80 per cent interval",
)
_SENTENCE = Text(
    "Med {} i nedre änden blir förändringen {} patienter, i den övre {}; med allt i mitten {}.",
    "With {} at its lower end the change is {} patients, at the upper {}; with all in the middle "
    "{}.",
)
_HOW = Text(
    "Välj en ändring ovan, så visas vad som är mest osäkert i dess resultat.",
    "Choose a change above to see what is most uncertain in its result.",
)
_LOW, _HIGH = Text("nedre änden", "lower end"), Text("övre änden", "upper end")
_HEADS = (
    Text("Antagande", "Assumption"), Text("Intervall", "Interval"),
    Text("Vid nedre änden", "At the lower end"), Text("Vid övre änden", "At the upper end"),
)  # fmt: skip
_WORDS = Text("{}: {} vid nedre änden, {} vid övre", "{}: {} at the lower end, {} at the upper")


def tornado_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The assumptions that move the change in overcrowded patients, the most on top."""
    base, scenario = baseline(dataset, view), scenario_choice(view.scenario)
    found = swings(base, scenario)[:_SHOWN] if base else ()
    middle = _middle(base, scenario)
    title, sentence = _said(base, found, middle, lang)
    return Picture(
        title=title,
        measure=_MEASURE.in_(lang).format(name_of(view.region).in_(lang)),
        sentence=sentence,
        chart=Tornado(
            [_bar(base, scenario, one, lang) for one in found] if base else [], middle,
            _LOW.in_(lang), _HIGH.in_(lang),
        ),
        table=table(_HEADS, [_row(base, scenario, one, lang) for one in found] if base else [],
                    lang),
        file=labels.stem(view, "antaganden" if lang == "sv" else "assumptions"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=OVERCROWDING,
    )  # fmt: skip


def _middle(base: Baseline | None, scenario: Scenario) -> float:
    if base is None:
        return 0.0
    (over,) = (one for one in results(base, scenario) if one.measure == "overcrowded")
    return over.value - over.now


def _said(
    base: Baseline | None, swings: Sequence[Swing], middle: float, lang: Lang
) -> tuple[str, str]:
    if base is None:
        return _NO_FIGURES.in_(lang), f"{_NO_FIGURES.in_(lang)}."
    if not swings:
        return _NOTHING.in_(lang), _HOW.in_(lang)
    most = swings[0]
    name = dial_words.name_of(most.name, lang).lower()
    sentence = _SENTENCE.in_(lang).format(
        name, _n(most.at_low, lang), _n(most.at_high, lang), _n(middle, lang)
    )
    return _TITLE.in_(lang).format(name), sentence


def _bar(base: Baseline, scenario: Scenario, swing: Swing, lang: Lang) -> Bar:
    ends = _n(swing.at_low, lang), _n(swing.at_high, lang)
    words = _WORDS.in_(lang).format(_interval(base, scenario, swing, lang), *ends)
    name = dial_words.name_of(swing.name, lang)
    return Bar(name, swing.at_low, swing.at_high, *ends, words)


def _row(base: Baseline, scenario: Scenario, swing: Swing, lang: Lang) -> list[str]:
    interval = _interval(base, scenario, swing, lang)
    ends = _n(swing.at_low, lang), _n(swing.at_high, lang)
    return [dial_words.name_of(swing.name, lang), interval, *ends]


def _interval(base: Baseline, scenario: Scenario, swing: Swing, lang: Lang) -> str:
    return dial_words.interval(swing.name, spreads(base, scenario)[swing.name], lang)


def _n(value: float, lang: Lang) -> str:
    return formatting.number(value, 1, lang, signed=True)
