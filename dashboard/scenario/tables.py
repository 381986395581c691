"""The tables of the page of scenarios in words: results, the log, what is sought."""

from dashboard.language.formatting import NONE
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.scenario import dial_words, measures
from dashboard.scenario.baseline import baseline
from dashboard.scenario.growth_words import origin_of
from dashboard.scenario.planner import TODAY, Result, results, spreads
from dashboard.scenario.rows import log
from dashboard.scenario.sensitivity import Sought, sought
from dashboard.view.scenario_choice import by_newest_model, scenario_choice
from dashboard.view.view import View

_NOW, _SCENARIO = Text("Nu", "Now"), Text("Scenariot", "The scenario")
_NEWEST = Text("Med den nyaste modellen", "By the newest model")
_CHANGE, _BESIDE = Text("Förändring", "Change"), Text("Bredvid", "Beside it")
_VALUE = Text("Värde (80 procent)", "Value (80 per cent)")
_GRADE, _SOURCE = Text("Belägg", "Evidence"), Text("Varifrån", "Where from")
_LEFT_OUT = Text("används inte", "not used")
_TODAY_GRADE = Text("skattning eller rapporterat", "estimate or reported")
_TODAY_SOURCE = Text(
    "De senaste tolv månaderna i utgåvan; intervallet är skattningens.",
    "The latest twelve months of the release; the interval is that of the estimate.",
)
_TAKES = Text("{}: {} räcker ensamt.", "{}: {} alone is enough.")
_SHORT = Text(
    "{}: räcker inte ensamt; som mest {} färre.", "{}: not enough alone; {} fewer at most."
)


def result_grid(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """Every measure now, in the scenario with its interval, the change, and what stands beside."""
    base = baseline(dataset, view)
    heads = [_NOW, _SCENARIO, _CHANGE]
    scenario = scenario_choice(view.scenario)
    found = results(base, scenario) if base else ()
    hidden = {one.measure for one in found if measures.is_withheld(dataset, view, one.measure)}
    rows = [_result(one, lang, one.measure in hidden) for one in found]
    newest = by_newest_model(scenario)
    others = [(_NEWEST, newest)] if newest != scenario else []
    if view.beside != view.scenario:
        others.append((_BESIDE, scenario_choice(view.beside)))
    for head, one_beside in others:
        heads.append(head)
        other = results(base, one_beside) if base else ()
        rows = [
            (*row, NONE if one.measure in hidden else _mean(one, lang))
            for row, one in zip(rows, other, strict=True)
        ]
    return Grid(tuple(one.in_(lang) for one in heads), tuple(rows))


def _result(result: Result, lang: Lang, withheld: bool) -> tuple[str, ...]:
    now = measures.said(result.measure, result.now, lang)
    if result.now_low != result.now_high:
        now = f"{now} ({measures.interval(result.measure, result.now_low, result.now_high, lang)})"
    change = measures.said(result.measure, result.change, lang, change=True)
    if result.change_low != result.change_high:
        ends = measures.interval(
            result.measure, result.change_low, result.change_high, lang, change=True
        )
        change = f"{change} ({ends})"
    name = measures.named(result.measure, lang)
    if withheld:
        return f"{name}; {measures.NO_KRONOR.in_(lang)}", NONE, NONE, change
    return name, now, _mean(result, lang), change


def _mean(result: Result, lang: Lang) -> str:
    mean = measures.said(result.measure, result.mean, lang)
    if result.low == result.high:
        return mean
    return f"{mean} ({measures.interval(result.measure, result.low, result.high, lang)})"


def log_grid(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """Everything that is assumed or taken from the release, with its evidence."""
    scenario, base = scenario_choice(view.scenario), baseline(dataset, view)
    known = spreads(base, scenario) if base else {}
    today = [
        (
            dial_words.name_of(key, lang), dial_words.interval(key, known[key], lang),
            _TODAY_GRADE.in_(lang), _TODAY_SOURCE.in_(lang),
        )
        for key in TODAY
        if key in known and (key != "need_now" or (base and base.need))
    ]  # fmt: skip
    set_to = [
        (
            dial_words.name_of(key, lang),
            dial_words.interval(key, one, lang) if one else _LEFT_OUT.in_(lang),
            dial_words.GRADES[grade].in_(lang),
            origin.in_(lang),
        )
        for key, one in log(dataset, view, scenario)
        for origin, grade in [origin_of(dataset, view, key)]
    ]
    heads = tuple(one.in_(lang) for one in (_VALUE, _GRADE, _SOURCE))
    return Grid(heads, (*set_to, *today))


def goal_lines(dataset: Dataset, view: View, lang: Lang) -> tuple[str, ...]:
    """What each change alone would take; empty where there are no figures."""
    base = baseline(dataset, view)
    found = sought(base, scenario_choice(view.scenario)) if base else ()
    return tuple(_goal(one, lang) for one in found)


def _goal(sought: Sought, lang: Lang) -> str:
    words = dial_words.WORDS[sought.lever]
    if sought.amount is None:
        reached = measures.said("overcrowded", sought.reached, lang)
        return _SHORT.in_(lang).format(words.name.in_(lang), reached)
    return _TAKES.in_(lang).format(
        words.name.in_(lang), words.said(sought.lever, sought.amount, lang)
    )
