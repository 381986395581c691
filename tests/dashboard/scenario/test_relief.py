"""Relief between regions: room and lack by the limits, the near first, Gotland by air."""

import pytest

from dashboard.figures.arrow_map import ArrowMap
from dashboard.figures.painting import Blank
from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset
from dashboard.scenario import relief_words
from dashboard.scenario.relief import Position, relief
from dashboard.scenario.relief_picture import relief_picture
from dashboard.scenario.relief_shares import pairs_used_in_most
from dashboard.statistics.quasi_points import Spread, exactly
from dashboard.view.view import View

FULL, EMPTY = Position(100, 110), Position(100, 80)


def moved(**positions: Position) -> dict[tuple[str, str], int]:
    found = relief({code[1:]: one for code, one in positions.items()})
    return {(one.sender, one.receiver): one.patients for one in found.transfers}


def test_the_nearest_with_room_takes_them() -> None:
    assert moved(r01=FULL, r03=EMPTY, r25=EMPTY) == {("01", "03"): 10}


def test_what_the_nearest_cannot_take_the_next_does_within_the_distance() -> None:
    found = relief({"01": Position(100, 125), "03": EMPTY, "04": EMPTY, "25": EMPTY})
    taken = {one.receiver: one.patients for one in found.transfers}
    assert (sum(taken.values()), found.unmet) == (20, (("01", 5),))
    assert taken == {"03": 10, "04": 10}


def test_both_occupancies_after_are_told() -> None:
    (one,) = relief({"01": FULL, "03": EMPTY}).transfers
    assert (one.sender_occupancy, one.receiver_occupancy) == (pytest.approx(1), pytest.approx(0.9))
    assert one.km == pytest.approx(1.3 * 63.6)


def test_gotland_takes_part_by_air_only() -> None:
    positions = {"09": FULL, "01": EMPTY}
    assert relief(positions).unmet == (("09", 10),)
    assert relief(positions, flights=True).unmet == ()


def test_small_transfers_are_left_out() -> None:
    positions = {"01": Position(100, 112), "03": EMPTY, "04": Position(100, 88)}
    assert {one.patients for one in relief(positions).transfers} == {10, 2}
    found = relief(positions, smallest=5)
    assert {one.patients for one in found.transfers} == {10}
    assert found.unmet == (("01", 2),)


def test_nobody_lacks_room() -> None:
    found = relief({"01": EMPTY, "03": EMPTY})
    assert (found.transfers, found.unmet, found.patient_km) == ((), (), 0)


@pytest.mark.parametrize(
    ("positions", "given"),
    [({"00": FULL}, {}), ({"01": FULL}, {"safe": 90}), ({"01": FULL}, {"within_km": 0}),
     ({"01": FULL}, {"smallest": 0})],
)  # fmt: skip
def test_the_impossible_is_refused(positions: dict[str, Position], given: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"there is no region|must|at least"):
        relief(positions, **given)  # type: ignore[arg-type]


def test_of_estimates_only_the_pairs_that_most_places_use_are_told() -> None:
    beds = {"01": 1000.0, "03": 500.0, "04": 500.0}
    spread = {
        # Lacks room in nine places of ten, and the nearest has it in all.
        "01": Spread(1.03, 1.00, 1.06), "03": Spread(0.80, 0.79, 0.81), "04": exactly(0.95),
    }  # fmt: skip
    (pair,) = pairs_used_in_most(beds, spread, relief)
    assert (pair.sender, pair.receiver) == ("01", "03")
    assert pair.used_in == pytest.approx(0.9, abs=0.005)
    # Of the 900 places the middle one: the quantile 0.55 of the sender.
    assert pair.patients == pytest.approx(33, abs=1)
    rarely = {**spread, "01": Spread(0.99, 0.96, 1.02)}
    assert pairs_used_in_most(beds, rarely, relief) == ()


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_map_has_an_arrow_for_each_row_of_the_table(dataset: Dataset, lang: Lang) -> None:
    example = dataset.showing("example")
    view = View("overcrowding", "2025-07", "14", data="example")
    plan = relief_words.relief_plan(example, view)
    picture = relief_picture(example, view, lang)
    assert plan is not None
    assert isinstance(picture.chart, ArrowMap)
    drawn = [(one.sender, one.receiver, one.patients) for one in picture.chart.arrows]
    assert drawn == [(one.sender, one.receiver, one.patients) for one in plan.transfers]
    assert len(picture.table.rows) == len(drawn) == len(relief_words.grid(example, view, lang).rows)
    assert {"sv": "För planering", "en": "For planning"}[lang] in picture.sentence
    # Estimated months draw nothing.
    assert isinstance(
        relief_picture(dataset, View("overcrowding", "2025-07", "14"), lang).chart, Blank
    )
