"""The modelled months, made once, and the published figures read without the model's own reader."""

import pandas as pd
import pytest

from dashboard.ingest.model import ModelledMonths, modelled_months
from dashboard.paths import DATA


@pytest.fixture(scope="session")
def model() -> ModelledMonths:
    return modelled_months()


@pytest.fixture(scope="session")
def figures() -> pd.DataFrame:
    kinds = {"region_code": str, "hospital": str}
    frame = pd.read_csv(DATA / "published_figures.csv", dtype=kinds)
    return frame.assign(year=frame["period_start"].str[:4], month=frame["period_start"].str[:7])
