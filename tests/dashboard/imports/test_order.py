"""Which delivery holds follows from the order of deliveries, and from no clock."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.imports import importing
from dashboard.imports.accepted import PROVENANCE, imports
from dashboard.imports.importing import ImportOptions, import_file
from dashboard.imports.readers import REGIONS
from dashboard.ingest.imported import imported
from tests.dashboard.imports.files import GOOD, HEADS, csv_file

ASKED = ImportOptions(REGIONS)


class Clock(datetime):
    """A clock that is set."""

    year_now = 2026

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return datetime(cls.year_now, 1, 1, tzinfo=UTC)


def delivered(home: Path, name: str, beds: int, year: int) -> Path:
    """A file with so many beds of the first row, imported in a year."""
    region, month, _, *rest = GOOD[0]
    path = csv_file(home / name, [HEADS, (region, month, beds, *rest), *GOOD[1:]])
    Clock.year_now = year
    assert import_file(path, home, ASKED).kept
    return path


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "datetime", Clock)


def test_a_clock_set_back_lets_no_earlier_delivery_hold(tmp_path: Path) -> None:
    beds = int(GOOD[0][2])
    delivered(tmp_path, "first.csv", beds, 2026)
    delivered(tmp_path, "second.csv", beds + 1, 2020)
    third = delivered(tmp_path, "third.csv", beds + 2, 2023)
    found = imports(tmp_path)
    assert [one.number for one in found] == [1, 2, 3]
    assert [str(one.about["imported"])[:4] for one in found] == ["2026", "2020", "2023"]
    rows = imported(tmp_path).rows
    assert set(rows["file"]) >= {found[2].hash}
    assert found[2].about["file"] == third.name
    # The first one again: it is said which file holds now, and nothing changes.
    again = import_file(tmp_path / "first.csv", tmp_path, ASKED)
    assert not again.kept
    (question,) = again.questions
    assert "third.csv" in question.message.en
    assert len(imports(tmp_path)) == 3


def test_deliveries_from_before_there_were_numbers_come_first(tmp_path: Path) -> None:
    beds = int(GOOD[0][2])
    for number, year in enumerate((2025, 2024)):
        delivered(tmp_path, f"old{number}.csv", beds + number, year)
    for one in imports(tmp_path):
        about = {key: value for key, value in one.about.items() if key != "number"}
        (one.folder / PROVENANCE).write_text(json.dumps(about))
    delivered(tmp_path, "new.csv", beds + 5, 2001)
    assert [one.about["file"] for one in imports(tmp_path)] == ["old1.csv", "old0.csv", "new.csv"]
    assert imports(tmp_path)[-1].number == 3


def test_what_a_kill_left_is_swept_by_the_next_delivery(tmp_path: Path) -> None:
    left = tmp_path / "imports" / ".new-left"
    left.mkdir(parents=True)
    (left / "rows.parquet").write_bytes(b"half")
    delivered(tmp_path, "first.csv", int(GOOD[0][2]), 2026)
    assert not left.exists()
