"""The rows behind Data och kvalitet: grades, calendar, rules, questions, sources, revisions."""

from collections.abc import Sequence

from dashboard.quality.decomposition import split_view, splits
from dashboard.quality.definitions import definitions_since
from dashboard.quality.findings import findings
from dashboard.quality.grades import grades
from dashboard.quality.reporting import reporting_rows
from dashboard.quality.revisions import earlier_release, revisions
from dashboard.quality.rule_hits import rule_hit_rows
from dashboard.quality.source_conflicts import disagreements
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.settings import settings_from_environment
from dashboard.values.rows import Row, rows
from dashboard.values.sheets import Sheet, Sheets
from dashboard.view.addresses import QUALITY
from dashboard.view.view import View

_FIRINGS = ("rule", "severity", "indicator", "region", "period", "care", "data", "number")


def grade_rows(dataset: Dataset, view: View) -> list[Row]:
    """Every region's value with its grade, and the reasons."""
    graded = grades(dataset, view)
    return [
        {
            **row,
            "grade": graded[str(row["region"])].grade,
            "reason": "; ".join(one.en for one in graded[str(row["region"])].reasons) or None,
        }
        for row in rows(dataset, view, CODES)
    ]


def rule_rows(dataset: Dataset, view: View) -> list[Row]:
    """Every rule that fired in the release; one empty row where none did."""
    keys = (*_FIRINGS, "release")
    return rule_hit_rows(dataset) or [dict.fromkeys(keys)]


def question_rows(dataset: Dataset, view: View) -> list[Row]:
    """Every question, one row for each; its figures as period and number."""
    keys = ("kind", "indicator", "region", "period", "care", "data", "figures", "question",
            "release")  # fmt: skip
    found: list[Row] = [
        {
            "kind": one.kind,
            "indicator": one.indicator,
            "region": one.regions[0] if len(one.regions) == 1 else "all",
            "period": one.periods[-1],
            "care": one.care,
            "data": one.data,
            "figures": " ".join(f"{period}={number:.4g}" for period, number in one.figures),
            "question": one.question.en,
            "release": dataset.release,
        }
        for one in findings(dataset)
    ]
    return found or [dict.fromkeys(keys)]


def split_rows(dataset: Dataset, view: View) -> list[Row]:
    """The change since the same period last year, taken apart, in per cent."""
    own = split_view(view)
    found: Sequence[Row] = [
        {
            "indicator": own.indicator,
            "region": one.region,
            "period": own.period,
            "care": own.care,
            "year_before": one.before,
            "value": one.now,
            "ratio_change": one.ratio,
            "numerator_change": one.above,
            "denominator_change": one.below,
            "by_denominator": "yes" if one.by_denominator else "no",
            "status": own.data,
            "release": dataset.release,
        }
        for one in splits(dataset, own)
    ]
    keys = ("indicator", "region", "period", "care", "year_before", "value", "ratio_change",
            "numerator_change", "denominator_change", "by_denominator", "status",
            "release")  # fmt: skip
    return list(found) or [dict.fromkeys(keys)]


def source_rows(dataset: Dataset, view: View) -> list[Row]:
    """The published figures that contradict each other."""
    return [
        {
            "measure": one.name.en,
            "region": one.region,
            "care": one.care,
            "value": one.one.value,
            "first_day": one.one.first_day,
            "last_day": one.one.last_day,
            "source": one.one.source,
            "other_value": one.other.value,
            "other_first_day": one.other.first_day,
            "other_last_day": one.other.last_day,
            "other_source": one.other.source,
            "difference": round(one.apart, 6),
        }
        for one in disagreements(dataset.reference)
    ]


def definition_rows(dataset: Dataset, view: View) -> list[Row]:
    """Which definition applies since when."""
    return [
        {
            "indicators": " ".join(indicator.key for indicator in one.indicators),
            "valid_from": one.valid_from,
            "definition": one.text.en,
            "stated_by": one.source,
        }
        for one in definitions_since(dataset.reference)
    ]


def revision_rows(dataset: Dataset, view: View) -> list[Row]:
    """What changed since the release before; one empty row where nothing did."""
    keys = ("indicator", "region", "period", "care", "data", "before", "after", "release")
    old = earlier_release(settings_from_environment().home, dataset)
    found: list[Row] = [
        {
            "indicator": one.indicator.key,
            "region": one.region,
            "period": one.period,
            "care": one.care,
            "data": one.data,
            "before": one.before,
            "after": one.after,
            "release": dataset.release,
        }
        for one in (revisions(old, dataset) if old else ())
    ]
    return found or [dict.fromkeys(keys)]


SHEETS: Sheets = {
    "dq-questions": Sheet(question_rows, QUALITY),
    "dq-split": Sheet(split_rows, QUALITY),
    "dq-calendar": Sheet(reporting_rows, QUALITY),
    "dq-trust": Sheet(grade_rows, QUALITY),
    "dq-rules": Sheet(rule_rows, QUALITY),
    "dq-since": Sheet(definition_rows, QUALITY),
    "dq-sources": Sheet(source_rows, QUALITY),
    "dq-revised": Sheet(revision_rows, QUALITY),
}
