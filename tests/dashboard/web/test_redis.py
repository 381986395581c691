"""Answers kept in a real Redis: alive, stopped, hung and back, and always the right answer."""

import time
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask_caching import Cache
from pydantic import SecretStr

from dashboard.settings import Settings
from dashboard.web.cache.answer_cache import AnswerCache
from dashboard.web.cache.circuit_breaker import Breaker
from dashboard.web.cache.config import cache_config
from tests.servers import Redis, redis_server

REST = 0.2


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    with redis_server(tmp_path_factory.mktemp("redis")) as redis:
        yield redis


@pytest.fixture
def redis(shared: Redis) -> Redis:
    """A Redis that answers and is empty."""
    shared.stop()
    shared.start()
    return shared


@pytest.fixture
def answer_cache(redis: Redis) -> Callable[..., AnswerCache]:
    """A worker's own memory of what Redis keeps."""

    def worker(breaker: Breaker | None = None) -> AnswerCache:
        settings = Settings(cache="RedisCache", redis_url=SecretStr(redis.url))
        config = cache_config(settings)
        # A busy machine's Redis is late, and not hung.
        config["CACHE_OPTIONS"] |= {"socket_timeout": 3, "socket_connect_timeout": 3}
        cache = Cache(Flask("small"), config=config)
        return AnswerCache(cache, breaker=breaker or Breaker(rest=REST))

    return worker


def nobody() -> int:
    pytest.fail("computed although it was kept")


class Stopwatch(Breaker):
    """A breaker whose clock stands still, and that counts how often Redis was waited for."""

    def __init__(self) -> None:
        super().__init__(clock=lambda: 0)
        self.failures = 0

    def failed(self) -> bool:
        self.failures += 1
        return super().failed()


def ask(answer_cache: AnswerCache, keys: range) -> None:
    """The answers to some keys are right."""
    assert [answer_cache.value((key,), lambda key=key: key) for key in keys] == list(keys)  # type: ignore[misc]


def test_what_one_worker_computed_another_finds(answer_cache: Callable[[], AnswerCache]) -> None:
    assert answer_cache().value(("a",), lambda: 1) == 1
    assert answer_cache().value(("a",), nobody) == 1


def test_answers_do_not_stay_for_ever(
    answer_cache: Callable[[], AnswerCache], redis: Redis
) -> None:
    from redis import Redis as Client

    answer_cache().value(("a",), lambda: 1)
    with Client.from_url(redis.url) as client:
        [name] = client.keys("vardplats:*")
        assert 0 < client.ttl(name) <= 86_400


def test_a_stopped_redis_is_asked_once(
    answer_cache: Callable[..., AnswerCache], redis: Redis
) -> None:
    breaker = Stopwatch()
    worker = answer_cache(breaker)
    ask(worker, range(5))
    assert breaker.failures == 0
    redis.stop()
    ask(worker, range(50))
    assert breaker.failures == 1


def test_a_redis_that_was_never_there_is_no_error(
    answer_cache: Callable[..., AnswerCache], redis: Redis
) -> None:
    redis.stop()
    breaker = Stopwatch()
    ask(answer_cache(breaker), range(50))
    assert breaker.failures == 1


def test_a_hung_redis_is_waited_for_once(
    answer_cache: Callable[..., AnswerCache], redis: Redis
) -> None:
    breakers = Stopwatch(), Stopwatch()
    known, new = (answer_cache(one) for one in breakers)
    ask(known, range(5))
    redis.freeze()
    try:
        for worker in (known, new):
            ask(worker, range(55))
    finally:
        redis.wake()
    assert [one.failures for one in breakers] == [1, 1]


def test_a_reply_is_waited_for_a_third_of_a_second() -> None:
    options = cache_config(Settings(cache="RedisCache", redis_url=SecretStr("redis://x")))
    assert options["CACHE_OPTIONS"]["socket_timeout"] <= 0.3


def test_a_redis_that_is_back_is_asked_again(
    answer_cache: Callable[[], AnswerCache], redis: Redis
) -> None:
    worker = answer_cache()
    for gone, back in ((redis.freeze, redis.wake), (redis.stop, redis.start)):
        gone()
        try:
            ask(worker, range(5))
        finally:
            back()
        time.sleep(REST * 1.5)
        # The one that goes to see keeps its answer there; then everybody does.
        ask(worker, range(10, 15))
        assert [answer_cache().value((key,), nobody) for key in range(11, 15)] == [11, 12, 13, 14]


def test_a_reply_that_comes_too_late_answers_nothing_else(
    answer_cache: Callable[[], AnswerCache], redis: Redis
) -> None:
    worker = answer_cache()
    ask(worker, range(5))
    redis.freeze()
    try:
        ask(worker, range(5))
    finally:
        redis.wake()
    time.sleep(REST * 1.5)
    for _ in range(20):
        ask(worker, range(5))


def test_answers_that_changed_places_are_not_believed(
    answer_cache: Callable[[], AnswerCache], redis: Redis
) -> None:
    from redis import Redis as Client

    ask(answer_cache(), range(2))
    with Client.from_url(redis.url) as client:
        one, two = client.keys("vardplats:*")
        kept = client.get(one), client.get(two)
        client.set(one, kept[1])
        client.set(two, kept[0])
        ask(answer_cache(), range(2))
        for junk in (b"", b"=", b"junk", b"\x80\x04N."):
            client.set(one, junk)
            ask(answer_cache(), range(2))
