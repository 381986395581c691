"""A month that is going on is refused, or kept as preliminary and never opened on."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.imports import months
from dashboard.imports.importing import ImportOptions, import_file
from dashboard.imports.readers import REGIONS
from dashboard.ingest.build import build
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import read_dataset
from tests.dashboard.imports.files import csv_file

HEADS = ("Region", "Månad", "Disponibla vårdplatser", "Inskrivna patienter")
SUMS = ("Region", "Månad", "Disponibla vårdplatsdygn", "Patientdygn")


class InMarch(date):
    """The day on which the tests of this file are run."""

    @classmethod
    def today(cls) -> "InMarch":
        return cls(2026, 3, 20)


@pytest.fixture(autouse=True)
def _in_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(months, "date", InMarch)


def a_file(folder: Path, month: str, heads: tuple[str, ...] = HEADS, beds: float = 500) -> Path:
    rows = [(code, month, beds, beds - 20) for code in CODES]
    return csv_file(folder / f"{month}-{beds}.csv", [heads, *rows])


@pytest.mark.parametrize("preliminary", [False, True])
def test_it_is_kept_by_choice_alone(tmp_path: Path, preliminary: bool) -> None:
    asked = ImportOptions(REGIONS, preliminary=preliminary)
    outcome = import_file(a_file(tmp_path, "2026-03"), tmp_path, asked)
    assert outcome.kept == preliminary
    assert {one.rule for one in outcome.faults} == (set() if preliminary else {"running_month"})


def test_a_sum_of_its_days_and_a_month_to_come_are_refused_all_the_same(tmp_path: Path) -> None:
    asked = ImportOptions(REGIONS, preliminary=True)
    sums = import_file(a_file(tmp_path, "2026-03", SUMS, 9000), tmp_path, asked)
    assert {one.rule for one in sums.faults} == {"running_sum"}
    ahead = import_file(a_file(tmp_path, "2026-04"), tmp_path, asked)
    assert {one.rule for one in ahead.faults} == {"future"}


def test_the_site_does_not_open_on_it_until_it_is_delivered_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert import_file(a_file(tmp_path, "2026-02"), tmp_path, ImportOptions(REGIONS)).kept
    early = ImportOptions(REGIONS, preliminary=True)
    assert import_file(a_file(tmp_path, "2026-03"), tmp_path, early).kept
    build(tmp_path)
    dataset = read_dataset(tmp_path)
    assert (dataset.months[-1], dataset.last_month) == ("2026-03", "2026-02")
    assert dataset.is_preliminary("12", "2026-03")
    assert not dataset.is_preliminary("12", "2026-02")
    monkeypatch.setattr(InMarch, "today", classmethod(lambda cls: cls(2026, 4, 2)))
    assert import_file(a_file(tmp_path, "2026-03", beds=510), tmp_path, ImportOptions(REGIONS)).kept
    build(tmp_path)
    whole = read_dataset(tmp_path)
    assert (whole.last_month, whole.preliminary) == ("2026-03", frozenset())
