"""The box can be emptied; a contact is its owner's, can be erased, and does not stay for ever."""

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from dashboard.feedback.box import CONTACT_DAYS, archive, erase, tidy
from dashboard.feedback.reports import store, stored
from dashboard.feedback.sending_limits import OF_ALL, OF_ONE, is_too_often
from tests.dashboard.feedback.test_reports import NOW, made

CONTACT = "Anna@example.se"


def modes(home: Path) -> set[int]:
    return {path.stat().st_mode & 0o777 for path in (home / "reports").iterdir()}


def test_only_the_owner_may_read_a_report(tmp_path: Path) -> None:
    store(tmp_path, made(contact=CONTACT))
    assert not is_too_often(tmp_path, "192.0.2.7")
    assert modes(tmp_path) == {0o600}
    assert (tmp_path / "reports").stat().st_mode & 0o077 == 0


def test_a_box_is_emptied_into_a_file_of_its_owner(tmp_path: Path) -> None:
    each = [made(wrong=f"Fel nummer {one}") for one in range(3)]
    for one in each:
        store(tmp_path, one)
    to = tmp_path / "reports.jsonl"
    assert archive(tmp_path, to) == 3
    assert stored(tmp_path) == ()
    assert to.stat().st_mode & 0o777 == 0o600
    kept = {json.loads(line)["id"] for line in to.read_text().splitlines()}
    assert kept == {one.id for one in each}
    store(tmp_path, each[0])
    with pytest.raises(FileExistsError):
        archive(tmp_path, to)
    assert stored(tmp_path) == (each[0],)


@pytest.mark.parametrize("whose", [" anna@EXAMPLE.se", "number"])
def test_a_contact_is_erased_and_the_report_stays(tmp_path: Path, whose: str) -> None:
    one, other = made(contact=CONTACT), made(wrong="Ett annat fel", contact="b@example.se")
    for each in (one, other):
        store(tmp_path, each)
    assert erase(tmp_path, one.id if whose == "number" else whose) == 1
    assert {report.contact for report in stored(tmp_path)} == {"", "b@example.se"}
    assert {report.wrong for report in stored(tmp_path)} == {one.wrong, other.wrong}
    assert CONTACT not in "".join(p.read_text() for p in (tmp_path / "reports").iterdir())
    assert modes(tmp_path) == {0o600}
    assert erase(tmp_path, CONTACT) == 0


def test_a_contact_is_forgotten_after_half_a_year(tmp_path: Path) -> None:
    store(tmp_path, made(contact=CONTACT))
    assert tidy(tmp_path, NOW + timedelta(days=CONTACT_DAYS)) == 0
    assert tidy(tmp_path, NOW + timedelta(days=CONTACT_DAYS + 1)) == 1
    assert [one.contact for one in stored(tmp_path)] == [""]
    assert tidy(tmp_path, NOW + timedelta(days=CONTACT_DAYS + 1)) == 0


def test_what_a_kill_left_is_swept_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    store(tmp_path, made())
    left, written = (tmp_path / "reports" / name for name in (".new-left", ".new-written"))
    for path, age in ((left, 7200), (written, 5)):
        path.write_text("")
        os.utime(path, (NOW.timestamp() - age,) * 2)
    tidy(tmp_path, NOW)
    assert (left.exists(), written.exists()) == (False, True)


def test_limits_hold_over_all_that_count_in_one_folder(tmp_path: Path) -> None:
    found = [is_too_often(tmp_path, "192.0.2.7", 1000.0 + one) for one in range(OF_ONE + 2)]
    assert found == [False] * OF_ONE + [True] * 2
    assert not is_too_often(tmp_path, "192.0.2.8", 1000.0)
    # The clock set back by an hour lets nobody send more, and time that goes on does.
    assert is_too_often(tmp_path, "192.0.2.8", 1000.0) is False
    assert is_too_often(tmp_path, "192.0.2.7", 999.0)
    assert not is_too_often(tmp_path, "192.0.2.7", 1700.0)
    others = [is_too_often(tmp_path, f"198.51.100.{one}", 1700.0) for one in range(OF_ALL)]
    assert others.count(False) == OF_ALL - OF_ONE - 3
    assert "192.0.2" not in (tmp_path / "reports" / ".sent").read_text()


def test_a_count_that_was_cut_short_begins_anew(tmp_path: Path) -> None:
    is_too_often(tmp_path, "192.0.2.7", 1000.0)
    (tmp_path / "reports" / ".sent").write_text('{"key": "ab')
    assert not is_too_often(tmp_path, "192.0.2.7", 1000.0)
