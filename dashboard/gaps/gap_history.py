"""The steps from the guideline's starting point to the period looked at, of either gap."""

from dashboard.gaps.demand import demands
from dashboard.gaps.target_status import official_shares
from dashboard.gaps.waterfall import Step, implied_waterfall, official_waterfall
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.targets.shortfall import GUIDELINE
from dashboard.view.view import View

# The twelve months behind the guideline of 31 May 2023 end there.
BEGAN = GUIDELINE.valid_from[:7]


def official_steps(dataset: Dataset, period: str) -> tuple[Step, ...]:
    """Sweden's distance step by step; empty before the guideline or where months are missing."""
    then, now = (demands(dataset, when).get(SWEDEN) for when in (BEGAN, period))
    return official_waterfall(then.beds, now.beds) if then and now and period >= BEGAN else ()


def implied_steps(dataset: Dataset, view: View) -> tuple[Step, ...]:
    """The region's occupancy-implied gap step by step; empty as of `official_steps`."""
    then, now = (demands(dataset, when).get(view.region) for when in (BEGAN, view.period))
    if not then or not now or view.period < BEGAN:
        return ()
    return implied_waterfall(then, now, official_shares(dataset, view))
