"""The real app on the release of the tests."""

from pathlib import Path

import pytest
from dash import Dash

from app import create_app
from dashboard.settings import Settings


@pytest.fixture(scope="session")
def app(home: Path) -> Dash:
    """The app as it is served, with nothing kept, so that every answer is computed."""
    return create_app(Settings(home=home, cache="NullCache", prewarm=False))
