"""Lines that are only added to, each bound to the one before by its hash."""

import fcntl
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from dashboard.frozen import frozen
from dashboard.storage.durable_files import append_lines

Line = Mapping[str, Any]
IsLine = Callable[[Line], bool]
_FIRST = "0" * 64


@frozen
class Chain:
    """The lines that were read whole, how many were cut short, and what is wrong with the chain.

    Each line holds what was said with its `number`, from 1, the hash of the line before as
    `previous` (64 zeros of the first), and the SHA-256 of all the rest as `hash`. `fault` is empty
    where every line is as it was written and none between two is gone.
    """

    lines: tuple[Line, ...]
    cut_short: int = 0
    fault: str = ""


class ChainedLog(Protocol):
    """Where lines of one kind are kept."""

    def read(self, is_line: IsLine) -> Chain:
        """The chain as it is; what `is_line` says no to was cut short.

        Raises:
            OSError: it cannot be read.
        """

    def add(self, said: Callable[[Chain], Line], is_line: IsLine) -> Line:
        """Add what `said` answers to the chain as it is, safe on disk before this ends.

        Raises:
            OSError: it cannot be written; the log is as it was. What `said` raises passes through.
        """

    def stamp(self) -> object:
        """Something that is another after each addition.

        Raises:
            OSError: it cannot be read.
        """


@frozen
class FileLog:
    """A log in a file of its own, which need not be there before anything is added."""

    path: Path

    def read(self, is_line: IsLine) -> Chain:
        """The lines of the file."""
        return read_chain(self.path, is_line)

    def add(self, said: Callable[[Chain], Line], is_line: IsLine) -> Line:
        """Add a line to the file, synced to the disk."""
        return add_line(self.path, said, is_line)

    def stamp(self) -> object:
        """What the disk says of the file."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return ""
        return found.st_ino, found.st_size, found.st_mtime_ns

    def __str__(self) -> str:
        return str(self.path)


def read_chain(path: Path, is_line: IsLine = bool) -> Chain:
    """The chain in a file, empty where there is no file; what is no line was cut short.

    Raises:
        OSError: it cannot be read.
    """
    try:
        return chain_of(path.read_bytes().splitlines(), is_line)
    except FileNotFoundError:
        return Chain(())


def add_line(path: Path, said: Callable[[Chain], Line], is_line: IsLine) -> Line:
    """Add what `said` answers to the chain as it is, synced to the disk before this ends.

    Whoever else writes is waited for, so what `said` sees holds until its line is there.

    Raises:
        OSError: it cannot be written; the file is as it was. What `said` raises passes through.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        line = next_line(chain_of(path.read_bytes().splitlines(), is_line), said)
        append_lines(path, bytes_of(line) + b"\n")
    return line


def next_line(known: Chain, said: Callable[[Chain], Line]) -> Line:
    """What `said` answers, bound to the last line of a chain."""
    last: Line = known.lines[-1] if known.lines else {"number": 0, "hash": _FIRST}
    line = {"number": last["number"] + 1, **said(known), "previous": last["hash"]}
    return {**line, "hash": _hash(line)}


def bytes_of(line: Line) -> bytes:
    """The line as JSON, without the end of a line."""
    return json.dumps(line, ensure_ascii=False).encode()


def chain_of(content: Iterable[bytes], is_line: IsLine) -> Chain:
    """The chain that lines as `bytes_of` gives them make."""
    lines: list[Line] = []
    cut, fault = 0, ""
    for place, words in enumerate(content, start=1):
        line = _line(words)
        if line is None or not is_line(line):
            cut += 1
        else:
            fault = fault or _fault(line, lines[-1] if lines else None, place)
            lines.append(line)
    return Chain(tuple(lines), cut, fault)


def _line(words: bytes) -> Line | None:
    try:
        found = json.loads(words)
    except ValueError:
        return None
    chained = isinstance(found, dict) and {"number", "previous", "hash"} <= found.keys()
    return found if chained else None


def _fault(line: Line, before: Line | None, place: int) -> str:
    if _hash({key: value for key, value in line.items() if key != "hash"}) != line["hash"]:
        return f"Line {place} has been changed since it was written."
    if line["previous"] != (before["hash"] if before else _FIRST):
        return f"Before line {place} a line is gone or has been changed."
    return ""


def _hash(said: Line) -> str:
    stated = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(stated.encode()).hexdigest()
