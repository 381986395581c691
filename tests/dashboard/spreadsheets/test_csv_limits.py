"""A CSV file of a stranger has the limits of a workbook; memory and report stay small."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.imports import reading
from dashboard.imports.readers import REGIONS
from dashboard.imports.reading import MOST_WRONG, read
from dashboard.spreadsheets import csv_sheets
from dashboard.spreadsheets.csv_sheets import MOST_COLUMNS, csv_sheet
from dashboard.spreadsheets.faults import MOST_SHOWN, Unreadable


def rows(content: bytes) -> Iterator[object]:
    return csv_sheet(content, lambda heading: heading == "region").rows


def test_a_row_of_a_million_columns_is_refused_before_it_is_taken_apart() -> None:
    wide = b"Region;" + b"12345678;" * 1_100_000
    tracemalloc.start()
    with pytest.raises(Unreadable, match="more than 16384 columns"):
        next(rows(wide))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # As text a few times over; a list of its cells alone would be seven times as much.
    assert most < 6 * len(wide)


def test_a_row_may_be_as_wide_as_a_workbook_and_no_wider() -> None:
    def width(columns: int) -> int:
        return len(next(rows(b"Region" + b";" * (columns - 1)))[1])  # type: ignore[index]

    assert width(MOST_COLUMNS) == MOST_COLUMNS
    with pytest.raises(Unreadable):
        width(MOST_COLUMNS + 1)


def test_a_row_over_several_lines_has_the_same_limit() -> None:
    line = b";" * 9000 + b'"a\n'
    with pytest.raises(Unreadable, match="Row 2 has more"):
        list(rows(b"Region;b\n" + line + b'a"' + line + b'a"\n'))


def test_a_file_may_have_so_many_rows_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_sheets, "MOST_ROWS", 3)
    assert len(list(rows(b"Region;b\n" + b"a;b\n" * 2))) == 3
    with pytest.raises(Unreadable, match="more than 3 rows"):
        list(rows(b"Region;b\n" + b"a;b\n" * 9))


def test_a_file_of_faults_is_read_no_further_and_told_of_in_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, taken = tmp_path / "wrong.csv", []
    path.write_text("region;month;bed_days\n" + "Nowhere;2025-10;1\n" * 100_000)
    real = reading._read_row
    monkeypatch.setattr(reading, "_read_row", lambda *given: (taken.append(1), real(*given)))
    refused: list[object] = []
    found = read(path, REGIONS, advance=lambda n: None, refuse=refused.append)
    assert MOST_WRONG < found.wrong <= MOST_WRONG + 3
    assert len(found.faults) == MOST_SHOWN
    assert len(taken) <= MOST_WRONG + 1
    assert len(refused) == found.wrong
    assert found.blocked
    assert found.collected.count == 0
