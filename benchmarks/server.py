"""Milliseconds of the server per touch, and bytes on the wire."""

import random
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from statistics import median
from time import process_time
from typing import Any

from werkzeug.test import TestResponse

from benchmarks.touches import Page, touches

# What a page of ours keeps by itself; the rest belongs to the libraries.
_OURS = ("dashboard.", "layouts.", "callbacks.")
_MEMO = type(lru_cache(len))

Work = Callable[[], object]


def server_times(rounds: int) -> list[dict[str, Any]]:
    """Median milliseconds of opening and of each touch, in rounds of an order of their own.

    `cold`: no cache, and every memo of values and words forgotten. `warm`: no cache. `kept`:
    the views lie in the cache. `empty` is a request that does nothing, the measure that makes
    two machines comparable.
    """
    without, keeping = Page("NullCache"), Page("SimpleCache")
    found: dict[tuple[str, str], list[float]] = {}
    # One round more than asked for: the first finds nothing in its place and is not counted.
    for turn in range(rounds + 1):
        for name, kind, work in _in_turn(without, keeping, random.Random(turn)):
            found.setdefault((name, kind), []).append(_milliseconds(work))
    middle = {key: median(times[1:]) for key, times in found.items()}
    return [_row(name, middle) for name in _asks(without)]


def wire() -> list[dict[str, Any]]:
    """Bytes of opening and of each touch: the request as sent, the answer plain and packed."""
    page = Page("SimpleCache")
    found = [_sizes("open", 0, page.opened)]
    for touch in touches(page.dataset):
        body = page.body(touch)
        found.append(_sizes(touch.control, len(body), partial(page.answer, body)))
    return found


def _sizes(name: str, up: int, ask: Callable[[str], TestResponse]) -> dict[str, Any]:
    packed = {way: len(ask(way).get_data()) for way in ("gzip", "br", "zstd")}
    return {"what": name, "request": up, "answer": len(ask("identity").get_data()), **packed}


def _asks(page: Page) -> dict[str, Work]:
    each = {one.control: partial(page.answer, page.body(one)) for one in touches(page.dataset)}
    return {"open": page.opened, **each}


def _in_turn(
    without: Page, keeping: Page, chance: random.Random
) -> Iterator[tuple[str, str, Work]]:
    asks = _asks(without)
    ways: list[tuple[str, str, Work]] = [
        ("empty", "warm", partial(without.client.get, "/healthz")),
        *((name, "warm", ask) for name, ask in asks.items()),
        *((name, "kept", ask) for name, ask in _asks(keeping).items()),
    ]
    chance.shuffle(ways)
    yield from ways
    for name, ask in asks.items():
        _forget()
        yield name, "cold", ask


def _milliseconds(work: Work) -> float:
    start = process_time()
    work()
    return (process_time() - start) * 1000


def _forget() -> None:
    """Empty every bounded memo of ours; what is bounded by its nature, as names, stays."""
    for name, module in list(sys.modules.items()):
        if name.startswith(_OURS):
            for one in vars(module).values():
                if type(one) is _MEMO and one.cache_parameters()["maxsize"]:
                    one.cache_clear()


def _row(name: str, middle: Mapping[tuple[str, str], float]) -> dict[str, Any]:
    times = {kind: middle[name, kind] for kind in ("cold", "warm", "kept")}
    return {
        "what": name,
        **{kind: round(time, 1) for kind, time in times.items()},
        "warm / empty": round(times["warm"] / middle["empty", "warm"], 1),
        "warm / kept": round(times["warm"] / times["kept"], 1),
    }
