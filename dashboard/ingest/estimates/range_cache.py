"""The ranges of the estimates, kept on disk under a digest of all that they are made of."""

import hashlib
import platform
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from dashboard.paths import DATA, ROOT
from dashboard.releases.ranges import Ranges, packed, unpacked
from dashboard.storage.durable_files import replace_file

FOLDER: Final = ROOT / "var" / "estimates"
# The rooms whose code the ranges follow from, and the packages that do their arithmetic.
ROOMS: Final = (
    "indicators", "ingest", "language", "reference", "releases", "statistics", "storage", "targets",
)  # fmt: skip
PACKAGES: Final = ("numpy", "scipy")


def cached_ranges(compute: Callable[[], Ranges], folder: Path = FOLDER) -> Ranges:
    """The ranges that `compute` gives, which takes some fifteen seconds, read where they are kept.

    Other facts, code, packages or another processor give another digest, so what is read is what
    would be computed. A file that cannot be read is computed anew; one that cannot be written is
    done without.
    """
    path = folder / f"ranges-{digest()}.npz"
    with suppress(OSError, EOFError, KeyError, ValueError, BadZipFile):
        return unpacked(path.read_bytes())
    found = compute()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(path, packed(found))
        for other in set(folder.glob("ranges-*.npz")) - {path}:
            other.unlink(missing_ok=True)
    return found


def digest() -> str:
    """A hash (16 hex digits) of the facts, the code and the packages that ranges follow from."""
    told = hashlib.sha256()
    for part in (platform.machine(), *(f"{one} {version(one)}" for one in PACKAGES)):
        told.update(f"{part}\n".encode())
    for path in _files():
        content = path.read_bytes()
        told.update(f"{path.relative_to(ROOT)} {len(content)}\n".encode())
        told.update(content)
    return told.hexdigest()[:16]


def _files() -> Iterator[Path]:
    yield from sorted(path for path in DATA.rglob("*") if path.is_file())
    for room in ROOMS:
        yield from sorted((ROOT / "dashboard" / room).rglob("*.py"))
