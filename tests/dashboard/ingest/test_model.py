"""The modelled months reproduce what is published, keep their identities, and never vary."""

from hashlib import sha256

import numpy as np
import pandas as pd
import pytest

from dashboard.ingest import anchors, residuals
from dashboard.ingest import model as model_module
from dashboard.ingest.model import modelled_months
from dashboard.ingest.raking import ModelDidNotConverge
from dashboard.reference.regions import CODES

MEASURES = ["bed_days", "patient_days", "over_days", "out_days"]
RATES = [
    ("kolada-u70425", "somatic", "over_days"),
    ("kolada-u79134", "somatic", "out_days"),
    ("kolada-u79149", "psychiatric", "over_days"),
]
POINT_MONTHS = [
    ("2022-12", "over_days", 6.4),
    ("2022-12", "out_days", 2.4),
    ("2024-04", "over_days", 5.9),
    ("2024-04", "out_days", 1.4),
]
# Of the default seed. It changes only when the default data change, which a release must say.
DIGEST = "22847c0c3fbfeb40c8ba426a0b5a47f0d744e854121b9eefce02ba43e8c1ed2e"


def whole(frame, care):
    return frame[(frame["care"] == care) & (frame["stream"] == "all")]


def rates(frame, measure, by):
    sums = frame.groupby(by)[[measure, "bed_days"]].sum()
    return 100 * sums[measure] / sums["bed_days"]


@pytest.mark.parametrize(("source", "care", "measure"), RATES)
def test_every_region_year_has_its_published_rate(model, figures, source, care, measure):
    rows = whole(model.frame, care)
    modelled = rates(rows.assign(year=rows["month"].str[:4]), measure, ["region", "year"])
    annual = figures[(figures["source_id"] == source) & (figures["region_code"] != "00")]
    published = annual.set_index(["region_code", "year"])["value"]
    assert len(published) == 21 * 10
    differences = modelled - published.rename_axis(["region", "year"])
    assert differences.abs().max() <= 0.005


@pytest.mark.parametrize(
    ("indicator", "measure"),
    [("overcrowding_per_100", "over_days"), ("outplacement_per_100", "out_days")],
)
def test_every_month_published_for_sweden_has_its_rate(model, figures, indicator, measure):
    one_month = figures["period_end"].str[:7] == figures["month"]
    national = (figures["region_code"] == "00") & figures["hospital"].isna()
    chosen = figures[one_month & national & (figures["indicator"] == indicator)]
    published = chosen.set_index("month")["value"]
    assert len(published) == 14
    modelled = rates(whole(model.frame, "somatic"), measure, "month")
    assert (modelled - published).abs().max() <= 0.05


@pytest.mark.parametrize(("month", "measure", "value"), POINT_MONTHS)
def test_the_two_single_months_are_as_published(model, month, measure, value):
    modelled = rates(whole(model.frame, "somatic"), measure, "month")
    assert modelled[month] == pytest.approx(value, abs=0.05)


def test_beds_have_the_published_level_over_every_region_year(model, figures):
    all_care = model.frame[model.frame["stream"] == "all"]
    rows = all_care.assign(year=all_care["month"].str[:4])
    people = rows.groupby("region")["population"].first()
    days = rows["year"].map(lambda year: 366 if int(year) % 4 == 0 else 365)
    mean_beds = (rows["bed_days"] / days).groupby([rows["region"], rows["year"]]).sum()
    modelled = 1000 * mean_beds.div(people, level="region")
    annual = figures[(figures["source_id"] == "kolada-n70845") & (figures["region_code"] != "00")]
    published = annual.set_index(["region_code", "year"])["value"].rename_axis(["region", "year"])
    assert len(published) == 208
    assert (modelled - published).abs().max() < 1e-4


def test_beds_without_a_published_level_keep_the_last_one_and_say_so(model):
    carried = model.frame[model.frame["bed_level_carried"]]
    assert set(carried["region"]) == {"21", "22"}
    assert set(carried["month"].str[:4]) == {"2025"}
    assert len(carried) == 2 * 12 * 4
    beds = whole(model.frame, "somatic")
    beds = beds[beds["region"] == "22"].groupby(beds["month"].str[:4])["bed_days"].sum()
    assert beds["2025"] / 365 == pytest.approx(beds["2024"] / 366, rel=1e-5)


def test_the_national_level_of_somatic_beds_is_about_what_is_published(model):
    assert model.residuals.somatic_beds["2023"] == pytest.approx(15_298, abs=1)
    assert model.residuals.somatic_beds["2024"] == pytest.approx(15_306, abs=1)
    assert model.residuals.occupancy["2024"] == pytest.approx(92, abs=1)


def test_one_row_for_every_region_month_care_and_stream(model):
    keys = model.frame[["region", "month", "care", "stream"]]
    assert not keys.duplicated().any()
    assert len(keys) == 21 * 120 * 4
    assert set(keys["region"]) == set(CODES)
    assert keys.equals(keys.sort_values(list(keys)).reset_index(drop=True))


def test_acute_and_planned_are_all_to_the_last_bit(model):
    somatic = model.frame[model.frame["care"] == "somatic"].set_index(["region", "month"])
    acute, planned, everything = (
        somatic.loc[somatic["stream"] == stream, MEASURES] for stream in ("acute", "planned", "all")
    )
    assert (acute + planned).equals(everything)


def test_no_measure_is_impossible(model):
    frame = model.frame
    somatic = frame[frame["care"] == "somatic"]
    assert (frame["bed_days"] > 0).all()
    assert (frame["over_days"] >= 0).all()
    assert (somatic["patient_days"] >= somatic["over_days"]).all()
    assert (somatic["out_days"] >= 0).all()
    assert not somatic.isna().any(axis=None)


def test_what_is_not_modelled_for_psychiatric_care_is_missing(model):
    psychiatric = model.frame[model.frame["care"] == "psychiatric"]
    assert set(psychiatric["stream"]) == {"all"}
    assert psychiatric[["patient_days", "out_days"]].isna().all(axis=None)
    assert psychiatric[["bed_days", "over_days"]].notna().all(axis=None)


def test_clean_months_stay_inside_the_limits_of_the_quality_rules(model):
    somatic = whole(model.frame, "somatic")
    occupancy = 100 * somatic["patient_days"] / somatic["bed_days"]
    assert occupancy.between(30, 130).all()
    for measure in ("over_days", "out_days"):
        assert (100 * model.frame[measure] / model.frame["bed_days"]).dropna().max() < 40


def test_july_has_the_fewest_beds(model):
    rows = whole(model.frame, "somatic")
    days = pd.PeriodIndex(rows["month"], freq="M").days_in_month
    per_day = (rows["bed_days"] / days).groupby(rows["month"]).sum()
    assert per_day["2018-07"] / per_day["2018-04"] == pytest.approx(0.82, abs=0.01)


def test_the_same_seed_gives_the_same_bytes(model):
    again = modelled_months().frame
    assert digest(again) == digest(model.frame) == DIGEST


def test_another_seed_gives_other_months_with_the_same_published_rates(model):
    other = modelled_months(seed=1)
    assert digest(other.frame) != digest(model.frame)
    assert other.residuals.over.region_year <= 0.005


def digest(frame):
    return sha256(frame.to_csv(index=False, lineterminator="\n").encode()).hexdigest()


def test_residuals_against_sweden_stay_small_and_are_told_by_year(model, figures):
    told = model.residuals.as_dict()
    somatic = whole(model.frame, "somatic")
    for series, source, measure in (
        ("over", "kolada-u70425", "over_days"),
        ("out", "kolada-u79134", "out_days"),
    ):
        national = figures[(figures["source_id"] == source) & (figures["region_code"] == "00")]
        published = national.set_index("year")["value"]
        modelled = rates(somatic.assign(year=somatic["month"].str[:4]), measure, "year")
        expected = modelled - published
        assert expected.abs().max() <= 0.3
        assert told[series]["national_years"] == pytest.approx(expected.to_dict(), abs=1e-6)
        assert 1 < told[series]["iterations"] < 30


def test_a_published_year_far_from_the_model_stops_it(monkeypatch):
    monkeypatch.setattr(residuals, "LARGEST_NATIONAL_YEAR", 0.1)
    with pytest.raises(ModelDidNotConverge, match="national year"):
        modelled_months()


def test_contradicting_published_figures_stop_it(monkeypatch):
    def contradicted(series):
        return np.full(120, 50.0)

    monkeypatch.setattr(anchors, "national_months", contradicted)
    monkeypatch.setattr(model_module.anchors, "seasonal_index", lambda series: np.ones(12))
    with pytest.raises(ModelDidNotConverge, match="per 100 is missing"):
        modelled_months()
