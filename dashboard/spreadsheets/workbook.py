"""Workbooks from strangers: looked at from outside first, then read by a process with limits."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from threading import BoundedSemaphore

from dashboard.language.text import Text
from dashboard.spreadsheets.faults import Unreadable

MOST_BYTES = 2_000_000
MOST_ROWS, MOST_CELLS_WIDE = 5_001, 50
# Sheets of text compress about tenfold, hardly ever fiftyfold.
_MOST_UNPACKED, _MOST_RATIO, _MOST_FILES = 40_000_000, 60, 200
# Small sheets say little about their ratio: a thousand equal rows compress well.
_SMALL = 2_000_000
_MOST_SECONDS = 60
# Readers at once in each server process: what they may take together stays within reason.
_READERS = BoundedSemaphore(2)
_WAIT_SECONDS = 20
_READER = Path(__file__).with_name("workbook_reader.py")


def cells_of_workbook(content: bytes) -> tuple[tuple[str, ...], ...]:
    """The cells of the first sheet as text, rows from the first of the sheet.

    The sizes that the archive states are checked before anything is unpacked; then a process
    with limits to memory, processor time and output reads it, since those sizes can lie.

    Raises:
        Unreadable: no workbook, damaged, or unpacked beyond the limits.
    """
    _check_archive(content)
    if not _READERS.acquire(timeout=_WAIT_SECONDS):
        raise Unreadable(_BUSY)
    try:
        done = _read(content)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(_TOO_HEAVY) from error
    finally:
        _READERS.release()
    if done.returncode == 0:
        return tuple(tuple(row) for row in json.loads(done.stdout))
    # The reader ends with 3 where the workbook itself is at fault; any other end is a limit.
    raise Unreadable(_DAMAGED if done.returncode == 3 else _TOO_HEAVY)


def _read(content: bytes) -> subprocess.CompletedProcess[bytes]:
    # Isolated and without our environment: what reads strangers' files knows nothing.
    return subprocess.run(
        [sys.executable, "-I", str(_READER), str(MOST_ROWS), str(MOST_CELLS_WIDE)],
        input=content, capture_output=True, timeout=_MOST_SECONDS, check=False, env={},
    )  # fmt: skip


def _check_archive(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable(_DAMAGED) from error
    if not any(one.filename.startswith("xl/workbook") for one in files):
        raise Unreadable(_NO_WORKBOOK)
    unpacked = sum(one.file_size for one in files)
    too_dense = unpacked > _SMALL and unpacked > _MOST_RATIO * len(content)
    if len(files) > _MOST_FILES or unpacked > _MOST_UNPACKED or too_dense:
        raise Unreadable(_TOO_HEAVY)


_TOO_HEAVY = Text(
    "Arbetsboken packas upp till mer än vad en avdelningslista behöver och har inte lästs. "
    "Kopiera listan till en ny, tom arbetsbok och försök igen.",
    "The workbook unpacks to more than a list of wards needs and was not read. "
    "Copy the list to a new, empty workbook and try again.",
)
_BUSY = Text(
    "Flera arbetsböcker läses just nu. Försök igen om en stund, eller spara listan som CSV.",
    "Several workbooks are being read right now. Try again soon, or save the list as CSV.",
)
_DAMAGED = Text(
    "Arbetsboken är skadad eller låst med lösenord. Spara den en gång till som XLSX.",
    "The workbook is damaged or locked by a password. Save it once more as XLSX.",
)
_NO_WORKBOOK = Text(
    "Filen är ett zip-arkiv men ingen arbetsbok i XLSX. Spara listan som XLSX eller CSV.",
    "The file is a zip archive but no XLSX workbook. Save the list as XLSX or CSV.",
)
