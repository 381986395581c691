"""Why a value does not exist, in words that stand where the value would."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.reference.scopes import Scope, scope_of


class Reason(StrEnum):
    """The kinds of nothing."""

    NOT_PUBLISHED_BY_MONTH = "NOT_PUBLISHED_BY_MONTH"
    NO_STREAM_SPLIT = "NO_STREAM_SPLIT"
    NOT_MODELLED_FOR_CARE = "NOT_MODELLED_FOR_CARE"
    NOT_REPORTED = "NOT_REPORTED"
    OUTSIDE_PERIODS = "OUTSIDE_PERIODS"
    DROPPED = "DROPPED"
    NO_REGIONAL_VALUE = "NO_REGIONAL_VALUE"
    CARE_NOT_OFFERED = "CARE_NOT_OFFERED"
    LOW_COVERAGE = "LOW_COVERAGE"
    INCOMPLETE = "INCOMPLETE"
    NOT_IMPORTED = "NOT_IMPORTED"
    EXCLUDED = "EXCLUDED"
    ZERO_BEDS = "ZERO_BEDS"
    STREAMS_TOGETHER = "STREAMS_TOGETHER"
    NO_GUIDELINE_YET = "NO_GUIDELINE_YET"
    NOBODY_REPORTED = "NOBODY_REPORTED"
    SOME_MONTHS = "SOME_MONTHS"
    NOT_OF_THIS = "NOT_OF_THIS"
    TWELVE_MONTHS = "TWELVE_MONTHS"


@frozen
class ReasonText:
    """The sentence for a kind of nothing, and what it is about."""

    reason: Reason
    scope: Scope
    text: Text


def reason_of(row: Mapping[str, str]) -> ReasonText:
    """The sentence in a row of the table.

    Raises:
        ValueError: a kind that is not known.
    """
    return ReasonText(Reason(row["key"]), scope_of(row), Text(row["text_sv"], row["text_en"]))


_MISSING = Text("Uppgift saknas.", "There is no figure.")


def missing_reason(
    reasons: Iterable[ReasonText], reason: Reason, *, series: str = "", care: str = "",
    region: str = "", period: str = "",
) -> Text:  # fmt: skip
    """The sentence for a missing value: the first that fits, so the particular stand first.

    `series` is the indicator of `data/published_figures.csv`; what is left empty matches only
    the general. Sources: docs/methods.md 10.1 and 10.7.

    A release from before a reason was known has no sentence for it, and says only that the
    figure is missing.

    Raises:
        ValueError: `period` is neither empty, a month nor a year.
    """
    fitting = (
        row.text
        for row in reasons
        if row.reason is reason and row.scope.covers(series, care, region, period)
    )
    return next(fitting, _MISSING)
