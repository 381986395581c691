"""`python -m benchmarks rivals [--rounds 7] [--format json]`: measure the rivals and print.

`python -m benchmarks.beside` measures them among all else and writes RESULTS.md.
"""

import argparse
import json
import signal
import sys
from typing import Any

from benchmarks import unit_days
from benchmarks.rivals.run import BUDGET_SECONDS, Found, measure
from benchmarks.rivals.tables import print_tables, tables


def main(words: list[str] | None = None) -> None:
    """Measure everything in one interleaved run."""
    parser = argparse.ArgumentParser(prog="benchmarks.rivals", description=__doc__)
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--rounds", type=int, default=7, help="interleaved rounds (7)")
    parser.add_argument("--budget", type=float, default=BUDGET_SECONDS, help="seconds of visits")
    asked = parser.parse_args(words)
    # The servers end with the run, also when it is told to stop.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    run = Found()
    try:
        measure(run, asked.rounds, budget=asked.budget)
        run.unit_days = unit_days.measured(1)
    finally:
        _print(tables(run), asked.format)


def _print(found: dict[str, list[dict[str, Any]]], form: str) -> None:
    if form == "json":
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        print_tables(found)


if __name__ == "__main__":
    main()
