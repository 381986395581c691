"""The rows behind Data och kvalitet: grades, calendar, rules, questions, sources, revisions."""

from collections.abc import Sequence

from dashboard.language.said import Said, joined
from dashboard.language.text import LANGS, Text
from dashboard.quality.decomposition import Split, split_view, splits_told
from dashboard.quality.definitions import definitions_since
from dashboard.quality.finding import Finding
from dashboard.quality.findings import findings
from dashboard.quality.grades import grades
from dashboard.quality.reporting import reporting_rows
from dashboard.quality.revisions import earlier_release, revisions
from dashboard.quality.rule_hits import rule_hit_rows
from dashboard.quality.source_conflicts import disagreements
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.settings import settings_from_environment
from dashboard.values.estimate_ranges import range_of
from dashboard.values.may_be_said import Statement, may_be_said
from dashboard.values.rows import Row, rows
from dashboard.values.sheets import Sheet, Sheets
from dashboard.view.addresses import QUALITY
from dashboard.view.view import View

_FIRINGS = ("rule", "severity", "indicator", "region", "period", "care", "data", "number")
# A file without anything to tell has one row, which says so.
_NOTHING: Row = {"status": "missing"}


def grade_rows(dataset: Dataset, view: View) -> list[Row]:
    """Every region's value with its grade, and the reasons."""
    graded = grades(dataset, view)
    return [
        {
            **row,
            "grade": graded[str(row["region"])].grade,
            "reason": joined(graded[str(row["region"])].reasons, "; "),
        }
        for row in rows(dataset, view, CODES)
    ]


def rule_rows(dataset: Dataset, view: View) -> list[Row]:
    """Every rule that fired in the release; one empty row where none did."""
    keys = (*_FIRINGS, "status", "release")
    return rule_hit_rows(dataset) or [dict.fromkeys(keys) | _NOTHING]


def question_rows(dataset: Dataset, view: View) -> list[Row]:
    """Every question, one row for each; its figures as period and number."""
    keys = ("kind", "indicator", "region", "period", "care", "data", "figures", "question",
            "status", "release")  # fmt: skip
    rows: list[Row] = [
        {
            "kind": finding.kind,
            "indicator": finding.indicator,
            "region": finding.regions[0] if len(finding.regions) == 1 else "all",
            "period": finding.periods[-1],
            "care": finding.care,
            "data": finding.data,
            "figures": _figures(finding),
            "question": Said(finding.question),
            "status": finding.data,
            "release": dataset.release,
        }
        for finding in findings(dataset)
    ]
    return rows or [dict.fromkeys(keys) | _NOTHING]


def _figures(finding: Finding) -> Said:
    """The figures of a question: period=number for programs, and as they are read."""
    read = (
        "; ".join(f"{period}: {number:.4g}" for period, number in finding.figures),
        " ".join(f"{period}={number:.4g}" for period, number in finding.figures),
    )
    return Said(Text(read[0].replace(".", ","), read[0]), read[1])


def _by_denominator(dataset: Dataset, view: View, split: Split) -> str | None:
    """What the change is due to, where the months of the region bear to say so."""
    if not may_be_said(Statement.SIGNAL, dataset, view, split.region).outright:
        return None
    return "yes" if split.by_denominator else "no"


def split_rows(dataset: Dataset, view: View) -> list[Row]:
    """The change since the same period last year, taken apart, in per cent."""
    shown = split_view(view)
    rows: Sequence[Row] = [
        {
            "indicator": shown.indicator,
            "region": split.region,
            "period": shown.period,
            "care": shown.care,
            "year_before": split.before,
            "value": split.now,
            **_range(dataset, shown, split.region),
            "ratio_change": split.ratio,
            "numerator_change": split.above,
            "denominator_change": split.below,
            "by_denominator": _by_denominator(dataset, shown, split),
            "status": shown.data,
            "release": dataset.release,
        }
        for split in splits_told(dataset, shown)
    ]
    keys = ("indicator", "region", "period", "care", "year_before", "value", "low", "high",
            "ratio_change", "numerator_change", "denominator_change", "by_denominator", "status",
            "release")  # fmt: skip
    return list(rows) or [dict.fromkeys(keys) | _NOTHING]


def _range(dataset: Dataset, view: View, region: str) -> Row:
    return dict(zip(("low", "high"), range_of(dataset, view, region) or (None, None), strict=True))


def source_rows(dataset: Dataset, view: View) -> list[Row]:
    """The published figures that contradict each other."""
    return [
        {
            "measure": Said(disagreement.name),
            "region": disagreement.region,
            "care": disagreement.care,
            "value": disagreement.figure.value,
            "first_day": disagreement.figure.first_day,
            "last_day": disagreement.figure.last_day,
            "source": disagreement.figure.source,
            "other_value": disagreement.other.value,
            "other_first_day": disagreement.other.first_day,
            "other_last_day": disagreement.other.last_day,
            "other_source": disagreement.other.source,
            "difference": round(disagreement.apart, 6),
            "status": "published",
        }
        for disagreement in disagreements(dataset.reference)
    ]


def definition_rows(dataset: Dataset, view: View) -> list[Row]:
    """Which definition applies since when."""
    return [
        {
            "indicators": Said(
                Text(
                    *(
                        ", ".join(one.name.in_(lang) for one in definition.indicators)
                        for lang in LANGS
                    )
                ),
                " ".join(one.key for one in definition.indicators),
            ),
            "valid_from": definition.valid_from,
            "definition": Said(definition.text),
            "stated_by": definition.source,
            "status": "published",
        }
        for definition in definitions_since(dataset.reference)
    ]


def revision_rows(dataset: Dataset, view: View) -> list[Row]:
    """What changed since the release before; one empty row where nothing did."""
    keys = ("indicator", "region", "period", "care", "data", "before", "after", "status", "release")
    old = earlier_release(settings_from_environment().home, dataset)
    rows: list[Row] = [
        {
            "indicator": revision.indicator.key,
            "region": revision.region,
            "period": revision.period,
            "care": revision.care,
            "data": revision.data,
            "before": revision.before,
            "after": revision.after,
            "status": revision.data,
            "release": dataset.release,
        }
        for revision in (revisions(old, dataset) if old else ())
    ]
    return rows or [dict.fromkeys(keys) | _NOTHING]


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
