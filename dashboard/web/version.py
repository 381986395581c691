"""The name of the running code, so that two versions never answer for each other."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from dashboard.paths import ROOT
from dashboard.settings import Settings

# What answers are made of beside the release: code, facts, and the packages they run on.
_ROOMS = ("dashboard", "layouts", "callbacks", "data", "assets")
_FILES = ("app.py", "requirements.lock")
# Settings that readers see.
_SHOWN = ("public_url", "operator", "contact", "login")


def code_version(settings: Settings) -> str:
    """16 hex digits that change with the code, its facts, its packages and what it shows."""
    digest = sha256(_shown(settings))
    for path in sorted(_sources()):
        content = path.read_bytes()
        digest.update(f"\n{path.relative_to(ROOT)} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def code_stamp(settings: Settings) -> str:
    """16 hex digits that change with the sizes and times of the same files, as compiled modules do.

    It is there in a fifth of the time, and differs between two copies of one code.
    """
    digest = sha256(_shown(settings))
    for path, known in sorted(_known(str(ROOT / room) for room in _ROOMS)):
        digest.update(f"\n{path} {known}".encode())
    for file in filter(Path.exists, (ROOT / name for name in _FILES)):
        digest.update(f"\n{file} {_size_and_time(file.stat())}".encode())
    return digest.hexdigest()[:16]


def _known(folders: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each file's path with its size and time; compiled modules are left out."""
    for folder in filter(os.path.isdir, folders):
        for one in os.scandir(folder):
            if not one.is_dir():
                yield one.path, _size_and_time(one.stat())
            elif one.name != "__pycache__":
                yield from _known([one.path])


def _size_and_time(known: os.stat_result) -> str:
    return f"{known.st_size} {known.st_mtime_ns}"


def _shown(settings: Settings) -> bytes:
    return repr([getattr(settings, name) for name in _SHOWN]).encode()


def _sources() -> Iterator[Path]:
    for room in _ROOMS:
        for path in (ROOT / room).rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                yield path
    yield from (ROOT / name for name in _FILES if (ROOT / name).exists())
