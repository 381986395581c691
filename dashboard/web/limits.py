"""How often somebody may send something: few times for each, and not too often for all."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from flask import Flask, request
from flask_limiter import Limiter, RateLimitExceeded

from dashboard.settings import Settings
from dashboard.web.caches import redis_address

# What is raised where it is too often.
TooOften = RateLimitExceeded
OF_ONE, OF_ALL = "5 per 10 minutes", "100 per hour"

Counted = Callable[[], AbstractContextManager[None]]


def limits(server: Flask, settings: Settings) -> Counted:
    """What counts a thing sent, and raises `TooOften`.

    Instances that share a Redis count together; where it does not answer, and without one,
    each process counts for itself.
    """
    shared = settings.cache == "RedisCache"
    url, options = redis_address(settings) if shared else ("memory://", {})
    limiter = Limiter(
        _visitor,
        app=server,
        storage_uri=url,
        storage_options=options,
        strategy="moving-window",
        in_memory_fallback_enabled=shared,
        key_prefix="vardplats",
    )

    @contextmanager
    def counted() -> Iterator[None]:
        with limiter.limit(OF_ONE), limiter.limit(OF_ALL, key_func=lambda: "everybody"):
            yield

    return counted


def _visitor() -> str:
    """Who asks. A proxy of ours tells whom it speaks for, and anybody can claim to be one: that
    is why all together are counted too.
    """
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return f"{request.remote_addr} {told[:60]}"
