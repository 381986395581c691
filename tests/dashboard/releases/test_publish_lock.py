"""Publishers take turns, and who waits too long is told for whom."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.releases.publish_lock import publish_lock
from dashboard.releases.repository import Busy

_HOLDER = """
import fcntl, os, sys
with open(sys.argv[1], "a+b") as file:
    fcntl.flock(file, fcntl.LOCK_EX)
    os.write(file.fileno(), str(os.getpid()).encode())
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_who_waits_too_long_is_told_which_process_holds_the_turn(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    command = [sys.executable, "-c", _HOLDER, str(lock)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with (
            pytest.raises(Busy, match=f"process {holder.pid} has held"),
            publish_lock(lock, wait=0.1),
        ):
            pytest.fail("entered although it was held")
        assert holder.stdin is not None
        holder.stdin.close()
        with publish_lock(lock, wait=60):
            pass


def test_threads_of_a_process_take_turns_as_well(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def enter(number: int) -> None:
        with publish_lock(tmp_path / "lock"):
            inside.append(number)
            most.append(len(inside))
            inside.remove(number)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(enter, range(40)))
    assert most == [1] * 40


def test_a_turn_within_a_turn_is_the_same_one_and_ends_with_the_outer(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with publish_lock(lock):
        with publish_lock(lock, wait=0):
            pass
        with ThreadPoolExecutor(1) as pool:
            other = pool.submit(lambda: publish_lock(lock, wait=0.05).__enter__())
            assert isinstance(other.exception(60), Busy)
    with publish_lock(lock, wait=0):
        pass


def test_a_failure_ends_the_turn(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with pytest.raises(ZeroDivisionError), publish_lock(lock):
        raise ZeroDivisionError
    with publish_lock(lock, wait=0):
        pass
