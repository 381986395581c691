"""The phone line for our page, the build before, the still page and the peers, in turns."""

import random
import time
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Error

from benchmarks.browser import chromium
from benchmarks.phone import Seen, visited
from benchmarks.rivals.demands import DOCUMENTED
from benchmarks.rivals.run import rounds_within, say
from benchmarks.rivals.still import still
from benchmarks.rivals.variants import (
    BEFORE,
    EVIDENCE,
    LIMIT,
    OURS,
    SHINY,
    Running,
    address,
    running,
)  # fmt: skip

PEERS = (*DOCUMENTED.values(), SHINY, EVIDENCE)
# A peer of ten megabytes takes a minute on this line, so that all of them come in fewer rounds, and
# in none that begins later than this part of the time.
EVERY, _PEERS_UNTIL = 3, 0.55
_RADIO = "Utlokaliseringar"
Rounds = dict[str, dict[str, Seen]]


def measure(rounds: int, budget: float) -> dict[str, Any]:
    """What each visit saw by page and round, and how many visits to a page came to nothing.

    The peers come in every third round, and as long as there is time after them for the others. No
    round begins after the budget, in seconds.
    """
    found: Rounds = {}
    given_up: dict[str, int] = {}
    with ExitStack() as stack:
        served = []
        for one in (OURS, BEFORE, *PEERS):
            say(f"starting {one.name}")
            try:
                served.append(stack.enter_context(running(one)))
            except (RuntimeError, OSError):
                given_up[f"{one.name} does not start"] = 1
        ours = next(one for one in served if one.variant == OURS)
        browser = stack.enter_context(chromium())
        port = stack.enter_context(still(browser, ours))
        pages = [*served, Running(LIMIT, ours.process, port, 0.0)]
        end = time.monotonic() + budget * _PEERS_UNTIL
        for turn in rounds_within(rounds + 1, budget, at_least=2):
            say(f"phones, round {turn}")
            for one in random.Random(turn).sample(pages, len(pages)):
                if one.variant.is_rival and not _comes(turn, end):
                    continue
                _visit(browser, one, turn, found, given_up)
    return {"visits": found, "given_up": given_up}


def _comes(turn: int, end: float) -> bool:
    return turn in (0, 1) or (turn % EVERY == 1 and time.monotonic() < end)


def _visit(
    browser: Browser, one: Running, turn: int, found: Rounds, given_up: dict[str, int]
) -> None:
    name, began = one.variant.name, time.monotonic()
    try:
        radio = _RADIO if one.variant.is_rival else ""
        seen = visited(browser, address(one.variant, one.port), radio, poor=turn > 0)
    except Error as error:
        say(f"{name} did not answer: {str(error).splitlines()[0]}")
        given_up[name] = given_up.get(name, 0) + 1
        return
    say(f"{name}: {time.monotonic() - began:.0f} s")
    # In the first round, on a good line, servers and browser compile what they run.
    if turn:
        found.setdefault(name, {})[str(turn)] = seen


def fastest(visits: Rounds) -> str | None:
    """The peer whose largest paint comes first."""
    names = [one.name for one in PEERS if one.name in visits]
    return min(names, key=lambda name: _middle(visits, name, "lcp"), default=None)


def ratios(visits: Rounds, below: str | None, key: str) -> list[float]:
    """Ours over another page, for the rounds that have both."""
    mine, theirs = visits.get(OURS.name, {}), visits.get(below or "", {})
    return [mine[turn][key] / theirs[turn][key] for turn in mine
            if turn in theirs and theirs[turn][key]]  # fmt: skip


def _middle(visits: Rounds, name: str, key: str) -> float:
    return median(one[key] for one in visits[name].values())


def rows(visits: Rounds) -> Iterator[dict[str, str]]:
    """A table of the pages with median, least and most of each measure."""
    heads = {
        "lcp": "largest paint, ms", "blocking": "blocked, ms", "inp": "touch to next paint, ms",
        "kb": "kB at rest", "chart_kb": "kB before a chart is drawn by script",
    }  # fmt: skip
    for name, rounds in visits.items():
        found = {"page": name, "rounds": str(len(rounds))}
        for key, words in heads.items():
            values = [one[key] for one in rounds.values() if key in one]
            if not values:
                found[words] = "not drawn in time"
                continue
            spread = f" ({min(values):.0f}..{max(values):.0f})" if min(values) < max(values) else ""
            found[words] = f"{median(values):.0f}{spread}"
        yield found
