"""An answer is computed once, and a cache that fails only costs time."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Lock
from typing import Any

import pytest

from dashboard.view.view import View, default_view
from dashboard.web.cache.answer_cache import AnswerCache, name_of
from dashboard.web.cache.circuit_breaker import Breaker
from tests.builders import a_dataset


class ReleaseProvider(dict[str, Any]):
    """A cache that works."""

    def set(self, key: str, value: Any) -> None:
        self[key] = value


class Broken:
    """A cache whose server is gone."""

    asked = 0

    def get(self, key: str) -> Any:
        self.asked += 1
        raise ConnectionError(key)

    def set(self, key: str, value: Any) -> Any:
        self.asked += 1
        raise ConnectionError(key)


class Full(ReleaseProvider):
    """A cache that takes nothing more."""

    def set(self, key: str, value: Any) -> None:
        raise OSError(28, "No space left on device")


class Astray(ReleaseProvider):
    """A cache that answers every question with what it was given first."""

    def get(self, key: str, default: Any = None) -> Any:
        return next(iter(self.values()), default)


def test_an_answer_is_computed_once() -> None:
    answer_cache, asked = AnswerCache(ReleaseProvider()), []
    for _ in range(3):
        assert answer_cache.value(
            ("a", 1), lambda: asked.append(1) or {"b": [1, 2.5, None, "å"]}
        ) == {"b": [1, 2.5, None, "å"]}
    assert len(asked) == 1


def test_what_is_made_ahead_is_neither_computed_nor_kept_again() -> None:
    cache, counted = ReleaseProvider(), list[bool]()
    answer_cache = AnswerCache(cache, code="of today", counted=counted.append)
    ahead = {name_of(("a", 1)): b"made"}
    assert answer_cache.content(("a", 1), lambda: pytest.fail("computed"), ahead) == b"made"
    assert (cache, counted) == ({}, [True])
    assert answer_cache.content(("a", 2), lambda: b"new", ahead) == b"new"
    assert answer_cache.content(("a", 2), lambda: pytest.fail("computed"), ahead) == b"new"
    assert len(cache) == 1


def test_each_caller_has_an_answer_of_its_own() -> None:
    answer_cache = AnswerCache(ReleaseProvider())
    answer_cache.value(("a",), lambda: [1]).append(2)
    assert answer_cache.value(("a",), lambda: [3]) == [1]


def test_views_releases_languages_and_codes_have_answers_of_their_own() -> None:
    cache, view = ReleaseProvider(), default_view(a_dataset())
    other = View("overcrowding", "2025-11")
    keys = [("r", "sv", view), ("r", "en", view), ("q", "sv", view), ("r", "sv", other)]
    for code in ("old", "new"):
        answer_cache = AnswerCache(cache, code=code)
        for key in keys:
            said = [code, repr(key)]
            assert answer_cache.value(key, partial(list, said)) == said
    assert len(cache) == 8


def test_keys_that_read_alike_are_not_alike() -> None:
    answer_cache = AnswerCache(ReleaseProvider())
    keys = [("a", "b"), ("a|b",), ("a, b",), ("a', 'b",), ("a", "b", ""), (1,), ("1",), ("a\nb",)]
    found = [answer_cache.value(key, lambda n=n: n) for n, key in enumerate(keys)]  # type: ignore[misc]
    assert found == list(range(len(keys)))


@pytest.mark.parametrize("cache", [Broken(), Full()])
def test_a_cache_that_fails_is_only_a_slower_one(cache: Any) -> None:
    answer_cache = AnswerCache(cache)
    assert [answer_cache.value(("a",), lambda: 7) for _ in range(3)] == [7, 7, 7]


def test_a_cache_that_fails_is_not_asked_at_every_touch() -> None:
    cache = Broken()
    answer_cache = AnswerCache(cache, breaker=Breaker(rest=60))
    for number in range(20):
        assert answer_cache.value((number,), lambda number=number: number) == number  # type: ignore[misc]
    assert cache.asked == 1


def test_what_a_worker_gave_before_is_given_again_without_the_shared_cache() -> None:
    shared, computed = ReleaseProvider(), Counter[int]()

    def asked(answers: AnswerCache, number: int) -> int:
        def compute() -> int:
            computed[number] += 1
            return number

        return answers.value((number,), compute)  # type: ignore[no-any-return]

    first = AnswerCache(ReleaseProvider(), beyond=AnswerCache(shared))
    second = AnswerCache(ReleaseProvider(), beyond=AnswerCache(shared))
    assert [asked(first, 1), asked(second, 1)] == [1, 1]
    assert computed == {1: 1}
    shared.clear()
    assert asked(second, 1) == 1
    assert computed == {1: 1}
    alone = AnswerCache(ReleaseProvider(), beyond=AnswerCache(Broken()))
    assert [asked(alone, 2) for _ in range(3)] == [2, 2, 2]
    assert computed == {1: 1, 2: 1}


def test_an_answer_of_two_caches_is_counted_once() -> None:
    counted = list[bool]()
    shared = AnswerCache(ReleaseProvider(), counted=counted.append)
    for answers in [
        AnswerCache(ReleaseProvider(), counted=counted.append, beyond=shared) for _ in range(2)
    ]:
        assert [answers.value(("a",), lambda: 1) for _ in range(2)] == [1, 1]
    assert counted == [False, True, True, True]


@pytest.mark.parametrize("kept", [b"", b"junk", "text", 7, object(), b"('', 'b')\njunk"])
def test_what_another_left_there_is_not_believed(kept: Any) -> None:
    cache = ReleaseProvider()
    answer_cache = AnswerCache(cache)
    answer_cache.value(("a",), lambda: 1)
    cache[next(iter(cache))] = kept
    assert answer_cache.value(("a",), lambda: 2) == 2


def test_a_reply_that_went_astray_is_not_another_views_answer() -> None:
    answer_cache = AnswerCache(Astray())
    assert [answer_cache.value((n,), lambda n=n: n) for n in range(5)] == list(range(5))  # type: ignore[misc]


def test_what_json_cannot_hold_is_refused_rather_than_changed() -> None:
    with pytest.raises(TypeError):
        AnswerCache(ReleaseProvider()).value(("a",), lambda: {1, 2})


def test_a_computation_that_fails_leaves_nothing_behind() -> None:
    cache = ReleaseProvider()
    answer_cache = AnswerCache(cache)
    with pytest.raises(ZeroDivisionError):
        answer_cache.value(("a",), lambda: 1 / 0)
    assert cache == {}
    assert answer_cache.value(("a",), lambda: 1) == 1


def test_eighty_at_once_for_three_views_compute_each_once() -> None:
    answer_cache, asked, lock = AnswerCache(ReleaseProvider()), Counter[int](), Lock()

    def compute(number: int) -> int:
        with lock:
            asked[number] += 1
        time.sleep(0.01)
        return number

    with ThreadPoolExecutor(4) as pool:
        keys = [n % 3 for n in range(80)]
        found = list(pool.map(lambda n: answer_cache.value((n,), lambda: compute(n)), keys))
    assert found == keys
    assert asked == {0: 1, 1: 1, 2: 1}
