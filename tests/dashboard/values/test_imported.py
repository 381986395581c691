"""A figure is the regions' own only where all that stands behind it was reported."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from dashboard.effects.evaluation import evaluation
from dashboard.effects.series import OUTCOMES
from dashboard.funding.rates import modelled_rates
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.values.absence import reason
from dashboard.values.imported import kind_behind
from dashboard.view.view import View
from tests.builders import a_dataset, without
from tests.dashboard.effects.test_evaluation import with_effect

BEDS = ("bed_days", "over_days")


def reporting(dataset: Dataset, *where: Any) -> Dataset:
    """A release in which the cells at some places of the cube were reported."""
    said = np.zeros(dataset.cube.shape, dtype=bool)
    for one in where:
        said[one] = True
    return replace(dataset, imported=said)


def test_a_release_without_reports_is_estimated(dataset: Dataset) -> None:
    assert kind_behind(dataset, BEDS, "00", dataset.months) == "estimated"
    assert modelled_rates(dataset).label.en == "Estimated monthly values"


def test_it_takes_every_figure_that_is_there() -> None:
    months = a_dataset().months
    stockholm = reporting(a_dataset(), np.s_[:, 0])
    assert kind_behind(stockholm, BEDS, "01", months) == "reported"
    assert kind_behind(stockholm, BEDS, "14", months) == "estimated"
    assert kind_behind(stockholm, BEDS, "00", months) == "mixed"
    assert modelled_rates(stockholm).label.sv == "Delvis skattade månadsvärden"
    alone = without(stockholm, CODES[1:])
    assert kind_behind(alone, BEDS, "00", [*months, "2031-01"]) == "reported"
    with pytest.raises(ValueError, match="not in tuple"):
        kind_behind(stockholm, BEDS, "99", months)


def test_only_real_months_decide() -> None:
    real = reporting(with_effect(0.7), np.s_[:])
    assert modelled_rates(real).status == "reported"
    found = evaluation(real, "over").verdict
    assert found.signal == found.pattern == "improvement"
    assert not any("skattade" in one.sv for one in found.because)
    mixed = reporting(with_effect(0.7), np.s_[:, :, 60:])
    assert {evaluation(mixed, one).verdict.signal for one in OUTCOMES} == {"cannot_be_decided"}


def test_a_region_that_reported_no_beds_is_told_so_and_not_that_it_was_silent() -> None:
    dataset = a_dataset()
    cube = dataset.cube.copy()
    cube[0, CODES.index("08"), dataset.months.index("2025-09"), 0, 0] = 0
    view = View("occupancy", "2025-09", region="08")
    said = reason(replace(dataset, cube=cube), view, "08")
    assert said.en == "The region reported 0 beds, so there is nothing to divide by."
