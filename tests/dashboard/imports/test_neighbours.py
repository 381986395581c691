"""Near relatives of files that were once read wrongly: each has its right value or is refused."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.dashboard.imports.found import HEAD, RATES, beds, figures, rules

BED_DAYS = "Region;Månad;Disponibla vårdplatsdygn"


@pytest.mark.parametrize("space", ["\u2009", "\u202f", "\u2007", "\u00a0", " ", "'", "\u2019"])
def test_a_space_or_an_apostrophe_parts_thousands(read_in: Any, space: str) -> None:
    found = read_in(f"{HEAD}\nSkåne;2025-10;2{space}082,5")
    assert (rules(found), beds(found, "12")) == ([], 2082.5)


@pytest.mark.parametrize("separator", [";", "\t", "|"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_any_usual_separator_with_quotes_or_without(
    read_in: Any, separator: str, quote: str
) -> None:
    rows = [HEAD.split(";"), ["Skåne", "2025-10", "2 082,5"]]
    text = "\n".join(separator.join(f"{quote}{cell}{quote}" for cell in row) for row in rows)
    assert beds(read_in(text), "12") == 2082.5


@pytest.mark.parametrize("cell", ["96,5 %", "96.5%", "96,5\u202f%", "96,5"])
def test_a_sign_of_per_cent_in_a_cell_is_per_cent(read_in: Any, cell: str) -> None:
    found = read_in(f"{RATES}\nSkåne;2025-10;2082;{cell}")
    assert (rules(found), figures(found)["12", "2025-10", "occupancy_pct"]) == ([], 96.5)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"Disponibla vårdplatser, tusental;;\n{HEAD}\nSkåne;2025-10;2,082", 2082),
        (f"{HEAD} (tusental)\nSkåne;2025-10;2,08", 2080),
        (f"{HEAD} i tusental\nSkåne;2025-10;2,082", 2082),
        (f"Enhet: 1 000-tal;;\n{BED_DAYS}\nSkåne;2025-10;64,542", 2082),
        (f"{BED_DAYS}\n;;tusental\nSkåne;2025-10;64,542", 2082),
        ('Region,Month,"Available beds, thousands"\nSkåne,2025-10,2.082', 2082),
    ],
)
def test_a_unit_of_thousands_is_read_and_said(read_in: Any, text: str, value: float) -> None:
    found = read_in(text)
    assert (rules(found), beds(found, "12")) == ([], value)
    assert "tusental" in found.notices[0].sv


def test_a_rate_is_never_in_thousands_and_a_number_that_is_not_either_is_refused(
    read_in: Any,
) -> None:
    rate = read_in(f"Tusental;;;\n{RATES}\nSkåne;2025-10;2,082;96,5")
    assert figures(rate)["12", "2025-10", "occupancy_pct"] == 96.5
    assert rules(read_in(f"Tusental;;\n{HEAD}\nSkåne;2025-10;2082")) == ["too_large"]


@pytest.mark.parametrize(
    ("cell", "month"),
    [("oktober 2025", "2025-10"), ("okt-25", "2025-10"), ("202510", "2025-10"),
     ("1 oktober 2025", "2025-10"), ("20251031", "2025-10"),
     ("10/2025", "2025-10"), ("2025.10", "2025-10"), ("31.10.2025", "2025-10"),
     ("2025-09-30T22:00Z", "2025-10"), ("2025-09-30 22:00:00 UTC", "2025-10"),
     ("2025-10-01T00:00:00+0200", "2025-10"), ("2025-10-01T00:00:00Z", "2025-10")],
)  # fmt: skip
def test_a_month_in_other_words_is_the_same_month(read_in: Any, cell: str, month: str) -> None:
    found = read_in(f"{HEAD}\nSkåne;{cell};2082")
    assert (rules(found), {key[1] for key in figures(found)}) == ([], {month})


@pytest.mark.parametrize(
    "cell",
    [
        "2025-09-31",
        "2025-10-00",
        "2025-10-45",
        "2025-02-29",
        "45931",
        "2025 Q3",
        "25-10",
        "20251032",
        "32 oktober 2025",
    ],
)
def test_what_is_no_day_or_no_month_is_refused(read_in: Any, cell: str) -> None:
    (fault,) = read_in(f"{HEAD}\nSkåne;{cell};2082").faults
    assert (fault.rule, fault.row, fault.column, fault.value) == ("month", 2, "Månad", cell)


def test_a_title_with_two_months_says_of_no_figure_which_it_is(read_in: Any) -> None:
    text = "Vårdplatser, september 2025, oktober 2025;\nRegion;Disponibla vårdplatser\nSkåne;2082"
    assert rules(read_in(text)) == ["no_month"]
    one = read_in(text.replace("september 2025, ", ""))
    assert beds(one, "12") == 2082


@pytest.mark.parametrize("mark", ["3–5", "2-9", "<10", "≤4", "färre än 5"])
def test_a_range_is_a_number_withheld(read_in: Any, mark: str) -> None:
    found = read_in(f"{HEAD};Överbelagda patienter\nSkåne;2025-10;2082;{mark}")
    assert [(one.rule, one.value) for one in found.faults] == [("suppressed", mark)]


@pytest.mark.parametrize("dash", ["-", "–", "—", "\u2212"])
def test_any_dash_is_asked_about(read_in: Any, dash: str) -> None:
    found = read_in(f"{HEAD};Överbelagda patienter\nSkåne;2025-10;2082;{dash}")
    assert rules(found) == ["dash"]


def test_a_total_at_the_end_is_the_country_and_never_a_region(read_in: Any) -> None:
    rows = f"{HEAD}\nSkåne;2025-10;2082\nHalland;2025-10;397\n"
    for name in ("Riket", "Totalt", "Hela riket", "Sverige"):
        found = read_in(f"{rows}{name};2025-10;2479")
        assert (rules(found), found.collected.count) == ([], 2), name
    # Two regions alone have more beds than this.
    assert rules(read_in(f"{rows}Riket;2025-10;1500")) == ["country"]


def test_a_workbook_ends_as_its_csv_does(read_in: Any, tmp_path: Path) -> None:
    rows = [HEAD.split(";"), ["Skåne", 202510, "2\u202f082,5"], ["Halland", 2025.1, 397]]
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as book:
        sheet = book.add_worksheet("Data")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    found = read_in((tmp_path / "b.xlsx").read_bytes(), "b.xlsx")
    assert beds(found, "12") == 2082.5
    assert [(one.rule, one.row) for one in found.faults] == [("two_months", 3)]


@pytest.mark.parametrize(
    ("name", "code"),
    [("Hallands läns landsting", "13"), ("Landstinget i Skåne", "12"),
     ("Kalmar läns landsting", "08"), ("landstinget Gävleborg", "21")],
)  # fmt: skip
def test_a_county_council_is_the_region_it_became(read_in: Any, name: str, code: str) -> None:
    found = read_in(f"Landsting;Överbeläggningar per 100\n{name};5", "2016-01.csv")
    assert rules(found) == ["no_month"]
    rows = {"13": 397, "12": 2082, "08": 390, "21": 420}
    assert beds(read_in(f"{HEAD}\n{name};2025-10;{rows[code]}"), code) == rows[code]


@pytest.mark.parametrize(
    ("title", "meant"),
    [("Beläggning", "Beläggning %"), ("Vårddyng", "Vårddygn"), ("Regin", "Region"),
     ("Överbeläggningar i promille", "Överbeläggningar per 100")],
)  # fmt: skip
def test_a_heading_is_advised_as_a_person_writes_it(read_in: Any, title: str, meant: str) -> None:
    (fault, *_) = read_in(f"{HEAD};{title}\nSkåne;2025-10;2082;5").faults
    assert f"Menades ”{meant}”?" in fault.message.sv


def test_digits_beyond_a_comma_without_quotes_are_no_figure_of_their_own(read_in: Any) -> None:
    found = read_in("Region,Month,Available beds\nSkåne,2025-10,2,082\nHalland,2025-10,397")
    (fault,) = found.faults
    assert (fault.rule, fault.row, fault.value) == ("no_heading", 2, "082")
    assert ("12", "2025-10", "bed_days") not in figures(found)
    assert beds(found, "13") == 397
    quoted = read_in('Region,Month,Available beds\nSkåne,2025-10,"2,082"\nHalland,2025-10,397')
    assert rules(quoted) == ["two_readings"]
    # A word to the right is a note.
    assert rules(read_in(f"{HEAD}\nSkåne;2025-10;2082;kontrollerad")) == []


def test_a_rate_of_the_country_is_held_against_the_country_as_it_is_known(read_in: Any) -> None:
    rows = "Region;Månad;Överbeläggningar per 100\nSkåne;2025-10;5,6\nHalland;2025-10;2,5"
    (asked,) = read_in(f"{rows}\nRiket;2025-10;44").questions
    assert (asked.rule, asked.stops) == ("country", True)
    assert "44" in asked.message.sv
    assert "i utgåvan" in asked.message.sv
    assert read_in(f"{rows}\nRiket;2025-10;4,5").questions == []
    some = f"{HEAD}\nSkåne;2025-10;2082\nRiket;2025-10;{{}}"
    assert [one.rule for one in read_in(some.format(159_000)).questions] == ["country"]
    assert read_in(some.format(15_900)).questions == []
