"""Cells: numbers as people write them, marks that nothing was reported, months and regions."""

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from dashboard.imports.months import is_month, month
from dashboard.reference.regions import CODES, REGIONS
from dashboard.spreadsheets.cells import is_missing, number
from dashboard.spreadsheets.faults import Wrong
from dashboard.spreadsheets.region_names import region


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("5,9", 5.9), ("5.9", 5.9), ("1 234", 1234), ("1\u00a0234,5", 1234.5),
        ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1,234,567", 1_234_567), ("\u22125", -5),
        ("1e3", 1000), ("0", 0), (4.0, 4), (" 12 ", 12),
    ],
)  # fmt: skip
def test_a_number_is_read_with_either_decimal_sign(cell: str | float, value: float) -> None:
    assert number(cell) == value


@given(st.decimals(-10_000_000, 10_000_000, places=3), st.sampled_from(["sv_SE", "en_GB"]))
def test_a_number_with_three_decimals_written_in_either_country_reads_back(
    value: object, locale: str
) -> None:
    # A thousands sign and a decimal sign tell each other apart only where both can stand.
    assert number(format_decimal(value, "#,##0.0##", locale=locale)) == float(str(value))


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("NaN", "finite"), ("-inf", "finite"), ("1e999", "finite"), (float("inf"), "finite"),
        ("tolv", "number"), ("1 2", "number"), ("5,9,1", "number"), ("1_000", "number"),
        ("١٢", "number"), ("=1+1", "formula"), ("#DIV/0!", "error_cell"), ("TRUE", "number"),
    ],
)  # fmt: skip
def test_what_is_no_finite_number_is_told_so(cell: str | float, rule: str) -> None:
    with pytest.raises(Wrong) as told:
        number(cell)
    assert told.value.rule == rule


@pytest.mark.parametrize("cell", [None, "", "  ", "-", "–", "Ej deltagit", "N/A", "..", "Saknas"])
def test_a_mark_of_nothing_reported_is_missing(cell: str | None) -> None:
    assert is_missing(cell)


@pytest.mark.parametrize("cell", ["0", 0.0, "NaN", "x"])
def test_zero_is_not_missing(cell: str | float) -> None:
    assert not is_missing(cell)


@pytest.mark.parametrize(
    "cell",
    ["2025-10", "202510", 202510.0, "2025M10", "2025/10", "10/2025", "okt 2025", "Oktober 2025",
     "OKT. 2025", "okt-25", "2025 oktober", "2025-10-31", "31.10.2025", "2025-10-31T00:00:00",
     "October 2025", "2025-10-31 00:00:00"],
)  # fmt: skip
def test_a_month_is_read_in_its_usual_spellings(cell: str | float) -> None:
    assert month(cell) == "2025-10"


@pytest.mark.parametrize(
    "cell", ["2025-13", "2025-00", "1234", "0114", "Halland", "", "2025", "3025-10"]
)
def test_what_is_no_month_is_told_so(cell: str) -> None:
    assert not is_month(cell)


def test_a_thirteenth_month_is_named() -> None:
    with pytest.raises(Wrong, match="month 13, but a year has twelve"):
        month("2025-13")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("VGR", "14"), ("Västra Götalandsregionen", "14"), ("vastra gotaland", "14"),
        ("0014", "14"), (14.0, "14"), ("14 Västra Götalands län", "14"), (4.0, "04"),
        ("Sörmland", "04"), ("Region Sörmland", "04"), ("Södermanlands län", "04"),
        ("Jämtland Härjedalen", "23"), ("Jämtland/Härjedalen", "23"), ("Region Skåne", "12"),
        ("Region Jönköpings län", "06"), ("KALMAR LÄN", "08"), ("Riket", "00"), ("0000", "00"),
        ("Hela landet", "00"), ("O\u0308stergo\u0308tland", "05"),
    ],
)  # fmt: skip
def test_a_region_is_known_by_any_of_its_names(cell: str | float, code: str) -> None:
    assert region(cell) == code


@pytest.mark.parametrize("one", REGIONS, ids=lambda one: one.code)
def test_every_region_is_known_by_code_name_and_number(one: object) -> None:
    code, name = one.code, one.name.sv  # type: ignore[attr-defined]
    spelled = (code, f"00{code}", name, f"Region {name}", name.upper())
    assert [region(cell) for cell in spelled] == [code] * 5


def test_the_old_numbers_hold_only_for_their_own_source() -> None:
    olds = ["10", "12", "13", *map(str, range(21, 25)), "26", "27", "41", "42", "51",
            *map(str, range(54, 58)), *map(str, range(61, 66))]  # fmt: skip
    assert sorted(region(old, "vantetider") for old in olds) == sorted(CODES)
    assert region("10", "vantetider") == "01"
    assert region("10") == "10"


@pytest.mark.parametrize(
    ("cell", "words"),
    [("Skaane", "Was Skåne meant"), ("Narnia", "county code"), ("VÃ¤stra", "garbled"),
     ("99", "county code")],
)  # fmt: skip
def test_an_unknown_region_is_told_what_to_do(cell: str, words: str) -> None:
    with pytest.raises(Wrong, match=words):
        region(cell)
