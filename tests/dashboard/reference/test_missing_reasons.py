"""Every nothing has a sentence, and the particular sentence comes before the general."""

import pytest

from dashboard.indicators import registry
from dashboard.ingest import csv_tables
from dashboard.ingest.embedded import reference
from dashboard.reference.missing_reasons import Reason, missing_reason
from dashboard.reference.regions import ALL_CODES
from tests.each import each

REASONS = reference().reasons


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_general_sentence(reason):
    said = missing_reason(REASONS, reason)
    assert said.sv.endswith(".")
    assert said.en.endswith(".")


def test_the_particular_comes_before_the_general():
    general = missing_reason(REASONS, Reason.NOT_REPORTED)
    where = {"series": "beds_per_1000", "care": "all", "period": "2025"}
    assert "Riket" not in general.sv
    assert "riket" in missing_reason(REASONS, Reason.NOT_REPORTED, region="00", **where).sv
    assert missing_reason(REASONS, Reason.NOT_REPORTED, region="21", **where) != general
    assert missing_reason(REASONS, Reason.NOT_REPORTED, region="01", **where) == general


def test_monthly_overcrowding_names_the_months_that_do_exist():
    said = missing_reason(
        REASONS,
        Reason.NOT_PUBLISHED_BY_MONTH,
        series="overcrowding_per_100", care="somatic", region="12", period="2020-05",
    )  # fmt: skip
    assert "Stockholm" in said.sv
    assert "Stockholm" in said.en


def test_psychiatric_care_says_what_is_not_modelled():
    said = missing_reason(
        REASONS, Reason.NOT_MODELLED_FOR_CARE, care="psychiatric", period="2024-03"
    )
    assert "psykiatrisk" in said.sv
    assert said != missing_reason(REASONS, Reason.NOT_MODELLED_FOR_CARE, care="somatic")


def test_particular_gaps_are_gaps_in_the_figures():
    published = {
        (row["indicator"], row["region_code"], row["period_start"][:4])
        for row in csv_tables.rows("published_figures")
        if row["source_id"].startswith("kolada-")
    }
    for row in each(csv_tables.rows("reasons")):
        if row["key"] != "NOT_REPORTED" or not row["series"]:
            continue
        years = range(int(row["first_period"]), int(row["last_period"]) + 1)
        for series in each(row["series"].split()):
            for region in each(row["region"].split()):
                for year in each(years):
                    assert (series, region, str(year)) not in published


def test_reasons_name_series_and_regions_that_exist():
    series = {row["indicator"] for row in csv_tables.rows("published_figures")}
    for row in each(csv_tables.rows("reasons")):
        assert set(row["series"].split()) <= series | registry.BY_KEY.keys()
        assert set(row["region"].split()) <= set(ALL_CODES)


def test_the_general_sentence_stands_last():
    keys = [row["key"] for row in csv_tables.rows("reasons")]
    for place, row in each(enumerate(csv_tables.rows("reasons"))):
        scoped = any(row[c] for c in ("series", "care", "region", "first_period", "last_period"))
        assert scoped or row["key"] not in keys[place + 1 :]
