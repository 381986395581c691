"""The trail is only added to, tells when a line was changed, and lives through kill -9."""

import json
import os
import resource
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.paths import ROOT
from dashboard.releases.audit_trail import TRAIL, record, recorded, trail_of


@pytest.fixture
def home(tmp_path: Path) -> Path:
    record(tmp_path, "import", "a.csv", "begun", by="Anna")
    record(tmp_path, "import", "a.csv", "done", by="Anna", detail="21 rows")
    record(tmp_path, "publish", "build", "done", by="Åke", detail="november")
    return tmp_path


def test_each_line_is_bound_to_the_one_before(home: Path) -> None:
    trail = trail_of(home)
    assert [(one.number, one.by, one.outcome) for one in trail.events] == [
        (1, "Anna", "begun"), (2, "Anna", "done"), (3, "Åke", "done"),
    ]  # fmt: skip
    assert [one.previous for one in trail.events[1:]] == [one.hash for one in trail.events[:-1]]
    assert (trail.cut_short, trail.fault) == (0, "")


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_changed_line_is_found(home: Path, place: int) -> None:
    lines = (home / TRAIL).read_text("utf-8").splitlines()
    said = json.loads(lines[place])
    lines[place] = json.dumps({**said, "by": "somebody else"})
    (home / TRAIL).write_text("\n".join(lines) + "\n", "utf-8")
    assert trail_of(home).fault == f"Line {place + 1} has been changed since it was written."


@pytest.mark.parametrize("gone", [0, 1])
def test_a_line_that_is_gone_is_found(home: Path, gone: int) -> None:
    lines = (home / TRAIL).read_text("utf-8").splitlines()
    del lines[gone]
    (home / TRAIL).write_text("\n".join(lines) + "\n", "utf-8")
    assert "a line is gone" in trail_of(home).fault


def test_a_line_made_unreadable_breaks_the_chain(home: Path) -> None:
    lines = (home / TRAIL).read_bytes().splitlines()
    (home / TRAIL).write_bytes(b"\n".join([lines[0], lines[1][:40], lines[2]]) + b"\n")
    assert "a line is gone or has been changed" in trail_of(home).fault


def test_what_was_cut_short_at_the_end_ends_where_it_is(home: Path) -> None:
    with (home / TRAIL).open("ab") as file:
        file.write(b'{"number": 4, "at": "20')
    record(home, "withdraw", "x", "done")
    trail = trail_of(home)
    assert ([one.number for one in trail.events], trail.cut_short, trail.fault) == (
        [1, 2, 3, 4], 1, "",
    )  # fmt: skip


def test_a_kill_in_the_middle_of_writing_loses_no_line_that_was_answered(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from dashboard.releases.audit_trail import record\n"
        "while True: print(record(Path(sys.argv[1]), 'a', 'b', 'done').number, flush=True)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT, text=True,
        env=environment,
    ) as process:  # fmt: skip
        assert process.stdout
        seen = [process.stdout.readline() for _ in range(5)]
        process.send_signal(signal.SIGKILL)
        seen += process.stdout.read().split()
    trail = trail_of(tmp_path)
    assert trail.fault == ""
    assert len(trail.events) >= max(int(one) for one in seen) >= 5


def test_those_who_write_at_once_wait_for_each_other(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: record(tmp_path, "a", str(n), "done"), range(20)))
    trail = trail_of(tmp_path)
    assert [one.number for one in trail.events] == list(range(1, 21))
    assert trail.fault == ""


def test_what_is_stopped_stands_as_begun_and_what_fails_as_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError), recorded(tmp_path, "publish", "x", by="Anna"):
        raise KeyError("no such release")
    found = [(one.outcome, one.detail) for one in trail_of(tmp_path).events]
    assert found == [("begun", ""), ("refused", "'no such release'")]


def test_nothing_is_done_that_there_is_no_room_to_write_down(home: Path) -> None:
    before, limits = (home / TRAIL).read_bytes(), resource.getrlimit(resource.RLIMIT_FSIZE)
    was = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 10, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"), recorded(home, "publish", "x"):
            pytest.fail("it was done all the same")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, was)
    assert (home / TRAIL).read_bytes() == before


def test_the_command_prints_what_no_record_has_and_says_when_a_line_was_changed(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    record(home, "answer", "R06-14", "done", by="Åke", detail="yes")
    record(home, "import", "b.csv", "refused", detail="0 of 21 rows kept")
    assert main(["audit", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(one["action"], one["subject"], one["reason"]) for one in rows] == [
        ("answer", "R06-14", "yes"), ("import", "b.csv", "refused: 0 of 21 rows kept"),
    ]  # fmt: skip
    content = (home / TRAIL).read_text("utf-8")
    (home / TRAIL).write_text(content.replace('21 rows"', '22 rows"'), "utf-8")
    assert main(["audit", "--format", "csv"]) == 2
    assert "Line 2 has been changed" in capsys.readouterr().err
