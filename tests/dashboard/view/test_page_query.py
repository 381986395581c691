"""Keys that no view has are known to no cache, and where a reader came from changes nothing."""

from pathlib import Path

import pytest

from app import create_app
from dashboard.settings import Settings
from dashboard.view.page_query import is_of_view, without_campaign
from dashboard.web.cache.answer_cache import AnswerCache


def test_where_a_reader_came_from_is_no_part_of_the_question() -> None:
    assert without_campaign("region=14&utm_source=brev&fbclid=x") == "region=14"
    assert without_campaign("utm_source=brev") == ""
    assert (
        without_campaign("rule=than=limits,top=0&region=14") == "rule=than=limits,top=0&region=14"
    )
    assert is_of_view("region=14&period=2025")
    assert is_of_view("")
    assert not is_of_view("region=14&made_up=1")


def test_keys_without_end_leave_nothing_in_the_cache(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = list[object]()
    real = AnswerCache.content

    def counted(self: AnswerCache, key: tuple[object, ...], *more: object) -> bytes:
        if key[0] == "page":
            kept.append(key)
        return real(self, key, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(AnswerCache, "content", counted)
    client = create_app(Settings(home=home, prewarm=False)).server.test_client()
    for number in range(4):
        assert "made_up" in client.get(f"/?made_up{number}=1").text
    assert kept == []
    tags = {client.get(path).headers["ETag"] for path in ("/", "/?utm_source=1", "/?gclid=2")}
    assert (len(tags), len(set(kept))) == (1, 1)
