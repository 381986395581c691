"""`python -m benchmarks.wards [--simpy PYTHON]`: the ward model beside ciw and simpy, in one run.

`PYTHON` is an interpreter with simpy 4.1.2, as `python -m venv DIR && DIR/bin/pip install
simpy==4.1.2` makes it. It takes less than two minutes of one core.
"""

import argparse
import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.wards.cases import Ward, days_for, in_ciw, judged, wards
from dashboard.statistics.census_arrays import overcrowding
from dashboard.statistics.quasi_points import POINTS

_ARRIVALS, _SEED, _REGIONS, _TIMES = 40_000, 20_261_129, 21, 15
# How sure ciw is walked to be of each ward, as a share of the figure, and the most arrivals of it.
_SURE, _MOST, _TURNS = 0.007, 300_000, 3
# The standard error, as a share of the figure, that both are held to; ours has none.
PRECISION = 0.01
_WARD = Ward(24, 0.95, 4)


def main() -> None:
    """Measure, and print the tables of benchmarks/RESULTS.md."""
    asked = argparse.ArgumentParser(prog="benchmarks.wards", description=__doc__)
    asked.add_argument("--simpy", help="an interpreter that has simpy")
    simpy = asked.parse_args().simpy
    ours = seconds_of_ours()
    print(
        f"ours: {1e6 * ours:.2f} microseconds a ward and draw, {POINTS} draws of {_REGIONS} wards"
    )
    _speed("ciw", ours, lambda: in_ciw(_WARD, _ARRIVALS, _SEED))
    if simpy:
        _speed_of_simpy(simpy, ours)
    _agreement()


def seconds_of_ours() -> float:
    """The quickest of some runs of every draw of every region's ward, for one of them."""
    drawn = np.random.default_rng(_SEED)
    beds = drawn.integers(6, 60, (_REGIONS, POINTS)).astype(float)
    occupancy = drawn.uniform(0.8, 1.1, (_REGIONS, POINTS))
    overcrowding(beds, occupancy)
    found = []
    for _ in range(_TIMES):
        began = time.process_time()
        overcrowding(beds, occupancy)
        found.append(time.process_time() - began)
    return min(found) / beds.size


def _speed(name: str, ours: float, walk: Callable[[], tuple[float, float]]) -> None:
    began = time.process_time()
    over, error = walk()
    _told(name, ours, time.process_time() - began, over, error)


def _speed_of_simpy(python: str, ours: float) -> None:
    until = days_for(_WARD, _ARRIVALS)
    words = [python, str(Path(__file__).with_name("in_simpy.py")),
             *map(str, (_WARD.load, _WARD.stay, until, _SEED))]  # fmt: skip
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=600)
    found: dict[str, Any] = json.loads(done.stdout)
    moves = np.array(found["moves"])
    _told("simpy", ours, found["seconds"], *judged(_WARD, moves[:, 0], moves[:, 1], until))


def _told(name: str, ours: float, seconds: float, over: float, error: float) -> None:
    # The error falls with the root of the time.
    alike = seconds * (error / over / PRECISION) ** 2
    print(
        f"{name}: {over:.2f} per 100 with a standard error of {error:.3f} in {seconds:.1f} s; "
        f"{alike:.1f} s to {PRECISION:.0%}, {alike / ours:.2g} times ours"
    )


def _surely(ward: Ward, seed: int) -> tuple[float, float]:
    """A walk long enough for its error to be small; each is a new one, with its own chance."""
    arrivals, limit = _ARRIVALS, _SURE * _ours(ward)
    for turn in range(_TURNS):
        walked, error = in_ciw(ward, arrivals, seed + turn)
        if error <= limit:
            break
        arrivals = min(_MOST, int(1.3 * arrivals * (error / limit) ** 2))
    return walked, error


def _ours(ward: Ward) -> float:
    return float(overcrowding(np.array([ward.beds]), np.array([ward.occupancy]))[0])


def _agreement() -> None:
    print("| beds | occupancy | stay | ours | ciw | its error | apart, per cent |")
    worst = 0.0
    for at, ward in enumerate(wards()):
        ours = _ours(ward)
        walked, error = _surely(ward, _SEED + 10 * at)
        apart = 100 * (walked / ours - 1)
        worst = max(worst, abs(apart))
        print(f"| {ward.beds} | {ward.occupancy:.3f} | {ward.stay:.2f} | {ours:.2f} | "
              f"{walked:.2f} | {error:.2f} | {apart:+.2f} |", flush=True)  # fmt: skip
    print(f"most apart: {worst:.2f} per cent")


if __name__ == "__main__":
    main()
