"""A region's own preparedness: loaded from a table, seen by who may, and by nobody else."""

import json
from pathlib import Path

import pytest

from dashboard.access.identity import NOBODY, Identity, of_scope
from dashboard.cli import main
from dashboard.imports.preparedness import (
    LOG,
    Widest,
    load,
    preparedness_of,
    preparedness_seen,
    say,
)
from dashboard.releases.audit_trail import trail_of
from tests.each import each

OWN, OTHER, BOARD, MINISTRY = (
    of_scope(one) for one in ("region-14", "region-12", "authority", "ministry")
)
TABLE = "region;stängda;kan ställas om;sjuksköterskor\nSkåne;31;12;4 100\nGotland;2;;\n"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path / "home"))


def test_a_table_is_kept_whole_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "b.csv"
    path.write_text(TABLE, "utf-8")
    asked = ["own-preparedness", "load", str(path), "--by", "Anna", "--format", "json"]
    assert main(asked) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["region"], row["closed"], row["convert"], row["employed"], row["state"])
            for row in rows] == [
        ("09", 2, None, None, "loaded"), ("12", 31, 12, 4100, "loaded"),
    ]  # fmt: skip
    home = tmp_path / "home"
    assert oct((home / LOG).parent.stat().st_mode & 0o777) == "0o700"
    assert [(one.action, one.subject, one.by, one.outcome) for one in trail_of(home).events] == [
        ("preparedness loaded", "12,09", "Anna", "begun"),
        ("preparedness loaded", "12,09", "Anna", "done"),
    ]


@pytest.mark.parametrize(("words", "said"), [
    ("region;stängda\nSkåne;-1\n", "row 2, column stängda: -1 is not from 0 to 5000"),
    ("region;stängda\nSkåne;många\n", "row 2, column stängda"),
    ("region;stängda\nSkåne;1\nSkåne;2\n", "row 3, column region: the region stands twice"),
    ("region;stängda\nRiket;1\n", "preparedness is that of a region"),
    ("region;stängda\nSkåne;\n", "there is no closed, convert, employed"),
    ("län;x\n", ""),
])  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, said: str
) -> None:
    path = tmp_path / "b.csv"
    path.write_text(words, "utf-8")
    assert main(["own-preparedness", "load", str(path)]) == 2
    assert said in capsys.readouterr().err
    assert preparedness_of(tmp_path / "home") == ()


def test_what_is_not_there_is_neither_released_nor_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for what in each(("release", "take-back")):
        assert main(["own-preparedness", what, "--region", "14"]) == 2
        assert "has nothing loaded" in capsys.readouterr().err
    assert main(["own-preparedness", "load"]) == 2


# Who sees what region 14 has loaded, and what it has released, by each value of the setting.
SEEN: dict[Widest, tuple[set[Identity], set[Identity]]] = {
    "region": ({OWN}, {OWN}),
    "authority": ({OWN, BOARD}, {OWN, BOARD}),
    "ministry": ({OWN, BOARD}, {OWN, BOARD, MINISTRY}),
}


@pytest.mark.parametrize("widest", SEEN)
def test_it_is_seen_by_who_may_by_tier_release_and_setting(tmp_path: Path, widest: Widest) -> None:
    load(tmp_path, {"14": {"closed": 31.0}})
    for place, seen in each(enumerate(SEEN[widest])):
        if place:
            say(tmp_path, "released", "14")
        for who in each((NOBODY, OWN, OTHER, BOARD, MINISTRY)):
            found = {
                one.region
                for one in preparedness_seen(lambda: preparedness_of(tmp_path), who, widest)
            }
            assert found == ({"14"} if who in seen else set()), who
    # What is loaded anew is not released.
    load(tmp_path, {"14": {"closed": 32.0}})
    assert preparedness_seen(lambda: preparedness_of(tmp_path), MINISTRY, widest) == ()
    say(tmp_path, "taken_back", "14")
    assert preparedness_of(tmp_path) == ()


def test_a_record_that_was_changed_is_shown_to_nobody(tmp_path: Path) -> None:
    load(tmp_path, {"14": {"closed": 31.0}})
    path = tmp_path / LOG
    path.write_bytes(path.read_bytes().replace(b"31.0", b"32.0"))
    with pytest.raises(OSError, match="was changed"):
        preparedness_seen(lambda: preparedness_of(tmp_path), OWN, "ministry")
