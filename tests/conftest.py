"""A release in a folder of its own, built once, and what is read from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.ingest.build import build
from dashboard.releases.dataset import Dataset, read_dataset
from tests.servers import Postgres, postgres_server


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a published release, as `VARDPLATS_HOME` would name it."""
    folder = tmp_path_factory.mktemp("home")
    build(folder)
    return folder


@pytest.fixture(scope="session")
def dataset(home: Path) -> Dataset:
    return read_dataset(home)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of the tests' own, with a database for each that asks for one."""
    with postgres_server() as server:
        yield server
