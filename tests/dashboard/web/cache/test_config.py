"""Each kind of cache keeps bytes as they are, and never more than it may."""

import pickle
import tracemalloc
from pathlib import Path
from random import Random
from typing import Any

import pytest
from flask import Flask
from flask_caching import Cache
from pydantic import SecretStr

from dashboard.settings import Settings
from dashboard.web.cache.answer_cache import AnswerCache
from dashboard.web.cache.config import Plain, cache_config, own_config


def cache_of(folder: Path, kind: Any, most: int = 32) -> Cache:
    settings = Settings(cache=kind, cache_dir=folder / "cache", cache_answers=most)
    return Cache(Flask("small"), config=cache_config(settings))


@pytest.mark.parametrize("kind", ["SimpleCache", "FileSystemCache"])
def test_what_was_kept_is_found_again(tmp_path: Path, kind: str) -> None:
    answer_cache = AnswerCache(cache_of(tmp_path, kind))
    for asked in range(2):
        assert answer_cache.value(("a",), lambda asked=asked: {"å": asked}) == {"å": 0}  # type: ignore[misc]


def test_the_workers_of_a_machine_share_a_folder(tmp_path: Path) -> None:
    one, two = (AnswerCache(cache_of(tmp_path, "FileSystemCache")) for _ in range(2))
    assert one.value(("a",), lambda: 1) == two.value(("a",), lambda: 2) == 1


@pytest.mark.parametrize(
    ("kind", "own"),
    [("SimpleCache", None), ("NullCache", None)]
    + [(kind, "SimpleCache") for kind in ("FileSystemCache", "RedisCache")],
)
def test_a_worker_keeps_answers_itself_before_those_it_shares(kind: Any, own: str | None) -> None:
    found = own_config(Settings(cache=kind, cache_answers=64))
    assert (found and found["CACHE_TYPE"]) == own
    assert found is None or found["CACHE_THRESHOLD"] == 64


def test_a_folder_keeps_no_more_than_it_may(tmp_path: Path) -> None:
    answer_cache = AnswerCache(cache_of(tmp_path, "FileSystemCache", most=16))
    for number in range(100):
        answer_cache.value((number,), lambda number=number: number)  # type: ignore[misc]
    # One more while it makes room, and the count that it keeps of itself.
    assert len(list((tmp_path / "cache").iterdir())) <= 16 + 2


def test_a_folder_with_torn_files_only_costs_time(tmp_path: Path) -> None:
    answer_cache = AnswerCache(cache_of(tmp_path, "FileSystemCache"))
    answer_cache.value(("a",), lambda: 1)
    for torn in (b"", b"\0", b"\0\0\0\0", b"\0\0\0\0=junk", b"\xff" * 40):
        for path in (tmp_path / "cache").iterdir():
            path.write_bytes(torn)
        assert answer_cache.value(("a",), lambda torn=torn: len(torn)) == len(torn)  # type: ignore[misc]


def test_memory_stays_bounded_under_random_views(tmp_path: Path) -> None:
    cache, random = cache_of(tmp_path, "SimpleCache", most=32), Random(1)
    answer_cache = AnswerCache(cache)
    tracemalloc.start()
    for number in range(400):
        answer_cache.content((number,), lambda: random.randbytes(20_000))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # 400 answers would take 8 MB, 33 take 0.7.
    assert held < 1_000_000
    assert len(cache.cache._cache) <= 33
    # The oldest went, not all: the latest are still there.
    assert answer_cache.content((399,), lambda: b"") != b""


def test_nothing_that_is_read_can_run_code() -> None:
    class Trap:
        def __reduce__(self) -> Any:
            return (pytest.fail, ("code from the cache was run",))

    plain = Plain()
    for kept in (pickle.dumps(Trap()), b"!" + pickle.dumps(Trap()), b"", None, b"12a"):
        assert plain.loads(kept) is None
    for value in (b"", b"=", b"12", b"a\0b", 0, 12):
        assert plain.loads(plain.dumps(value)) == value


def test_a_wrong_address_of_redis_stops_the_start() -> None:
    settings = Settings(cache="RedisCache", redis_url=SecretStr("http://:word@127.0.0.1"))
    with pytest.raises(ValueError, match="scheme") as error:
        Cache(Flask("small"), config=cache_config(settings))
    assert "word" not in str(error.value)
