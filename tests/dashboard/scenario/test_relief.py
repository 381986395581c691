"""Relief between regions: room and lack by the limits, the near first, Gotland by air."""

from dataclasses import replace
from typing import Literal

import pytest

from dashboard.figures.arrow_map import ArrowMap
from dashboard.figures.painting import Blank
from dashboard.language.text import Lang
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.scenario import relief_words
from dashboard.scenario.relief import Position, relief
from dashboard.scenario.relief_limits import Limits
from dashboard.scenario.relief_picture import relief_picture
from dashboard.scenario.relief_shares import on_days, shares, within_estimates
from dashboard.statistics.quasi_points import POINTS, Spread, exactly, normal_points
from dashboard.view.view import View
from tests.each import each

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
    assert relief(positions, Limits(flights=True)).unmet == ()


def test_small_transfers_are_left_out() -> None:
    positions = {"01": Position(100, 112), "03": EMPTY, "04": Position(100, 88)}
    assert {one.patients for one in relief(positions).transfers} == {10, 2}
    found = relief(positions, Limits(smallest=5))
    assert {one.patients for one in found.transfers} == {10}
    assert found.unmet == (("01", 2),)


def test_nobody_lacks_room() -> None:
    found = relief({"01": EMPTY, "03": EMPTY})
    assert (found.transfers, found.unmet, found.patient_km) == ((), (), 0)


def test_an_unknown_region_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no region 00"):
        relief({"00": FULL})


@pytest.mark.parametrize("given", [{"safe": 90}, {"within_km": 0}, {"smallest": 0}])
def test_impossible_limits_are_refused(given: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"must|at least"):
        Limits(**given)  # type: ignore[arg-type]


def test_of_estimates_only_the_pairs_that_most_places_use_are_told() -> None:
    beds = {"01": 1000.0, "03": 500.0, "04": 500.0}
    spread = {
        # Lacks room in nine places of ten, and the nearest has it in all.
        "01": Spread(1.03, 1.00, 1.06), "03": Spread(0.80, 0.79, 0.81), "04": exactly(0.95),
    }  # fmt: skip
    found = within_estimates(beds, spread)
    (pair,) = found.transfers
    assert (pair.sender, pair.receiver) == ("01", "03")
    assert pair.used_in == found.any_in == pytest.approx(0.9, abs=0.005)
    # Of the 900 places the middle one: the quantile 0.55 of the sender.
    assert pair.patients == pytest.approx(33, abs=1)
    rarely = within_estimates(beds, {**spread, "01": Spread(0.99, 0.96, 1.02)})
    assert rarely.transfers == ()
    assert rarely.any_in == pytest.approx(0.31, abs=0.05)


def test_the_shares_are_those_of_solving_every_point_alone() -> None:
    positions = {"01": Position(1000, 1010), "03": Position(400, 350), "04": Position(300, 265),
                 "19": Position(250, 252), "09": Position(60, 50)}  # fmt: skip
    limits = Limits(smallest=3)
    codes, used = list(positions), dict[tuple[str, str], int]()
    days = 0
    for at in range(POINTS):
        places = {
            code: Position(one.beds, one.patients + one.patients**0.5 * float(z[at]))
            for code, one in positions.items()
            for z in (normal_points(CODES.index(code)),)
        }
        moved = relief(places, limits).transfers
        days += bool(moved)
        for one in moved:
            used[one.sender, one.receiver] = used.get((one.sender, one.receiver), 0) + 1
    found = on_days(positions, limits)
    assert found.any_in == days / POINTS
    assert set(codes) >= {one.sender for one in found.transfers}
    for one in each(found.transfers):
        assert one.used_in == used[one.sender, one.receiver] / POINTS
    assert found.transfers == tuple(
        replace(one, used_in=used[one.sender, one.receiver] / POINTS)
        for one in relief(positions, limits).transfers
    )


def test_what_no_plan_can_use_in_most_places_is_known_without_solving() -> None:
    beds = {"01": 1000.0, "03": 500.0, "04": 500.0}
    spread = {"01": Spread(0.99, 0.96, 1.02), "03": Spread(0.80, 0.79, 0.81), "04": exactly(0.88)}
    same = normal_points(0)
    patients = {code: beds[code] * one.at(same) for code, one in spread.items()}
    found, solved = within_estimates(beds, spread), shares(beds, patients)
    assert (found.transfers, found.any_in) == (solved.in_most, solved.any_in) == ((), found.any_in)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_month_in_which_no_pair_is_used_in_most_places_says_so(
    dataset: Dataset, lang: Lang
) -> None:
    view = View("overcrowding", "2025-12", "14")
    assert relief_words.grid(dataset, view, lang).rows == ()
    said = {"sv": "inget par används i de flesta lägen", "en": "no pair is used in most places"}
    assert said[lang] in relief_words.title(dataset, view, lang)
    assert {"sv": "någon flyttas i", "en": "somebody is moved in"}[lang] in relief_words.sentence(
        dataset, view, lang
    )
    assert isinstance(relief_picture(dataset, view, lang).chart, Blank)


@pytest.mark.parametrize("data", ["example", "estimated"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_in_how_many_of_1_000_points_each_pair_is_used_is_told(
    dataset: Dataset, data: Literal["example", "estimated"], lang: Lang
) -> None:
    shown, view = dataset.showing(data), View("overcrowding", "2025-07", "14", data=data)
    plan = relief_words.relief_plan(shown, view)
    assert plan is not None
    told = relief_words.grid(shown, view, lang)
    assert {"sv": "Används, av 1 000", "en": "Used, of 1,000"}[lang] in [
        one.replace("\xa0", " ") for one in told.heads
    ]
    for one, row in each(zip(plan.transfers, told.rows, strict=True)):
        assert one.used_in is not None
        assert row[3] == relief_words.of_points(one.used_in, lang)
        assert data == "example" or one.used_in > 0.5
    (first, *_) = relief_picture(shown, view, lang).table.rows
    assert relief_words.of_points(plan.transfers[0].used_in, lang) in first


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
