"""The estimated months and their ranges, made once, as the builds of the suite have them."""

import pytest

from dashboard.ingest import anchors
from dashboard.ingest.estimates import shown
from dashboard.ingest.estimates.levels import Level, level_of
from dashboard.ingest.estimates.months import EstimatedMonths
from dashboard.releases.ranges import Ranges


@pytest.fixture(scope="session")
def estimated() -> EstimatedMonths:
    return shown.embedded_months()


@pytest.fixture(scope="session")
def spread() -> Ranges:
    return shown.embedded_ranges()


@pytest.fixture(scope="session")
def level() -> Level:
    return level_of(anchors.region_years(anchors.BEDS))
