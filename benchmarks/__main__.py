"""`python -m benchmarks [--format json] [--rounds 7] [--without-browser]`: measure and print.

`python -m benchmarks rivals` measures the page beside the same page in other frameworks.
"""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from benchmarks.load import load
from benchmarks.report import print_tables
from benchmarks.server import server_times, wire
from benchmarks.unit_days import measured

Rows = list[dict[str, Any]]


def main() -> None:
    """Measure what is asked for and print it."""
    if sys.argv[1:2] == ["rivals"]:
        # They have arguments of their own.
        from benchmarks.rivals.__main__ import main as rivals

        rivals(sys.argv[2:])
        return
    asked = _arguments()
    found = {title: measure() for title, measure in _measures(asked).items()}
    if asked.format == "json":
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        print_tables(found)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument(
        "--rounds",
        type=int,
        default=7,
        help="rounds of the server, and twice those of the browser (7)",
    )
    parser.add_argument("--without-browser", action="store_true", help="measure the server alone")
    return parser.parse_args()


def _measures(asked: argparse.Namespace) -> dict[str, Callable[[], Rows]]:
    def pages() -> Rows:
        # Imported here, so that the server can be measured where there is no browser.
        from benchmarks.browser import pages

        # A round in the browser takes ten seconds, so there are half as many.
        return pages(asked.rounds // 2 + 1)

    server: dict[str, Callable[[], Rows]] = {
        "server": lambda: server_times(asked.rounds),
        "wire": wire,
        "load": load,
        "unit_days": lambda: [measured()],
    }
    return server if asked.without_browser else {**server, "browser": pages}


if __name__ == "__main__":
    main()
