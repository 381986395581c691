"""Files are read as they would be imported, held against the release of the tests."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.imports.levels import Known, levels_of
from dashboard.imports.readers import REGIONS
from dashboard.imports.reading import Reading, read
from dashboard.releases.dataset import read_dataset


@pytest.fixture(scope="session")
def known(home: Path) -> Known:
    """The levels of the release of the tests."""
    return levels_of(read_dataset(home))


@pytest.fixture
def read_in(tmp_path: Path, known: Known) -> Any:
    """Reads rows, text or bytes as a file would be read."""

    def reading(content: str | bytes, name: str = "a.csv") -> Reading:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path, REGIONS, advance=lambda n: None, refuse=lambda f: None, known=known)

    return reading
