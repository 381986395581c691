"""The seven areas of the agreement, what Vårdanalys said, and whom it asked."""

from dataclasses import replace

import pytest

from dashboard.effects.agreement import NO_MEASURE, area_table, areas, yearly
from dashboard.effects.evaluations_published import conclusions, respondents
from dashboard.indicators.registry import OVERCROWDING
from dashboard.ingest.embedded import reference
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import default_view

AREAS = areas(reference())


@pytest.mark.parametrize("lang", LANGS)
def test_each_of_the_seven_areas_has_its_indicators_or_says_that_there_is_none(
    dataset: Dataset, lang: Lang
) -> None:
    assert len(AREAS) == 7
    found = area_table(dataset, default_view(dataset), lang)
    assert {row[0] for row in found.grid.rows} == {area.name.in_(lang) for area in AREAS}
    for area in AREAS:
        rows = [row for row in found.grid.rows if row[0] == area.name.in_(lang)]
        assert len(rows) == max(1, len(area.indicators))
        if not area.indicators:
            assert rows[0][1] == NO_MEASURE.in_(lang)
            assert rows[0][-1] == area.reason.in_(lang) != ""


def test_the_years_are_those_published(dataset: Dataset) -> None:
    known = yearly(dataset, default_view(dataset), OVERCROWDING)
    assert (known["2023"], known["2025"]) == (6.7, 5.1)
    own = yearly(dataset, replace(default_view(dataset), region="08"), OVERCROWDING)
    assert own["2025"] == 0.4


def test_a_direction_follows_the_indicator_and_not_the_sign(dataset: Dataset) -> None:
    rows = {row[1]: row for row in area_table(dataset, default_view(dataset), "sv").grid.rows}
    assert rows["Överbeläggningar"][-1] == "bättre (−1,6)"
    assert rows["Operation i tid"][-1].startswith("sämre (−")


def test_every_conclusion_has_a_source_and_says_how_it_is_known() -> None:
    assert {one.year for one in conclusions(reference())} == {2025, 2026}
    for one in conclusions(reference()):
        assert one.source.publisher.startswith("Vårdanalys")
        # What cannot be followed to its page is marked as known at second hand.
        assert one.secondary or one.source.url


def test_those_asked_are_counted_and_their_answers_found_or_said_to_be_missing() -> None:
    assert {one.key: one.answered for one in respondents(reference())} == {
        "coordinators": 183,
        "managements": 18,
    }
    for one in respondents(reference()):
        if one.better is None:
            assert one.reason.sv
    # Of whom no view is known it is said why, and nothing is put in its place.
    (managements,) = [one for one in respondents(reference()) if one.key == "managements"]
    assert "har inte hittats i öppna källor" in managements.reason.sv
    assert "Nothing is assumed instead" in managements.reason.en
