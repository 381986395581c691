"""Workbooks, read in a process of their own: what they claim is checked before they are opened."""

import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import BoundedSemaphore, Thread
from typing import IO, Any, BinaryIO

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.spreadsheets.faults import Unreadable
from dashboard.spreadsheets.sheets import Merged, Row, Sheet, Source, opened


@frozen
class Limits:
    """What a workbook may take: memory, processor time, its size unpacked, its packing.

    A sheet of figures packs to a twentieth of its size; a bomb to a thousandth. Small ones say
    little: a thousand equal rows pack well.
    """

    megabytes: int = 1024
    seconds: int = 120
    unpacked: int = 400 << 20
    ratio: int = 150
    small: int = 4 << 20


LIMITS = Limits()
_READER = Path(__file__).with_name("workbook_reader.py")
# Readers at once in each process: what they may take together stays within reason.
_READERS = BoundedSemaphore(2)
_WAIT_SECONDS = 20

_NOT_WHOLE = Text(
    "Filen är ingen hel arbetsbok: den är avkortad eller skadad. Spara den på nytt.",
    "The file is no whole workbook: it is cut short or damaged. Save it anew.",
)
_NO_XLSX = Text(
    "Filen är ingen arbetsbok i formatet XLSX. Spara den som XLSX eller CSV.",
    "The file is no workbook in the format XLSX. Save it as XLSX or CSV.",
)
_LOCKED = Text(
    "Arbetsboken är skyddad med lösenord. Spara den utan lösenord.",
    "The workbook is protected by a password. Save it without a password.",
)
_TOO_LARGE = Text(
    "Arbetsboken blir {} MB uppackad, mer än {} MB. Dela upp den, eller spara den som CSV.",
    "The workbook would unpack to {} MB, more than {} MB. Divide it, or save it as CSV.",
)
_BOMB = Text(
    "Arbetsboken är packad {} gånger, som ingen tabell är. Spara den på nytt, eller som CSV.",
    "The workbook is packed {} times over, as no table is. Save it anew, or as CSV.",
)
_TOO_MUCH = Text(
    "Arbetsboken kräver mer minne eller tid än vad som är tillåtet. Ta bort tomma rader och "
    "kolumner, dela upp den, eller spara den som CSV.",
    "The workbook needs more memory or time than is allowed. Remove empty rows and columns, "
    "divide it, or save it as CSV.",
)
_BUSY = Text(
    "Flera arbetsböcker läses just nu. Försök igen om en stund, eller spara listan som CSV.",
    "Several workbooks are being read right now. Try again soon, or save the list as CSV.",
)


def workbook_sheets(source: Source, limits: Limits = LIMITS) -> Iterator[Sheet]:
    """The visible sheets of a workbook, one after the other, each to be read before the next.

    A cell whose format is in per cent is text that ends with the sign; an error and a formula
    that was never computed are their own text. The last sheet names the hidden ones. Nothing of
    a source in memory is written to disk.

    Raises:
        Unreadable: no workbook, cut short, locked, or larger than the limits once unpacked.
        OSError: the file cannot be opened.
    """
    _check_claims(source, limits)
    if not _READERS.acquire(timeout=_WAIT_SECONDS):
        raise Unreadable("busy", _BUSY)
    try:
        with _child(source, limits) as (child, stderr):
            assert child.stdout is not None
            yield from _sheets(_lines(child.stdout))
            if child.wait() != 0:
                stderr.seek(0)
                raise _reason(stderr.read(), child.returncode)
    finally:
        _READERS.release()


@contextmanager
def _child(source: Source, limits: Limits) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    """The reader at work, isolated and without our environment: it knows nothing of us."""
    command = [sys.executable, "-I", str(_READER), str(limits.megabytes), str(limits.seconds)]
    with tempfile.TemporaryFile() as stderr, opened(source) as content:
        child = subprocess.Popen(
            command, stdin=subprocess.PIPE if isinstance(source, bytes) else content,
            stdout=subprocess.PIPE, stderr=stderr, env={},
        )  # fmt: skip
        feeder = Thread(target=_feed, args=(child, content), daemon=True)
        if child.stdin is not None:
            feeder.start()
        try:
            yield child, stderr
        finally:
            child.kill()
            child.wait()
            if child.stdin is not None:
                feeder.join()
            if child.stdout is not None:
                child.stdout.close()


def _feed(child: subprocess.Popen[bytes], content: BinaryIO) -> None:
    assert child.stdin is not None
    try:
        child.stdin.write(content.read())
        child.stdin.close()
    except OSError:
        # The reader has ended; its exit code says why.
        return


def _check_claims(source: Source, limits: Limits) -> None:
    try:
        with opened(source) as file, zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable("truncated", _NOT_WHOLE) from error
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise Unreadable("format", _NO_XLSX)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked:
        raise Unreadable("too_large", _TOO_LARGE.format(unpacked >> 20, limits.unpacked >> 20))
    ratio = max(entry.file_size // max(entry.compress_size, 1) for entry in entries)
    if ratio > limits.ratio and unpacked > limits.small:
        raise Unreadable("zip_ratio", _BOMB.format(ratio))


def _lines(stream: IO[bytes]) -> Iterator[list[Any]]:
    for line in stream:
        try:
            yield json.loads(line)
        except ValueError:
            # A child that was stopped may have written half a line; its exit code says why.
            return


def _sheets(lines: Iterator[list[Any]]) -> Iterator[Sheet]:
    head = next(lines, None)
    while head is not None and head[0] == "sheet":
        following: list[list[Any]] = []
        rows = _rows(lines, following)
        yield _sheet(head[1], head[2], rows)
        for _ in rows:
            pass
        head = following[0] if following else None
    if head is not None and head[1]:
        yield replace(_sheet("", {}, iter(())), hidden_sheets=tuple(head[1]))


def _sheet(name: str, facts: Mapping[str, Any], rows: Iterator[Row]) -> Sheet:
    merged: list[Merged] = [(a, b, c, d) for a, b, c, d in facts.get("merged", ())]
    columns = [
        range(first, min(last, 16_384) + 1) for first, last in facts.get("hidden_columns", ())
    ]
    return Sheet(
        name,
        _filled(rows, merged),
        frozenset((row, column) for row, column in facts.get("formulas", ())),
        tuple(merged),
        frozenset(facts.get("hidden_rows", ())),
        frozenset(one for span in columns for one in span),
    )


def _rows(lines: Iterator[list[Any]], following: list[list[Any]]) -> Iterator[Row]:
    """The rows up to the next sheet, whose first line is put aside in `following`."""
    for line in lines:
        if line[0] != "row":
            following.append(line)
            return
        yield line[1], line[2]


def _filled(rows: Iterator[Row], merged: Sequence[Merged]) -> Iterator[Row]:
    """Every cell of a merged area with the value of its first one."""
    waiting, open_areas = sorted(merged, reverse=True), []
    for number, cells in rows:
        while waiting and waiting[-1][0] <= number:
            area = waiting.pop()
            open_areas.append((area, cells[area[1] - 1] if area[1] <= len(cells) else None))
        for (_, left, _, right), value in open_areas:
            cells[left - 1 : right] = [value] * (min(right, len(cells)) - left + 1)
        open_areas = [one for one in open_areas if one[0][2] > number]
        yield number, cells


def _reason(stderr: bytes, code: int) -> Unreadable:
    if b"PasswordError" in stderr:
        return Unreadable("password", _LOCKED)
    if code < 0 or b"MemoryError" in stderr or b"memory allocation" in stderr:
        return Unreadable("too_large", _TOO_MUCH)
    return Unreadable("truncated", _NOT_WHOLE)
