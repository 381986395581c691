"""`nice python -m benchmarks.leaks [--requests 100000]`: what one may not see is in no answer.

Each answer is searched for the figures handed in by regions that the one who asks may not see, for
the words of agreements, and for preparedness; one in `--compare` is held to the answer of a site in
which nothing else was ever handed in: status and body must be the same. Ends with 1 where anything
leaks.
"""

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random
from time import monotonic

from dashboard.releases.dataset import read_dataset
from dashboard.settings import settings_from_environment
from tests.leak_requests import PEOPLE, Asked, Maker
from tests.leak_sites import EVERYTHING, answered, leaked, same, sight_of, sites


def run(releases: Path, place: Path, *, count: int, compare: int, seed: int) -> dict[str, object]:
    """Ask that many requests and count answers by status, what leaked, and what differed."""
    made = sites(releases, place)
    whole = made[EVERYTHING]
    maker = Maker(whole, read_dataset(releases.parent), Random(seed))
    statuses: Counter[int] = Counter()
    leaks: list[str] = []
    differing: list[str] = []
    compared, began = 0, monotonic()
    for number, one in enumerate(maker.requests(count), 1):
        status, data, sent = answered(whole, one)
        statuses[status] += 1
        leaks += leaked(one, status, data, sent)
        _learn(maker, one, sent, data)
        if number % compare == 0:
            compared += 1
            like = answered(made[sight_of(one.person)], one)
            if not same((status, data), like[:2], json.loads):
                differing.append(f"{one.method} {one.path} for {one.person or 'everybody'}")
        if number % 1000 == 0:
            print(f"{number} asked, {len(leaks)} leaks, {len(differing)} differ, "
                  f"{monotonic() - began:.0f} s", file=sys.stderr)  # fmt: skip
    return {
        "requests": count, "people": len(PEOPLE), "seed": seed, "seconds": monotonic() - began,
        "statuses": dict(sorted(statuses.items())), "leaks": leaks[:20], "leaked": len(leaks),
        "compared": compared, "differing": differing[:20], "differed": len(differing),
    }  # fmt: skip


def _learn(maker: Maker, one: Asked, sent: Mapping[str, str], data: bytes) -> None:
    """Names of stores and tags that somebody was given, for the others to try."""
    if tag := sent.get("ETag"):
        maker.learned.append(tag)
    if one.person and one.path.startswith("/api/v1/") and data.startswith(b"{"):
        release = json.loads(data).get("release", "")
        maker.learned += [release, f'"{release}"'] if release else []
    del maker.learned[:-40]


def main() -> int:
    """The figures as JSON; 1 where anything leaked or differed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--compare", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    os.environ.setdefault("VARDPLATS_PREWARM", "false")
    with tempfile.TemporaryDirectory() as folder:
        releases = settings_from_environment().home / "releases"
        found = run(
            releases, Path(folder), count=asked.requests, compare=asked.compare, seed=asked.seed
        )
    print(json.dumps(found, indent=2, ensure_ascii=False))
    return int(bool(found["leaked"] or found["differed"]))


if __name__ == "__main__":
    raise SystemExit(main())
