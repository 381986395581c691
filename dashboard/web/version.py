"""The name of the running code, so that two versions never answer for each other."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from dashboard.paths import ROOT
from dashboard.settings import Settings

# What answers are made of beside the release: code, facts, and the packages they run on.
_ROOMS = ("dashboard", "layouts", "callbacks", "data", "assets")
_FILES = ("app.py", "requirements.lock")
# Settings that readers see.
_SHOWN = ("public_url", "operator", "contact")


def code_version(settings: Settings) -> str:
    """16 hex digits that change with the code, its facts, its packages and what it shows."""
    digest = sha256(repr([getattr(settings, name) for name in _SHOWN]).encode())
    for path in sorted(_sources()):
        content = path.read_bytes()
        digest.update(f"\n{path.relative_to(ROOT)} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _sources() -> Iterator[Path]:
    for room in _ROOMS:
        for path in (ROOT / room).rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                yield path
    yield from (ROOT / name for name in _FILES if (ROOT / name).exists())
