"""What flask-caching is told: where answers are kept, how many, how long, and in which form."""

from typing import Any

from cachelib.serializers import BaseSerializer

from dashboard.settings import Settings

# Nothing grows stale, but what nobody has asked for since yesterday may go.
_DAY = 86_400
_REDIS_SECONDS = 0.3
_HERE = "redis://127.0.0.1:6379/0"


class Plain(BaseSerializer):
    """Bytes as they are, and the counts that a folder of files keeps of itself.

    The default is pickle, with which whoever can write to the cache runs code here.
    """

    def dumps(self, value: bytes | int, protocol: int = 0) -> bytes:
        return b"=" + value if isinstance(value, bytes) else b"%d" % value

    def loads(self, bvalue: bytes | None) -> bytes | int | None:
        if not bvalue:
            return None
        if bvalue[:1] == b"=":
            return bvalue[1:]
        return int(bvalue) if bvalue.isdigit() else None

    def dump(self, value: bytes | int, f: Any, protocol: int = 0) -> None:
        f.write(self.dumps(value))

    def load(self, f: Any) -> bytes | int | None:
        return self.loads(f.read())


def cache_config(settings: Settings) -> dict[str, Any]:
    """The configuration of flask-caching.

    Raises:
        ValueError: the address of Redis is no address.
    """
    found = {
        "CACHE_TYPE": settings.cache,
        # A timeout of 0 would make SimpleCache drop everything at once when it is full.
        "CACHE_DEFAULT_TIMEOUT": _DAY,
        "CACHE_THRESHOLD": settings.cache_answers,
        "CACHE_DIR": str(settings.cache_dir or settings.home / "cache"),
        "CACHE_SERIALIZER": Plain(),
    }
    return found | (_redis(settings) if settings.cache == "RedisCache" else {})


def own_config(settings: Settings) -> dict[str, Any] | None:
    """The configuration of a worker's own answers before shared ones; None where none are shared.

    A shared cache is another process or a disk: it is slower, and may be gone.
    """
    if settings.cache not in ("RedisCache", "FileSystemCache"):
        return None
    return cache_config(settings.model_copy(update={"cache": "SimpleCache"}))


def _redis(settings: Settings) -> dict[str, Any]:
    url, options = redis_address(settings)
    return {"CACHE_KEY_PREFIX": "vardplats:", "CACHE_REDIS_URL": url, "CACHE_OPTIONS": options}


def redis_address(settings: Settings) -> tuple[str, dict[str, Any]]:
    """Where Redis is, and how it is asked: once, and not waited for."""
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    return settings.redis_url.get_secret_value() or _HERE, {
        "socket_connect_timeout": _REDIS_SECONDS,
        "socket_timeout": _REDIS_SECONDS,
        # redis-py would else try three times more, and wait in between.
        "retry": Retry(NoBackoff(), 0),
    }
