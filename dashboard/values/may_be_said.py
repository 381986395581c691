"""What may be said of published, reported, estimated and example months: one declaration."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Literal

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.releases.dataset import Dataset
from dashboard.values import imported
from dashboard.view.view import View

Basis = Literal["published", "reported", "estimated", "example"]
Verdict = Literal["yes", "with_range", "published_year_instead", "no"]


_NONE = Text("", "")


class Statement(StrEnum):
    """What pages, files, pictures and answers say of a region or the country."""

    VALUE = "value"
    RANK = "rank"
    FUNNEL = "funnel"
    PEERS = "peers"
    SIGNAL = "signal"
    ATTENTION = "attention"
    BEDS_MISSING = "beds_missing"
    GRANT = "grant"
    EFFECT = "effect"


@frozen
class Allowed:
    """Whether something may be said, and the reason where it may not be said outright."""

    verdict: Verdict
    reason: Text = _NONE

    @property
    def outright(self) -> bool:
        """Whether it is said without a range and of the period itself."""
        return self.verdict == "yes"


CANNOT_BE_DECIDED: Final = Text(
    "kan inte avgöras, månaderna är skattade",
    "cannot be decided, the months are estimated",
)
_YES = Allowed("yes")
_RANGE = Allowed(
    "with_range",
    Text("skattat, med det spann det kan ligga i", "estimated, with the range it may lie in"),
)
_YEAR = Allowed(
    "published_year_instead",
    Text(
        "månaderna är skattade, så det senaste publicerade året gäller",
        "the months are estimated, so the latest published year counts",
    ),
)
_UNDECIDED = Allowed("no", CANNOT_BE_DECIDED)
_NOT_BY_YEAR = Allowed("no", Text("publiceras inte per år", "not published by year"))
_OF_ESTIMATES: Final[Mapping[Statement, Allowed]] = {
    Statement.VALUE: _RANGE,
    Statement.RANK: _YEAR,
    Statement.FUNNEL: _YEAR,
    Statement.PEERS: _YEAR,
    Statement.SIGNAL: _UNDECIDED,
    Statement.ATTENTION: _YEAR,
    Statement.BEDS_MISSING: _RANGE,
    Statement.GRANT: _UNDECIDED,
    Statement.EFFECT: _UNDECIDED,
}
_OF_YEARS: Final[Mapping[Statement, Allowed]] = {
    Statement.BEDS_MISSING: _NOT_BY_YEAR,
    Statement.GRANT: _NOT_BY_YEAR,
}
_COLUMNS: Final[Mapping[Basis, Mapping[Statement, Allowed]]] = {
    "published": _OF_YEARS,
    "reported": {},
    "estimated": _OF_ESTIMATES,
    "example": {},
}
# The table of docs/methods.md 9.7, row by row: what is not named may be said.
TABLE: Final[Mapping[tuple[Statement, Basis], Allowed]] = MappingProxyType(
    {
        (statement, kind): column.get(statement, _YES)
        for statement in Statement
        for kind, column in _COLUMNS.items()
    }
)


def basis(dataset: Dataset, view: View, region: str = "") -> Basis:
    """What the view's value in a region rests on, or in the view's own region.

    Reported only where every month is: one that is estimated makes the whole an estimate.
    """
    if view.data == "published":
        return "published"
    if dataset.kind != "estimated":
        return "example" if dataset.kind == "example" else "reported"
    return "reported" if imported.is_imported(dataset, view, region or view.region) else "estimated"


def basis_of_all(dataset: Dataset, view: View) -> Basis:
    """What holds of the regions together: an estimate unless all that has a value is reported."""
    if view.data == "published":
        return "published"
    if dataset.kind != "estimated":
        return "example" if dataset.kind == "example" else "reported"
    return "reported" if imported.kind(dataset, view) == "reported" else "estimated"


def undecided(dataset: Dataset, view: View) -> Text | None:
    """What stands in place of a verdict that estimated months cannot bear; None where they can."""
    found = may_be_said(Statement.SIGNAL, dataset, view)
    return None if found.outright else found.reason


def may_be_said(statement: Statement, dataset: Dataset, view: View, region: str = "") -> Allowed:
    """Whether a statement may be made of the view in a region (docs/methods.md 9.7)."""
    return TABLE[statement, basis(dataset, view, region)]


def may_be_said_of_all(statement: Statement, dataset: Dataset, view: View) -> Allowed:
    """Whether a statement that sets regions beside each other may be made of the view."""
    return TABLE[statement, basis_of_all(dataset, view)]
