"""Tables that commands are given are read as those of an import, with its faults in its words."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from dashboard.cli import main
from dashboard.funding.rates import RatesError, parse_rates
from dashboard.reference.regions import CODES
from dashboard.targets.versions import TableRefused, read_table
from dashboard.unit_targets.ward_list import read_wards

Run = pytest.CaptureFixture[str]
VALUES = (5.1, 4.8, 5.3, 5.0, 4.9, 5.2, 5.4, 4.7, 5.0, 5.1, 4.9, 5.0, 5.2)
MONTHS = [f"2024-{number:02}" for number in range(1, 13)] + ["2025-01"]
WARDS = ("Avdelning", "Vårdplatser", "Vårdform", "Sjukhus")
RATES = ("Län", "Månad", "over_2023", "over_2024", "out_2023", "out_2024")
TARGETS = ("version", "region", "care", "stream", "unit_size_class", "geography", "target_pct",
           "valid_from", "valid_to", "source_id")  # fmt: skip


def a_series(folder: Path, head: str, times: Sequence[str], cells: Sequence[object] = VALUES,
             encoding: str = "utf-8", title: str = "") -> str:  # fmt: skip
    rows = [f"{when};{str(cell).replace('.', ',') if isinstance(cell, float) else cell}"
            for when, cell in zip(times, cells, strict=False)]  # fmt: skip
    path = folder / "series.csv"
    path.write_bytes("\n".join([*([title, ""] if title else []), head, *rows]).encode(encoding))
    return str(path)


def spc(capsys: Run, path: str) -> tuple[int, str, str]:
    code = main(["spc", "--file", path, "--direction", "-1", "--format", "json"])
    return code, *capsys.readouterr()


@pytest.mark.parametrize(
    ("head", "times", "encoding", "title"),
    [
        ("Månad;Värde", MONTHS, "cp1252", "Överbeläggning per 100 vårdplatser"),
        ("Period;Värde", ["jan 2024", "februari 2024", "mars-24"], "cp850", ""),
        ("År;Värde", [str(2010 + i) for i in range(13)], "utf-8", ""),
        ("Datum;y", [f"2024-W{i:02}" for i in range(1, 14)], "utf-8", ""),
        ("Datum;y", [f"2024 v.{i}" for i in range(1, 14)], "utf-8-sig", ""),
        ("Datum;y", ["31 januari 2024", "29 februari 2024", "31 mars 2024"], "utf-8", ""),
    ],
)  # fmt: skip
def test_a_series_is_read_however_its_time_is_written(
    tmp_path: Path, capsys: Run, head: str, times: list[str], encoding: str, title: str
) -> None:
    code, out, _ = spc(capsys, a_series(tmp_path, head, times, encoding=encoding, title=title))
    assert code == 0
    assert [one["y"] for one in json.loads(out)["points"]] == list(VALUES[: len(times)])


@pytest.mark.parametrize(
    ("head", "times", "cells", "told"),
    [
        ("Månad;y", ["2/1/2024", "3/1/2024"], VALUES, "column Månad: “2/1/2024” can be 2024-02"),
        ("År;y", ["2010", "2011", "2013"], VALUES, "row 4, column År: a period is missing"),
        ("Månad;Värde", MONTHS, ["5,9*", "1"], "row 2, column Värde: “5,9*” has a footnote"),
        ("Månad;Värde", MONTHS, ["1,034", "2,001"], "row 2, column Värde: “1,034” can be read as"),
        ("Månad;Värde", MONTHS, ["<5", "2"], "row 2, column Värde: “<5” is a number withheld"),
    ],
)  # fmt: skip
def test_a_fault_of_a_series_is_in_the_words_of_an_import(
    tmp_path: Path, capsys: Run, head: str, times: list[str], cells: list[Any], told: str
) -> None:
    code, _, err = spc(capsys, a_series(tmp_path, head, times, cells))
    assert (code, told in err) == (2, True), err


def test_a_dash_is_told_of(tmp_path: Path, capsys: Run) -> None:
    code, out, err = spc(capsys, a_series(tmp_path, "Månad;Värde", MONTHS, [*VALUES[:12], "–"]))
    assert (code, json.loads(out)["points"][-1]["y"]) == (0, None)
    assert "column Värde: a dash in row 14 was read as missing" in err


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("GRUPP 3 ;5;100", "column Sjukhus: 'GRUPP 3' stands twice"),
        ("Summa;145;1225", "column Sjukhus: 'Summa' adds up others"),
        ("Grupp X;5 %;100", "column Täljare: 5 % is per cent and no count"),
        ("Grupp X;..;100", "column Täljare: there must be a number"),
        ("Grupp X;5;1.000", "column Nämnare: “1.000” can be read as 1 and as 1000"),
    ],
)
def test_a_row_of_a_funnel_that_is_none_is_refused(
    tmp_path: Path, capsys: Run, row: str, told: str
) -> None:
    rows = [f"Grupp {i};{10 + i};1 {i}50" for i in range(8)]
    path = tmp_path / "f.csv"
    path.write_text("\n".join(["Sjukhus;Täljare;Nämnare", *rows]), encoding="cp1252")
    assert main(["funnel", "--file", str(path)]) == 0
    capsys.readouterr()
    path.write_text("\n".join(["Sjukhus;Täljare;Nämnare", *rows, row]), encoding="cp1252")
    assert main(["funnel", "--file", str(path)]) == 2
    err = capsys.readouterr().err
    assert f"row 10, {told}" in err


def a_book(path: Path, rows: Sequence[Sequence[object]], merged: tuple[Any, ...] = (),
           hidden: int | None = None) -> bytes:  # fmt: skip
    with xlsxwriter.Workbook(str(path)) as made:
        sheet = made.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        if merged:
            sheet.merge_range(*merged)
        if hidden is not None:
            sheet.set_column(hidden, hidden, None, None, {"hidden": True})
    return path.read_bytes()


def test_a_merged_figure_is_nobodys_in_any_table(tmp_path: Path, capsys: Run) -> None:
    told = "merged cell"
    wards = [WARDS, ("A", 20, "akut", "H"), ("B", None, "akut", "H")]
    faults = read_wards(a_book(tmp_path / "w.xlsx", wards, (1, 1, 2, 1, 20))).faults
    assert [(one.row, told in one.message.en) for one in faults] == [(2, True), (3, True)]
    rates = [RATES, *((code, 2, 1, 1, 1, 1) for code in CODES)]
    with pytest.raises(RatesError, match=told):
        parse_rates(a_book(tmp_path / "r.xlsx", rates, (1, 2, 2, 2, 5)))
    levels = [TARGETS, *(("v2", "", "somatic", stream, "", "", 85, "2026-01-01", "", "x")
                         for stream in ("acute", "planned"))]  # fmt: skip
    with pytest.raises(TableRefused) as refused:
        read_table(a_book(tmp_path / "t.xlsx", levels, (1, 6, 2, 6, 85)))
    assert [told in one.message.en for one in refused.value.faults] == [True, True]
    path = tmp_path / "s.xlsx"
    a_book(path, [("Månad", "Värde"), *zip(MONTHS, VALUES, strict=True)], (1, 1, 2, 1, 5))
    code, _, err = spc(capsys, str(path))
    assert (code, "row 2, column Värde: The figure stands in a merged cell" in err) == (2, True)


def test_a_key_merged_over_its_rows_is_that_of_each(tmp_path: Path, capsys: Run) -> None:
    wards = [(*WARDS[:3], "Sjukhus"), ("A", 20, "akut", "H"), ("B", 18, "akut", None)]
    found = read_wards(a_book(tmp_path / "w.xlsx", wards, (1, 3, 2, 3, "H")))
    assert [(one.name, one.hospital) for one in found.wards] == [("A", "H"), ("B", "H")]
    years = [("År", "Månad", "Värde"), *((2024, number, 5.0) for number in range(1, 13))]
    path = tmp_path / "y.xlsx"
    a_book(path, years, (1, 0, 12, 0, 2024))
    assert spc(capsys, str(path))[0] == 0


def test_a_hidden_column_is_left_out_and_said(tmp_path: Path, capsys: Run) -> None:
    path = tmp_path / "s.xlsx"
    rows = [("Månad", "y", "Värde"), *((m, 99, v) for m, v in zip(MONTHS, VALUES, strict=True))]
    a_book(path, rows, hidden=1)
    code, out, err = spc(capsys, str(path))
    assert (code, json.loads(out)["points"][0]["y"]) == (0, 5.1)
    assert "Hidden columns were not read: y" in err
