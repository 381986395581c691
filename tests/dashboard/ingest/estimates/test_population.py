"""Inhabitants by year: as published where they are, and adding up to the country."""

import csv

import pytest

from dashboard.ingest.estimates.population import population_by_year
from dashboard.ingest.panel import YEARS
from dashboard.paths import DATA
from dashboard.reference.regions import CODES


@pytest.fixture(scope="module")
def counted():
    with (DATA / "population_by_region_year.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["region_code"], int(row["year"])): int(row["population"]) for row in rows}


def test_a_published_count_stands_as_it_is(counted):
    found = population_by_year()
    own = {key: value for key, value in counted.items() if key[0] in CODES and key[1] in YEARS}
    assert len(own) > 130
    assert own == {(code, year): found[CODES.index(code), YEARS.index(year)] for code, year in own}


def test_the_regions_add_up_to_the_country_every_year(counted):
    totals = population_by_year().sum(axis=0)
    published = [counted["00", year] for year in YEARS]
    # Persons are whole, so that a sum of 21 may be a few off.
    assert totals == pytest.approx(published, abs=11)


def test_a_filled_year_lies_near_the_years_beside_it(counted):
    found = population_by_year()
    skane = found[CODES.index("12")]
    assert ("12", 2022) not in counted
    assert skane[YEARS.index(2021)] < skane[YEARS.index(2022)] < skane[YEARS.index(2023)]
