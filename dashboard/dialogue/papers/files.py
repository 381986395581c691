"""All files of a pack by name, and how they come into a folder: whole, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from dashboard.dialogue.pack import Pack
from dashboard.dialogue.papers.brief import brief
from dashboard.dialogue.papers.html import html
from dashboard.dialogue.papers.pdf import pdf
from dashboard.dialogue.papers.pptx import pptx
from dashboard.dialogue.papers.xlsx import xlsx
from dashboard.storage.durable_files import write_synced

# Each kind of file by the end of its name.
KINDS: Mapping[str, Callable[[Pack], bytes]] = MappingProxyType(
    {".html": html, ".xlsx": xlsx, ".pptx": pptx, ".pdf": pdf, "_brief.pdf": brief}
)


def files(pack: Pack) -> dict[str, bytes]:
    """Every file of a pack by its name."""
    return {f"{pack.stem}{end}": make(pack) for end, make in KINDS.items()}


def write_files(to: Path, made: Iterable[Mapping[str, bytes]]) -> list[Path]:
    """Write the files of packs into a folder, which is made where there is none.

    They are made and synced beside it first: when one fails, the folder is as it was. A folder
    that is new or empty gets all of them in one moment, another one file after the other.

    Raises:
        OSError: it is no folder, or cannot be written.
    """
    if to.exists() and not to.is_dir():
        raise NotADirectoryError(20, "it is no folder", str(to))
    to.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".new-", dir=to.parent))
    try:
        names = [name for each in made for name in _staged(aside, each)]
        if not to.exists() or not any(to.iterdir()):
            aside.chmod(0o755)
            aside.rename(to)
        else:
            for name in names:
                os.replace(aside / name, to / name)
        return [to / name for name in names]
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _staged(aside: Path, each: Mapping[str, bytes]) -> list[str]:
    for name, content in each.items():
        write_synced(aside / name, content)
    return list(each)
