"""Each region's last twelve months as one estimate with its error, and where that places it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from statistics import fmean

from dashboard.frozen import frozen
from dashboard.quality.ranking_gate import gate
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.statistics.rank_intervals import (
    RankInterval,
    block_error,
    differs_significantly,
    rank_intervals,
)
from dashboard.statistics.season import YEAR, season_of
from dashboard.values import values
from dashboard.values.published_year import without_order
from dashboard.values.rolling_year import rolling_12
from dashboard.values.trends import DIRECTIONS
from dashboard.view.view import View


@frozen
class Estimate:
    """The ratio of the sums of twelve months, and its standard error, in the indicator's unit."""

    region: str
    value: float
    error: float


@frozen
class Place:
    """A region among those with an estimate: its rank interval, and how it stands to Sweden."""

    estimate: Estimate
    rank: RankInterval
    told_from_sweden: bool


def estimate(dataset: Dataset, view: View, region: str) -> Estimate | None:
    """A region's twelve months up to the view's period; `"00"` is Sweden.

    The residuals behind the error are the months divided by their season, less their mean, so
    that July is no uncertainty; with fewer than 24 months they are as they come. None for years
    and published figures, and when one of the twelve months is missing. Formula:
    docs/methods.md 1.3 and 4.3.
    """
    value = rolling_12(dataset, replace(view, region=region))
    if value is None:
        return None
    months = values.series(dataset, view)[ALL_CODES.index(region)].tolist()
    upto = months[: dataset.months.index(view.period) + 1]
    levels = _without_season(upto, int(dataset.months[0][5:7]))[-YEAR:]
    return Estimate(region, value, block_error([level - fmean(levels) for level in levels]))


def places(dataset: Dataset, view: View) -> tuple[Place, ...]:
    """The regions with an estimate, from the first mean rank to the last.

    Empty for what is not ranked, as counts of beds; a figure of grade C or D has no place.
    Formula: docs/methods.md 4.3 and 8.
    """
    return () if without_order(dataset, view) else _places(dataset, view.anywhere)


@lru_cache(maxsize=128)
def _places(dataset: Dataset, view: View) -> tuple[Place, ...]:
    country = estimate(dataset, view, SWEDEN)
    not_ranked = gate(dataset, view)
    usable = (code for code in CODES if code not in not_ranked)
    found = [one for code in usable if (one := estimate(dataset, view, code))]
    if not view.of.ranked or country is None or not found:
        return ()
    ranks = rank_intervals(
        [region_estimate.value for region_estimate in found],
        [region_estimate.error for region_estimate in found],
        direction=DIRECTIONS[view.of.good],
    )
    placed = [
        Place(one, rank, differs_significantly(one.value, one.error, country.value, country.error))
        for one, rank in zip(found, ranks, strict=True)
    ]
    return tuple(sorted(placed, key=lambda place: (place.rank.mean, place.estimate.region)))


def _without_season(months: Sequence[float], first_month: int) -> list[float]:
    factors = season_of(months, first_month) or (1.0,) * YEAR
    return [value / factors[(first_month - 1 + i) % YEAR] for i, value in enumerate(months)]
