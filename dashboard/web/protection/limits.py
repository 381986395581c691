"""How often somebody may send something: few times for each, and not too often for all."""

from collections.abc import Callable
from functools import cache
from typing import Any

from flask import request

from dashboard.settings import Settings
from dashboard.web.cache.config import redis_address

OF_ONE, OF_ALL = "5 per 10 minutes", "100 per hour"
# What one visitor may ask of the tables, as their configuration says.
CALLS, SECONDS = 600, 10

# What one visitor may have made of papers for a meeting: half an hour's work, and no machine's.
PAPERS, PAPER_SECONDS = 40, 600
# Sign-ins that one visitor may begin; a whole office may share an address.
SIGN_INS, SIGN_IN_SECONDS = 120, 600

# Counts a thing sent, and says whether it came too often.
TooOften = Callable[[], bool]
Counter = Callable[[str, str], bool]


def limits(settings: Settings) -> TooOften:
    """Counts what the visitor of this request sends; true where it is too often.

    Instances that share a Redis count together; where it does not answer, and without one,
    each process counts for itself. What counts is imported when the first thing is sent: it
    would be a tenth of the start.
    """
    shared = settings.cache == "RedisCache"
    near = cache(lambda: _counter("memory://", {}))
    far = cache(lambda: _counter(*redis_address(settings))) if shared else near

    def is_within(limit: str, who: str) -> bool:
        try:
            return far()(limit, who)
        except _unanswered():
            return near()(limit, who)

    return lambda: not (is_within(OF_ONE, _visitor()) and is_within(OF_ALL, "everybody"))


def of_tables() -> TooOften:
    """Counts a call of this request's visitor; true where there are too many within the window.

    Each process counts for itself: a call is answered in less time than others are asked.
    """
    return _in_window("vardplats-tables", CALLS, SECONDS)


def of_papers() -> TooOften:
    """Counts papers that this request's visitor asks for; true where they are too many.

    Each process counts for itself.
    """
    return _in_window("vardplats-papers", PAPERS, PAPER_SECONDS)


def of_sign_ins() -> TooOften:
    """Counts sign-ins that this request's visitor begins; true where they are too many.

    Each process counts for itself.
    """
    return _in_window("vardplats-sign-ins", SIGN_INS, SIGN_IN_SECONDS)


def _in_window(what: str, most: int, seconds: int) -> TooOften:
    window = cache(_window)

    def is_too_often() -> bool:
        from limits import RateLimitItemPerSecond

        limit = RateLimitItemPerSecond(most, seconds)
        return not window().hit(limit, what, _visitor())

    return is_too_often


def _window() -> Any:
    from limits.storage import MemoryStorage
    from limits.strategies import FixedWindowRateLimiter

    return FixedWindowRateLimiter(MemoryStorage())


def _counter(url: str, options: dict[str, Any]) -> Counter:
    from limits import parse
    from limits.storage import storage_from_string
    from limits.strategies import MovingWindowRateLimiter

    window = MovingWindowRateLimiter(storage_from_string(url, **options))
    return lambda limit, who: window.hit(parse(limit), "vardplats-reports", who)


def _unanswered() -> tuple[type[Exception], ...]:
    """What a Redis that is stopped, hung or wrong raises."""
    from limits.errors import StorageError
    from redis.exceptions import RedisError

    return StorageError, RedisError, OSError


def _visitor() -> str:
    """Who asks. A proxy of ours tells whom it speaks for, and anybody can claim to be one: that
    is why all together are counted too.
    """
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return f"{request.remote_addr} {told[:60]}"
