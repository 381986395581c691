"""What the processes of a server have used: processor time and memory, as Linux counts them."""

import os
from pathlib import Path

_PROC = Path("/proc")
_TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """A process and all that came of it."""
    parents = {}
    for folder in _PROC.iterdir():
        if folder.name.isdigit() and (stat := _stat(int(folder.name))):
            parents[int(folder.name)] = int(stat[1])
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def busy_ms(pid: int) -> float:
    """Milliseconds of processor time of a process and all that came of it."""
    stats = filter(None, map(_stat, family(pid)))
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) * _TICK_MS


def _stat(pid: int) -> list[str] | None:
    try:
        # The name in parentheses may have spaces of its own.
        return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None


def memory_mb(pid: int) -> dict[str, float]:
    """Megabytes of the largest process that answers: its share (`pss`) and its own (`own`)."""
    workers = family(pid)[1:] or [pid]
    return max((_memory(one) for one in workers), key=lambda one: one["pss"])


def _memory(pid: int) -> dict[str, float]:
    lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()[1:]
    kilobytes = {name: int(rest.split()[0]) for name, rest in (one.split(":") for one in lines)}
    own = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    return {"pss": kilobytes["Pss"] / 1000, "own": own / 1000}
