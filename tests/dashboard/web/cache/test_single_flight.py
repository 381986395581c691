"""Many ask at once, one computes, and nothing is left behind."""

from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier, Event, Lock

import pytest

from dashboard.web.cache import single_flight
from dashboard.web.cache.single_flight import Flights
from tests.servers import PATIENCE, wait_until


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> list[Future[bytes]]:
    """One entry for each thread that has begun to wait for another's answer."""
    begun: list[Future[bytes]] = []

    class Watched(Future[bytes]):
        def result(self, timeout: float | None = None) -> bytes:
            begun.append(self)
            return super().result(timeout)

    monkeypatch.setattr(single_flight, "Future", Watched)
    return begun


def test_who_asks_meanwhile_waits_for_the_same_answer(waiting: list[Future[bytes]]) -> None:
    flights, asked, go, lock = Flights(), Counter[str](), Event(), Lock()

    def compute(key: str) -> bytes:
        with lock:
            asked[key] += 1
        go.wait(PATIENCE)
        return key.encode()

    def ask(number: int) -> bytes:
        key = "abc"[number % 3]
        return flights.once(key, lambda: compute(key))

    with ThreadPoolExecutor(24) as pool:
        found = [pool.submit(ask, number) for number in range(24)]
        wait_until(lambda: len(waiting) == 21, "all but those who compute waiting")
        go.set()
        assert [one.result(PATIENCE) for one in found] == [
            b"abc"[n % 3 : n % 3 + 1] for n in range(24)
        ]
    assert asked == {"a": 1, "b": 1, "c": 1}
    assert flights._under_way == {}


def test_the_next_flight_is_a_new_one() -> None:
    flights = Flights()
    assert [flights.once("a", lambda n=n: b"%d" % n) for n in range(3)] == [b"0", b"1", b"2"]  # type: ignore[misc]


@pytest.mark.parametrize("error", [ValueError, SystemExit])
def test_the_failure_of_one_is_not_the_failure_of_all(
    error: type[BaseException], waiting: list[Future[bytes]]
) -> None:
    flights, together, first = Flights(), Barrier(8), Lock()

    def compute() -> bytes:
        if first.acquire(blocking=False):
            wait_until(lambda: len(waiting) == 7, "the others waiting")
            raise error
        return b"found"

    def ask() -> bytes | type[BaseException]:
        together.wait(PATIENCE)
        try:
            return flights.once("a", compute)
        except BaseException as failure:
            return type(failure)

    with ThreadPoolExecutor(8) as pool:
        found = [one.result(PATIENCE) for one in [pool.submit(ask) for _ in range(8)]]
    assert sorted(found, key=str) == sorted([error, *[b"found"] * 7], key=str)
    assert flights._under_way == {}
