"""A file of lines that are only added to, each bound to the one before by its hash."""

import fcntl
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.storage.durable_files import append_lines

Line = Mapping[str, Any]
_FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Chain:
    """The lines that were read whole, how many were cut short, and what is wrong with the chain.

    Each line holds what was said with its `number`, from 1, the hash of the line before as
    `previous` (64 zeros of the first), and the SHA-256 of all the rest as `hash`. `fault` is empty
    where every line is as it was written and none between two is gone.
    """

    lines: tuple[Line, ...]
    cut_short: int = 0
    fault: str = ""


def read_chain(path: Path, is_line: Callable[[Line], bool] = bool) -> Chain:
    """The chain in a file, empty where there is no file; what is no line was cut short.

    Raises:
        OSError: it cannot be read.
    """
    try:
        return _read(path.read_bytes(), is_line)
    except FileNotFoundError:
        return Chain(())


def add_line(path: Path, said: Callable[[Chain], Line], is_line: Callable[[Line], bool]) -> Line:
    """Add what `said` answers to the chain as it is, synced to the disk before this ends.

    Whoever else writes is waited for, so what `said` sees holds until its line is there.

    Raises:
        OSError: it cannot be written; the file is as it was. What `said` raises passes through.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = _read(path.read_bytes(), is_line)
        last: Line = known.lines[-1] if known.lines else {"number": 0, "hash": _FIRST}
        line = {"number": last["number"] + 1, **said(known), "previous": last["hash"]}
        line["hash"] = _hash(line)
        append_lines(path, json.dumps(line, ensure_ascii=False).encode() + b"\n")
    return line


def _read(content: bytes, is_line: Callable[[Line], bool]) -> Chain:
    lines: list[Line] = []
    cut, fault = 0, ""
    for place, words in enumerate(content.splitlines(), start=1):
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
