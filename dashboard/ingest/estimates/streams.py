"""Acute and planned care by one assumption for all regions, adding up to the whole."""

from typing import Final

import numpy as np

from dashboard.ingest.estimates.assumptions import (
    ACUTE_EXTRA,
    ACUTE_MONTHS,
    ACUTE_SHARE,
    PLANNED_OCCUPANCY,
)
from dashboard.ingest.panel import MONTHS, Array, sixteenths
from dashboard.ingest.streams import Measures

# What is added to the acute share in every month.
EXTRA: Final[Array] = np.array([ACUTE_EXTRA * (month[5:] in ACUTE_MONTHS) for month in MONTHS])


def split(whole: Measures) -> tuple[Measures, Measures]:
    """Acute and planned, which add up to `whole` exactly (docs/methods.md 9.6 point 3)."""
    share = 1 - (ACUTE_SHARE + EXTRA)
    planned = Measures(
        sixteenths(whole.bed_days * share / PLANNED_OCCUPANCY),
        sixteenths(whole.patient_days * share),
        sixteenths(whole.over_days * share),
        sixteenths(whole.out_days * share),
    )
    return whole.minus(planned), planned
