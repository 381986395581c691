"""Better and alike are the peers that are better in two measures by more than chance."""

import math
from dataclasses import replace

import pytest

from dashboard.comparison.better_peers import LEAST, better_alike, grid, title
from dashboard.comparison.comparison import comparison
from dashboard.indicators.registry import OVERCROWDING
from dashboard.language.text import LANGS
from dashboard.peers.peers import peers_of
from dashboard.releases.dataset import Dataset
from dashboard.values.trends import of_indicator
from dashboard.view.view import View
from tests.builders import an_example
from tests.each import each

LAST = View(OVERCROWDING.key, "2025-12", "14")


def test_each_is_a_peer_and_told_apart_in_each_of_its_measures(dataset: Dataset) -> None:
    found = better_alike(dataset, LAST)
    assert found
    assert {one.region for one in found} <= set(peers_of(dataset, "14", "similar"))
    for one in found:
        assert len(one.measures) >= LEAST
        for indicator, value, own in one.measures:
            side = comparison(dataset, of_indicator(LAST, indicator.key))
            assert value < own
            assert side.apart(side.of("14"), side.of(one.region))


def test_a_difference_that_chance_explains_is_not_better() -> None:
    # No two years are alike, so that none of it is taken for season.
    shaky = [1 + 0.4 * math.sin(2.3 * i) for i in range(36)]
    over: dict[str, float | list[float]] = {"14": [4 * one for one in shaky], "12": 3.9}
    out: dict[str, float | list[float]] = {"14": [2 * one for one in shaky], "12": 1.95}
    alike = an_example(over=over, out=out)
    view = replace(LAST, peers="12")
    assert better_alike(alike, view) == ()
    assert title(alike, view, "sv").startswith("Ingen av de jämförda")
    clear = an_example(over={"14": 4.0, "12": 2.0}, out={"14": 2.0, "12": 1.0})
    [one] = better_alike(clear, view)
    assert one.region == "12"


def test_years_are_better_by_their_values_alone(dataset: Dataset) -> None:
    view = replace(LAST, period="2024", data="published")
    for one in each(better_alike(dataset, view)):
        assert all(value < own for _, value, own in each(one.measures))


def test_the_grid_has_the_region_first_and_marks_what_is_better(dataset: Dataset) -> None:
    found = grid(dataset, LAST, "sv")
    assert found.rows[0][0] == "Västra Götaland"
    assert not any("bättre" in cell for cell in found.rows[0])
    for row in found.rows[1:]:
        assert sum("✓ bättre" in cell for cell in row) >= LEAST
    assert len({len(row) for row in found.rows} | {len(found.heads) + 1}) == 1


def test_a_measure_of_other_care_says_so(dataset: Dataset) -> None:
    heads = grid(dataset, replace(LAST, care="psychiatric"), "sv").heads
    assert [", somatisk vård" in head for head in heads] == [False, True, True, False, False]


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_region_it_asks_for_one(dataset: Dataset, lang: str) -> None:
    country = replace(LAST, region="00")
    assert better_alike(dataset, country) == ()
    assert grid(dataset, country, lang).rows == ()  # type: ignore[arg-type]
    assert title(dataset, country, lang)  # type: ignore[arg-type]
