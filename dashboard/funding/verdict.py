"""Whether the figures of a cell of the grant can be trusted."""

from dashboard.funding.label import YEAR
from dashboard.funding.payout import Cell
from dashboard.funding.rules import Requirement
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING
from dashboard.language.text import Text
from dashboard.quality.ranking_gate import gated
from dashboard.releases.dataset import Dataset

_INDICATORS: dict[Requirement, str] = {"over": OVERCROWDING.key, "out": OUTPLACEMENT.key}


def doubt(dataset: Dataset, cell: Cell) -> Text | None:
    """Why the month's figure of the region has too low a grade, or None (docs/methods.md 8).

    A figure that is missing needs no grade to say so.
    """
    if cell.now is None:
        return None
    month = f"{YEAR}-{cell.month:02d}"
    return gated(dataset, cell.region, _INDICATORS[cell.requirement], month)
