"""A slip in one region's cells is asked about, and a good file with its season and noise is not."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from dashboard.imports.accepted import imports
from dashboard.imports.importing import Asked, import_file
from dashboard.imports.levels import Known, rough_levels
from dashboard.imports.readers import REGIONS
from dashboard.imports.reading import read
from dashboard.reference.periods import days_in
from dashboard.reference.regions import CODES

HEAD = ("Region;Månad;Disponibla vårdplatser;Inskrivna patienter;Överbelagda patienter;"
        "Utlokaliserade patienter")  # fmt: skip
# MUTATED_FILES=10000 tries as many as one has time for.
MUTATED = int(os.environ.get("MUTATED_FILES", "100"))
Rows = list[list[Any]]
Slip = Callable[[Rows, int, np.random.Generator], None]


def a_month(known: Known, at: int, rng: np.random.Generator) -> Rows:
    """A month of the release with three per cent of noise, a row for each region."""
    days = known.days[:, :, at, 0, 0] * np.exp(rng.normal(0, 0.03, (4, 21)))
    return [[code, known.months[at], *np.round(days[:, i], 1)] for i, code in enumerate(CODES)]


def asks(rows: Rows, known: Known, folder: Path) -> bool:
    lines = [";".join(str(cell).replace(".", ",") for cell in row) for row in rows]
    path = folder / "a.csv"
    path.write_text("\n".join([HEAD, *lines]), encoding="utf-8")
    found = read(path, REGIONS, advance=lambda n: None, refuse=lambda f: None, known=known)
    return bool(found.questions or found.wrong)


def scaled(factor: float, *, one_cell: bool) -> Slip:
    def slip(rows: Rows, region: int, rng: np.random.Generator) -> None:
        row = rows[region]
        times = factor or days_in(row[1])
        for column in [int(rng.integers(2, 6))] if one_cell else range(2, 6):
            row[column] = float(f"{row[column] * times:.6g}")

    return slip


def shifted(rows: Rows, region: int, rng: np.random.Generator) -> None:
    year, month = map(int, rows[region][1].split("-"))
    rows[region][1] = f"{year - (month == 1)}-{(month - 2) % 12 + 1:02d}"


def swapped(rows: Rows, region: int, rng: np.random.Generator) -> None:
    other = (region + 1 + int(rng.integers(20))) % 21
    rows[region][2:], rows[other][2:] = rows[other][2:], rows[region][2:]


def dropped(rows: Rows, region: int, rng: np.random.Generator) -> None:
    del rows[region]


def emptied(rows: Rows, region: int, rng: np.random.Generator) -> None:
    rows[region][int(rng.integers(2, 6))] = ""


SLIPS: dict[str, Slip] = {
    **{f"x{name}": scaled(f, one_cell=False)
       for name, f in (("10", 10), ("100", 100), ("1/100", 0.01), ("days", 0))},
    **{f"a cell x{name}": scaled(f, one_cell=True)
       for name, f in (("10", 10), ("100", 100), ("1/100", 0.01), ("days", 0))},
    "shifted": shifted, "swapped": swapped, "dropped": dropped, "emptied": emptied,
}  # fmt: skip


def test_a_slip_in_one_region_is_asked_about_in_99_of_100_files(
    known: Known, tmp_path: Path
) -> None:
    rng = np.random.default_rng(14)
    missed = []
    for number in range(120):
        name = list(SLIPS)[number % len(SLIPS)]
        rows = a_month(known, int(rng.integers(72, 120)), rng)
        SLIPS[name](rows, int(rng.integers(21)), rng)
        missed += [] if asks(rows, known, tmp_path) else [name]
    assert len(missed) <= 1, missed


def test_a_good_file_is_asked_nothing_in_99_of_100(known: Known, tmp_path: Path) -> None:
    rng = np.random.default_rng(15)
    files = [a_month(known, int(rng.integers(72, 120)), rng) for _ in range(100)]
    assert sum(asks(rows, known, tmp_path) for rows in files) <= 1


def test_without_a_release_the_population_tells_a_hundredfold(tmp_path: Path, known: Known) -> None:
    rows = a_month(known, 100, np.random.default_rng(1))
    assert not asks(rows, rough_levels(), tmp_path)
    rows[3][2] = round(rows[3][2] / 100, 2)
    assert asks(rows, rough_levels(), tmp_path)


def mutated(content: bytes, rng: np.random.Generator) -> bytes:
    """A file with some bytes changed, cut, doubled or exchanged."""
    data = bytearray(content)
    for _ in range(int(rng.integers(1, 12))):
        at = int(rng.integers(len(data)))
        kind = int(rng.integers(4))
        if kind == 0:
            data[at] = int(rng.integers(256))
        elif kind == 1:
            del data[at : at + int(rng.integers(1, 30))]
        elif kind == 2:
            data[at:at] = data[max(0, at - 20) : at]
        else:
            data[at:at] = bytes(rng.choice(list(b';,.-"%\n<#= 0'), 3).tolist())
        data = data or bytearray(b"x")
    return bytes(data)


def test_a_mutated_file_is_kept_whole_or_not_at_all(tmp_path: Path, known: Known) -> None:
    rng = np.random.default_rng(16)
    lines = [";".join(map(str, row)) for row in a_month(known, 110, rng)]
    content = "\n".join([HEAD, *lines]).replace(".", ",").encode()
    home, outcomes = tmp_path / "home", []
    home.mkdir()
    for number in range(MUTATED):
        path = tmp_path / "m.csv"
        path.write_bytes(mutated(content, rng))
        outcomes.append(import_file(path, home, Asked(REGIONS, known=known)))
        assert outcomes[number].kept == bool(outcomes[number].accepted)
    assert len(outcomes) == MUTATED
    assert all(not one.kept for one in outcomes if one.wrong or one.questions)
    assert len(imports(home)) == len({one.hash for one in outcomes if one.kept})


def test_the_same_file_after_a_later_one_asks_and_holds_when_answered(tmp_path: Path) -> None:
    from dashboard.imports.answers import Answer
    from dashboard.ingest.imported import imported

    head = "Region;Månad;Disponibla vårdplatser\nSkåne;2025-10;"
    first, second = tmp_path / "v1.csv", tmp_path / "v2.csv"
    first.write_text(f"{head}1934\n", encoding="utf-8")
    second.write_text(f"{head}1890\n", encoding="utf-8")
    for path in (first, second):
        assert import_file(path, tmp_path, Asked(REGIONS)).kept
    again = import_file(first, tmp_path, Asked(REGIONS))
    assert [one.rule for one in again.questions] == ["resubmitted"]
    assert imported(tmp_path).rows["value"].tolist() == [1890 * 31]
    yes = Asked(REGIONS, answers={"again": Answer("ja", "Ada", "rätt fil")})
    assert import_file(first, tmp_path, yes).kept
    assert imported(tmp_path).rows["value"].tolist() == [1934 * 31]
    assert imports(tmp_path)[-1].about["answers"][0]["by"] == "Ada"
