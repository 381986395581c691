"""Answers kept by release, language and view: a release never changes, so nothing grows stale."""

import logging
from collections.abc import Callable, Hashable, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Protocol

import brotli
import orjson

from dashboard.web.cache.circuit_breaker import Breaker
from dashboard.web.cache.single_flight import Flights

_log = logging.getLogger(__name__)
# Ids are enumerations, which are strings; a date or an array would not come back as it went.
_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATETIME
# The fastest quality takes 0.15 ms for the 195 kB of a page and leaves 21 kB; the next is
# three times as slow for 7 % less.
_QUALITY = 1

Key = tuple[Hashable, ...]
_NOTHING: Mapping[str, bytes] = MappingProxyType({})


class Cache(Protocol):
    """What is needed of flask-caching."""

    def get(self, key: str) -> Any: ...
    def set(self, key: str, value: Any) -> Any: ...


def name_of(key: Key, code: str = "") -> str:
    """What an answer is kept as: 64 hex digits. A key holds what was asked, which may be long."""
    return sha256(repr((code, *key)).encode()).hexdigest()


class AnswerCache:
    """Answers in a cache that may fail, each computed by one thread at a time.

    `code` names the code that computes: two versions of it may share a cache. `counted` is told
    of each answer whether the cache had it. A cache that fails is not asked for a few seconds and
    is never more than a slower one. What this cache lacks is sought in the one `beyond` it, where
    there is one: a worker's own answers lie before those that workers share, so that what it has
    given before costs no question to Redis, and is not computed anew where Redis is gone.
    """

    def __init__(
        self,
        cache: Cache,
        *,
        code: str = "",
        breaker: Breaker | None = None,
        counted: Callable[[bool], object] = lambda had: None,
        beyond: "AnswerCache | None" = None,
    ) -> None:
        self._cache, self._code, self._counted, self._beyond = cache, code, counted, beyond
        self._breaker = breaker or Breaker()
        self._flights = Flights()

    def value(
        self, key: Key, compute: Callable[[], Any], ahead: Mapping[str, bytes] = _NOTHING
    ) -> Any:
        """The kept answer for `key`, else a new one: dicts, lists, strings and finite numbers.

        `ahead` are answers made before, as in `content`. Each caller has its own copy. Keys that
        equal each other must have the same `repr`.

        Raises:
            TypeError: `compute` gives what JSON cannot hold.
        """
        return orjson.loads(brotli.decompress(self.content(key, lambda: _packed(compute()), ahead)))

    def content(
        self, key: Key, compute: Callable[[], bytes], ahead: Mapping[str, bytes] = _NOTHING
    ) -> bytes:
        """The kept bytes for `key`, else new ones.

        What is made `ahead`, by name without code, is of this code, and is not kept again.
        """
        if ahead and (made := ahead.get(name_of(key))) is not None:
            self._counted(True)
            return made
        name = name_of(key, self._code)
        return self._flights.once(name, lambda: self._answer(name, key, compute))

    def _answer(self, name: str, key: Key, compute: Callable[[], bytes]) -> bytes:
        head = name.encode() + b"\n"
        kept = self._asked(lambda: self._cache.get(name))
        # What carries another label, as after a reply that went astray, is not this answer.
        is_kept = isinstance(kept, bytes) and kept.startswith(head)
        if is_kept or self._beyond is None:
            self._counted(is_kept)
        if is_kept:
            return kept[len(head) :]  # type: ignore[no-any-return]
        found = self._beyond.content(key, compute) if self._beyond else compute()
        self._asked(lambda: self._cache.set(name, head + found))
        return found

    def _asked(self, question: Callable[[], Any]) -> Any:
        """The cache's answer, or None when it is at rest or fails."""
        if not self._breaker.may_ask():
            return None
        try:
            answer = question()
        except Exception as error:
            if self._breaker.failed():
                _log.warning("the cache does not answer, going on without: %r", error)
            return None
        self._breaker.answered()
        return answer


def _packed(value: Any) -> bytes:
    packed: bytes = brotli.compress(orjson.dumps(value, option=_OPTIONS), quality=_QUALITY)
    return packed
