"""SCB's projection of the population by region and age: whole, or not at all."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main
from dashboard.imports import projections
from dashboard.imports.fetched import NotFetched, keep, latest
from dashboard.imports.projections import COLUMNS, SOURCE, fetch_projections
from dashboard.reference.regions import CODES
from dashboard.reference.tables import PROJECTIONS
from tests.dashboard.imports.services import PEOPLE, Service, serving
from tests.each import each

AGES = {str(age): f"{age} år" for age in range(105)} | {"105+": "105+ år"}
# Groups stand among the single ages, and single ages stand twice.
AGES |= {"0-4": "0-4 år", "totalt ålder": "totalt ålder", "-100+": "100+ år"}
SINGLE = [age for age in AGES if age.isdigit() or age == "105+"]


@dataclass
class Projections(Service):
    """Everybody of each region evenly over the ages 0 to 99, the same each year but one."""

    content: str = "Antal"
    times: float = 1.0
    years: tuple[str, ...] = ("2024", "2025", "2026")

    def asked_for(self) -> dict[str, list[str]]:
        # A query is a body; all of the table is what it asks for but groups of ages.
        return {"Region": list(CODES), "Alder": SINGLE, "ContentsCode": ["000007X9"],
                "Tid": list(self.years)}  # fmt: skip

    def dimension(self) -> dict[str, Any]:
        labels = {"Region": "region", "Alder": "ålder", "ContentsCode": "tabellinnehåll",
                  "Tid": "år"}  # fmt: skip
        named = {name: {code: code for code in codes} for name, codes in self.asked_for().items()}
        named["Alder"], named["ContentsCode"] = AGES, {"000007X9": self.content}
        return {
            name: {
                "label": labels[name],
                "category": {"index": {code: i for i, code in enumerate(codes)}, "label": codes},
            }
            for name, codes in named.items()
        }

    def table(self) -> Any:
        asked = self.asked_for()
        found = self.metadata()
        for name, codes in asked.items():
            found["dimension"][name]["category"] = {
                "index": {code: i for i, code in enumerate(codes)},
                "label": {code: code for code in codes},
            }
        values = [
            None if (code, age) == (self.gone, "80") else self.people(code, age, year)
            for code in CODES for age in SINGLE for year in self.years
        ]  # fmt: skip
        return {**found, "value": values, "size": [len(codes) for codes in asked.values()]}

    def people(self, code: str, age: str, year: str) -> int:
        grown = self.times if year == self.years[-1] else 1.0
        return round(grown * PEOPLE[code] / 100) if age.isdigit() and int(age) < 100 else 0

    def metadata(self) -> Any:
        return {"id": list(self.asked_for()), "dimension": self.dimension()}


@pytest.fixture
def service() -> Iterator[Projections]:
    with serving(Projections()) as found:
        assert isinstance(found, Projections)
        yield found


def fetched(service: Service) -> tuple[dict[str, str], ...]:
    return fetch_projections(base_url=service.address.rstrip("/"))


def test_people_are_kept_by_region_year_and_group_of_ages(service: Projections) -> None:
    rows = fetched(service)
    assert len(rows) == 21 * 3 * 21
    for row in each(rows):
        assert tuple(row) == COLUMNS
        assert (row["source"], row["fetched"][-6:]) == (SOURCE, "+00:00")
        assert row["url"].startswith(service.address)
    found = {(row["region_code"], row["year"], row["age"]): float(row["people"]) for row in rows}
    one = round(PEOPLE["01"] / 100)
    assert (found["01", "2025", "0"], found["01", "2025", "100"]) == (5 * one, 0)
    assert sum(found["01", "2024", str(age)] for age in range(0, 101, 5)) == 100 * one


def test_the_table_is_asked_for_by_its_single_ages_once(service: Projections) -> None:
    fetched(service)
    assert any("TAB6008" in path for path in service.asked)
    ages = projections._ages(AGES)
    assert (len(ages), ages["105+"]) == (106, 105)
    # SCB's own code of the open age, where ages end at a hundred.
    older = {code: label for code, label in AGES.items() if not code.isdigit() or int(code) < 100}
    del older["105+"]
    assert projections._ages(older)["-100+"] == 100


@pytest.mark.parametrize(
    ("spoiled", "told"),
    [({"gone": "14"}, "Västra Götaland 2024 at 80 is None"), ({"times": 2.0}, "has .* inhabitants"),
     ({"content": "Number"}, "0 contents called Antal"), ({"years": ("2024",)}, "no two years")],
)  # fmt: skip
def test_a_projection_that_cannot_be_right_is_refused(
    service: Projections, spoiled: dict[str, Any], told: str
) -> None:
    for name, value in spoiled.items():
        setattr(service, name, value)
    with pytest.raises(NotFetched, match=f"{told}.*Nothing has changed"):
        fetched(service)


def test_ages_that_are_not_single_are_refused() -> None:
    with pytest.raises(NotFetched, match="no single ages"):
        projections._ages({"0-4": "0-4 år", "5-9": "5-9 år"})


def test_the_command_keeps_them_once(
    service: Projections, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    monkeypatch.setattr(projections, "BASE_URL", service.address.rstrip("/"))
    assert main(["fetch", PROJECTIONS, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["rows"], told["kept"], told["differences"]) == (1323, "now", [])
    held = latest(tmp_path, PROJECTIONS)
    assert held is not None
    assert tuple(held.rows[0]) == COLUMNS
    assert not keep(tmp_path, PROJECTIONS, held.rows).new
    service.status = 500
    assert main(["fetch", PROJECTIONS]) == 2
    assert "Nothing has changed" in capsys.readouterr().err
