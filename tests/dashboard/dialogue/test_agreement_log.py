"""Agreements are only added to, each line with who and when, and live through kill -9."""

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.dialogue.agreement_form import MOST_WORDS, Faulty
from dashboard.dialogue.agreement_log import LOG, agree, agreements_of, follow_up
from dashboard.paths import ROOT

FORM = {
    "region": "22", "measure": "Utskrivningsteam", "indicator": "overcrowding", "value": "3,0",
    "until": "2026-12-31", "owner": "Anna Ek", "due": "2026-10-01", "marks": "needs, goal",
    "plan": "https://www.example.se/plan.pdf",
}  # fmt: skip


def test_an_agreement_holds_what_was_said_and_who_said_it_when(tmp_path: Path) -> None:
    made = agree(tmp_path, FORM, by="Åsa Öberg")
    [found] = agreements_of(tmp_path).known
    assert found == made
    assert (found.number, found.by, found.region, found.owner) == (1, "Åsa Öberg", "22", "Anna Ek")
    assert found.at.endswith("+00:00")
    expected = found.expected
    assert (expected.side, expected.value, expected.until) == ("at_most", 3.0, "2026-12")
    assert found.marks == {"needs", "goal"}
    assert (found.state, found.followed) == ("open", ())


def test_what_follows_is_added_and_what_was_written_stays(tmp_path: Path) -> None:
    agree(tmp_path, FORM, by="Åsa")
    before = (tmp_path / LOG).read_bytes()
    follow_up(tmp_path, 1, "Teamet är på plats", by="Bo")
    closed = follow_up(tmp_path, 1, "Klart", by="Bo", state="carried_out")
    assert (tmp_path / LOG).read_bytes().startswith(before)
    assert [(one.by, one.note, one.state) for one in closed.followed] == [
        ("Bo", "Teamet är på plats", "open"), ("Bo", "Klart", "carried_out"),
    ]  # fmt: skip
    assert closed.state == "carried_out"
    with pytest.raises(Faulty, match="Agreement 1 has been closed already"):
        follow_up(tmp_path, 1, "Igen")
    with pytest.raises(Faulty, match="There is no agreement 2"):
        follow_up(tmp_path, 2, "Vilken?")


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        ("region", "99", "There is no region 99"),
        ("region", "00", "There is no region 00"),
        ("measure", " \n ", "The measure is missing"),
        ("measure", "x" * (MOST_WORDS + 1), "at most 600 characters"),
        ("owner", "", "The owner is missing"),
        ("indicator", "distance_to_guideline", "or it rests on an estimate"),
        ("value", "nan", "is no number"),
        ("value", "1e9", "is no number"),
        ("until", "2026-13", "neither a month"),
        ("due", "2026-02-30", "is no date"),
        ("plan", "javascript:alert(1)", "is no web address"),
        ("marks", "luck", "luck is no mark"),
        ("kind", "magic", "magic is no kind"),
        ("side", "about", "at most or at least"),
        ("care", "psychiatric", "outplacement"),
    ],
)
def test_a_field_that_cannot_be_is_named(tmp_path: Path, field: str, words: str, said: str) -> None:
    form = {**FORM, field: words}
    if field == "care":
        form["indicator"], said = "outplacement", "The indicator has no psychiatric"
    with pytest.raises(Faulty, match=said) as refused:
        agree(tmp_path, form)
    assert set(refused.value.faults) == {field}
    assert not (tmp_path / LOG).exists()


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as refused:
        agree(tmp_path, {})
    assert {"region", "measure", "owner", "due", "until", "indicator"} <= set(refused.value.faults)


def test_beds_need_a_side(tmp_path: Path) -> None:
    form = {**FORM, "indicator": "available_beds", "value": "700"}
    with pytest.raises(Faulty, match="at most or at least"):
        agree(tmp_path, form)
    assert agree(tmp_path, {**form, "side": "at_least"}).expected.side == "at_least"


def test_words_cannot_be_orders(tmp_path: Path) -> None:
    made = agree(tmp_path, {**FORM, "measure": "Team\x1b[2J\u202e på\nplats"}, by="Bo\r\nAnna")
    assert (made.measure, made.by) == ("Team [2J på plats", "Bo Anna")


def test_a_changed_line_is_found(tmp_path: Path) -> None:
    agree(tmp_path, FORM)
    agree(tmp_path, FORM)
    content = (tmp_path / LOG).read_text("utf-8")
    (tmp_path / LOG).write_text(content.replace('"value": 3.0', '"value": 9.0', 1), "utf-8")
    assert agreements_of(tmp_path).fault == "Line 1 has been changed since it was written."


def test_a_kill_in_the_middle_of_writing_loses_no_agreement_that_was_answered(
    tmp_path: Path,
) -> None:
    code = (
        "import json, sys; from pathlib import Path\n"
        "from dashboard.dialogue.agreement_log import agree\n"
        "form = json.loads(sys.argv[2])\n"
        "while True: print(agree(Path(sys.argv[1]), form).number, flush=True)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path), json.dumps(FORM)], stdout=subprocess.PIPE,
        cwd=ROOT, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stdout
        seen = [process.stdout.readline() for _ in range(5)]
        process.send_signal(signal.SIGKILL)
        seen += process.stdout.read().split()
    found = agreements_of(tmp_path)
    assert found.fault == ""
    assert len(found.known) >= max(int(one) for one in seen) >= 5
    with (tmp_path / LOG).open("ab") as file:
        file.write(b'{"number": 4, "at": "20')
    next_number = len(found.known) + 1
    assert agree(tmp_path, FORM).number == next_number
    assert (agreements_of(tmp_path).cut_short, agreements_of(tmp_path).fault) == (1, "")


def test_those_who_write_at_once_get_numbers_of_their_own(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: agree(tmp_path, FORM).number, range(12)))
    assert sorted(made) == list(range(1, 13))
    assert agreements_of(tmp_path).fault == ""


def test_as_it_was_on_a_day_is_without_what_came_after(tmp_path: Path) -> None:
    agree(tmp_path, FORM)
    follow_up(tmp_path, 1, "Klart", state="carried_out")
    found = agreements_of(tmp_path)
    day = found.known[0].at[:10]
    assert found.upto(day) == found
    assert found.upto("2020-01-01").known == ()
