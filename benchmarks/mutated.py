"""`python -m benchmarks.mutated [--count 10000]`: spoilt files are taken whole or not at all."""

import argparse
import io
import json
import resource
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from dashboard.imports.accepted import imports
from dashboard.imports.importing import ImportOptions, Outcome, import_file
from dashboard.imports.levels import Known, rough_levels
from dashboard.imports.readers import REGIONS
from dashboard.reference.regions import BY_CODE, CODES

HEADS = ("Region", "Månad", "Disponibla vårdplatser", "Inskrivna patienter",
         "Överbelagda patienter", "Utlokaliserade patienter")  # fmt: skip
MONTH = "2025-10"
# What people and programs leave in a cell.
TOKENS = (
    "", " ", "-", "–", "..", "x", "<5", "5,9*", "12 1)", "1.234", "1,234", "1 234", "#N/A", "=A1",
    "1e9", "-1", "NaN", "∞", "\u200b", "103,4 %", "2026.1", "9/1/2025", "2025-10-31T23:00:00Z",
    "Riket", "Summa", "Skåne", '"', "=HYPERLINK(1)", "9" * 400, "\x07", "12;13", "Ja", "0,041",
)  # fmt: skip
_BYTES = b';,.-"%\n<#= 0\xff\x00'
Rows = list[list[str]]
Rng = np.random.Generator


def good_rows(known: Known, rng: Rng) -> Rows:
    """A month of 21 regions with three per cent of noise, of the sizes that are known."""
    from dashboard.imports.collected import MONTHS

    days = known.expected(MONTHS.index(MONTH))[:, :, 0, 0] * np.exp(rng.normal(0, 0.03, (4, 21)))
    return [list(HEADS)] + [
        [BY_CODE[code].name.sv, MONTH, *(f"{value:.1f}".replace(".", ",") for value in days[:, i])]
        for i, code in enumerate(CODES)
    ]


def with_other_cells(rows: Rows, rng: Rng) -> Rows:
    """Some cells hold something else, and some rows stand elsewhere, twice or not at all."""
    rows = [list(row) for row in rows]
    for _ in range(int(rng.integers(1, 6))):
        at, column = int(rng.integers(len(rows))), int(rng.integers(len(HEADS)))
        kind = int(rng.integers(6))
        if kind == 0 and len(rows) > 2:
            del rows[at]
        elif kind == 1:
            rows.insert(int(rng.integers(len(rows))), list(rows[at]))
        else:
            rows[at] = [*rows[at], *[""] * (column + 1 - len(rows[at]))]
            rows[at][column] = TOKENS[int(rng.integers(len(TOKENS)))]
    return rows


def with_other_bytes(content: bytes, rng: Rng) -> bytes:
    """Some bytes are changed, cut, doubled or put in between."""
    data = bytearray(content)
    for _ in range(int(rng.integers(1, 12))):
        at, kind = int(rng.integers(len(data))), int(rng.integers(4))
        if kind == 0:
            data[at] = int(rng.integers(256))
        elif kind == 1:
            del data[at : at + int(rng.integers(1, 30))]
        elif kind == 2:
            data[at:at] = data[max(0, at - 20) : at]
        else:
            data[at:at] = bytes(rng.choice(list(_BYTES), 3).tolist())
        data = data or bytearray(b"x")
    return bytes(data)


def _csv(rows: Rows, rng: Rng) -> bytes:
    sign = str(rng.choice([";", "\t", "|"]))
    text = "\r\n".join(sign.join(row) for row in rows)
    return text.encode(str(rng.choice(["utf-8", "cp1252", "cp850"])), errors="replace")


def _workbook(rows: Rows) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Data")
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                try:
                    sheet.write_number(number, column, float(cell.replace(",", ".")))
                except (ValueError, TypeError):
                    sheet.write_string(number, column, cell)
    return out.getvalue()


def _with_other_part(book: bytes, rng: Rng) -> bytes:
    """A workbook one of whose parts has other bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        spoilt = names[int(rng.integers(len(names)))]
        for name in names:
            part = old.read(name)
            new.writestr(name, with_other_bytes(part, rng) if name == spoilt else part)
    return out.getvalue()


def files(count: int, seed: int, known: Known) -> Iterator[tuple[str, bytes]]:
    """Names and contents; one in five is a workbook."""
    rng = np.random.default_rng(seed)
    ways: tuple[tuple[str, Callable[[Rows], bytes]], ...] = (
        ("a.csv", lambda rows: _csv(with_other_cells(rows, rng), rng)),
        ("a.csv", lambda rows: with_other_bytes(_csv(rows, rng), rng)),
        ("a.csv", lambda rows: with_other_bytes(_csv(with_other_cells(rows, rng), rng), rng)),
        ("a.csv", lambda rows: _csv(with_other_cells(with_other_cells(rows, rng), rng), rng)),
        ("a.xlsx", lambda rows: _workbook(with_other_cells(rows, rng))),
        ("a.xlsx", lambda rows: _with_other_part(_workbook(rows), rng)),
        ("a.xlsx", lambda rows: with_other_bytes(_workbook(rows), rng)),
    )
    for number in range(count):
        way = 4 + number // 5 % 3 if number % 5 == 4 else number % 5
        name, make = ways[way]
        yield name, make(good_rows(known, rng))


def tried(count: int, seed: int, known: Known, folder: Path) -> dict[str, Any]:
    """Import each file; how they ended, how many broke a rule, and the most memory in megabytes."""
    home, found, broken = folder / "home", Counter[str](), Counter[str]()
    home.mkdir()
    kept: set[str] = set()
    for name, content in files(count, seed, known):
        path = folder / name
        path.write_bytes(content)
        try:
            outcome = import_file(path, home, ImportOptions(REGIONS, known=known))
        except Exception as error:
            # Whatever it is, a user would have seen it.
            broken[type(error).__name__] += 1
            continue
        found[_ended(outcome)] += 1
        broken["half kept"] += _is_half_kept(outcome)
        kept |= {outcome.hash} if outcome.kept else set()
    lying = {one.hash for one in imports(home)}
    broken["other imports than were kept"] += len(lying ^ kept)
    broken["other files left"] += len([path for path in home.rglob("*") if _is_strange(path)])
    return {"files": count, **found, "broken": +broken, "peak_mb": _peak()}


def _ended(outcome: Outcome) -> str:
    return "kept" if outcome.kept else "refused" if outcome.wrong else "asked"


def _is_half_kept(outcome: Outcome) -> bool:
    wanting = bool(outcome.wrong or outcome.questions)
    return outcome.kept != bool(outcome.accepted) or (outcome.kept and wanting)


def _is_strange(path: Path) -> bool:
    known = (".lock", "rows.parquet", "provenance.json")
    return path.is_file() and path.name not in known


def _peak() -> float:
    """The most memory of this process or of one that read a workbook for it."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return round(max(resource.getrusage(one).ru_maxrss for one in whose) / 1024, 1)


def main() -> int:
    """Print what became of them; 1 if any broke a rule."""
    parser = argparse.ArgumentParser(prog="benchmarks.mutated", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=14)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = tried(asked.count, asked.seed, rough_levels(), Path(folder))
    print(json.dumps(found, ensure_ascii=False))
    return 1 if found["broken"] or found["peak_mb"] > 300 else 0


if __name__ == "__main__":
    sys.exit(main())
