"""How demand grows: by SCB's projection and bed-days by age, else by one labelled assumption."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main
from dashboard.imports.bed_days_by_age import first_age, kept_rows, problem_with
from dashboard.imports.fetched import keep, latest
from dashboard.imports.projections import SOURCE
from dashboard.ingest.build import build
from dashboard.language.text import LANGS, Lang
from dashboard.reference.regions import CODES
from dashboard.reference.tables import BED_DAYS_BY_AGE, PROJECTIONS, Reference, packed
from dashboard.releases.dataset import Dataset, read_dataset
from dashboard.scenario.baseline import baseline
from dashboard.scenario.growth import projected
from dashboard.scenario.growth_words import growth_origin
from dashboard.scenario.planner import spreads
from dashboard.scenario.rows import assumption_rows
from dashboard.view.scenario_choice import scenario_choice
from dashboard.view.view import parse
from layouts.scenario import page
from tests.each import each
from tests.layouts.compare.test_page import by_id
from tests.layouts.tree import Tree

WHERE = "Socialstyrelsen, tabellen"


def people(code: str) -> list[dict[str, str]]:
    """A hundred in each group; those of 80 and above become 110 in 2026 and 150 in 2030."""
    old = {2025: 100, 2026: 110, 2030: 150}
    return [
        {"region_code": code, "year": str(year), "age": str(age),
         "people": str(count if age >= 80 else 100), "source": SOURCE, "url": "https://x",
         "fetched": "2026-11-02T10:00:00+00:00"}
        for year, count in old.items() for age in range(0, 101, 5)
    ]  # fmt: skip


PEOPLE = [row for code in CODES for row in people(code)]
DAYS = kept_rows([("00", 0, 500.0), ("00", 80, 500.0)], 2025, WHERE, "days.csv")


def with_tables(dataset: Dataset, **more: Any) -> Dataset:
    tables = {name: dataset.reference.rows(name) for name in dataset.reference.names}
    return replace(dataset, reference=Reference(packed({**tables, **more})))


@pytest.fixture
def ahead(dataset: Dataset) -> Dataset:
    return with_tables(dataset, **{PROJECTIONS: PEOPLE, BED_DAYS_BY_AGE: DAYS})


def test_bed_days_follow_the_people_of_their_age(ahead: Dataset) -> None:
    found = projected(ahead.reference, "14", 2025)
    assert found is not None
    # Half of the bed-days are of those who become a tenth more in a year, and half as many in five.
    assert found.a_year[0] == pytest.approx(5)
    assert found.a_year[1] == pytest.approx(100 * (1.25 ** (1 / 5) - 1))
    assert (found.fetched, found.weights) == ("2026-11-02", WHERE)
    assert projected(ahead.reference, "00", 2025) == found
    assert projected(ahead.reference, "14", 2019) is None


@pytest.mark.parametrize("lang", LANGS)
def test_the_planner_grows_by_them_and_says_from_where(ahead: Dataset, lang: Lang) -> None:
    view = parse({"region": "14", "period": "2025-12", "scenario": "ahead=1"}, ahead).view
    base = baseline(ahead, view)
    assert base is not None
    growth = spreads(base, scenario_choice("ahead=1"))["growth"]
    assert growth.value == pytest.approx(5)
    assert growth.high - growth.low == pytest.approx(base.growth.high - base.growth.low)
    assert spreads(base, scenario_choice("ahead=1,growth=2~1~3"))["growth"].value == 2
    shown = page.layout(ahead, lang, {"region": "14", "scenario": "ahead=1"})
    for part in each(["scn-growth-origin", "scn-log-table"]):
        words = Tree.words(by_id(shown, part))
        assert "TAB6008" in words
        assert WHERE in words
    (row,) = (one for one in assumption_rows(ahead, view) if one["control"] == "growth")
    assert row["grade"] == "published"
    assert "TAB6008" in str(row["origin"])


def test_with_only_one_of_them_growth_is_an_assumption(dataset: Dataset) -> None:
    view = parse({"region": "14", "period": "2025-12"}, dataset).view
    for more in each([{}, {PROJECTIONS: PEOPLE}, {BED_DAYS_BY_AGE: DAYS}]):
        shown = with_tables(dataset, **more)
        base = baseline(shown, view)
        assert base is not None
        assert base.growths == ()
        origin, grade = growth_origin(shown, view)
        assert grade == "assumption"
        assert "not both" in origin.en or "are both loaded" in origin.en


def test_a_release_carries_what_was_fetched_and_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    keep(tmp_path, PROJECTIONS, PEOPLE)
    table = tmp_path / "days.csv"
    table.write_text("Region;Age;Bed days\nRiket;0-79;1 234\nRiket;80+;500\n")
    given = "bed-days", str(table), "--year", "2025", "--source", WHERE
    assert main([*given, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["rows"] == 2
    held = latest(tmp_path, BED_DAYS_BY_AGE)
    assert held is not None
    assert [row["bed_days"] for row in held.rows] == ["1234", "500"]
    build(tmp_path)
    found = projected(read_dataset(tmp_path).reference, "14", 2025)
    assert found is not None
    assert found.a_year[0] == pytest.approx(10 * 500 / 1734)


@pytest.mark.parametrize(
    ("rows", "problem"),
    [("Atlantis;0+;1", "row 2, column Region: “Atlantis” is not a region"),
     ("Riket;unga;1", "'unga' is no ages"), ("Riket;5+;1", "must begin at 0"),
     ("Riket;0-3;1\nRiket;4+;1", "multiples of 5"), ("Riket;0+;-1", "-1 is no number of bed-days"),
     ("Riket;0-4;1\nRiket;0+;1", "an age stands twice"), ("Riket;0+;0", "there are no bed-days")],
)  # fmt: skip
def test_a_table_that_cannot_be_used_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    rows: str, problem: str,
) -> None:  # fmt: skip
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    table = tmp_path / "days.csv"
    table.write_text(f"Region;Age;Bed days\n{rows}\n")
    assert main(["bed-days", str(table), "--year", "2025", "--source", WHERE]) == 2
    assert problem in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["days.csv"]


def test_ages_are_read_as_they_are_written() -> None:
    said = {"0-4": 0, "65–79": 65, "85+": 85, "85–": 85, "0–4 år": 0, "85 år och äldre": 85}
    for text, age in each(said.items()):
        assert first_age(text) == age
    assert first_age("okänd") is None
    assert problem_with([0, 20, 85]) is None
