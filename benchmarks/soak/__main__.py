"""`python -m benchmarks.soak [--seconds 600] [--clients 200] [--every 7]`: walk, and judge.

`--only-publish --clients 50` shows one release after another and nothing else, and asks for 1.5.
"""

import argparse
import sys

from benchmarks.soak.walk import walk
from dashboard.settings import settings_from_environment

# What is asked: how much slower than the quiet stretch, and how much larger than at the beginning.
MOST_SLOWER, MOST_SLOWER_PUBLISHING, MOST_LARGER = 2.0, 1.5, 1.1


def main() -> int:
    """Walk and print what came of it; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(prog="benchmarks.soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--every", type=float, default=7, help="seconds from mishap to mishap")
    parser.add_argument("--only-publish", action="store_true", help="no mishaps, no strangers")
    asked = parser.parse_args()
    found = walk(
        settings_from_environment().home,
        seconds=asked.seconds, clients=asked.clients, every=asked.every,
        only_publish=asked.only_publish,
    )  # fmt: skip
    quiet, loud = found.quiet.p95(), found.loud.p95()
    print(f"answers to readers    {found.quiet.answered} quiet, {found.loud.answered} after")
    print(f"answers to strangers  {dict(sorted(found.loud.strangers.items()))}")
    print(f"mishaps               {found.happened}")
    print(f"broken off            {found.loud.again}, asked again")
    print(f"p95, ms               {quiet:.0f} quiet, {loud:.0f} after: {loud / quiet:.2f} x")
    print(f"memory                {found.growth:.2f} x")
    wrong = found.quiet.wrong + found.loud.wrong
    for fault, count in wrong.most_common():
        print(f"WRONG  {count:6}  {fault}")
    most = MOST_SLOWER_PUBLISHING if asked.only_publish else MOST_SLOWER
    return int(bool(wrong) or loud > most * quiet or found.growth > MOST_LARGER)


if __name__ == "__main__":
    sys.exit(main())
