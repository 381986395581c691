"""What the months behind a row of targets are: estimated, reported, or an example."""

from dashboard.gaps.demand import window
from dashboard.releases.dataset import Dataset
from dashboard.values.imported import Kind, kind_behind
from dashboard.view.view import View

_BEHIND = ("bed_days", "patient_days")


def status_of(dataset: Dataset, view: View, region: str) -> Kind:
    """What stands behind a region's beds and patients in the twelve months to the view's period."""
    return kind_behind(dataset, _BEHIND, region, window(view.period))
