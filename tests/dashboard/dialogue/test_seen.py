"""Agreements and plans are shown to their region and to the authority, and to all by a setting."""

from pathlib import Path

import pytest

from dashboard.access.identity import NOBODY, Identity
from dashboard.dialogue.seen import Seen, seen
from dashboard.settings import Settings
from tests.tiers_made import WORD

VGR = Identity("region", "999999-0147", "14", "anna", way="session")
BOARD = Identity("authority", "202100-0555", "", "bo", way="session")
MINISTRY = Identity("ministry", "202100-3831", "", "cai", way="session")


@pytest.mark.parametrize(
    ("who", "region", "shown"),
    [
        (NOBODY, "14", False), (VGR, "14", True), (VGR, "12", False), (BOARD, "12", True),
        (MINISTRY, "14", False),
    ],
)  # fmt: skip
def test_who_may_see_them_is_the_tiers(
    tmp_path: Path, who: Identity, region: str, shown: bool
) -> None:
    settings = Settings(home=tmp_path, login="proxy", login_secret=WORD)  # type: ignore[arg-type]
    assert seen(settings, who, region) == Seen(shown, shown)


def test_without_a_login_plans_are_public_and_agreements_by_a_setting(tmp_path: Path) -> None:
    assert seen(Settings(home=tmp_path), NOBODY, "14") == Seen(False, True)
    assert seen(Settings(home=tmp_path, agreements=True), NOBODY, "14") == Seen(True, True)
