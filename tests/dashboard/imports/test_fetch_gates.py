"""An answer of Kolada that cannot be right is kept in no part."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main
from dashboard.imports import kolada
from dashboard.imports.fetched import NotFetched
from dashboard.imports.kolada import fetch_kolada
from dashboard.ingest import csv_tables
from tests.dashboard.imports.services import Item, Service, serving

EMBEDDED = [row for row in csv_tables.rows("published_figures") if row["source_id"][:6] == "kolada"]
KPI = "U70425"
Items = list[Item]


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(Service()) as found:
        yield found


def is_one(item: Item) -> bool:
    return bool(item["municipality"] == "0014" and item["period"] == 2025)


def with_value(item: Item, value: Any) -> Item:
    return {**item, "values": [{**one, "value": value} for one in item["values"]]}


def a_number(value: float) -> Callable[[Items], Items]:
    return lambda items: [with_value(one, value) if is_one(one) else one for one in items]


def hundredths(items: Items) -> Items:
    return [with_value(one, (one["values"][1]["value"] or 0) / 100) for one in items]


def doubled(items: Items) -> Items:
    return [*items, *(with_value(one, 9.9) for one in items if is_one(one))]


def without_a_year(items: Items) -> Items:
    return [one for one in items if one["period"] != 2025]


def without_a_year_of_the_regions(items: Items) -> Items:
    return [one for one in items if one["period"] != 2025 or one["municipality"] == "0000"]


def without_one(items: Items) -> Items:
    return [one for one in items if not is_one(one)]


def cut_short(items: Items) -> Items:
    return items[: len(items) // 2]


def without_the_series(items: Items) -> Items:
    return [one for one in items if one["kpi"] != KPI]


@pytest.mark.parametrize(
    ("spoiled", "told"),
    [
        (a_number(-999999), "Västra Götaland 2025 is -999999"),
        (a_number(1e9), "Västra Götaland 2025 is 1000000000"),
        (hundredths, "times those known"),
        (doubled, "Västra Götaland 2025 stands twice"),
        (without_a_year, "2025.* missing"),
        (without_a_year_of_the_regions, "2025.* and .* more missing"),
        (without_one, "Västra Götaland 2025 missing"),
        (cut_short, "missing"),
        (without_the_series, f"{KPI} is not whole"),
    ],
)
def test_it_is_refused_and_says_why(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], spoiled: Callable[[Items], Items], told: str,
) -> None:  # fmt: skip
    service.spoiled = spoiled
    with pytest.raises(NotFetched, match=told):
        fetch_kolada(EMBEDDED, base_url=service.address, a_second=10_000)
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    monkeypatch.setattr(kolada, "BASE_URL", service.address)
    assert main(["fetch", "kolada"]) == 2
    assert "Nothing has changed" in capsys.readouterr().err
    assert not list(tmp_path.glob("fetched/*/*"))
