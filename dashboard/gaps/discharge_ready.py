"""Patients who are ready for discharge and still hold a bed."""

from dashboard.gaps.demand import Demand
from dashboard.indicators.registry import DISCHARGE_READY_SHARE
from dashboard.releases.dataset import Dataset
from dashboard.values.trends import value
from dashboard.view.view import View


def ready_patients(dataset: Dataset, view: View, demand: Demand) -> float | None:
    """How many they are: the latest published share of beds up to the period's year."""
    series = DISCHARGE_READY_SHARE.published[0]
    for year in reversed([label for label in dataset.year_labels if label <= view.period[:4]]):
        own = View(DISCHARGE_READY_SHARE.key, year, view.region, series.care, data="published")
        share = value(dataset, own)
        if share is not None:
            return share * demand.beds / 100
    return None
