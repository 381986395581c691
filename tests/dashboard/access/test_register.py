"""Who is let in, by lines that are only added to."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dashboard.access.identity import NOBODY
from dashboard.access.letting_in import Reception
from dashboard.access.register import (
    LOG,
    Unfit,
    end_token,
    give_role,
    let_in,
    make_token,
    organisation_number,
    register_of,
)
from dashboard.access.tiers import PERMISSIONS, TIERS
from tests.each import each

VGR, BOARD = "232100-0131", "202100-0555"


def test_the_public_may_nothing_and_every_tier_is_declared() -> None:
    assert PERMISSIONS["public"] == frozenset()
    assert PERMISSIONS.keys() == set(TIERS)


@pytest.mark.parametrize("words", ["232100-0132", "2321000131x", "", "232100", "٢٣٢١٠٠-٠١٣١"])
def test_a_number_has_its_check_digit(words: str) -> None:
    with pytest.raises(Unfit, match="no organisation number"):
        organisation_number(words)


@pytest.mark.parametrize("words", [VGR, "2321000131", "162321000131", f" {VGR} "])
def test_a_number_is_read_as_people_write_it(words: str) -> None:
    assert organisation_number(words) == VGR


def test_nobody_is_let_in_before_somebody_is(tmp_path: Path) -> None:
    assert Reception(tmp_path).person(VGR, f"anna@{VGR}", "proxy") == NOBODY


def test_a_person_reads_until_there_is_a_role(tmp_path: Path) -> None:
    let_in(tmp_path, VGR, "region", "14", by="test")
    reception = Reception(tmp_path)
    anna = reception.person(VGR, f"anna@{VGR}", "session")
    assert (anna.tier, anna.region, anna.scope) == ("region", "14", "region-14")
    assert anna.may("unpublished", "read", "14")
    assert not anna.may("unpublished", "read", "12")
    assert not anna.may("unpublished", "write")
    give_role(tmp_path, f"anna@{VGR}", "publisher", by="test")
    anna = reception.person(VGR, f"Anna@{VGR}", "session")
    assert anna.may("unpublished", "publish", "14")
    assert not anna.may("unpublished", "publish", "12")
    assert not anna.may("audit")


def test_a_person_is_of_the_organisation_that_vouches(tmp_path: Path) -> None:
    let_in(tmp_path, VGR, "region", "14", by="test")
    let_in(tmp_path, BOARD, "authority", "", by="test")
    give_role(tmp_path, f"bo@{BOARD}", "publisher", by="test")
    assert Reception(tmp_path).person(VGR, f"bo@{BOARD}", "session") == NOBODY


def test_a_token_is_its_secret_until_it_ends(tmp_path: Path) -> None:
    let_in(tmp_path, VGR, "region", "14", by="test")
    one, words = make_token(tmp_path, VGR, "reporter", 30, by="test")
    assert words not in (tmp_path / LOG).read_text()
    assert words.rpartition("_")[2] not in (tmp_path / LOG).read_text()
    reception = Reception(tmp_path)
    found = reception.token(words)
    assert found.may("unpublished", "write", "14")
    assert not found.may("unpublished", "publish", "14")
    for wrong in each((words[:-1], words + "x", words.replace("vp_", "vq_"), "", "vp__", "ö")):
        assert reception.token(wrong) == NOBODY
    later = datetime.now(UTC) + timedelta(days=30)
    assert Reception(tmp_path, lambda: later).token(words) == NOBODY
    end_token(tmp_path, one.name, by="test")
    assert reception.token(words) == NOBODY


def test_a_token_ends_with_its_organisation(tmp_path: Path) -> None:
    let_in(tmp_path, VGR, "region", "14", by="test")
    _, words = make_token(tmp_path, VGR, "reader", 30, by="test")
    reception = Reception(tmp_path)
    assert reception.token(words).is_known
    let_in(tmp_path, VGR, "public", "", by="test")
    assert reception.token(words) == NOBODY


def test_a_record_that_was_changed_lets_nobody_in(tmp_path: Path) -> None:
    let_in(tmp_path, VGR, "region", "14", by="test")
    log = tmp_path / LOG
    log.write_text(log.read_text().replace('"region": "14"', '"region": "12"'))
    assert register_of(tmp_path).fault
    assert Reception(tmp_path).person(VGR, f"anna@{VGR}", "session") == NOBODY


def test_what_cannot_be_let_in_is_told(tmp_path: Path) -> None:
    for number, tier, region in each(
        (
            (VGR, "region", "99"),
            (VGR, "king", ""),
            (BOARD, "authority", "14"),
            ("1", "region", "14"),
        )
    ):
        with pytest.raises(Unfit):
            let_in(tmp_path, number, tier, region, by="test")
    with pytest.raises(Unfit, match="not let in"):
        make_token(tmp_path, VGR, "reader", 30, by="test")
    let_in(tmp_path, VGR, "region", "14", by="test")
    with pytest.raises(Unfit, match="days"):
        make_token(tmp_path, VGR, "reader", 400, by="test")
    with pytest.raises(Unfit, match="no person"):
        give_role(tmp_path, "anna", "reader", by="test")
