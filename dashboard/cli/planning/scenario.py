"""`vardplats scenario`: what changes would do to a region, with how sure that is."""

from collections.abc import Mapping

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.language.formatting import NONE
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario import measures, rows
from dashboard.scenario.baseline import baseline
from dashboard.scenario.planner import Result, results
from dashboard.statistics.quasi_points import POINTS
from dashboard.values import labels
from dashboard.view.scenario_choice import NOW, scenario_choice, scenario_edited, scenario_text
from dashboard.view.view import View, default_view, parse

NO_NORM = "No Swedish norm of nurses to patients is published for hospital wards."


def print_scenario(
    query: Mapping[str, str], words: str, dials: Mapping[str, str], fmt: Format
) -> None:
    """Print the results of a scenario; in JSON also the log, the swings and the goal.

    Raises:
        Refused: there is no release or no figures, or a control cannot be that.
    """
    try:
        text = scenario_edited(words or NOW, dials)
    except ValueError as error:
        raise Refused(f"{error}.") from error
    whole = given.dataset(given.settings(), query.get("release"))
    view = _view({**query, "scenario": text}, whole)
    dataset = whole.showing(view.data)
    base = baseline(dataset, view)
    if base is None:
        raise Refused(
            f"There are no twelve {view.data} months to {view.period} with beds, patients and "
            f"overcrowding in {name_of(view.region).en}. Take an earlier --period, or other --data."
        )
    if fmt == "json":
        printing.print_json(_answer(dataset, view))
    elif fmt == "csv":
        printing.print_rows(rows.result_rows(dataset, view), fmt)
    else:
        _print_table(dataset, view, results(base, scenario_choice(text)))
    printing.print_aside(NO_NORM)


def _view(query: Mapping[str, str], dataset: Dataset) -> View:
    usual = default_view(dataset)
    own = {"indicator": usual.indicator, "beside": query["scenario"]}
    parsed = parse({**own, **query}, dataset)
    problems = [one.en for one in (*parsed.errors, *parsed.warnings)]
    if parsed.view.data == "published":
        problems.append("A scenario needs months: take --data estimated, reported or example.")
    if problems:
        raise Refused("\n".join(problems))
    return parsed.view


def _answer(dataset: Dataset, view: View) -> dict[str, object]:
    scenario = scenario_choice(view.scenario)
    head = rows.result_rows(dataset, view)[0]
    shared = ("region", "period", "status", "scenario", "model", "release")
    alone = {
        "results": rows.result_rows(dataset, view),
        "assumptions": rows.assumption_rows(dataset, view),
        "swings": rows.swing_rows(dataset, view),
        "goal": rows.goal_rows(dataset, view),
    }
    return {
        **{key: head[key] for key in shared},
        "scenario": scenario_text(scenario),
        "points": POINTS,
        **{
            name: [{k: v for k, v in row.items() if k not in shared} for row in found]
            for name, found in alone.items()
        },
    }


def _print_table(dataset: Dataset, view: View, results: tuple[Result, ...]) -> None:
    lines = [
        [
            measures.named(one.measure, "en"),
            *_levels(one, measures.is_withheld(dataset, view, one.measure)),
            measures.said(one.measure, one.change, "en", change=True) or NONE,
        ]
        for one in results
    ]
    printing.print_table(
        ["Measure", "Now", "Scenario", "80 per cent", "Change"],
        lines,
        title=f"{name_of(view.region).en}: {view.scenario}",
        caption=labels.source(dataset, view, "en"),
        right=("Now", "Scenario", "Change"),
    )


def _levels(result: Result, withheld: bool) -> tuple[str, str, str]:
    """A measure now, in the scenario and its interval, or why it is not told."""
    if withheld:
        return NONE, NONE, measures.NO_KRONOR.en
    now, mean = (measures.said(result.measure, value, "en") for value in (result.now, result.mean))
    return now, mean, measures.interval(result.measure, result.low, result.high, "en")
