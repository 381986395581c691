"""The indicators in the order they are shown, and how to find one by its key."""

from collections.abc import Mapping
from difflib import get_close_matches

from dashboard.indicators.capacity import AVAILABLE_BEDS, BEDS_PER_1000
from dashboard.indicators.flow import (
    DISCHARGE_READY_BED_DAYS_65PLUS,
    DISCHARGE_READY_SHARE,
    ED_VISITS_80PLUS,
    INPATIENT_EPISODES,
)
from dashboard.indicators.guideline import DISTANCE_TO_GUIDELINE, PROGRESS_TO_GUIDELINE
from dashboard.indicators.indicator import (
    CARE_NAMES,
    STREAM_NAMES,
    Care,
    Data,
    Good,
    Indicator,
    Measure,
    Published,
    Ratio,
    Stream,
)
from dashboard.indicators.occupancy import OCCUPANCY, OCCUPANCY_EXCL_OVERCROWDED
from dashboard.indicators.pressure import OUTPLACEMENT, OVERCROWDING, PSYCHIATRIC_OVERCROWDING
from dashboard.indicators.psychiatric_waits import WAIT_BUP_START, WAIT_PSYCHIATRY_FIRST_VISIT
from dashboard.indicators.units import BEDS, PER_100, PERCENT, Unit
from dashboard.indicators.waits import (
    WAIT_FIRST_CONTACT_COMPLETED,
    WAIT_FIRST_CONTACT_WAITING,
    WAIT_OPERATION_COMPLETED,
    WAIT_OPERATION_WAITING,
)

INDICATORS: tuple[Indicator, ...] = (
    OVERCROWDING,
    OUTPLACEMENT,
    AVAILABLE_BEDS,
    OCCUPANCY,
    DISTANCE_TO_GUIDELINE,
    PROGRESS_TO_GUIDELINE,
    BEDS_PER_1000,
    OCCUPANCY_EXCL_OVERCROWDED,
    PSYCHIATRIC_OVERCROWDING,
    DISCHARGE_READY_SHARE,
    DISCHARGE_READY_BED_DAYS_65PLUS,
    WAIT_FIRST_CONTACT_WAITING,
    WAIT_FIRST_CONTACT_COMPLETED,
    WAIT_OPERATION_WAITING,
    WAIT_OPERATION_COMPLETED,
    WAIT_PSYCHIATRY_FIRST_VISIT,
    WAIT_BUP_START,
    INPATIENT_EPISODES,
    ED_VISITS_80PLUS,
)
BY_KEY: Mapping[str, Indicator] = {indicator.key: indicator for indicator in INDICATORS}


def indicator(key: str) -> Indicator:
    """The indicator with this key.

    Raises:
        ValueError: there is none; the message names the nearest keys, or all of them.
    """
    known = BY_KEY.get(key)
    if known is None:
        similar = get_close_matches(key, BY_KEY, n=3, cutoff=0.5) or list(BY_KEY)
        raise ValueError(f"no indicator {key[:60]!r}; there is {', '.join(similar)}")
    return known


__all__ = [
    "AVAILABLE_BEDS", "BEDS", "BEDS_PER_1000", "BY_KEY", "CARE_NAMES",
    "DISCHARGE_READY_BED_DAYS_65PLUS", "DISCHARGE_READY_SHARE", "DISTANCE_TO_GUIDELINE",
    "ED_VISITS_80PLUS", "INDICATORS", "INPATIENT_EPISODES", "OCCUPANCY",
    "OCCUPANCY_EXCL_OVERCROWDED", "OUTPLACEMENT", "OVERCROWDING", "PERCENT", "PER_100",
    "PROGRESS_TO_GUIDELINE", "PSYCHIATRIC_OVERCROWDING", "STREAM_NAMES", "WAIT_BUP_START",
    "WAIT_FIRST_CONTACT_COMPLETED", "WAIT_FIRST_CONTACT_WAITING", "WAIT_OPERATION_COMPLETED",
    "WAIT_OPERATION_WAITING", "WAIT_PSYCHIATRY_FIRST_VISIT", "Care", "Data", "Good", "Indicator",
    "Measure", "Published", "Ratio", "Stream", "Unit", "indicator",
]  # fmt: skip
