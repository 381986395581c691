"""An answer is computed once, and a cache that fails only costs time."""

from typing import Any

from dashboard.view import View, default_view
from dashboard.web.memo import remembered
from tests.builders import a_store


class Shelf(dict[str, Any]):
    """A cache that works."""

    def set(self, key: str, value: Any) -> None:
        self[key] = value


class Broken:
    """A cache whose server is gone."""

    def get(self, key: str) -> Any:
        raise ConnectionError(key)

    def set(self, key: str, value: Any) -> Any:
        raise ConnectionError(key)


class ReadOnly(Shelf):
    """A cache that is full."""

    def set(self, key: str, value: Any) -> None:
        raise OSError(28, "No space left on device")


def test_an_answer_is_computed_once() -> None:
    cache, asked = Shelf(), []
    for _ in range(3):
        assert remembered(cache, ("a", 1), lambda: asked.append(1) or "answer") == "answer"
    assert len(asked) == 1


def test_views_releases_and_languages_have_answers_of_their_own() -> None:
    cache, view = Shelf(), default_view(a_store())
    other = View("overcrowding", "2025-11")
    keys = [("r", "sv", view), ("r", "en", view), ("q", "sv", view), ("r", "sv", other)]
    found = [remembered(cache, key, lambda key=key: str(key)) for key in keys]  # type: ignore[misc]
    assert found == [str(key) for key in keys]
    assert len(cache) == 4


def test_a_cache_that_fails_is_only_a_slower_one() -> None:
    for cache in (Broken(), ReadOnly()):
        assert remembered(cache, ("a",), lambda: 7) == 7
