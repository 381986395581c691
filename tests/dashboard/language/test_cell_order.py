"""Cells are ordered by what they say: numbers by size, months by time, words as in a register."""

import pytest

from dashboard.language.cell_order import is_numeric, order
from dashboard.language.text import Lang


@pytest.mark.parametrize(
    ("lang", "cells", "numeric"),
    [
        ("sv", ["2\u00a0001 (1\u00a0900–2\u00a0100)", "–", "15,4 %", "\u22123", "+1,2"], True),
        ("en", ["2,001 (1,900–2,100)", "–", "15.4%", "\u22123", "+1.2"], True),
        ("sv", ["december 2024", "januari 2025", "", "februari 2024"], False),
        ("en", ["Dec 2024", "Jan 2025", "", "Feb 2024"], False),
        ("sv", ["Östergötland", "Örebro", "Ängelholm", "–", "Gotland"], False),
    ],
)
def test_what_a_column_holds_is_told_by_its_cells(
    lang: Lang, cells: list[str], numeric: bool
) -> None:
    assert is_numeric(cells, lang) is numeric


def test_numbers_are_ordered_by_size_and_nothing_stands_last_both_ways() -> None:
    cells = ["2\u00a0001", "–", "15,4 %", "\u22123 (\u22125 till 1)", "+1,2", ""]
    up = order(cells, "sv", descending=False)
    down = order(cells, "sv", descending=True)
    assert [cells[one] for one in up[:4]] == [cells[3], "+1,2", "15,4 %", "2\u00a0001"]
    assert down[:4] == up[:4][::-1]
    assert set(up[4:]) == set(down[4:]) == {1, 5}


def test_months_are_ordered_by_time_and_words_by_letter() -> None:
    months = ["december 2024", "januari 2025", "februari 2024"]
    assert order(months, "sv", descending=False) == [2, 0, 1]
    days = ["12 maj 2024", "2 maj 2024", "30 april 2024"]
    assert order(days, "sv", descending=False) == [2, 1, 0]
    names = ["Örebro", "Ängelholm", "Åre", "Gotland"]
    assert [names[one] for one in order(names, "sv", descending=False)] == [
        "Gotland", "Åre", "Ängelholm", "Örebro",
    ]  # fmt: skip


def test_equal_cells_keep_their_places() -> None:
    assert order(["1", "1", "1"], "en", descending=True) == [0, 1, 2]
