"""`python -m benchmarks.beside [--parts phones,server,days,rivals] [--rounds 7] [--write]`.

Measures our page beside the build before and the peers, part by part. What a part found is kept in
`var/beside`, so that one that failed can be measured anew; `--write` writes RESULTS.md and its
chart from what is kept, and with `--parts ""` does nothing else.
"""

import argparse
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any

from benchmarks import unit_days
from benchmarks.beside import days, phones, server
from benchmarks.beside.kept import PARTS, Timed, kept
from benchmarks.beside.tables import tables
from benchmarks.rivals.demands import demands
from benchmarks.rivals.results import write
from benchmarks.rivals.run import Found, measure, say
from benchmarks.rivals.tables import print_tables
from benchmarks.rivals.tables import tables as tables_of_rivals


def _rivals(rounds: int, budget: float) -> dict[str, Any]:
    run = Found()
    measure(run, rounds, budget=budget)
    run.unit_days = unit_days.measured(1)
    values = {one.what: list(one.values) for one in demands(run)}
    return {"tables": tables_of_rivals(run), "values": values, "given_up": run.given_up}


# Each with the seconds that bound its rounds.
_MEASURES: dict[str, tuple[Callable[[int, float], dict[str, Any]], float]] = {
    "phones": (phones.measure, 1200),
    "server": (server.measure, 150),
    "days": (days.measure, 0),
    "rivals": (_rivals, 300),
}


def main() -> int:
    """Measure the parts one after another; 1 where one failed, after the others are done."""
    parser = argparse.ArgumentParser(prog="benchmarks.beside", description=__doc__)
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--budget", type=float, help="seconds of the rounds of each part")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    # The servers end with the run, also when it is told to stop.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    failed = False
    for part in filter(None, asked.parts.split(",")):
        work, budget = _MEASURES[part]
        timed = Timed()
        try:
            timed.keep(part, work(asked.rounds, asked.budget or budget))
        except Exception:
            # The others are measured all the same.
            traceback.print_exc()
            say(f"{part} failed; again: python -m benchmarks.beside --parts {part}")
            failed = True
    found = tables(kept())
    print_tables(found)
    if asked.write:
        write(found)
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
