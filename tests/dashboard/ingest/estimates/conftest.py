"""The estimated months and their ranges, made once."""

import pytest

from dashboard.ingest import anchors
from dashboard.ingest.estimates.levels import Level, level_of
from dashboard.ingest.estimates.months import EstimatedMonths, estimated_months
from dashboard.ingest.estimates.ranges import Spread, ranges


@pytest.fixture(scope="session")
def estimated() -> EstimatedMonths:
    return estimated_months()


@pytest.fixture(scope="session")
def spread(estimated: EstimatedMonths) -> Spread:
    return ranges(estimated)


@pytest.fixture(scope="session")
def level() -> Level:
    return level_of(anchors.region_years(anchors.BEDS))
