"""Why a value does not exist, in words that stand where the value would."""

from enum import StrEnum

from dashboard.language.text import Text
from dashboard.reference import csv_tables
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


# In the table the particular stands before the general, which has an empty scope.
_TEXTS: tuple[tuple[Reason, Scope, Text], ...] = tuple(
    (Reason(row["key"]), scope_of(row), Text(row["text_sv"], row["text_en"]))
    for row in csv_tables.rows("reasons")
)


def missing_reason(
    reason: Reason, *, series: str = "", care: str = "", region: str = "", period: str = ""
) -> Text:
    """The sentence for a missing value: the particular one where it is known, else the general.

    `series` is the indicator of `data/published_figures.csv`; what is left empty matches only
    the general. Sources: docs/methods.md 10.1 and 10.7.

    Raises:
        ValueError: `period` is neither empty, a month nor a year.
    """
    return next(
        text
        for key, scope, text in _TEXTS
        if key is reason and scope.covers(series, care, region, period)
    )
