"""Reads a workbook in a process of its own, with limits, and writes its rows as lines of JSON.

Run as `python -m dashboard.imports.workbook FILE MEGABYTES SECONDS`. Each line is a list:
`["sheet", name, merged areas, formulas]`, then `["row", number, cells]`. The parent is
`xlsx_sheets`.
"""

import datetime
import json
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

MOST_FORMULAS = 100_000
_BLOCK = 1 << 18


def main(path: str, megabytes: int, seconds: int) -> None:
    """Write every visible sheet; memory and processor time beyond the limits end the process."""
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    for line in _lines(path):
        sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")


def _lines(path: str) -> Iterator[list[Any]]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    formulas = _formulas(path)
    with CalamineWorkbook.from_path(path) as book:
        for about in book.sheets_metadata:
            if about.visible != SheetVisibleEnum.Visible or about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            areas = sheet.merged_cell_ranges or []
            merged = [[a + 1, b + 1, c + 1, d + 1] for (a, b), (c, d) in areas]
            yield ["sheet", about.name, merged, formulas.get(about.name, [])]
            # Rows come from the first one, but cells from the first column that holds anything.
            before = [None] * (sheet.start or (0, 0))[1]
            for number, cells in enumerate(sheet.iter_rows(), start=1):
                yield ["row", number, [*before, *map(_plain, cells)]]


def _plain(cell: Any) -> str | float | None:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (int, float)):
        # JSON has no sign for what is not finite.
        return float(cell) if abs(cell) < float("inf") else str(cell)
    if isinstance(cell, (datetime.date, datetime.time, datetime.datetime)):
        return cell.isoformat()
    return str(cell) if cell not in ("", None) else None


def _formulas(path: str) -> dict[str, list[list[int]]]:
    """The places of formulas by sheet; calamine gives only what they last came to."""
    found: dict[str, list[list[int]]] = {}
    with zipfile.ZipFile(path) as archive:
        for name, part in _sheet_parts(archive).items():
            with archive.open(part) as file:
                if _holds_a_formula(file):
                    with archive.open(part) as again:
                        found[name] = _places(again)
    return found


def _holds_a_formula(file: Any) -> bool:
    before = b""
    while block := file.read(_BLOCK):
        if re.search(rb"<(?:\w+:)?f[ />]", before + block):
            return True
        before = block[-16:]
    return False


def _places(file: Any) -> list[list[int]]:
    places: list[list[int]] = []
    cell = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal cell
        kind = tag.rpartition(":")[2]
        if kind == "c":
            cell = attributes.get("r", "")
        elif kind == "f" and (place := _place(cell)):
            places.append(place)
            if len(places) > MOST_FORMULAS:
                raise MemoryError("more formulas than a table of figures has")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    while block := file.read(_BLOCK):
        parser.Parse(block)
    parser.Parse(b"", True)
    return places


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
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
