"""A release in a folder of its own, built once, and what is read from it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from dashboard.ingest.build import build
from dashboard.releases.dataset import Dataset, read_dataset
from tests.first import FIRST
from tests.quick import LEFT_OUT
from tests.servers import Postgres, postgres_server, unhurried

HERE = Path(__file__).parent

# A machine may be busy, so no example has a time to keep; and each run tries the same examples.
settings.register_profile("suite", deadline=None, derandomize=True)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="leave out what tests/quick.py lists")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if not config.getoption("--quick") or not collection_path.is_relative_to(HERE):
        return None
    return True if collection_path.relative_to(HERE).as_posix() in LEFT_OUT else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {HERE / name: place for place, name in enumerate(FIRST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if config.getoption("--quick") and "PYTEST_XDIST_WORKER" not in os.environ:
        folders = [one for one in LEFT_OUT if "." not in one]
        files = len(LEFT_OUT) - len(folders)
        terminalreporter.write_line(
            f"left out: {', '.join(folders)} and {files} slow files, see tests/quick.py"
        )


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
    with unhurried(), postgres_server() as server:
        yield server
