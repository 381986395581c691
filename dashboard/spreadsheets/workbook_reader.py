"""Reads a workbook from stdin under limits to lines of JSON; run as a program of its own.

Run as `python -I workbook_reader.py MEGABYTES SECONDS`. Each line is a list: `["sheet", name,
facts]`, then `["row", number, cells]`, at the end `["end", names of hidden sheets]`. The parent
is `workbook`. The facts are what the cells do not say of themselves: merged areas, formulas,
hidden rows and columns.
"""

import datetime
import io
import json
import os
import re
import resource
import runpy
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.parsers import expat

_MOST_MARKS = 100_000
_BLOCK = 1 << 18
_FAULTY = 3
_TELLING = re.compile(rb"<(?:\w+:)?f[ />]|t=\"e\"|hidden=|(?:ht|width)=\"0\"|<(?:\w+:)?c [^>]*s=\"")


def main(megabytes: int, seconds: int) -> int:
    """Write every visible sheet; memory and time beyond the limits end the process."""
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    # Whoever opens a page is answered first.
    os.nice(10)
    # No file may be written, and a crash leaves no image of memory.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from python_calamine import CalamineError

    try:
        for line in _lines(sys.stdin.buffer.read()):
            sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")
    except (CalamineError, ValueError, OSError, LookupError, expat.ExpatError) as error:
        sys.stderr.write(type(error).__name__)
        return _FAULTY
    return 0


def _lines(content: bytes) -> Iterator[list[Any]]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    hidden = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts, styles = _sheet_parts(archive), _styles()(archive)
        stale = b'fullCalcOnLoad="1"' in archive.read("xl/workbook.xml")
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for about in book.sheets_metadata:
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            if about.visible != SheetVisibleEnum.Visible:
                hidden.append(about.name)
                continue
            marks = _Marks(styles, stale)
            if about.name in parts:
                marks.read(archive, parts[about.name])
            sheet = book.get_sheet_by_name(about.name)
            areas = sheet.merged_cell_ranges or []
            merged = [[a + 1, b + 1, c + 1, d + 1] for (a, b), (c, d) in areas]
            yield ["sheet", about.name, {"merged": merged, **marks.facts()}]
            # Rows come from the first one, but cells from the first column that holds anything.
            before = [None] * (sheet.start or (0, 0))[1]
            for number, cells in enumerate(sheet.iter_rows(), start=1):
                yield ["row", number, marks.over(number, [*before, *map(_plain, cells)])]
    yield ["end", hidden]


def _styles() -> Any:
    # Alone in its process it finds no package, only the file beside it.
    return runpy.run_path(str(Path(__file__).with_name("workbook_styles.py")))["styles_in"]


def _plain(cell: Any) -> str | float | None:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (int, float)):
        # JSON has no sign for what is not finite.
        return float(cell) if abs(cell) < float("inf") else str(cell)
    if isinstance(cell, (datetime.date, datetime.time, datetime.datetime)):
        return cell.isoformat()
    return str(cell) if cell not in ("", None) else None


def _styled(value: Any, kind: str) -> Any:
    """A cell of a style that says something, in words: `96.5%`, `~~591~~`, `[[591]]`."""
    if kind == "struck" and value is not None:
        return f"~~{value:.15g}~~" if isinstance(value, float) else f"~~{value}~~"
    if not isinstance(value, float):
        return value
    return f"[[{value:.15g}]]" if kind == "unseen" else f"{float(f'{100 * value:.12g}'):.15g}%"


class _Marks:
    """What the XML of a sheet says that the reader of cells leaves out."""

    def __init__(self, styles: dict[str, str], stale: bool) -> None:
        self.styles, self.stale = styles, stale
        self.formulas: list[list[int]] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[list[int]] = []
        self.instead: dict[int, dict[int, tuple[str, str]]] = {}
        self._count = 0
        self._cell: dict[str, str] = {}
        self._formula: str | None = None
        self._value = self._inside = ""

    def facts(self) -> dict[str, Any]:
        return {
            "formulas": self.formulas,
            "hidden_rows": self.hidden_rows,
            "hidden_columns": self.hidden_columns,
        }

    def over(self, number: int, cells: list[Any]) -> list[Any]:
        """A row with errors and formulas never computed in words, and percentages as such."""
        for column, (text, kind) in self.instead.get(number, {}).items():
            cells += [None] * (column - len(cells))
            cells[column - 1] = text or _styled(cells[column - 1], kind)
        return cells

    def read(self, archive: zipfile.ZipFile, part: str) -> None:
        with archive.open(part) as file:
            if not _is_telling(file, bool(self.styles)):
                return
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        with archive.open(part) as file:
            while block := file.read(_BLOCK):
                parser.Parse(block)
        parser.Parse(b"", True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind == "c":
            self._cell, self._formula, self._value = attributes, None, ""
        elif kind == "f":
            self._formula = ""
        elif kind == "row" and _is_hidden(attributes, "ht"):
            self._mark()
            self.hidden_rows.append(int(attributes.get("r", "0")))
        elif kind == "col" and _is_hidden(attributes, "width"):
            self.hidden_columns.append([int(attributes["min"]), int(attributes["max"])])
        self._inside = kind

    def _text(self, text: str) -> None:
        if self._inside == "f":
            self._formula = ((self._formula or "") + text)[:200]
        elif self._inside == "v":
            self._value = (self._value + text)[:200]

    def _end(self, tag: str) -> None:
        self._inside = ""
        if tag.rpartition(":")[2] == "c" and (place := _place(self._cell.get("r", ""))):
            self._tell(place)

    def _tell(self, place: list[int]) -> None:
        computed, own = self._formula is not None, ""
        if computed:
            self._mark()
            self.formulas.append(place)
        kind = self.styles.get(self._cell.get("s", ""), "")
        if self._cell.get("t") == "e":
            own = self._value or "#N/A"
        elif computed and (not self._value or (self.stale and self._value == "0")):
            own = f"={self._formula}"
        elif not kind:
            return
        self._mark()
        self.instead.setdefault(place[0], {})[place[1]] = own, kind

    def _mark(self) -> None:
        self._count += 1
        if self._count > _MOST_MARKS:
            raise MemoryError("more formulas and marks than a table of figures has")


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    return attributes.get("hidden") in ("1", "true") or attributes.get(size) == "0"


def _is_telling(file: Any, styled: bool) -> bool:
    before = b""
    while block := file.read(_BLOCK):
        for match in _TELLING.finditer(before + block):
            if styled or not match[0].endswith(b's="'):
                return True
        before = block[-64:]
    return False


def _place(reference: str) -> list[int] | None:
    match = re.fullmatch(r"([A-Z]{1,3})(\d+)", reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return [int(match[2]), column]


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Where each sheet's XML lies, by the sheet's name."""
    parts: dict[str, str] = {}
    targets: dict[str, str] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "sheet":
            target = targets.get(attributes.get("r:id", ""), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in archive.namelist():
                parts[attributes.get("name", "")] = part

    for part, handler in (("xl/_rels/workbook.xml.rels", relation), ("xl/workbook.xml", sheet)):
        parser = expat.ParserCreate()
        parser.StartElementHandler = handler
        parser.Parse(archive.read(part), True)
    return parts


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
