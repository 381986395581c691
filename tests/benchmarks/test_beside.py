"""What holds both builds and other ways against each other, without any of them but ours."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks import beside
from benchmarks.beside import before, days, kept, server
from benchmarks.wire import Wire
from dashboard.paths import ROOT


def test_a_checkout_tells_the_work_of_its_pages_and_of_touches_of_its_editors(home: Path) -> None:
    script = Path(beside.__file__ or "").with_name("inside.py")
    said = before.variables(ROOT, VARDPLATS_HOME=str(home), VARDPLATS_CACHE="NullCache")
    done = subprocess.run(
        [sys.executable, str(script)], cwd=ROOT, env=said, check=True, capture_output=True,
        text=True, timeout=600,
    )  # fmt: skip
    found = json.loads(done.stdout.splitlines()[-1])
    assert server.FRONT in found["pages"]
    assert {len(times) for times in found["pages"].values()} == {8}
    assert {name: len(times) for name, times in found["touches"].items()} == {
        "rule": 7, "sliders": 7,
    }  # fmt: skip
    assert min(ms for each in found.values() for times in each.values() for ms in times) > 0


def test_a_way_to_sum_that_is_not_installed_is_said_to_be_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(days, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(days, "_FREE_BYTES", 0)
    found = days.measure(2, 0, (2000,))
    assert found["failed"] == dict.fromkeys(("polars", "pandas"), "is not installed")
    assert len(days.peaks(found, 2000)) == 2
    assert days.times_ours(found, "pandas", 2000) == []
    assert [row["unit-days"] for row in days.table(found)] == ["2 000"]


def test_a_size_without_room_on_the_disk_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "_FREE_BYTES", 10**18)
    found = days.measure(1, 0, (2000,))
    assert found["runs"] == {}
    assert "are free" in found["failed"]["2000"]


def test_a_part_that_is_measured_anew_takes_the_place_of_what_it_was(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "beside")
    assert kept.kept() == {}
    for value in (1, 2):
        kept.Timed().keep("server", {"value": value})
    assert {part: one["found"] for part, one in kept.kept().items()} == {"server": {"value": 2}}


class _Session:
    """A page's session of Chromium that says what a test says."""

    def __init__(self) -> None:
        self.heard: dict[str, Callable[[dict[str, Any]], None]] = {}

    def on(self, name: str, react: Callable[[dict[str, Any]], None]) -> None:
        self.heard[name] = react

    def send(self, name: str) -> None:
        assert name == "Network.enable"


def test_bytes_are_counted_until_a_moment_of_the_clock_on_the_wall() -> None:
    session = _Session()
    wire = Wire(session)  # type: ignore[arg-type]

    def say(name: str, **event: Any) -> None:
        session.heard[f"Network.{name}"](event)

    say("requestWillBeSent", wallTime=1000.0, timestamp=10.0)
    say("dataReceived", requestId="a", timestamp=11.0, encodedDataLength=400)
    say("dataReceived", requestId="b", timestamp=12.0, encodedDataLength=300)
    # With its headers, which no piece of it has.
    say("loadingFinished", requestId="a", timestamp=13.0, encodedDataLength=500)
    frame = {"opcode": 2, "payloadData": "x" * 400}
    say("webSocketFrameReceived", requestId="c", timestamp=14.0, response=frame)
    moments = (1001.5, 1002.5, 1003.5, 1004.5)
    assert [wire.kilobytes(one) for one in moments] == [0.4, 0.7, 0.8, 1.1]
    assert wire.kilobytes() == 1.1
