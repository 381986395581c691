"""Tables of every shape give the same figures, and the messy workbook those of its clean twin."""

import tracemalloc
from itertools import product
from pathlib import Path

import pytest

from dashboard.imports.headings import is_heading
from dashboard.reference.periods import months_between
from dashboard.reference.regions import CODES
from dashboard.spreadsheets.csv_sheets import delimiter_of
from tests.dashboard.imports.files import (
    GOOD,
    HEADS,
    csv_file,
    messy,
    reading_of,
    rules,
    twin,
    workbook,
)


def test_a_messy_workbook_gives_the_same_figures_as_its_clean_twin(tmp_path: Path) -> None:
    mess, clean = reading_of(messy(tmp_path / "m.xlsx")), reading_of(twin(tmp_path / "t.csv"))
    assert mess.faults == clean.faults == []
    found = list(mess.collected.figures())
    assert found == list(clean.collected.figures())
    assert len(found) == 9
    assert ("14", "2025-10", "somatic", "all", "bed_days", 1234 * 31.0) in found
    assert (mess.missing, clean.missing) == (3, 3)


def test_the_country_is_a_check_and_never_a_region(tmp_path: Path) -> None:
    read = reading_of(messy(tmp_path / "m.xlsx"))
    assert {row[0] for row in read.collected.figures()} == {"12", "14", "23"}
    (october, *_) = [
        one for one in read.country.checks(read.collected) if one.measure == "bed_days"
    ]
    assert (october.stated, october.computed) == (2535 * 31, 2535 * 31)
    # Three regions are not the country, so whether it agrees cannot be said.
    assert (october.regions, october.agrees) == (3, None)


@pytest.mark.parametrize(("stated", "agrees"), [(6.05, True), (6.3, False)])
def test_a_rate_of_the_country_is_held_against_the_ratio_of_sums(
    tmp_path: Path, stated: float, agrees: bool
) -> None:
    heads = ("region", "månad", "disponibla vårdplatser", "överbeläggningar per 100")
    each = [(code, "2025-10", 100 if code != "01" else 1000, 8 if code != "01" else 2.0)
            for code in CODES]  # fmt: skip
    # 20 x 8 + 20 patients over in 3 000 beds; the mean of the rates would be 7,7.
    rows = [heads, *each, ("Riket", "2025-10", None, stated)]
    read = reading_of(csv_file(tmp_path / "r.csv", rows))
    (check,) = read.country.checks(read.collected)
    assert (check.regions, check.agrees) == (21, agrees)


FIGURES = [
    ("12", "2025-10", "somatic", "all", "bed_days", 1234 * 31.0),
    ("12", "2025-10", "somatic", "all", "over_days", 183.0),
    ("13", "2025-10", "somatic", "all", "bed_days", 500 * 31.0),
    ("13", "2025-10", "somatic", "all", "over_days", 15.5),
]
LONG = [
    ("lan", "period", "vård", "vårdform", "mätetal", "värde"),
    *[(r, m, "somatik", "alla", key, v)
      for r, m, beds, over in GOOD for key, v in (("beds", beds), ("over", over))],
]  # fmt: skip
BY_MONTH = [
    ("Överbelagda patienter, somatisk vård",), (), ("Region", "2025-10"),
    *[(r, over) for r, _, _, over in GOOD],
]  # fmt: skip


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_is_read_with_any_delimiter_and_encoding(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    decimal = "." if delimiter == "," else ","
    path = csv_file(tmp_path / "a.csv", [HEADS, *GOOD], delimiter=delimiter, decimal=decimal,
                    encoding=encoding)  # fmt: skip
    read = reading_of(path)
    assert read.faults == []
    # 5,9 patients a day are 182,9 in the month, kept in sixteenths.
    rounded = [(*key, round(value)) for *key, value in read.collected.figures()]
    assert rounded == [(*key, round(value)) for *key, value in FIGURES]


@pytest.mark.parametrize("rows", [[HEADS, *GOOD], LONG], ids=["wide", "long"])
@pytest.mark.parametrize("make", [csv_file, workbook])
def test_long_and_wide_give_the_same_figures(tmp_path: Path, rows: object, make: object) -> None:
    path = make(tmp_path / ("a.csv" if make is csv_file else "a.xlsx"), rows)  # type: ignore[operator]
    read = reading_of(path)
    assert read.faults == []
    assert [row[:5] for row in read.collected.figures()] == [row[:5] for row in FIGURES]


def test_what_the_title_says_holds_for_the_table(tmp_path: Path) -> None:
    read = reading_of(csv_file(tmp_path / "a.csv", BY_MONTH))
    assert [row[:5] for row in read.collected.figures()] == [FIGURES[1][:5], FIGURES[3][:5]]


def test_a_source_is_read_with_its_own_words_and_numbers(tmp_path: Path) -> None:
    rows = [("Region", "År", "Månad", "Överbeläggning", "Utlokaliserade patienter"),
            (10, 2018, "Januari", 4.1, "Ej deltagit"),
            (41, 2018, "Januari", "N/A", 2.2)]  # fmt: skip
    path = csv_file(tmp_path / "v.csv", rows)
    assert list(reading_of(path, "vantetider").collected.figures()) == [
        ("01", "2018-01", "somatic", "all", "over_per_100", 4.1),
        ("12", "2018-01", "somatic", "all", "out_per_100", 2.2),
    ]
    # Under its own words alone the heading could be a count, and nobody guesses.
    assert "column" in rules(path)


def test_care_and_stream_are_read_from_headings_and_cells(tmp_path: Path) -> None:
    rows = [("Region", "Månad", "Vårdplatser (akut)", "Vårdplatser (planerad)"),
            ("Skåne", "2025-10", 900, 300)]  # fmt: skip
    found = list(reading_of(csv_file(tmp_path / "a.csv", rows)).collected.figures())
    assert [row[3:5] for row in found] == [("acute", "bed_days"), ("planned", "bed_days")]
    rows = [("Region", "Månad", "Vård", "Vårdplatser"), ("Skåne", "2025-10", "Psykiatri", 90)]
    (row,) = reading_of(csv_file(tmp_path / "b.csv", rows)).collected.figures()
    assert row[2] == "psychiatric"


def test_two_columns_for_the_region_must_agree(tmp_path: Path) -> None:
    rows = [("Regionkod", *HEADS), ("12", *GOOD[0]), ("14", *GOOD[1])]
    read = reading_of(csv_file(tmp_path / "a.csv", rows))
    assert [(fault.row, fault.rule) for fault in read.faults] == [(3, "region")]


def test_an_unknown_column_is_told_the_nearest_known_one(tmp_path: Path) -> None:
    rows = [(*HEADS[:2], "Disponibla vårdplaster", "Kommentar"), ("Skåne", "2025-10", 5, "bra")]
    (fault,) = reading_of(csv_file(tmp_path / "a.csv", rows)).faults[:1]
    assert (fault.row, fault.rule, fault.column) == (1, "column", "Disponibla vårdplaster")
    assert "Menades ”Disponibla vårdplatser”" in fault.message.sv


@pytest.mark.parametrize(
    ("heads", "rule"),
    [(("Region", "Vårdplatser"), "no_month"), (("Region", "Månad", "Värde"), "no_measure")],
)
def test_a_table_that_does_not_say_what_it_is_of_is_refused(
    tmp_path: Path, heads: tuple[str, ...], rule: str
) -> None:
    rows = [heads, ("Skåne", "2025-10", 5)[: len(heads)]]
    assert rules(csv_file(tmp_path / "a.csv", rows)) == [rule]


def test_the_delimiter_is_that_of_the_headings() -> None:
    assert delimiter_of("Källa, a, b, c, d\nRegion;Månad;Värde\n1,5;2,5;3,5\n", is_heading) == ";"


def test_memory_grows_with_the_months_and_not_with_the_rows(tmp_path: Path) -> None:
    months = months_between("2016-01", "2020-12")
    each = [(code, month, 100) for code, month in product(CODES, months)]
    few = csv_file(tmp_path / "few.csv", [HEADS[:3], *each])
    many = csv_file(tmp_path / "many.csv", [HEADS[:3], *each * 6])
    peaks = []
    reading_of(few)
    for path in (few, many):
        tracemalloc.start()
        reading_of(path)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # The first thousand faults are kept, and nothing else of the rows.
    assert peaks[1] - peaks[0] < 3_000_000
