"""How far each figure of a view can be trusted: its grade, four dots, rules and questions."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.api.declared import Caveat, Ground, Query, Result, Row
from dashboard.checks.rules import DOTS
from dashboard.quality.finding import BY_KIND, Finding
from dashboard.quality.findings import open_questions
from dashboard.quality.grades import Graded, grades
from dashboard.quality.reporting import Cell, calendar
from dashboard.quality.rule_hits import rule_hits
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values import values
from dashboard.view.view import View


def quality_rows(ground: Ground, query: Query) -> Result:
    """A row for each region and period of the view; the country as such has no grade.

    An open question is a caveat of the rows it concerns, never an accusation.
    """
    rows: list[Row] = []
    known: dict[str, Caveat] = {}
    regions = [code for code in query.regions if code != SWEDEN]
    for period in query.periods:
        view = replace(query.view, period=period)
        cells, graded = _cells(ground.dataset, view), grades(ground.dataset, view)
        fired = _fired(ground.dataset, view)
        for code in regions:
            questions = dict(_questions(ground.dataset, view, code))
            known |= questions
            row = _row(ground.dataset, view, graded[code], cells.get(code), list(questions))
            rules = dict.fromkeys([*row["rules"], *fired.get(code, ())])
            rows.append({**row, "rules": list(rules), "release": ground.dataset.release})
    place = {code: number for number, code in enumerate(regions)}
    return Result(sorted(rows, key=lambda row: place[row["region"]]), tuple(known.values()))


def _cells(dataset: Dataset, view: View) -> dict[str, Cell]:
    """The view's period of the reporting calendar, by region."""
    rows = calendar(dataset, view)
    return {cell.region: cell for row in rows for cell in row if cell.period == view.period}


def _fired(dataset: Dataset, view: View) -> dict[str, list[str]]:
    """The rules that fired on the view's own figure, by region."""
    figure = (view.indicator, view.period, view.care, view.data)
    found: dict[str, list[str]] = {}
    for rule_hit in rule_hits(dataset):
        if (rule_hit.indicator, rule_hit.period, rule_hit.care, rule_hit.data) == figure:
            found.setdefault(rule_hit.region, []).append(rule_hit.rule_id)
    return found


def _questions(dataset: Dataset, view: View, code: str) -> Iterator[tuple[str, Caveat]]:
    for open_question in open_questions(dataset, view.indicator, view.care, code, view.period):
        key = f"question-{open_question.kind}-{_whom(open_question)}-{open_question.periods[-1]}"
        yield key, Caveat(key, "warning", BY_KIND[open_question.kind].name, open_question.question)


def _whom(finding: Finding) -> str:
    return finding.regions[0] if len(finding.regions) == 1 else "all"


def _row(
    dataset: Dataset, view: View, graded: Graded, cell: Cell | None, caveats: list[str]
) -> Row:
    dots: Row = {dot: cell.dots[dot] if cell else None for dot in DOTS}
    return {
        "indicator": view.indicator,
        "region": graded.region,
        "period": view.period,
        "care": view.care,
        "data": view.data,
        "status": values.status(dataset, view, graded.region),
        "grade": graded.grade,
        "gated": graded.gates,
        "reasons": list(graded.reasons),
        **dots,
        "rules": list(cell.rules) if cell else [],
        "caveats": caveats,
    }
