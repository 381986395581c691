"""Days that nobody reported count in the coverage of a region's value, and of the country's."""

from dataclasses import replace

import numpy as np
import pytest

from dashboard.releases.dataset import Dataset
from dashboard.values.unit_days import share_of, shares
from dashboard.values.values import at
from dashboard.view.view import View

MONTH = "2025-10"


@pytest.fixture
def told(dataset: Dataset) -> Dataset:
    """A release whose Halland lacks an eighth of its somatic unit-days."""
    imported = np.ones(dataset.cube.shape, dtype=bool)
    days = [["13", MONTH, "somatic", 800, 700], ["13", MONTH, "psychiatric", 200, 200]]
    return replace(dataset, imported=imported, manifest={**dataset.manifest, "unit_days": days})


def test_the_share_is_of_the_care_and_months_asked_for(told: Dataset, dataset: Dataset) -> None:
    assert share_of(told, "13", "somatic", (MONTH,)) == 0.875
    assert share_of(told, "13", "all", (MONTH,)) == 0.9
    assert share_of(told, "13", "somatic", ("2025-09",)) is None
    assert share_of(told, "12", "somatic", (MONTH,)) is None
    assert np.sort(shares(told, "somatic").ravel())[:2].tolist() == [0.875, 1.0]
    assert shares(dataset, "somatic").min() == 1.0


def test_a_value_has_the_coverage_of_its_days(told: Dataset) -> None:
    values = {one.region: one for one in at(told, View("available_beds", MONTH))}
    assert (values["13"].coverage, values["12"].coverage) == (0.875, None)
    own, whole, country = values["13"].value, values["00"].value, values["00"].coverage
    assert own is not None
    assert whole is not None
    assert country == pytest.approx(1 - own / whole / 8)
