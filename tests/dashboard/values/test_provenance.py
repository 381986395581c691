"""Where a value comes from, and the first reason that holds where there is none."""

from dataclasses import replace

import pytest

from dashboard.language.text import LANGS
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values.absence import reason
from dashboard.values.provenance import MODEL, notes_on, series_of, source_of
from dashboard.view.view import View

LAST = View("overcrowding", "2025-12")
YEAR = View("overcrowding", "2025", data="published")
MONTH = View("overcrowding", "2018-01", data="published")


def test_a_published_value_has_the_source_of_its_series_and_a_modelled_one_the_model(
    dataset: Dataset,
) -> None:
    assert source_of(dataset, LAST, "14") == MODEL
    assert source_of(dataset, YEAR, "14") == "kolada-u70425"
    assert source_of(dataset, replace(YEAR, care="psychiatric"), "14") == "kolada-u79149"
    assert source_of(dataset, MONTH, SWEDEN) != "kolada-u70425"
    for view in (LAST, YEAR, MONTH):
        assert source_of(dataset, view, SWEDEN) in dataset.reference.sources


def test_a_series_belongs_to_one_care_area() -> None:
    found = series_of(replace(YEAR, care="psychiatric"))
    assert found is not None
    assert found.source == "kolada-u79149"
    assert series_of(replace(YEAR, care="all")) is None


def test_the_known_traps_of_a_value_are_found(dataset: Dataset) -> None:
    assert "T3a" in [note.id for note in notes_on(dataset, replace(YEAR, period="2023"), "13")]
    assert notes_on(dataset, replace(LAST, indicator="occupancy"), "13") == ()


@pytest.mark.parametrize(
    ("view", "region", "sv"),
    [
        (
            replace(LAST, indicator="outplacement", care="psychiatric"), "14",
            "För psykiatrisk slutenvård modelleras inte utlokaliserade patienter, beläggning",
        ),
        (
            replace(YEAR, indicator="outplacement", care="psychiatric"), "14",
            "Utlokaliserade patienter redovisas bara för somatisk slutenvård.",
        ),
        (
            replace(LAST, indicator="wait_operation_waiting", care="all"), "14",
            "Uppgiften är inte publicerad per månad.",
        ),
        (
            replace(YEAR, stream="acute"), "14",
            "Uppgiften är inte publicerad uppdelad på akut och planerad vård.",
        ),
        (replace(LAST, period="2030-01"), "14", "Perioden ligger utanför de perioder"),
        (
            replace(LAST, indicator="distance_to_guideline", period="2023-04"), "14",
            "Riktvärdet kom i maj 2023",
        ),
        (
            replace(LAST, indicator="progress_to_guideline"), "14",
            "Uppgiften finns bara för riket.",
        ),
        (
            replace(YEAR, indicator="wait_first_contact_waiting", care="all"), "14",
            "Det publicerade värdet kan inte stämma och visas därför inte.",
        ),
        (
            replace(YEAR, indicator="wait_first_contact_waiting", care="all"), SWEDEN,
            "Kolada visar inget värde för riket 2025, då nio regioner saknas.",
        ),
        (
            replace(YEAR, indicator="wait_first_contact_waiting", care="all", period="2019"), "14",
            "Väntetiderna visas från 2021, då en ny modell infördes.",
        ),
        (MONTH, "14", "Månadsvärden per region är inte publicerade"),
    ],
)  # fmt: skip
def test_the_first_reason_that_holds(dataset: Dataset, view: View, region: str, sv: str) -> None:
    assert reason(dataset, view, region).sv.startswith(sv)


def test_of_the_country_it_is_never_said_that_only_the_country_has_the_figure(
    dataset: Dataset,
) -> None:
    for key in ("available_beds", "occupancy", "distance_to_guideline", "progress_to_guideline"):
        found = reason(dataset, replace(YEAR, indicator=key), SWEDEN)
        for lang in LANGS:
            assert found.in_(lang) not in (
                "Uppgiften finns bara för riket.", "The figure exists only for Sweden.",
            )  # fmt: skip
