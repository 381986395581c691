"""Every figure leads to a source, and every source has a short name of its own."""

import csv

import pytest

from dashboard.ingest.embedded import reference
from dashboard.paths import DATA

BY_ID = reference().sources
SOURCES = tuple(BY_ID.values())

TABLES = sorted(path.name for path in DATA.glob("*.csv"))


@pytest.mark.parametrize("table", TABLES)
def test_every_source_id_of_the_fact_tables_exists(table):
    with (DATA / table).open(encoding="utf-8", newline="") as file:
        used = {row["source_id"] for row in csv.DictReader(file) if "source_id" in row}
    assert used <= BY_ID.keys()


def test_source_ids_are_unique():
    assert len(BY_ID) == len(SOURCES)


@pytest.mark.parametrize(
    ("source_id", "label"),
    [
        ("kolada-u70425", "Kolada U70425 (SKR)"),
        ("lakartidningen-overbelaggningarna-okade-under-fo", "Läkartidningen 2016-07"),
        ("socialstyrelsen-bradskande-behov-av-att-oka-anta", "Socialstyrelsen 2024"),
        ("altinget-vardplatser-minskar-och-overbelagg", "Altinget"),
    ],
)
def test_a_label_is_short_and_says_who_and_when(source_id, label):
    assert BY_ID[source_id].label == label


def test_no_two_sources_share_a_label():
    labels = [source.label for source in SOURCES]
    assert len(set(labels)) == len(labels)
    assert max(map(len, labels)) <= 32


def test_addresses_are_addresses_and_the_first_is_the_one_to_follow():
    for source in SOURCES:
        assert all(url.startswith("http") and " " not in url for url in source.urls)
        assert source.url == (source.urls[0] if source.urls else "")
    assert BY_ID["regeringen-uppdrag-att-fordela-betala-ut-och"].urls == (
        "https://www.regeringen.se/regeringsuppdrag/2024/03/",
    )
