"""One run as tables: what was demanded, and what each page took."""

import os
import platform
from collections.abc import Iterable
from statistics import median
from typing import Any

from benchmarks.rivals import growth
from benchmarks.rivals.crowd import Crowd
from benchmarks.rivals.demands import busy_ms, demands, opened_ms, slow_touch_ms
from benchmarks.rivals.run import Found
from benchmarks.rivals.variants import Variant
from benchmarks.rivals.visits import KINDS, Seen


def tables(found: Found) -> dict[str, list[dict[str, Any]]]:
    """Rows of the demands, and of the pages with the medians of their rounds."""
    return {
        "machine": [_machine(found)],
        "demands": [one.row() for one in demands(found)],
        "pages": [_page(found, one) for one in found.visits],
        "growth": growth.rows(found.growth, found.loads),
    }


def _machine(found: Found) -> dict[str, Any]:
    one, five, _ = os.getloadavg()
    return {
        "machine": platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "load of 1 and 5 minutes": f"{one:.1f} {five:.1f}",
        "rounds": max((len(each) for each in found.visits.values()), default=0),
        "given up": ", ".join(f"{name}: {n}" for name, n in found.given_up.items()) or "none",
    }


def _page(found: Found, variant: Variant) -> dict[str, Any]:
    visits = list(found.visits[variant].values())
    memory = found.memory.get(variant, {})
    return {
        "page": variant.name,
        "open ms": round(median(map(opened_ms, visits))),
        "cold kB": round(median(one.opened_bytes for one in visits) / 1000),
        **(_touches(visits) if visits[0].touched else dict.fromkeys(_TOUCHES, "-")),
        "touches/s": _per_second(found.crowds.get((variant, 50), [])),
        "own MB": round(memory["own"]) if memory else "-",
        "PSS MB": round(memory["pss"]) if memory else "-",
    }


_TOUCHES = (*KINDS, "p95", "slow line", "server ms", "kB")


def _touches(visits: list[Seen]) -> dict[str, Any]:
    by_kind = {kind: [ms for one in visits for ms in one.touched[kind]] for kind in KINDS}
    every = sorted(ms for each in by_kind.values() for ms in each)
    down = (size for one in visits for each in one.down.values() for size in each)
    found = (
        *(round(median(each)) for each in by_kind.values()),
        round(every[len(every) * 95 // 100]),
        round(median(map(slow_touch_ms, visits))),
        round(median(map(busy_ms, visits)), 1),
        round(median(down) / 1000, 1),
    )
    return dict(zip(_TOUCHES, found, strict=True))


def _per_second(crowds: Iterable[Crowd]) -> Any:
    rates = [one.per_second for one in crowds]
    return round(median(rates), 1) if rates else "-"


def print_tables(found: dict[str, list[dict[str, Any]]]) -> None:
    """Each table with its heads; only ratios of one run can be compared between machines."""
    for rows in filter(None, found.values()):
        heads = list(rows[0])
        lines = [heads, *([str(row[head]) for head in heads] for row in rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            print("  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip())
        print()
