"""A slip in one region's cells is asked about, and a good file with its season and noise is not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.mutated import good_rows, tried
from dashboard.imports.accepted import imports
from dashboard.imports.importing import ImportOptions, import_file
from dashboard.imports.levels import Known, rough_levels
from dashboard.imports.readers import REGIONS
from dashboard.imports.reading import read
from dashboard.reference.periods import days_in
from dashboard.reference.regions import CODES

HEAD = ("Region;Månad;Disponibla vårdplatser;Inskrivna patienter;Överbelagda patienter;"
        "Utlokaliserade patienter")  # fmt: skip
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


@pytest.mark.parametrize(("one", "other"), [(2, 3), (4, 5), (3, 4)])
def test_two_columns_under_one_anothers_headings_are_asked_about(
    known: Known, tmp_path: Path, one: int, other: int
) -> None:
    rng = np.random.default_rng(17)
    rows = a_month(known, 110, rng)
    for row in rows:
        row[one], row[other] = row[other], row[one]
    assert asks(rows, known, tmp_path)


def test_figures_of_the_month_before_in_the_same_file_are_asked_about(
    known: Known, tmp_path: Path
) -> None:
    rng = np.random.default_rng(18)
    first, second = a_month(known, 108, rng), a_month(known, 109, rng)
    assert not asks([*first, *second], known, tmp_path)
    second[7][2:] = first[7][2:]
    assert asks([*first, *second], known, tmp_path)


def test_without_a_release_the_population_tells_a_hundredfold(tmp_path: Path, known: Known) -> None:
    rows = a_month(known, 100, np.random.default_rng(1))
    assert not asks(rows, rough_levels(), tmp_path)
    rows[3][2] = round(rows[3][2] / 100, 2)
    assert asks(rows, rough_levels(), tmp_path)


def test_a_mutated_file_is_kept_whole_or_not_at_all(tmp_path: Path, known: Known) -> None:
    """One in five is a workbook; `python -m benchmarks.mutated` tries ten thousand."""
    found = tried(60, 16, known, tmp_path)
    assert (found["files"], found["broken"]) == (60, {})
    assert sum(found.get(end, 0) for end in ("kept", "asked", "refused")) == 60


def test_a_good_file_of_those_that_are_mutated_is_kept(tmp_path: Path) -> None:
    rows = good_rows(rough_levels(), np.random.default_rng(2))
    path = tmp_path / "good.csv"
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    assert import_file(path, tmp_path, ImportOptions(REGIONS, known=rough_levels())).kept


def test_the_same_file_after_a_later_one_asks_and_holds_when_answered(tmp_path: Path) -> None:
    from dashboard.imports.answers import Answer
    from dashboard.ingest.imported import imported

    head = "Region;Månad;Disponibla vårdplatser\nSkåne;2025-10;"
    first, second = tmp_path / "v1.csv", tmp_path / "v2.csv"
    first.write_text(f"{head}1934\n", encoding="utf-8")
    second.write_text(f"{head}1890\n", encoding="utf-8")
    for path in (first, second):
        assert import_file(path, tmp_path, ImportOptions(REGIONS)).kept
    again = import_file(first, tmp_path, ImportOptions(REGIONS))
    assert [one.rule for one in again.questions] == ["resubmitted"]
    assert imported(tmp_path).rows["value"].tolist() == [1890 * 31]
    yes = ImportOptions(REGIONS, answers={"again": Answer("ja", "Ada", "rätt fil")})
    assert import_file(first, tmp_path, yes).kept
    assert imported(tmp_path).rows["value"].tolist() == [1934 * 31]
    assert imports(tmp_path)[-1].about["answers"][0]["by"] == "Ada"
