"""The back-test: what is left out is predicted, and the smoother method errs least."""

import pytest

from dashboard.ingest.estimates.backtest import METHODS, back_test, coverage, crossed, log_error
from dashboard.ingest.estimates.patients import by_benchmarking, by_year_and_season
from dashboard.ingest.estimates.regional_facts import compared, regional_facts
from dashboard.reference.regions import ALL_CODES

SERIES = ("over", "out")


@pytest.fixture(scope="module")
def tested(estimated, level):
    return {
        method: {
            name: back_test(
                getattr(estimated, name).series, getattr(estimated, name).problem, level, by
            )
            for name in SERIES
        }
        for method, by in METHODS.items()
    }


def test_the_range_holds_what_it_says(tested):
    held_out = [one for name in SERIES for one in tested["benchmarked"][name]]
    assert len(held_out) > 70
    assert 0.70 <= coverage(held_out) <= 0.90


def test_a_width_chosen_on_half_the_regions_holds_what_it_says_of_the_others(tested) -> None:
    held_out = [one for name in SERIES for one in tested["benchmarked"][name]]
    by_region = crossed(held_out, lambda one: ALL_CODES.index(one.region) % 2 == 1)
    assert 0.70 <= min(by_region) <= max(by_region) <= 0.90
    # Between years it does not, which the page says.
    by_year = crossed(held_out, lambda one: int(one.first[:4]) % 2 == 1)
    assert min(by_year) < 0.70


def test_every_published_month_of_stockholm_is_tested(tested):
    for name in SERIES:
        months = [one for one in tested["benchmarked"][name] if one.first == one.last]
        assert {"2017-10", "2018-07", "2018-09"} <= {one.first for one in months}
        assert {one.region for one in months} == {"01"}


@pytest.mark.parametrize("name", SERIES)
def test_benchmarking_errs_less_than_year_and_season_and_is_used(tested, estimated, name):
    by_method = {method: log_error(found[name]) for method, found in tested.items()}
    assert by_method["benchmarked"] < by_method["year_and_season"] < 0.12
    one = getattr(estimated, name)
    assert by_benchmarking(one.problem) == pytest.approx(one.rates)


def test_what_is_left_out_does_not_give_itself_away(tested):
    far = [one for one in tested["benchmarked"]["over"] if abs(one.estimate - one.published) > 0.05]
    assert len(far) > 30


def test_the_other_method_meets_the_same_figures(estimated):
    rates = by_year_and_season(estimated.out.problem)
    figures = estimated.out.problem.figures
    misses = [abs(one.mean(rates, estimated.somatic.bed_days) - one.rate) for one in figures]
    assert len(misses) == 238
    assert max(misses) <= 0.08


def test_the_facts_of_may_2023_stand_beside_the_estimate(estimated):
    facts = regional_facts(estimated)
    told = {one["fact"]: one for one in compared(facts)}
    assert len(facts) == 21
    assert told["beds_short"]["agrees"] is True
    # By population alone Kalmar lacks a few beds and others have enough: the page says so.
    assert told["enough"]["agrees"] is False
    assert told["enough"]["published"] == ["08"]
    assert told["share_short"]["estimate"] == pytest.approx(23.5, abs=0.5)
