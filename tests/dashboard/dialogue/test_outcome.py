"""An outcome is judged by what is reported or published, and never by an estimate."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dashboard.dialogue.agreement import Agreement
from dashboard.dialogue.agreement_log import agree
from dashboard.dialogue.outcome import expected_words, outcome_of, reason_words
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import Dataset
from dashboard.values import values
from dashboard.view.view import View
from tests.builders import a_dataset, still_preliminary
from tests.dashboard.dialogue.test_agreement_log import FORM

TODAY = "2026-11-29"


@pytest.fixture
def agreed(tmp_path: Path) -> Agreement:
    return agree(tmp_path, {**FORM, "until": "2025-10"})


def _until(agreed: Agreement, until: str, value: float = 3.0) -> Agreement:
    return replace(agreed, expected=replace(agreed.expected, until=until, value=value))


def _reported(dataset: Dataset) -> Dataset:
    return replace(dataset, imported=np.ones(dataset.cube.shape, dtype=np.bool_))


def test_a_month_that_is_estimated_decides_nothing(agreed: Agreement, dataset: Dataset) -> None:
    view = View("overcrowding", "2025-10", "22")
    assert values.at(dataset, view)[ALL_CODES.index("22")].status == "estimated"
    found = outcome_of(dataset, agreed, TODAY)
    assert (found.verdict, found.value) == ("cannot_be_decided", None)
    assert found.reason.sv.startswith("Oktober 2025 är inte rapporterad av regionen")


# Four overcrowded patients a day in 100 beds are 4.0 per 100.
@pytest.mark.parametrize(
    ("value", "verdict"), [(3.0, "not_met"), (4.0, "met"), (3.96, "met"), (3.9, "not_met")]
)
def test_a_reported_month_is_held_to_what_was_expected(
    agreed: Agreement, value: float, verdict: str
) -> None:
    found = outcome_of(_reported(a_dataset()), _until(agreed, "2025-10", value), TODAY)
    assert (found.verdict, found.period, found.status) == (verdict, "2025-10", "reported")
    assert found.value == pytest.approx(4.0)


def test_at_least_is_the_other_way(agreed: Agreement) -> None:
    beds = replace(agreed.expected, indicator="available_beds", side="at_least", value=100.0)
    one = replace(agreed, expected=beds)
    assert outcome_of(_reported(a_dataset(beds=100)), one, TODAY).verdict == "met"
    assert outcome_of(_reported(a_dataset(beds=99)), one, TODAY).verdict == "not_met"


def test_a_preliminary_month_decides_nothing(agreed: Agreement) -> None:
    found = outcome_of(still_preliminary(_reported(a_dataset()), "2025-10"), agreed, TODAY)
    assert found.verdict == "cannot_be_decided"
    assert found.reason.en == "October 2025 may still change."


def test_a_year_is_held_to_its_published_value(agreed: Agreement, dataset: Dataset) -> None:
    published = values.at(dataset, View("overcrowding", "2025", "22", data="published"))[
        ALL_CODES.index("22")
    ]
    assert published.value
    for until in ("2025", "2025-12"):
        found = outcome_of(dataset, _until(agreed, until, published.value), TODAY)
        assert (found.verdict, found.value) == ("met", published.value)
        assert (found.period, found.status, found.source) == (
            "2025", "published", published.source,
        )  # fmt: skip
    less = _until(agreed, "2025", published.value - 0.1)
    assert outcome_of(dataset, less, TODAY).verdict == "not_met"
    assert reason_words(found, agreed.expected).sv == "9,7 per 100 platser, 2025, publicerat"


def test_nothing_is_said_before_the_time_has_passed(agreed: Agreement, dataset: Dataset) -> None:
    one = _until(agreed, "2025")
    assert outcome_of(dataset, one, "2025-12-31").verdict == "not_yet"
    assert outcome_of(dataset, one, "2026-01-01").verdict != "not_yet"
    assert outcome_of(dataset, _until(agreed, "2026"), "2027-01-01").verdict == "cannot_be_decided"


def test_what_is_expected_is_said_in_words(agreed: Agreement) -> None:
    assert expected_words(agreed.expected).sv == (
        "Överbeläggningar: högst 3,0 per 100 disponibla vårdplatser, oktober 2025"
    )
