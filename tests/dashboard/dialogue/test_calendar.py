"""The calendar has the days of each agreement, in lines that every reader takes."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.dialogue.agreement import Agreement
from dashboard.dialogue.agreement_log import agree, follow_up
from dashboard.dialogue.calendar import calendar
from tests.dashboard.dialogue.test_agreement_log import FORM
from tests.each import each


@pytest.fixture
def agreed(tmp_path: Path) -> Agreement:
    return agree(tmp_path, FORM)


def _entries(content: bytes) -> list[dict[str, str]]:
    """Each event by the names of its properties, the long lines put together (RFC 5545, 3.1)."""
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, words = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line != "END:VEVENT":
            found[-1][name] = words
    return found


def test_an_agreement_is_the_day_of_its_measure_and_that_of_its_result(agreed: Agreement) -> None:
    measure, result = _entries(calendar([agreed], "sv"))
    assert measure["DTSTART;VALUE=DATE"] == "20261001"
    assert measure["DTEND;VALUE=DATE"] == "20261002"
    assert measure["SUMMARY;LANGUAGE=sv"] == "Västernorrland: Utskrivningsteam"
    assert measure["URL"] == FORM["plan"]
    assert "Anna Ek" in measure["DESCRIPTION;LANGUAGE=sv"]
    assert result["DTSTART;VALUE=DATE"] == "20261231"
    assert measure["UID"] != result["UID"]


def test_lines_end_as_they_must_and_none_is_long(agreed: Agreement) -> None:
    long = replace(agreed, measure="Åtgärd; med, komma\\ och " + "ö" * 200)
    content = calendar([long], "sv")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in each(content.split(b"\r\n")):
        assert len(line) <= 75
        line.decode()
    words = _entries(content)[0]["SUMMARY;LANGUAGE=sv"]
    assert words.startswith("Västernorrland: Åtgärd\\; med\\, komma\\\\ och ööö")
    assert words.endswith("ö" * 200)


def test_what_was_stopped_is_cancelled_and_keeps_its_name(
    agreed: Agreement, tmp_path: Path
) -> None:
    stopped = follow_up(tmp_path, 1, "Avbröts", state="stopped")
    [entry] = _entries(calendar([stopped], "en"))
    assert entry["STATUS"] == "CANCELLED"
    assert entry["UID"] == _entries(calendar([agreed], "en"))[0]["UID"]


def test_the_same_agreements_are_the_same_bytes(agreed: Agreement) -> None:
    assert calendar([agreed], "sv") == calendar([agreed], "sv")
