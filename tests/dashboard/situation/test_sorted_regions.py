"""The regional table in the order that the address names, by any column, both ways."""

import re
from dataclasses import replace

import pytest

from dashboard.language.collation import in_order
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.situation.regional_table import region_table
from dashboard.view.sort_choice import pressed, sort_choice
from dashboard.view.view import default_view, parse
from layouts.overview.region_table import region_table as drawn
from tests.each import each

# The numbers of a row beside the name and the dumbbell, by column.
PLACES = {1: 0, 2: 1, 4: 2, 5: 3, 6: 4, 7: 5}


SORTS = [f"{column}-{way}" for column in range(8) for way in ("asc", "desc")]


@pytest.mark.parametrize("word", SORTS)
@pytest.mark.parametrize("data", ["estimated", "published"])
def test_rows_stand_by_the_column_and_sweden_first(dataset: Dataset, word: str, data: str) -> None:
    shown = dataset.showing(data)
    view = replace(default_view(shown, data=data), sort=word)
    rows = region_table(shown, view, "sv").rows
    chosen = sort_choice(word)
    assert chosen is not None
    assert len(rows) == 22
    assert rows[0].code == SWEDEN
    if chosen.column == 0:
        names = [in_order(row.name, "sv") for row in rows[1:]]
        assert names == sorted(names, reverse=chosen.descending)
        return
    if chosen.column == 3:
        pairs = [row.numbers[:2] for row in rows[1:]]
        found = [None if None in pair else pair[0] - pair[1] for pair in pairs]
    else:
        found = [row.numbers[PLACES[chosen.column]] for row in rows[1:]]
    known = [one for one in found if one is not None]
    assert found[: len(known)] == sorted(known, reverse=chosen.descending)


def test_every_heading_is_a_button_whose_word_the_address_understands(dataset: Dataset) -> None:
    view = replace(default_view(dataset), sort="4-desc")
    page = drawn(region_table(dataset, view, "sv"), dataset, view, "sv")
    words = re.findall(r'formaction="#table" name="sort" type="submit" value="([^"]*)"', page)
    assert len(words) == 8
    for column, word in each(enumerate(words)):
        assert word == pressed(column, sort_choice(view.sort)).word
        assert parse({"sort": word}, dataset).view == replace(default_view(dataset), sort=word)
    assert page.count("aria-sort=") == 1
    assert 'aria-sort="descending"' in page
    given = drawn(region_table(dataset, default_view(dataset), "sv"), dataset,
                  default_view(dataset), "sv")  # fmt: skip
    assert "aria-sort" not in given


def test_a_second_press_turns_the_order() -> None:
    first = pressed(4, None)
    assert first.word == "4-desc"
    assert pressed(4, first).word == "4-asc"
    assert pressed(0, first).word == "0-asc"
