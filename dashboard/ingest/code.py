"""The name of the code that makes releases, for the record."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version

from dashboard.paths import DATA, ROOT

_DIGITS = 8


@cache
def code_name() -> str:
    """The version of the project, and eight digits that change with its code and its facts."""
    digest = sha256()
    for path in sorted([*(ROOT / "dashboard").rglob("*.py"), *DATA.iterdir()]):
        if path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.relative_to(ROOT)} {len(content)}\n".encode() + content)
    return f"{version('vardplatslaget')}+{digest.hexdigest()[:_DIGITS]}"
