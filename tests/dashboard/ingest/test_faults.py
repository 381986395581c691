"""Every fault is there once, shows its symptom, and carries its truth."""

import numpy as np
import pandas as pd
import pytest

from tests.faults_made import FAULTS, inject_faults


@pytest.fixture(scope="module")
def faulty(model):
    return inject_faults(model.frame, seed=7)


def all_row(frame, fault):
    (row,) = frame[(frame["fault"] == fault) & (frame["stream"] == "all")].index
    return row


def test_every_fault_hits_one_month_of_one_region(faulty):
    hit = faulty[faulty["fault"] != ""]
    assert set(hit["fault"]) == set(FAULTS)
    assert len(hit) == 3 * len(FAULTS)
    assert len(hit[["region", "fault"]].drop_duplicates()) == len(FAULTS)
    assert hit["region"].nunique() == len(FAULTS)
    assert hit.groupby("fault")["month"].nunique().eq(1).all()
    assert set(hit["care"]) == {"somatic"}


def test_rows_without_a_fault_are_as_they_were(model, faulty):
    clean = faulty["fault"] == ""
    columns = list(model.frame.columns)
    assert faulty.loc[clean, columns].equals(model.frame.loc[clean])
    delay = faulty.loc[clean, "delivered_on"] - month_end(faulty.loc[clean, "month"])
    assert (delay <= pd.Timedelta(days=25)).all()


def test_the_high_value_is_45_per_100(faulty):
    row = faulty.loc[all_row(faulty, "value 45 per 100")]
    assert 100 * row["over_days"] / row["bed_days"] == pytest.approx(45, abs=0.01)
    assert row["patient_days"] >= row["over_days"]


def test_the_beds_fall_to_74_per_cent(model, faulty):
    row = all_row(faulty, "beds x 0.74")
    before = model.frame.loc[row, "bed_days"]
    assert faulty.loc[row, "bed_days"] / before == pytest.approx(0.74, abs=1e-4)


def test_the_removed_month_has_no_measures_and_was_never_delivered(faulty):
    rows = faulty[faulty["fault"] == "removed month"]
    assert rows[["bed_days", "patient_days", "over_days", "out_days"]].isna().all(axis=None)
    assert rows["delivered_on"].isna().all()
    assert set(rows["stream"]) == {"all", "acute", "planned"}


def test_the_occupancy_is_141_per_cent(faulty):
    row = faulty.loc[all_row(faulty, "occupancy 141")]
    assert 100 * row["patient_days"] / row["bed_days"] == pytest.approx(141, abs=0.01)


def test_only_the_mismatch_breaks_acute_plus_planned(faulty):
    somatic = faulty[(faulty["care"] == "somatic") & faulty["patient_days"].notna()]
    wide = somatic.pivot(index=["region", "month"], columns="stream", values="patient_days")
    broken = wide.index[wide["acute"] + wide["planned"] != wide["all"]]
    row = faulty.loc[all_row(faulty, "patient-day mismatch")]
    assert list(broken) == [(row["region"], row["month"])]


def test_only_the_late_delivery_is_late(faulty):
    delay = faulty["delivered_on"] - month_end(faulty["month"])
    late = faulty[delay > pd.Timedelta(days=25)]
    assert set(late["fault"]) == {"late delivery"}


def test_faults_repeat_with_the_seed_and_move_with_another(model, faulty):
    assert inject_faults(model.frame, seed=7).equals(faulty)
    assert not inject_faults(model.frame, seed=8)["fault"].equals(faulty["fault"])


def test_the_clean_months_are_not_touched(model):
    before = model.frame.copy()
    inject_faults(model.frame, seed=7)
    assert model.frame.equals(before)


def test_fewer_regions_than_faults_are_refused(model):
    few = model.frame[model.frame["region"].isin(["01", "03"])]
    with pytest.raises(ValueError, match="sample"):
        inject_faults(few, seed=7)


def month_end(months):
    return pd.to_datetime(months) + pd.offsets.MonthEnd(1)


def test_every_seed_keeps_faults_where_beds_are_steady(model):
    for seed in range(5):
        months = inject_faults(model.frame, seed=seed).query("fault != ''")["month"]
        assert not np.isin(months.str[5:], ["01", "06", "07", "08", "09"]).any()
