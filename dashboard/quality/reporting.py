"""The reporting calendar: how each region's month or year stands, with the reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

import numpy as np

from dashboard.checks.delivery import lateness
from dashboard.checks.excluded import checked
from dashboard.checks.monthly import Bools, Check
from dashboard.checks.rules import DOTS, Dot, Severity
from dashboard.frozen import frozen
from dashboard.language.said import joined
from dashboard.language.text import Text
from dashboard.quality.grades import GATED, Grade, Graded, grades
from dashboard.reference.periods import months_of
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import CARES, Dataset
from dashboard.values import values
from dashboard.values.rows import Row
from dashboard.view.view import View

State = Literal["whole", "late", "warning", "error", "missing"]

MONTHS = 24
STATES: Mapping[State, Text] = {
    "whole": Text("utan anmärkning", "without remarks"),
    "late": Text("upplysning", "information"),
    "warning": Text("varning", "warning"),
    "error": Text("fel", "error"),
    "missing": Text("saknas", "missing"),
}
_BY_SEVERITY: Mapping[Severity, State] = {"error": "error", "warning": "warning", "info": "late"}
_WORST: tuple[State, ...] = ("missing", "error", "warning", "late", "whole")


@frozen
class Cell:
    """A region's month or year: its four dots, None where a dot is not known, and the reasons.

    The dots are never added up to one number (docs/methods.md 8).
    """

    region: str
    period: str
    state: State
    dots: Mapping[Dot, bool | None]
    reasons: tuple[Text, ...]
    rules: tuple[str, ...]


def periods(dataset: Dataset, view: View) -> tuple[str, ...]:
    """The columns: the 24 months up to the view's period, or every year of published figures."""
    if view.data == "published":
        return dataset.year_labels
    known = [month for month in months_of(view.period) if month in dataset.months]
    last = known[-1] if known else dataset.last_month
    end = dataset.months.index(last) + 1
    return dataset.months[max(0, end - MONTHS) : end]


def calendar(dataset: Dataset, view: View) -> tuple[tuple[Cell, ...], ...]:
    """A row for each region, a cell for each of `periods`.

    Months are judged for the care area as a whole, with all of its measures; years for the
    view's own series.
    """
    return _calendar(dataset, view.anywhere)


@lru_cache(maxsize=64)
def _calendar(dataset: Dataset, view: View) -> tuple[tuple[Cell, ...], ...]:
    columns = periods(dataset, view)
    if view.data == "published":
        return _years(dataset, view, columns)
    late = lateness(dataset)
    marked = [(check, _hits(check, view)) for check in checked(dataset) if check.fired.any()]
    return tuple(
        tuple(_month(code, month, _fired(marked, dataset, code, month), late is not None)
              for month in columns)
        for code in CODES
    )  # fmt: skip


def _hits(check: Check, view: View) -> Bools:
    if view.care == "all":
        return np.asarray(check.fired.any(axis=2))
    return np.asarray(check.fired[..., CARES.index(view.care)])


def _fired(
    marked: Sequence[tuple[Check, Bools]], dataset: Dataset, code: str, month: str
) -> list[Check]:
    where = (CODES.index(code), dataset.months.index(month))
    return [check for check, hit in marked if hit[where]]


def _month(code: str, month: str, fired: list[Check], timed: bool) -> Cell:
    out = {check.rule.dot for check in fired}
    dots: dict[Dot, bool | None] = {dot: dot not in out for dot in DOTS}
    if not timed:
        dots["timely"] = None
    rules = tuple(dict.fromkeys(check.rule.id for check in fired))
    reasons = tuple(dict.fromkeys(check.rule.name for check in fired))
    if not dots["complete"]:
        # What is not there is neither valid nor not.
        dots |= {"valid": None, "consistent": None, "timely": None}
    states = {_BY_SEVERITY[check.rule.severity] for check in fired}
    whole: State = "whole" if dots["complete"] else "missing"
    state = whole if whole == "missing" else next((s for s in _WORST if s in states), whole)
    return Cell(code, month, state, dots, reasons, rules)


def _years(dataset: Dataset, view: View, columns: Sequence[str]) -> tuple[tuple[Cell, ...], ...]:
    by_year = []
    for year in columns:
        year_view = replace(view, period=year)
        found, graded = values.at(dataset, year_view)[1:], grades(dataset, year_view)
        by_year.append([_year(cell.region, year, cell.reason, graded) for cell in found])
    return tuple(zip(*by_year, strict=True))


_BY_GRADE: Mapping[Grade, State] = {"A": "whole", "B": "warning", "C": "warning", "D": "error"}


def _year(code: str, year: str, missing: Text | None, graded: Mapping[str, Graded]) -> Cell:
    region_grade = graded[code]
    grade = region_grade.grade
    dots: dict[Dot, bool | None] = {
        "complete": missing is None,
        "timely": None,
        "valid": None if grade is None else grade != "D",
        "consistent": None if grade is None else grade not in GATED,
    }
    if grade is None:
        return Cell(code, year, "missing", dots, (missing,) if missing else (), ())
    reasons = region_grade.reasons if grade != "A" else ()
    return Cell(code, year, _BY_GRADE[grade], dots, reasons, ())


def reporting_rows(dataset: Dataset, view: View) -> list[Row]:
    """The calendar as flat rows: dots are yes, no, or None where they are not known."""
    words = {True: "yes", False: "no", None: None}
    return [
        {
            "indicator": view.indicator,
            "region": cell.region,
            "period": cell.period,
            "care": view.care,
            "state": cell.state,
            **{dot: words[cell.dots[dot]] for dot in DOTS},
            "rules": " ".join(cell.rules) or None,
            "reason": joined(cell.reasons, "; "),
            "status": view.data,
            "release": dataset.release,
        }
        for row in calendar(dataset, view)
        for cell in row
    ]
