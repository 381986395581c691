"""The estimated months reproduce what is published, move without steps and hold no chance."""

from hashlib import sha256

import numpy as np
import pandas as pd
import pytest

from dashboard.ingest import anchors
from dashboard.ingest.bed_days import SEASON
from dashboard.ingest.build import cube_of
from dashboard.ingest.estimates import anchored
from dashboard.ingest.estimates.figures import published_figures
from dashboard.ingest.estimates.months import estimated_months, frame
from dashboard.ingest.panel import DAYS, MEASURES, MONTHS, YEARS, by_year
from dashboard.reference.regions import CODES
from dashboard.releases.ranges import Anchor
from dashboard.statistics.census import overcrowding

SERIES = ("over", "out", "psychiatric_over")
# How much larger the median step of the level at New Year may be than that within the year.
STEP = 2.5


def measured(estimated, name):
    """Patient-days and bed-days of a series, as stored."""
    care = estimated.psychiatric if name == "psychiatric_over" else estimated.somatic
    return (care.out_days if name == "out" else care.over_days), care.bed_days


@pytest.mark.parametrize("name", SERIES)
def test_every_published_year_is_reproduced(estimated, name):
    days, beds = measured(estimated, name)
    rates = 100 * by_year(days).sum(axis=2) / by_year(beds).sum(axis=2)
    published = anchors.region_years(getattr(estimated, name).series)
    assert np.isfinite(published).all()
    assert np.abs(rates - published).max() <= 0.005


@pytest.mark.parametrize("name", SERIES[:2])
def test_every_published_month_of_the_country_and_of_stockholm_is_reproduced(estimated, name):
    days, beds = measured(estimated, name)
    series = getattr(estimated, name).series
    months = [one for one in published_figures(series) if one.kind == "month"]
    assert {one.region for one in months} == {"00", "01"}
    misses = [
        abs(100 * days[list(one.rows), one.first].sum() / beds[list(one.rows), one.first].sum()
            - one.rate)
        for one in months
    ]  # fmt: skip
    assert len(misses) >= 26
    assert max(misses) <= 0.05


def test_parts_of_years_that_agree_with_the_year_are_reproduced_as_rounded(estimated):
    days, beds = measured(estimated, "over")
    parts = [one for one in estimated.over.problem.figures if one.kind == "part"]
    assert len(parts) > 40
    misses = [abs(one.mean(100 * days / beds, beds) - one.rate) for one in parts]
    assert max(misses) <= 0.05


def test_stockholm_and_skane_in_2018_contradict_their_years_and_are_left_out(estimated):
    kept = set(estimated.over.problem.figures)
    gone = [one for one in published_figures(anchors.OVER) if one not in kept]
    told = {(one.region, MONTHS[one.first], MONTHS[one.last]) for one in gone}
    assert {("01", "2018-01", "2018-09"), ("12", "2018-01", "2018-09")} <= told
    # Halland's eleven months of 2023 are more than three times its year.
    assert ("13", "2023-01", "2023-11") in told


@pytest.mark.parametrize("name", SERIES)
def test_there_is_no_step_at_new_year(estimated, name):
    one = getattr(estimated, name)
    level = np.log(one.rates / season(one))
    steps = np.abs(np.diff(level, axis=1))
    turn = np.zeros(steps.shape[1], dtype=bool)
    turn[11::12] = True
    assert np.median(steps[:, turn]) <= STEP * np.median(steps[:, ~turn])
    expected = np.abs(np.diff(np.log(one.problem.expected / season(one)), axis=1))
    # With year x season all of it stands at New Year.
    assert np.median(steps[:, turn]) < 0.25 * np.median(expected[:, turn])


def season(one):
    annual = by_year(one.problem.expected).mean(axis=2, keepdims=True)
    return (by_year(one.problem.expected) / annual).reshape(one.rates.shape)


def test_beds_are_the_published_level_times_the_population_of_the_year(estimated):
    beds = estimated.somatic.bed_days + estimated.psychiatric.bed_days
    mean = by_year(beds).sum(axis=2) / by_year(DAYS).sum(axis=1)
    found = 1000 * mean / estimated.population
    published = anchors.region_years(anchors.BEDS)
    known = np.isfinite(published)
    assert known.sum() == 208
    assert np.abs(found - published)[known].max() < 0.001


def test_the_level_of_beds_moves_as_little_at_new_year_as_within_the_year(estimated):
    level = np.log(estimated.somatic.bed_days / (np.tile(SEASON, len(YEARS)) * DAYS))
    steps = np.abs(np.diff(level, axis=1))
    turn = np.zeros(steps.shape[1], dtype=bool)
    turn[11::12] = True
    assert np.median(steps[:, turn]) <= STEP * np.median(steps[:, ~turn])


def test_the_national_level_is_about_what_is_published_and_falls_as_much(estimated):
    mean = by_year(estimated.somatic.bed_days.sum(axis=0)).sum(axis=1) / by_year(DAYS).sum(axis=1)
    assert mean[YEARS.index(2023)] == pytest.approx(15_300, abs=50)
    assert mean[-1] / mean[0] == pytest.approx(0.87, abs=0.01)


def test_regions_differ_in_occupancy_by_their_published_overcrowding_alone(estimated):
    rates, somatic = estimated.over.rates, estimated.somatic
    occupancy = somatic.patient_days / somatic.bed_days
    cells = [(0, 0), (8, 40), (11, 119), (20, 77)]
    for region, month in cells:
        found = overcrowding(22, occupancy[region, month])
        assert found == pytest.approx(rates[region, month], abs=0.01)
    order = np.argsort(rates.ravel(), kind="stable")
    assert (np.diff(occupancy.ravel()[order]) > -1e-4).all()


def test_acute_and_planned_are_all_to_the_last_bit_and_the_share_is_everywhere_the_same(estimated):
    for name in MEASURES:
        parts = getattr(estimated.acute, name) + getattr(estimated.planned, name)
        assert np.array_equal(parts, getattr(estimated.somatic, name))
    share = estimated.acute.patient_days / estimated.somatic.patient_days
    expected = [0.84 if month[5:] in ("01", "02", "07") else 0.82 for month in MONTHS]
    assert share == pytest.approx(np.tile(expected, (len(CODES), 1)), abs=1e-4)
    planned = estimated.planned.patient_days / estimated.planned.bed_days
    whole = estimated.somatic.patient_days / estimated.somatic.bed_days
    assert planned / whole == pytest.approx(np.full(whole.shape, 0.95), abs=1e-3)


def test_no_month_is_impossible(estimated):
    somatic = estimated.somatic
    assert (somatic.bed_days > 0).all()
    assert (somatic.over_days > 0).all()
    assert (somatic.out_days > 0).all()
    assert (somatic.patient_days >= somatic.over_days).all()
    assert (100 * estimated.over.rates / 100 < 40).all()


def test_rows_are_those_of_the_drawn_months_and_fill_the_cube(estimated, model):
    rows = frame(estimated)
    keys = ["region", "month", "care", "stream"]
    assert list(rows.columns) == list(model.frame.columns)
    pd.testing.assert_frame_equal(rows[keys], model.frame[keys])
    cube = cube_of(rows)
    assert np.array_equal(cube[2, :, :, 0, 0], estimated.somatic.over_days)
    assert cube[4, 0, 0, 0, 0] == estimated.population[0, 0] * 31


def test_the_same_figures_give_the_same_bytes(estimated):
    assert digest(estimated_months()) == digest(estimated) == DIGEST


DIGEST = "a0071628df83ec0fce0cb0d33baf115ab8cb0b355fcb0b1d2f2f5e68eb4f4596"


def digest(months):
    return sha256(frame(months).to_csv(index=False, lineterminator="\n").encode()).hexdigest()


def test_every_value_has_an_anchor(estimated, spread):
    found = anchored.anchors_of(estimated, spread.keys)
    kept = dict(zip(spread.keys, found, strict=True))
    over = kept["overcrowding", "somatic", "all"]
    april = MONTHS.index("2024-04")
    assert over[0, april] == Anchor.PUBLISHED
    assert over[1, april] == Anchor.BENCHMARKED
    assert over[1, MONTHS.index("2018-07")] == Anchor.PUBLISHED
    assert (kept["occupancy", "somatic", "all"] == Anchor.ASSUMED).all()
    assert (kept["overcrowding", "somatic", "acute"] == Anchor.ASSUMED).all()
    beds = kept["available_beds", "somatic", "all"]
    carried = CODES.index("21") + 1
    assert (beds[carried, -12:] == Anchor.ASSUMED).all()
    assert (beds[0] == Anchor.BENCHMARKED).all()
