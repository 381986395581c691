"""What everything computed of the grant says of its months: estimated, in part, or reported."""

from collections.abc import Mapping

from dashboard.funding.outcome import grant_of
from dashboard.funding.payout import Cell
from dashboard.funding.rates import Status
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.values.imported import Kind, kind_behind

YEAR = 2024
_MONTHS: Mapping[Status, Text] = {
    "estimated": Text("skattade månader", "estimated months"),
    "mixed": Text("delvis skattade månader", "partly estimated months"),
    "reported": Text("regionernas egna månader", "the regions' own months"),
    "example": Text("EXEMPEL med påhittade månader", "an EXAMPLE of invented months"),
    "own": Text("egna värden", "own rates"),
}
_MARKS: Mapping[Status, Text] = {
    "estimated": Text(" (skattat)", " (estimated)"),
    "mixed": Text(" (delvis skattat)", " (partly estimated)"),
    "reported": Text("", ""),
    "example": Text(" (EXEMPEL)", " (EXAMPLE)"),
    "own": Text("", ""),
}


def label(dataset: Dataset, lang: Lang) -> dict[str, str]:
    """The words for the places `{months}` and `{mark}` of a phrase."""
    status = grant_of(dataset).rates.status
    return {"months": _MONTHS[status].in_(lang), "mark": _MARKS[status].in_(lang)}


def kind(dataset: Dataset, cell: Cell) -> Kind:
    """What stands behind one cell: the month of 2023 and that of 2024."""
    months = [f"{year}-{cell.month:02d}" for year in (YEAR - 1, YEAR)]
    return kind_behind(dataset, (f"{cell.requirement}_days", "bed_days"), cell.region, months)
