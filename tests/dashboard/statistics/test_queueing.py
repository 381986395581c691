"""Queues give the values of the methods, stay within their bounds and rise where they must."""

import math

import ciw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.statistics.census import full_risk
from dashboard.statistics.queueing import Model, erlang_b, erlang_b_log, erlang_c, max_occupancy

MODELS: tuple[Model, ...] = ("erlang_b", "erlang_c", "poisson", "normal")
beds = st.integers(1, 400)
risks = st.floats(0.001, 0.6)
shares = st.floats(0.05, 2.0)


@pytest.mark.parametrize(
    ("servers", "load", "blocked"),
    [
        (10, 20, 0.5379631686320729),
        (190, 200, 0.08869684386923561),
        (200, 5, 5.31667137955e-238),
    ],
)
def test_erlang_b_has_the_printed_digits(servers: int, load: float, blocked: float) -> None:
    assert erlang_b(servers, load) == pytest.approx(blocked, rel=1e-11)
    assert erlang_b_log(servers, load) == pytest.approx(blocked, rel=1e-10)


def test_erlang_b_and_c_have_the_published_values() -> None:
    assert erlang_b(132, 123) == pytest.approx(0.0312, abs=5e-5)
    assert erlang_c(132, 123) == pytest.approx(0.3211, abs=5e-5)
    assert erlang_c(12_421, 12_345) == pytest.approx(0.3812, abs=5e-5)
    assert erlang_c(56, 14.8 * 2.9) == pytest.approx(0.0368, abs=5e-5)
    # The values that R and mpmath give where one public implementation does not.
    assert erlang_b(200, 180) == pytest.approx(0.0103, abs=5e-5)
    assert erlang_c(25, 20) == pytest.approx(0.2091, abs=5e-5)
    assert max_occupancy(15, 0.01, "erlang_b").offered_load == pytest.approx(8.108, abs=5e-4)


# The table of docs/methods.md 2.1, to the three digits printed there.
SIZES = (10, 20, 24, 30, 50, 100, 200, 500)
TABLE: dict[tuple[Model, float], tuple[float, ...]] = {
    ("erlang_b", 0.01): (0.442, 0.596, 0.631, 0.671, 0.750, 0.832, 0.890, 0.939),
    ("erlang_b", 0.02): (0.498, 0.646, 0.679, 0.716, 0.789, 0.862, 0.912, 0.953),
    ("erlang_b", 0.05): (0.590, 0.724, 0.753, 0.785, 0.846, 0.905, 0.943, 0.972),
    ("erlang_c", 0.01): (0.408, 0.549, 0.582, 0.620, 0.696, 0.778, 0.840, 0.897),
    ("erlang_c", 0.05): (0.529, 0.650, 0.677, 0.708, 0.769, 0.834, 0.881, 0.924),
    ("poisson", 0.05): (0.543, 0.663, 0.690, 0.720, 0.779, 0.841, 0.887, 0.928),
}  # fmt: skip


@pytest.mark.parametrize(("model", "risk"), TABLE)
def test_the_fullest_units_are_those_of_the_table(model: Model, risk: float) -> None:
    found = [max_occupancy(size, risk, model).occupancy for size in SIZES]
    assert found == pytest.approx(TABLE[model, risk], abs=5.1e-4)


@pytest.mark.parametrize(
    ("model", "risk", "smallest"),
    [("erlang_b", 0.05, 52), ("erlang_b", 0.02, 88), ("erlang_b", 0.01, 121),
     ("erlang_c", 0.01, 229), ("poisson", 0.05, 113)],
)  # fmt: skip
def test_85_per_cent_suits_units_from_the_printed_size(
    model: Model, risk: float, smallest: int
) -> None:
    assert max_occupancy(smallest, risk, model).occupancy >= 0.85
    assert max_occupancy(smallest - 1, risk, model).occupancy < 0.85


@settings(deadline=None)
@given(beds, shares)
def test_the_two_ways_to_erlang_b_agree(servers: int, share: float) -> None:
    load = share * servers
    assert erlang_b_log(servers, load) == pytest.approx(erlang_b(servers, load), rel=1e-9)


@settings(deadline=None)
# Below this share the blocking of the largest units is smaller than any float.
@given(beds, st.floats(0.3, 2.0))
def test_more_beds_block_fewer_and_more_load_blocks_more(servers: int, share: float) -> None:
    load = share * servers
    here = erlang_b(servers, load)
    assert 0 <= erlang_b(servers + 1, load) < here < erlang_b(servers, load * 1.01) <= 1
    assert erlang_c(servers, load) >= here
    assert erlang_c(servers + 1, load) <= erlang_c(servers, load)


@settings(deadline=None)
@given(st.floats(1, 300), st.floats(0.1, 3000))
def test_beds_need_not_be_whole_in_log_space(servers: float, load: float) -> None:
    between = erlang_b_log(servers, load)
    below, above = (erlang_b(size, load) for size in (math.floor(servers), math.ceil(servers)))
    assert above * (1 - 1e-9) <= between <= below * (1 + 1e-9)


def test_a_hundred_thousand_beds_are_no_trouble() -> None:
    assert erlang_b(100_000, 99_000.5) == pytest.approx(erlang_b_log(100_000, 99_000.5), rel=1e-9)
    assert erlang_b(100_000, 300_000) == pytest.approx(2 / 3, abs=1e-5)
    assert erlang_b_log(100_000, 300_000) == pytest.approx(2 / 3, abs=1e-5)
    for model in MODELS:
        assert 0.99 < max_occupancy(100_000, 0.05, model).occupancy < 1


@settings(deadline=None, max_examples=60)
@given(beds, risks, st.sampled_from(MODELS))
def test_larger_units_and_larger_risks_allow_more(size: int, risk: float, model: Model) -> None:
    here = max_occupancy(size, risk, model).occupancy
    assert here > 0
    # At risks so high that units overflow on average, size no longer helps.
    if here < 1:
        assert max_occupancy(size + 1, risk, model).occupancy > here
    assert max_occupancy(size, risk * 1.05, model).occupancy > here


@settings(deadline=None, max_examples=60)
# The order holds for wards and the risks they are planned for, but not for a single bed.
@given(st.integers(6, 400), st.floats(0.001, 0.1))
def test_who_diverts_may_be_fuller_than_who_waits(size: int, risk: float) -> None:
    diverts, crowds, waits = (
        max_occupancy(size, risk, one).occupancy for one in ("erlang_b", "poisson", "erlang_c")
    )
    assert diverts >= crowds * (1 - 1e-12)
    assert crowds >= waits * (1 - 1e-12)


@settings(deadline=None, max_examples=60)
@given(beds, risks)
def test_the_fullest_unit_has_the_risk_asked_for(size: int, risk: float) -> None:
    blocking = max_occupancy(size, risk, "erlang_b")
    assert erlang_b(size, blocking.offered_load) == pytest.approx(risk, rel=1e-9)
    assert blocking.occupancy == pytest.approx(blocking.offered_load * (1 - risk) / size)
    waiting = max_occupancy(size, risk, "erlang_c")
    assert erlang_c(size, waiting.offered_load) == pytest.approx(risk, rel=1e-9)


@settings(deadline=None, max_examples=60)
@given(beds, risks, st.floats(1, 4))
def test_who_takes_everybody_in_has_the_risk_asked_for_too(
    size: int, risk: float, variance: float
) -> None:
    crowded = max_occupancy(size, risk, "poisson", variance).offered_load
    assert full_risk(size, crowded, variance) == pytest.approx(risk, rel=1e-9)
    normal = max_occupancy(size, risk, "normal", variance).offered_load
    assert full_risk(size, normal, variance, "normal") == pytest.approx(risk, rel=1e-9)
    assert max_occupancy(size, risk / 2, "poisson", variance).offered_load < crowded


@pytest.mark.parametrize("risk", [0, 1, -0.1, 1.5, math.nan])
def test_a_risk_must_be_possible(risk: float) -> None:
    with pytest.raises(ValueError, match="risk must be between 0 and 1"):
        max_occupancy(24, risk, "erlang_b")


@pytest.mark.parametrize("size", [0, -3, 2_000_000])
def test_beds_must_be_possible(size: int) -> None:
    for call in (lambda: erlang_b(size, 1), lambda: max_occupancy(size, 0.05, "normal")):
        with pytest.raises(ValueError, match="number of beds must be from 1"):
            call()


@pytest.mark.parametrize("load", [0, -1, math.inf, math.nan])
def test_a_load_must_be_possible(load: float) -> None:
    for call in (erlang_b, erlang_b_log, erlang_c):
        with pytest.raises(ValueError, match="load must be a number above 0"):
            call(24, load)


def test_a_variance_must_be_possible_and_is_not_for_erlang() -> None:
    with pytest.raises(ValueError, match="variance must be above 0"):
        max_occupancy(24, 0.05, "normal", 0)
    with pytest.raises(ValueError, match="has a variance of its own"):
        max_occupancy(24, 0.05, "erlang_b", 1.5)


def test_a_simulated_ward_turns_away_what_erlang_b_says() -> None:
    """An independent walk of 24 beds at 21 patients offered, whatever the length of stay."""
    for stay in (ciw.dists.Exponential(rate=1.0), ciw.dists.Deterministic(value=1.0)):
        network = ciw.create_network(
            arrival_distributions=[ciw.dists.Exponential(rate=21.0)],
            service_distributions=[stay],
            number_of_servers=[24],
            queue_capacities=[0],
        )
        ciw.seed(20_240_501)
        walk = ciw.Simulation(network)
        walk.simulate_until_max_time(900)
        turned_away = sum(one.record_type == "rejection" for one in walk.get_all_records())
        arrived = len(walk.get_all_records())
        # 0.0845; three standard errors of this many dependent arrivals are about 0.01.
        assert turned_away / arrived == pytest.approx(erlang_b(24, 21), abs=0.012)
