"""Writing that lasts: synced to the disk, and never seen half done."""

import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

# What `replace_file` writes: the name that it is to have, and the process that writes.
_ASIDE = re.compile(r"\.[\w.]+-\d+\Z", re.ASCII)


def write_folder(beside: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Make the folder `beside/name`, whole; one that is there already is set aside.

    Raises:
        OSError: the disk is full or the folder cannot be written; nothing has changed then.
    """
    aside = Path(tempfile.mkdtemp(prefix=".new-", dir=beside))
    try:
        for file, content in files.items():
            write_synced(aside / file, content)
        _sync(aside)
        final = beside / name
        if final.exists():
            # Only a torn or altered folder comes here: a whole one is never written again.
            final.rename(Path(tempfile.mkdtemp(prefix=".torn-", dir=beside)) / name)
        aside.rename(final)
        final.chmod(0o755)
        _sync(beside)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def replace_file(path: Path, content: bytes) -> None:
    """Put other content in the place of a file, from one moment to the next.

    Raises:
        OSError: it cannot be written; the file is as it was.
    """
    aside = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        write_synced(aside, content)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    _sync(path.parent)


def create_file(path: Path, content: bytes, *, mode: int = 0o644) -> bool:
    """Give a file its name and content in one moment, unless the name is taken; whether it was not.

    `mode` says who may read it.

    Raises:
        OSError: it cannot be written; nothing has changed.
    """
    handle, aside = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    os.close(handle)
    try:
        write_synced(Path(aside), content)
        os.chmod(aside, mode)
        # Unlike a rename, a link never takes the place of a file that is there.
        os.link(aside, path)
    except FileExistsError:
        return False
    finally:
        os.unlink(aside)
    _sync(path.parent)
    return True


def sweep(folder: Path) -> int:
    """Remove what was being written in a folder when its writer was killed; gives how many.

    To be called by the only one who writes there.

    Raises:
        OSError: the folder cannot be read.
    """
    left = [
        one for one in folder.iterdir() if one.name.startswith(".new-") or _ASIDE.match(one.name)
    ]
    for one in left:
        if one.is_dir():
            shutil.rmtree(one, ignore_errors=True)
        else:
            one.unlink(missing_ok=True)
    return len(left)


def append_lines(path: Path, lines: bytes) -> None:
    """Add whole lines at the end of a file; what was cut short before ends where it is.

    Raises:
        OSError: there is no room; the file is as it was.
    """
    # Without a buffer, which closing the file would try to write once more after it was refused.
    with path.open("a+b", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        rest = memoryview(_break_before(file.fileno(), size) + lines)
        try:
            while rest:
                rest = rest[file.write(rest) :]
            os.fsync(file.fileno())
        except OSError:
            os.ftruncate(file.fileno(), size)
            raise


def write_synced(path: Path, content: bytes) -> None:
    """Write a file to the disk, for those who put it in its place afterwards.

    Raises:
        OSError: it cannot be written.
    """
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _break_before(handle: int, size: int) -> bytes:
    return b"\n" if size and os.pread(handle, 1, size - 1) != b"\n" else b""


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
