"""One interleaved run of everything: what each variant took, round by round."""

import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from urllib.request import urlopen

from playwright.sync_api import Browser, Error

from benchmarks.browser import chromium
from benchmarks.rivals.crowd import Crowd, crowd
from benchmarks.rivals.growth import TIMES, growth, loads
from benchmarks.rivals.line import Line, lines
from benchmarks.rivals.processes import memory_mb
from benchmarks.rivals.still import still
from benchmarks.rivals.variants import LIMIT, OURS, SERVED, UNCACHED, Running, Variant, running
from benchmarks.rivals.visits import KINDS, Months, Seen, visit
from dashboard.releases.dataset import read_dataset
from dashboard.settings import settings_from_environment

_SECONDS = 1.0
# No round of visits begins after this, nor one of crowds or starts after a part of it: a slow
# machine makes fewer, and the report says how many.
BUDGET_SECONDS = 360
_BY_REQUESTS = ("dash documented", "vizro documented")
# Those whose touches are requests that can be replayed; the others speak over a socket of their
# own, and what they can carry follows from their processor time.
_REPLAYED = (OURS, UNCACHED, *(one for one in SERVED if one.name in _BY_REQUESTS))
_STARTED = tuple(one for one in SERVED if one.name in ("ours as served", "dash documented"))


@dataclass
class Found:
    """All that was measured, by variant; what came in rounds is by round, or a list."""

    visits: dict[Variant, dict[int, Seen]] = field(default_factory=dict)
    crowds: dict[tuple[Variant, int], list[Crowd]] = field(default_factory=dict)
    memory: dict[Variant, dict[str, float]] = field(default_factory=dict)
    starts: dict[Variant, list[float]] = field(default_factory=dict)
    growth: dict[int, list[float]] = field(default_factory=dict)
    loads: dict[int, dict[str, float]] = field(default_factory=dict)
    unit_days: dict[str, float] = field(default_factory=dict)
    first_errors: int = 0
    given_up: dict[str, int] = field(default_factory=dict)


def measure(
    found: Found,
    rounds: int,
    variants: tuple[Variant, ...] = SERVED,
    *,
    seconds: float = _SECONDS,
    budget: float = BUDGET_SECONDS,
    sizes: tuple[int, ...] = TIMES,
) -> None:
    """Fill in everything, over this many rounds; each takes the variants in an order of its own.

    `sizes` are how many times as many data growth is measured with. What was found so far stands
    when the run is stopped.
    """
    say("growth")
    found.growth, found.loads = growth(rounds, sizes), loads(sizes)
    with ExitStack() as stack:
        served = []
        for one in variants:
            say(f"starting {one.name}")
            try:
                served.append(stack.enter_context(running(one)))
            except (RuntimeError, OSError):
                found.given_up[f"{one.name} does not start"] = 1
        _walked(served, rounds, budget, found)
        for turn in rounds_within(rounds, budget / 4):
            say(f"crowds, round {turn + 1}")
            _crowded(served, random.Random(turn), found, seconds)
        found.memory = {one.variant: memory_mb(one.process.pid) for one in served}
    for turn in rounds_within(rounds, budget / 8):
        say(f"starts, round {turn + 1}")
        _started(found, variants)


def say(words: str) -> None:
    """Tell whoever waits what is under way."""
    print(f">> {words}", file=sys.stderr, flush=True)


def rounds_within(rounds: int, seconds: float, at_least: int = 1) -> Iterator[int]:
    """The numbers of the rounds that begin within these seconds; some begin whatever the time."""
    end = time.monotonic() + seconds
    for turn in range(rounds):
        if turn < at_least or time.monotonic() < end:
            yield turn


def _walked(served: list[Running], rounds: int, budget: float, found: Found) -> None:
    ours = next(one for one in served if one.variant == OURS)
    with chromium() as browser, still(browser, ours) as port:
        pages = [*served, Running(LIMIT, ours.process, port, 0.0)]
        with lines([one.port for one in pages]) as carried:
            # At least one round that counts, after the first that does not.
            for turn in rounds_within(rounds + 1, budget, at_least=2):
                say(f"visits, round {turn}")
                _visited(browser, list(zip(pages, carried, strict=True)), turn, found)


def _visited(
    browser: Browser,
    pairs: list[tuple[Running, Line]],
    turn: int,
    found: Found,
) -> None:
    """One round; the first is not counted, as server and browser compile what they run."""
    chance = random.Random(turn)
    for one, line in chance.sample(pairs, len(pairs)):
        try:
            seen = visit(browser, one, line, _months(), chance.sample(KINDS, len(KINDS)))
        except Error:
            name = one.variant.name
            found.given_up[name] = found.given_up.get(name, 0) + 1
            continue
        if turn:
            found.visits.setdefault(one.variant, {})[turn] = seen


def _months() -> Months:
    before, last = read_dataset(settings_from_environment().home).months[-2:]
    return Months(last, before)


def _crowded(served: list[Running], chance: random.Random, found: Found, seconds: float) -> None:
    for one in chance.sample(served, len(served)):
        visits = found.visits.get(one.variant)
        if one.variant not in _REPLAYED or not visits:
            continue
        for clients in (50, 200) if one.variant in (OURS, UNCACHED) else (50,):
            seen = crowd(one.port, visits[max(visits)].bodies, clients, seconds)
            found.crowds.setdefault((one.variant, clients), []).append(seen)


def _started(found: Found, variants: tuple[Variant, ...]) -> None:
    for variant in _STARTED:
        if variant in variants:
            with running(variant) as one:
                found.starts.setdefault(variant, []).append(one.seconds)
                if variant == OURS:
                    found.first_errors += _errors_of_many(one.port)


def _errors_of_many(port: int) -> int:
    """How many of 48 visitors who come at once to a new server get no page."""

    def asked(_: int) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{port}/", timeout=30) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    with ThreadPoolExecutor(48) as pool:
        return list(pool.map(asked, range(48))).count(False)
