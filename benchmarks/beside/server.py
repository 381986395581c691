"""Pages and touches of the editors without a cache, in both builds, by the processor's time."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.beside import before
from benchmarks.rivals.run import rounds_within, say
from dashboard.paths import ROOT
from dashboard.settings import settings_from_environment

_INSIDE = Path(__file__).with_name("inside.py")
_PATIENCE = 120
FRONT = "/"


@dataclass
class Worked:
    """Of each build, by round: milliseconds of the first request of each page and of later ones."""

    first: list[dict[str, float]] = field(default_factory=list)
    later: list[dict[str, float]] = field(default_factory=list)
    touches: list[dict[str, float]] = field(default_factory=list)

    @property
    def slowest_to_front(self) -> list[float]:
        return [
            max(ms for path, ms in one.items() if path != FRONT) / one[FRONT] for one in self.later
        ]

    @property
    def first_to_later(self) -> list[float]:
        """Of each round the page whose first request is furthest from its later ones."""
        pairs = zip(self.first, self.later, strict=True)
        return [max(first[path] / later[path] for path in first) for first, later in pairs]


def measure(rounds: int, budget: float) -> dict[str, Any]:
    """Both builds in turns, each round in processes of its own; the first is not counted."""
    trees = {"ours": ROOT, "before": before.made()}
    found = {name: Worked() for name in trees}
    for turn in rounds_within(rounds + 1, budget, at_least=2):
        say(f"server, round {turn}")
        for name in random.Random(turn).sample(sorted(trees), len(trees)):
            one = _asked(trees[name])
            if turn:
                _add(found[name], one)
    return {name: asdict(one) for name, one in found.items()}


def _asked(tree: Path) -> dict[str, Any]:
    said = {"VARDPLATS_CACHE": "NullCache"}
    if tree == ROOT:
        said["VARDPLATS_HOME"] = str(settings_from_environment().home.resolve())
    done = subprocess.run(
        [sys.executable, str(_INSIDE)], cwd=tree, env=before.variables(tree, **said), check=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=_PATIENCE,
    )  # fmt: skip
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _add(worked: Worked, one: dict[str, Any]) -> None:
    pages = {path: times for path, times in one["pages"].items() if times}
    worked.first.append({path: times[0] for path, times in pages.items()})
    worked.later.append({path: median(times[1:]) for path, times in pages.items()})
    worked.touches.append({name: median(times) for name, times in one["touches"].items() if times})


def rows(found: dict[str, Any]) -> Iterator[dict[str, str]]:
    """A table of both builds: the median of the rounds for each page and kind of touch."""
    ours, theirs = Worked(**found["ours"]), Worked(**found["before"])
    for path in ours.later[0]:
        yield {
            "what": f"`{path}`",
            **_cells("", ours.later, theirs.later, path),
            **_cells(", first of a worker", ours.first, theirs.first, path),
        }
    for name in ours.touches[0]:
        yield {
            "what": f"touch of the {name}",
            **_cells("", ours.touches, theirs.touches, name),
            **dict.fromkeys(_cells(", first of a worker", ours.touches, theirs.touches, name), "-"),
        }


def _cells(words: str, ours: Any, theirs: Any, key: str) -> dict[str, str]:
    sides = {"ours": ours, "before": theirs}
    return {
        f"{side} ms{words}": f"{median(one[key] for one in rounds if key in one):.1f}"
        for side, rounds in sides.items()
    }
