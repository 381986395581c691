"""A trust grade A-D for each region's figure, by a rule that is written out."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

import numpy as np

from dashboard.checks.excluded import checked
from dashboard.checks.monthly import Bools, Check
from dashboard.checks.rules import R11, Rule
from dashboard.frozen import frozen
from dashboard.indicators.registry import BY_KEY
from dashboard.language.text import Text
from dashboard.quality import phrases
from dashboard.quality.finding import BY_KIND, Finding
from dashboard.quality.findings import findings
from dashboard.quality.rule_hits import rule_hits
from dashboard.reference.periods import months_of
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import CARES, Dataset
from dashboard.values import provenance, values
from dashboard.view.view import View

Grade = Literal["A", "B", "C", "D"]

TWELVE, WINDOW = 12, 24
MOST_ERRORS = 2

GRADE_RULES: Mapping[Grade, Text] = {
    "A": Text("Ingen regel har slagit till de senaste 24 månaderna (eller det publicerade året).",
              "No rule has fired in the last 24 months (or in the published year)."),
    "B": Text("En varning, en känd anmärkning på året, eller ett fel för mer än tolv månader "
              "sedan: läs med eftertanke.",
              "A warning, a known remark on the year, or an error more than twelve months ago: "
              "read with care."),
    "C": Text("En saknad eller felaktig månad bland de senaste tolv, eller en öppen fråga om "
              "perioden: rangordnas inte.",
              "A missing or wrong month among the last twelve, or an open question on the period: "
              "not ranked."),
    "D": Text("Ett fel i själva perioden, eller fler än två bland de senaste tolv månaderna: "
              "rangordnas inte och räknas inte in.",
              "An error in the period itself, or more than two in the last twelve months: not "
              "ranked and not counted in."),
}  # fmt: skip
GATED: tuple[Grade, ...] = ("C", "D")

_RULE = Text("{} ({})", "{} ({})")
_OPEN = Text("{} {}, öppen fråga", "{} {}, an open question")
_SEVERAL = Text("{} i {} av de senaste tolv månaderna", "{} in {} of the last twelve months")
_NOTE = Text("{}, känd anmärkning", "{}, a known remark")
_NONE = Text("Ingen regel har slagit till.", "No rule has fired.")


@frozen
class Graded:
    """A region's grade in a view, and the reasons for it; None where there is no value.

    `grave` are those among the reasons that give C or D.
    """

    region: str
    grade: Grade | None
    reasons: tuple[Text, ...]
    grave: tuple[Text, ...] = ()

    @property
    def gates(self) -> bool:
        """Whether the figure is neither ranked nor listed."""
        return self.grade in GATED


def grades(dataset: Dataset, view: View) -> Mapping[str, Graded]:
    """The grade of every region's figure in the view's indicator, care and period.

    `GRADE_RULES` is the rule. Months are graded by the rules on months and by the questions to
    the published year that they rest on, years by the rules and questions of that year.
    """
    return _grades(dataset, view.anywhere)


@lru_cache(maxsize=256)
def _grades(dataset: Dataset, view: View) -> Mapping[str, Graded]:
    grade = _by_months if view.data != "published" else _by_year
    known = values.numbers(dataset, view)[1:]
    found = {}
    for code, value in zip(CODES, known, strict=True):
        questions = [question for question in _questions(dataset, view) if code in question.regions]
        judged = grade(dataset, view, code, questions)
        wrong = judged.grade == "D"
        missing = value is None and not wrong
        found[code] = Graded(code, None, ()) if missing else judged
    return MappingProxyType(found)


def _questions(dataset: Dataset, view: View) -> tuple[Finding, ...]:
    """The findings about the view's own figures in its period, or in the year it lies in."""
    return tuple(
        finding
        for finding in findings(dataset)
        if _is_about(finding, view)
        and any(view.period == each or view.period[:4] == each for each in finding.periods)
    )


def _is_about(finding: Finding, view: View) -> bool:
    """Whether a finding is about the view's figures, under whichever indicator's name."""
    if view.care not in ("all", finding.care):
        return False
    series = {(each.series, each.care) for each in view.of.published}
    theirs = {(each.series, each.care) for each in BY_KEY[finding.indicator].published}
    same = {pair for pair in series & theirs if pair[1] == finding.care}
    return finding.indicator == view.indicator or bool(same)


def _by_year(dataset: Dataset, view: View, code: str, questions: list[Finding]) -> Graded:
    series = provenance.series_of(view)
    fired = [
        rule_hit.rule
        for rule_hit in rule_hits(dataset)
        if (rule_hit.region, rule_hit.period, rule_hit.data) == (code, view.period, "published")
        and series in BY_KEY[rule_hit.indicator].published
        and rule_hit.care == view.care
    ]
    when = phrases.when(view.period)
    errors = [rule for rule in fired if rule.severity == "error" and rule is not R11]
    grave = [_RULE.format(rule.name, when) for rule in errors] + _asked(questions, view, grave=True)
    reasons = [_RULE.format(rule.name, when) for rule in fired if rule not in errors]
    reasons += [*_asked(questions, view, grave=False), *_noted(dataset, view, code)]
    if errors or any(question.kind == "impossible" for question in questions):
        return _doubtful(code, "D", grave, reasons)
    if grave:
        return _doubtful(code, "C", grave, reasons)
    return _calm(code, reasons)


def _by_months(dataset: Dataset, view: View, code: str, questions: list[Finding]) -> Graded:
    months = [month for month in months_of(view.period) if month in dataset.months]
    if not months:
        return Graded(code, None, ())
    first, end = dataset.months.index(months[0]), dataset.months.index(months[-1]) + 1
    marked = [mark for mark in _marked(dataset, view) if mark.rule.severity != "info"]
    row = CODES.index(code)
    hits = [(mark.rule, _hits(mark, view, row)) for mark in marked]
    errors = [(rule, hit) for rule, hit in hits if rule.severity == "error"]
    now = [rule for rule, hit in errors if hit[first:end].any()]
    lately = _either(errors, end - TWELVE, end)
    told: dict[bool, list[Text]] = {True: [], False: []}
    for rule, hit in hits:
        if hit[_from(end) : end].any():
            of_late = rule.severity == "error" and hit[max(0, end - TWELVE) : end].any()
            told[bool(of_late)].append(_told(rule, hit, dataset, end))
    grave = told[True] + _asked(questions, view, grave=True)
    reasons = [*told[False], *_asked(questions, view, grave=False), *_noted(dataset, view, code)]
    if now or lately > MOST_ERRORS:
        return _doubtful(code, "D", grave, reasons)
    if grave:
        return _doubtful(code, "C", grave, reasons)
    return _calm(code, reasons)


def _from(end: int) -> int:
    return max(0, end - WINDOW)


def _either(errors: list[tuple[Rule, Bools]], first: int, end: int) -> int:
    """In how many months any of the rules fired."""
    window = slice(max(0, first), end)
    return int(np.logical_or.reduce([hit[window] for _, hit in errors]).sum()) if errors else 0


def _marked(dataset: Dataset, view: View) -> list[Check]:
    """The checks that concern what the view's indicator is computed from."""
    ratio = view.of.ratio
    read = set(ratio.measures) if ratio else {"bed_days"}
    return [
        check for check in checked(dataset) if check.about in read or read & set(check.measures)
    ]


def _hits(check: Check, view: View, row: int) -> Bools:
    fired = check.fired[row]
    return np.asarray(fired.any(axis=1) if view.care == "all" else fired[:, CARES.index(view.care)])


def _told(rule: Rule, hit: Bools, dataset: Dataset, end: int) -> Text:
    """The rule with the latest month that it fired in, or how many of the last twelve."""
    latest = int(np.flatnonzero(hit[:end])[-1])
    count = int(hit[max(0, end - TWELVE) : end].sum())
    if count > 1:
        return _SEVERAL.format(rule.name, count)
    return _RULE.format(rule.name, phrases.when(dataset.months[latest]))


def _asked(questions: list[Finding], view: View, *, grave: bool) -> list[Text]:
    """The open questions that can bear no rank, or the others.

    A question to one care area is no reason not to rank the areas together, where it weighs less.
    """
    return [
        _OPEN.format(BY_KIND[question.kind].name, question.periods[-1])
        for question in questions
        if (BY_KIND[question.kind].gates and question.care == view.care) == grave
    ]


def _doubtful(code: str, grade: Grade, grave: list[Text], reasons: list[Text]) -> Graded:
    return Graded(code, grade, (*grave, *reasons), tuple(grave))


def _noted(dataset: Dataset, view: View, code: str) -> list[Text]:
    """The known traps that warn of the published year, or of the year that a month rests on."""
    year = replace(view, data="published", period=view.period[:4])
    on_region = (
        note for note in provenance.notes_on(dataset, year, code) if note.severity != "info"
    )
    return [_NOTE.format(one.title) for one in on_region]


def _calm(code: str, reasons: list[Text]) -> Graded:
    return Graded(code, "B" if reasons else "A", tuple(reasons) or (_NONE,))
