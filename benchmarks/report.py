"""The measurements as tables for people."""

import os
import platform
from collections.abc import Mapping
from typing import Any

_TITLES = {
    "server": "Server, median ms of this machine for opening the page and for each touch (cold: no "
    "cache,\nnothing remembered; warm: no cache; kept: views in the cache; empty: a request that "
    "does nothing)",
    "wire": "Bytes of opening and of each touch, bodies alone (each is one request)",
    "load": "Many visitors of two workers on loopback, clients on the same cores: touches per "
    "second, ms of\neach (computed: no cache; kept: answers in the cache)",
    "unit_days": "Eight million unit-days to months of regions, whole processes: seconds and peak "
    "megabytes",
    "browser": "In Chromium on loopback, median ms until painted on this machine, and the wire "
    "(down: with headers)",
}


def print_tables(found: Mapping[str, list[dict[str, Any]]]) -> None:
    """One table per kind; only ratios of one run can be compared between machines."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for kind, rows in found.items():
        print(f"\n{_TITLES[kind]}")
        _print_table(rows)


def _print_table(rows: list[dict[str, Any]]) -> None:
    heads = list(rows[0])
    lines = [heads, *([str(row[head]) for head in heads] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for first, *rest in lines:
        numbers = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        print("  ".join((first.ljust(widths[0]), *numbers)))
