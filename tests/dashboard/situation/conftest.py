"""What judges and ranks months is tried on the example months: estimates bear no verdict."""

import pytest

from dashboard.releases.dataset import Dataset


@pytest.fixture(scope="session")
def dataset(dataset: Dataset) -> Dataset:
    """The embedded release with its example months."""
    return dataset.showing("example")
