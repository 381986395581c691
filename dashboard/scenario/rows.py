"""A scenario as rows: results, assumptions, which of them matters, and what would be enough."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.language.said import Said
from dashboard.releases.dataset import Dataset
from dashboard.scenario import dial_words
from dashboard.scenario.baseline import baseline
from dashboard.scenario.choice_words import choice_said
from dashboard.scenario.growth_words import origin_of
from dashboard.scenario.measures import UNITS, is_withheld
from dashboard.scenario.planner import ASSUMED, Result, results, spreads
from dashboard.scenario.sensitivity import sought, swings
from dashboard.statistics.quasi_points import Spread
from dashboard.values import values
from dashboard.values.rows import Row
from dashboard.values.sheets import Sheet, Sheets
from dashboard.view.addresses import SCENARIO
from dashboard.view.scenario_choice import (
    DIALS,
    LEVERS,
    Scenario,
    by_newest_model,
    scenario_choice,
)
from dashboard.view.view import View

_OF_CHANGE = ("change", "change_low", "change_high")
_NUMBERS = ("now", "now_low", "now_high", "value", "mean", "low", "high", *_OF_CHANGE)


def result_rows(dataset: Dataset, view: View) -> list[Row]:
    """Every measure of both scenarios, in the unit beside it; None where there are no figures.

    `now` and `value` have everything at its middle; low and high are 10 and 90 per cent of 1 000
    points (docs/methods.md 7.6).
    """
    base = baseline(dataset, view)
    found: list[Row] = []
    asked = [scenario_choice(words) for words in (view.scenario, view.beside)]
    # Where a model has been replaced, what the newest has stands beside.
    for scenario in dict.fromkeys((*asked, *map(by_newest_model, asked))):
        each = {one.measure: one for one in results(base, scenario)} if base else {}
        found += [
            {**head(dataset, view, scenario), "result": name, "counted_in": unit.en,
             **_numbers(each.get(name), is_withheld(dataset, view, name))}
            for name, unit in UNITS.items()
        ]  # fmt: skip
    return found


def _numbers(result: Result | None, withheld: bool) -> Row:
    known = _OF_CHANGE if withheld else _NUMBERS
    return {
        "scenario_mean" if key == "mean" else key: getattr(result, key)
        if result and key in known
        else None
        for key in _NUMBERS
    }


def assumption_rows(dataset: Dataset, view: View) -> list[Row]:
    """The log: what is set, to what, with interval, source and how firm it is."""
    scenario = scenario_choice(view.scenario)
    return [
        {
            **head(dataset, view, scenario),
            "control": name,
            "value": one.value if one else None,
            "low": one.low if one else None,
            "high": one.high if one else None,
            "counted_in": dial_words.WORDS[name].unit.en,
            "grade": grade,
            "origin": Said(origin, origin.en),
        }
        for name, one in log(dataset, view, scenario)
        for origin, grade in [origin_of(dataset, view, name)]
    ]


def log(dataset: Dataset, view: View, scenario: Scenario) -> Iterator[tuple[str, Spread | None]]:
    """Every control with what it is set to; None for what is left out or not known."""
    base = baseline(dataset, view)
    known = spreads(base, scenario) if base else {}
    for name in DIALS:
        yield name, known.get(name) if name in ASSUMED else scenario.of(name)


def swing_rows(dataset: Dataset, view: View) -> list[Row]:
    """The change in overcrowded patients with each assumption at the ends of its interval."""
    scenario, base = scenario_choice(view.scenario), baseline(dataset, view)
    start = head(dataset, view, scenario)
    found: list[Row] = [
        {**start, "assumption": one.name,
         "at_low": one.at_low, "at_high": one.at_high}
        for one in (swings(base, scenario) if base else ())
    ]  # fmt: skip
    return found or [{**start, "assumption": "", "at_low": None, "at_high": None}]


def goal_rows(dataset: Dataset, view: View) -> list[Row]:
    """What each change alone would take to reach the goal, and where its most is not enough."""
    scenario, base = scenario_choice(view.scenario), baseline(dataset, view)
    alone = {one.lever: one for one in (sought(base, scenario) if base else ())}
    return [
        {
            **head(dataset, view, scenario),
            "goal": scenario.number("goal"),
            "lever": lever,
            "amount": alone[lever].amount if lever in alone else None,
            "reached": alone[lever].reached if lever in alone else None,
            "counted_in": dial_words.WORDS[lever].unit.en,
        }
        for lever in LEVERS
    ]


def by_month(view: View) -> View:
    """What the page is of: it has months, and the twelve of a year, but no published year."""
    return replace(view, data="estimated") if view.data == "published" else view


def head(dataset: Dataset, view: View, scenario: Scenario) -> Row:
    """What every row of a scenario begins with."""
    return {
        "region": view.region,
        "period": view.period,
        "status": values.status(dataset, view, view.region),
        "scenario": choice_said(scenario),
        "model": scenario.model,
        "release": dataset.release,
    }


SHEETS: Sheets = {
    "scn-results": Sheet(result_rows, SCENARIO, by_month),
    "scn-log": Sheet(assumption_rows, SCENARIO, by_month),
    "scn-swings": Sheet(swing_rows, SCENARIO, by_month),
    "scn-goal": Sheet(goal_rows, SCENARIO, by_month),
}
