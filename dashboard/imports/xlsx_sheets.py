"""Workbooks, read in a process of their own: what they claim is checked before they are opened."""

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from dashboard.imports.faults import Unreadable
from dashboard.imports.sheets import Merged, Row, Sheet
from dashboard.language.text import Text
from dashboard.paths import ROOT

MEGABYTES, SECONDS = 1024, 120
# A sheet of figures packs to a twentieth of its size; a bomb to a thousandth.
MOST_UNPACKED, MOST_RATIO, SMALL = 400 << 20, 150, 4 << 20

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


def xlsx_sheets(
    path: Path, *, megabytes: int = MEGABYTES, seconds: int = SECONDS
) -> Iterator[Sheet]:
    """The visible sheets of a workbook, one after the other, each to be read before the next.

    Merged areas have the value of their first cell in every cell.

    Raises:
        Unreadable: no workbook, cut short, locked, or larger than the limits once unpacked.
    """
    _check_claims(path)
    command = [sys.executable, "-m", "dashboard.imports.workbook", str(path.resolve())]
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(
            [*command, str(megabytes), str(seconds)], cwd=ROOT, stdout=subprocess.PIPE, stderr=said,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        assert child.stdout is not None
        try:
            yield from _sheets(_lines(child.stdout))
            if child.wait() != 0:
                said.seek(0)
                raise _reason(said.read(), child.returncode)
        finally:
            child.kill()
            child.stdout.close()
            child.wait()


def _check_claims(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise Unreadable("truncated", _NOT_WHOLE) from error
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" not in names:
        raise Unreadable("format", _NO_XLSX)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED:
        raise Unreadable("too_large", _TOO_LARGE.format(unpacked >> 20, MOST_UNPACKED >> 20))
    ratio = max(entry.file_size // max(entry.compress_size, 1) for entry in entries)
    if ratio > MOST_RATIO and unpacked > SMALL:
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
    while head is not None:
        following: list[list[Any]] = []
        _, name, merged, formulas = head
        rows = _filled(_rows(lines, following), [tuple(area) for area in merged])
        yield Sheet(name, rows, frozenset((row, column) for row, column in formulas))
        for _ in rows:
            pass
        head = following[0] if following else None


def _rows(lines: Iterator[list[Any]], following: list[list[Any]]) -> Iterator[Row]:
    """The rows up to the next sheet, whose first line is put aside in `following`."""
    for line in lines:
        if line[0] == "sheet":
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


def _reason(said: bytes, code: int) -> Unreadable:
    if b"PasswordError" in said:
        return Unreadable("password", _LOCKED)
    if code < 0 or b"MemoryError" in said or b"memory allocation" in said:
        return Unreadable("too_large", _TOO_MUCH)
    return Unreadable("truncated", _NOT_WHOLE)
