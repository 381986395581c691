"""The rule of 2024 applied to the two months that gave no money."""

from dataclasses import replace
from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.funding.odds import odds, share_qualified
from dashboard.funding.outcome import grant_of, told_by_region
from dashboard.funding.rules import RULES_2024
from dashboard.funding.simulation.scenarios import DECIMALS
from dashboard.language.text import Text
from dashboard.releases.dataset import Dataset

# November and December gave no money.
PLACEBO_MONTHS = (11, 12)


@frozen
class Placebo:
    """The rule held to months that were paid and months that were not: shares of cells (0-1)."""

    paid: float
    unpaid: float
    paid_cells: int
    unpaid_cells: int
    text: Text


@lru_cache(maxsize=4)
def placebo(dataset: Dataset) -> Placebo:
    """The rule applied to November and December, which were not paid (docs/methods.md 5.5, 6.4).

    Of estimated months both shares are expected ones.
    """
    rules = replace(RULES_2024, decimals=DECIMALS)
    paid = grant_of(dataset, rules)
    other = replace(rules, months=PLACEBO_MONTHS)
    free = grant_of(dataset, other)
    weak = not told_by_region(paid)
    shares = [
        share_qualified(by_cell) if weak and (by_cell := odds(dataset, months)) else plain
        for months, plain in (
            (rules.months, paid.share_qualified),
            (PLACEBO_MONTHS, free.share_qualified),
        )
    ]
    return Placebo(
        paid=shares[0],
        unpaid=shares[1],
        paid_cells=len(paid.cells),
        unpaid_cells=len(free.cells),
        text=(_HIGHER if shares[0] > shares[1] else _LOWER).format(_WEAK if weak else Text("", "")),
    )


_WEAK = Text(
    " Månaderna är skattade med samma säsong varje år, så skillnaden säger inget om betalningen.",
    " The months are estimated with the same season every year, so the difference says nothing of "
    "payment.",
)
_HIGHER = Text(
    "Fler månadskrav hade uppfyllts i de betalda månaderna än i november–december.{}",
    "More monthly requirements would have been met in the paid months than in November–December.{}",
)
_LOWER = Text(
    "Minst lika många månadskrav hade uppfyllts i november–december, som inte betalades.{}",
    "At least as many monthly requirements would have been met in November–December, which were "
    "not paid.{}",
)
