"""Reads a workbook from stdin to JSON on stdout under limits; run as a program of its own."""

import json
import resource
import sys

_MEMORY = 512_000_000
_SECONDS = 15
_MOST_CHARACTERS = 300
_FAULTY = 3


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    # No file may be written, and a crash leaves no image of memory.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _text(cell: object) -> str:
    """A cell as a person would type it: 24, not 24.0."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        cell = int(cell)
    return str(cell).strip()[:_MOST_CHARACTERS]


def main() -> int:
    """0 with the rows on stdout, 3 where the workbook cannot be read."""
    _limit()
    from python_calamine import CalamineError, CalamineWorkbook

    most_rows, most_wide = int(sys.argv[1]), int(sys.argv[2])
    try:
        import io

        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        sheet = book.get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False, nrows=most_rows + 1)
    except (CalamineError, ValueError, OSError, IndexError):
        return _FAULTY
    json.dump([[_text(cell) for cell in row[: most_wide + 1]] for row in rows], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
