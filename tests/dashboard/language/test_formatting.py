"""Numbers and dates as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.formatting import capitalised, date, number, period, share
from dashboard.language.text import LANGS


@pytest.mark.parametrize(
    ("value", "decimals", "sv", "en"),
    [
        (2360, 0, "2\u00a0360", "2,360"),
        (5.94, 1, "5,9", "5.9"),
        (-0.44, 1, "\u22120,4", "\u22120.4"),
        (15_300.5, 1, "15\u00a0300,5", "15,300.5"),
        (-0.04, 1, "0,0", "0.0"),
        (0, 0, "0", "0"),
        (None, 1, "–", "–"),
        (float("nan"), 1, "–", "–"),
    ],
)
def test_numbers_have_the_symbols_of_their_language(
    value: float | None, decimals: int, sv: str, en: str
) -> None:
    assert (number(value, decimals, "sv"), number(value, decimals, "en")) == (sv, en)


def test_a_signed_number_shows_its_direction_and_nothing_has_none() -> None:
    assert number(0.6, 1, "sv", signed=True) == "+0,6"
    assert number(-264, 0, "en", signed=True) == "\u2212264"
    assert number(0.01, 1, "en", signed=True) == "0.0"


@given(st.floats(-1e9, 1e9), st.integers(0, 3), st.sampled_from(LANGS), st.booleans())
def test_a_printed_number_reads_back(
    value: float, decimals: int, lang: object, signed: bool
) -> None:
    text = number(value, decimals, lang, signed=signed)  # type: ignore[arg-type]
    swapped = str.maketrans({"\u00a0": "", "\u2212": "-", ",": "." if lang == "sv" else ""})
    assert float(text.translate(swapped)) == pytest.approx(value, abs=0.5000001 * 10**-decimals)
    assert not text.startswith(("\u22120,0", "\u22120.0")) or float(text.translate(swapped))


def test_periods_and_dates_are_words() -> None:
    assert (period("2025-12", "sv"), period("2025-12", "en")) == ("december 2025", "December 2025")
    assert (period("2025-09", "sv", short=True), period("2025", "en")) == ("sep 2025", "2025")
    assert (date("2023-05-31", "sv"), date("2023-05-01", "en")) == ("31 maj 2023", "1 May 2023")


def test_small_words() -> None:
    assert (share(20, 21, "sv"), share(20, 21, "en")) == ("20 av 21", "20 of 21")
    assert (capitalised("ingen säker förändring"), capitalised("")) == (
        "Ingen säker förändring",
        "",
    )
