"""Answers kept by (release, language, view): a release never changes, so nothing grows stale."""

import logging
from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeVar

Found = TypeVar("Found")


class Cache(Protocol):
    """What is needed of flask-caching."""

    def get(self, key: str) -> Any: ...
    def set(self, key: str, value: Any) -> Any: ...


def remembered(cache: Cache, key: tuple[Hashable, ...], compute: Callable[[], Found]) -> Found:
    """The kept answer for `key`, else a new one; a cache that fails is only a slower one."""
    name = "|".join(map(str, key))
    try:
        kept = cache.get(name)
    except Exception:
        logging.getLogger(__name__).warning("the cache did not answer", exc_info=True)
        return compute()
    if kept is not None:
        return kept  # type: ignore[no-any-return]
    found = compute()
    try:
        cache.set(name, found)
    except Exception:
        logging.getLogger(__name__).warning("the cache took no answer", exc_info=True)
    return found
