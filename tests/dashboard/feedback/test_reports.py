"""A report is whole or refused in words, kept once, and never changed."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.feedback import reports
from dashboard.feedback.reports import Faulty, Full, Report, report_from, store, stored, unreadable

NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
FORM = {
    "figure": "map",
    "title": "Överbeläggningar i regionerna",
    "address": "/?region=14&period=2025-10",
    "release": "0123456789abcdef",
    "kind": "value",
    "wrong": "Värdet för Halland borde vara 1,7.",
    "contact": "",
}


def is_page(path: str) -> bool:
    return path in ("/", "/en/")


def made(**changed: str) -> Report:
    return report_from({**FORM, **changed}, is_page=is_page, now=NOW)


def faults(**changed: str) -> list[str]:
    with pytest.raises(Faulty) as refusal:
        made(**changed)
    assert all(words.sv and words.en for words in refusal.value.faults.values())
    return list(refusal.value.faults)


def test_a_report_holds_what_the_form_said() -> None:
    one = made(contact="  a@x.se ")
    assert (one.figure, one.address, one.release) == ("map", FORM["address"], FORM["release"])
    assert (one.kind, one.wrong, one.contact) == ("value", FORM["wrong"], "a@x.se")
    assert one.received == "2026-11-22T05:00:00+00:00"


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("kind", "", "kind"),
        ("kind", "everything", "kind"),
        ("wrong", "  \n ", "wrong"),
        ("wrong", "x" * 2001, "wrong"),
        ("contact", "x" * 201, "contact"),
        ("figure", "../x", "figure"),
        ("figure", "", "figure"),
        ("release", "latest", "figure"),
        ("address", "https://x.se/", "figure"),
        ("address", "//x.se/", "figure"),
        ("address", "/nothing", "figure"),
        ("address", "/?" + "x" * 600, "figure"),
    ],
)
def test_what_cannot_be_used_is_named(name: str, value: str, fault: str) -> None:
    assert faults(**{name: value}) == [fault]


def test_every_fault_is_told_at_once() -> None:
    assert faults(kind="", wrong="", contact="x" * 300, figure="") == [
        "kind", "wrong", "contact", "figure",
    ]  # fmt: skip


def test_what_would_move_a_terminal_is_taken_out() -> None:
    assert made(wrong="Fel\x1b[31m\r\nvärde\x00 här").wrong == "Fel [31m\nvärde  här"
    assert made(title="a\nb").title == "a b"


@given(st.dictionaries(st.sampled_from([*FORM, "website"]), st.text(), max_size=7))
def test_any_form_is_taken_or_refused(changed: dict[str, str]) -> None:
    try:
        one = made(**changed)
    except Faulty:
        return
    assert len(one.wrong) <= reports.MOST_WORDS
    assert "\x1b" not in json.dumps(one.wrong, ensure_ascii=False)


def test_reports_are_kept_newest_first_and_the_same_one_once(tmp_path: Path) -> None:
    later = report_from(
        {**FORM, "wrong": "Ett annat värde"}, is_page=is_page, now=NOW.replace(hour=6)
    )  # fmt: skip
    for one in (made(), later, made()):
        store(tmp_path, one)
    assert stored(tmp_path) == (later, made())
    assert unreadable(tmp_path) == ()


def test_a_kept_report_is_never_changed(tmp_path: Path) -> None:
    store(tmp_path, made())
    (path,) = (tmp_path / "reports").iterdir()
    before = path.read_bytes()
    again = report_from(FORM, is_page=is_page, now=NOW.replace(hour=23))
    store(tmp_path, again)
    assert path.read_bytes() == before
    assert list((tmp_path / "reports").iterdir()) == [path]


def test_a_torn_file_is_named_and_passed_over(tmp_path: Path) -> None:
    store(tmp_path, made())
    for name, content in (("torn.json", "{"), ("list.json", "[]"), ("other.json", '{"a": 1}')):
        (tmp_path / "reports" / name).write_text(content)
    assert stored(tmp_path) == (made(),)
    assert unreadable(tmp_path) == ("list.json", "other.json", "torn.json")


def test_there_is_an_end_to_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "MOST_REPORTS", 1)
    store(tmp_path, made())
    with pytest.raises(Full):
        store(tmp_path, made(wrong="Ett annat värde"))


def test_nothing_is_left_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file where the folder should be")
    with pytest.raises(OSError):  # noqa: PT011 - whichever the system says
        store(tmp_path, made())
    assert stored(tmp_path) == ()
