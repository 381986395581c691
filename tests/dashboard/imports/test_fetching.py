"""Figures fetched from Kolada and SCB: whole, with their provenance, or not at all."""

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.cli.fetching import differences
from dashboard.imports import kolada, population
from dashboard.imports.fetched import COLUMNS, NotFetched, Row, keep, latest, within
from dashboard.imports.kolada import fetch_kolada, series
from dashboard.imports.population import fetch_population
from dashboard.ingest import csv_tables
from dashboard.ingest.build import build
from dashboard.ingest.embedded import reference
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import read_dataset
from dashboard.values import values
from dashboard.view.view import View
from tests.dashboard.imports.services import PEOPLE, YEARS, Service, serving
from tests.each import each

Run = pytest.CaptureFixture[str]
QUICKLY = 10_000
EMBEDDED = [row for row in csv_tables.rows("published_figures") if row["source_id"][:6] == "kolada"]


def fetched_from(service: Service) -> tuple[Row, ...]:
    return fetch_kolada(EMBEDDED, base_url=service.address, a_second=QUICKLY)


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(Service()) as found:
        yield found


def test_every_embedded_series_of_kolada_is_asked_for_by_itself(service: Service) -> None:
    rows = fetched_from(service)
    assert len(service.asked) == len(series(EMBEDDED)) == 14
    # Few enough at once that the library makes no batches, of which it would drop one in silence.
    assert all(path.count("municipality_id=") == 22 for path in service.asked)
    assert len(rows) == len(EMBEDDED)
    assert differences(rows) == []


def test_every_row_says_where_it_is_from_and_when(service: Service) -> None:
    for row in each(fetched_from(service)):
        assert tuple(row) == COLUMNS
        assert row["source_id"] in reference().sources
        assert row["url"].startswith(service.address)
        assert row["fetched"].endswith("+00:00")


def test_a_changed_a_new_and_a_withdrawn_figure_are_told_apart(service: Service) -> None:
    service.changed = {("U70425", "14", "2025"): 8.9, ("U70425", "12", "2025"): None,
                       ("U70425", "01", "2025"): 4.5999999}  # fmt: skip
    rows = fetched_from(service)
    assert len(rows) == len(EMBEDDED) - 1
    year = ("kolada-u70425", "2025-01-01")
    embedded = {row["region_code"]: float(row["value"]) for row in EMBEDDED
                if (row["source_id"], row["period_start"]) == year}  # fmt: skip
    told = {one["region"]: (one["embedded"], one["fetched"]) for one in differences(rows)}
    assert told["Västra Götaland"] == (embedded["14"], 8.9)
    assert told["Skåne"] == (embedded["12"], None)
    # What differs only in decimals that were never embedded is the same figure.
    assert ("Stockholm" in told) == (embedded["01"] != 4.6)


@pytest.mark.parametrize(("gone", "name"), [("14", "Västra Götaland"), ("00", "Sweden")])
def test_an_answer_that_lacks_a_region_is_refused(service: Service, gone: str, name: str) -> None:
    service.gone = gone
    with pytest.raises(NotFetched, match=f"not whole: {name} missing"):
        fetched_from(service)
    with pytest.raises(NotFetched, match=f"not whole: {name} missing"):
        fetch_population(base_url=service.address.rstrip("/"))


def test_the_population_adds_up_to_the_country(service: Service) -> None:
    rows = fetch_population(base_url=service.address.rstrip("/"))
    assert len(rows) == 22 * len(YEARS)
    stockholm = next(row for row in rows if row["region_code"] == "01")
    assert (float(stockholm["value"]), stockholm["period_end"]) == (PEOPLE["01"], "2023-12-31")
    service.changed = {("", "01", ""): 1}
    with pytest.raises(NotFetched, match="counties add up to"):
        fetch_population(base_url=service.address.rstrip("/"))


@pytest.mark.parametrize("status", [404, 500])
def test_a_service_that_fails_is_told_as_such(service: Service, status: int) -> None:
    service.status = status
    for fetch in (lambda: fetched_from(service),
                  lambda: fetch_population(base_url=service.address.rstrip("/"))):  # fmt: skip
        with pytest.raises(NotFetched, match=r"could not be fetched: .* Nothing has changed"):
            fetch()


def test_a_service_that_never_answers_is_given_up() -> None:
    with pytest.raises(NotFetched, match=r"Kolada could not be fetched: no answer in 0 s"):
        within(0.01, "Kolada", lambda: time.sleep(0.5))


def test_the_same_figures_are_kept_once(service: Service, tmp_path: Path) -> None:
    first = keep(tmp_path, "kolada", fetched_from(service))
    again = keep(tmp_path, "kolada", fetched_from(service))
    assert (first.new, again.new, again.folder) == (True, False, first.folder)
    service.changed = {("U70425", "14", "2025"): 8.9}
    other = keep(tmp_path, "kolada", fetched_from(service))
    assert other.new
    held = latest(tmp_path, "kolada")
    assert held is not None
    assert {row["value"] for row in held.rows} == {row["value"] for row in other.rows}


def test_what_was_fetched_and_then_altered_is_not_used(service: Service, tmp_path: Path) -> None:
    kept = keep(tmp_path, "kolada", fetched_from(service))
    (kept.folder / "rows.csv").write_text("indicator\n")
    with pytest.raises(NotFetched, match="damaged"):
        latest(tmp_path, "kolada")


def test_the_next_release_shows_what_was_fetched(service: Service, tmp_path: Path) -> None:
    service.changed = {("U70425", "14", "2025"): 8.9, ("U70425", "12", "2025"): None}
    keep(tmp_path, "kolada", fetched_from(service))
    build(tmp_path)
    dataset = read_dataset(tmp_path)
    of = values.at(dataset, View("overcrowding", "2025", data="published"))
    assert of[ALL_CODES.index("14")].value == 8.9
    assert of[ALL_CODES.index("12")].status == "missing"
    # The months are held to the embedded figures until these are changed.
    assert values.at(dataset, View("overcrowding", "2025"))[0].status == "estimated"


@pytest.fixture
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))


@pytest.mark.usefixtures("_home")
def test_the_commands_print_what_they_fetched(
    service: Service, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    monkeypatch.setattr(population, "BASE_URL", service.address.rstrip("/"))
    assert main(["fetch", "scb-population", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["rows"], told["changed"], told["added"], told["kept"]) == (44, 0, 44, "now")
    assert main(["fetch", "scb-population"]) == 0
    assert "before" in capsys.readouterr().out


@pytest.mark.usefixtures("_home")
@pytest.mark.parametrize("what", ["kolada", "scb-population"])
def test_without_a_network_the_commands_say_so_and_change_nothing(
    what: str, monkeypatch: pytest.MonkeyPatch, capsys: Run, tmp_path: Path
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        for module in (kolada, population):
            monkeypatch.setattr(module, "BASE_URL", f"http://127.0.0.1:{nobody.getsockname()[1]}/")
        assert main(["fetch", what]) == 2
    assert "Nothing has changed" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
