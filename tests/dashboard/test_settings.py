"""A setting is declared once, and a mistyped one stops the start."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from dashboard.paths import ROOT
from dashboard.settings import PREFIX, Settings, UnknownSetting, settings_from_environment


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)


def test_without_environment_the_defaults_hold() -> None:
    found = settings_from_environment()
    assert found.home == ROOT / "var"
    assert (found.workers, found.threads, found.cache, found.https) == (0, 4, "SimpleCache", False)


def test_the_environment_sets_what_is_declared(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    monkeypatch.setenv("VARDPLATS_THREADS", "8")
    monkeypatch.setenv("VARDPLATS_CHROMIUM", "/usr/bin/chromium")
    found = settings_from_environment()
    assert (found.home, found.threads) == (tmp_path, 8)


def test_a_mistyped_name_is_named_and_so_are_the_known_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VARDPLATS_HOEM", "/srv")
    with pytest.raises(UnknownSetting, match=r"Unknown setting VARDPLATS_HOEM\. Known: .*_HOME"):
        settings_from_environment()


@pytest.mark.parametrize(
    ("name", "value"),
    [("THREADS", "0"), ("WORKERS", "many"), ("CACHE", "redis"), ("HTTPS", "perhaps")],
)
def test_a_value_that_cannot_be_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(ValidationError, match=name.lower()):
        settings_from_environment()


def test_every_setting_is_described_and_none_can_be_changed() -> None:
    assert all(field.description for field in Settings.model_fields.values())
    with pytest.raises(ValidationError, match="frozen"):
        settings_from_environment().threads = 2


def test_the_address_of_redis_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDPLATS_REDIS_URL", "redis://:password@10.0.0.1/0")
    found = settings_from_environment()
    assert "password" not in repr(found) + str(found.redis_url)
    assert found.redis_url.get_secret_value() == "redis://:password@10.0.0.1/0"
