"""Connections are spread over the workers, and wait for none that does not come."""

from dataclasses import dataclass

from dashboard.web.fair_share import PATIENCE, FairShare


@dataclass
class Clock:
    """Stands still until it is set."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def two() -> tuple[FairShare, FairShare, Clock]:
    counted, clock = memoryview(bytearray(16)).cast("I"), Clock()
    return FairShare(1, counted, clock), FairShare(2, counted, clock), clock


def test_many_who_come_at_once_are_spread() -> None:
    shares, has = two()[:2], [0, 0]
    for _ in range(50):
        # Whoever is asked first would take them all.
        taken = next(i for i, one in enumerate(shares) if one.takes())
        has[taken] += 1
        shares[taken].has(has[taken])
    assert sum(has) == 50
    assert abs(has[0] - has[1]) <= 2


def test_what_nobody_else_takes_is_taken_after_a_moment() -> None:
    busy, _, clock = two()
    busy.has(9)
    assert not busy.takes()
    assert busy.looks_away
    assert busy.is_patient
    clock.now += PATIENCE / 2
    assert not busy.takes()
    clock.now += PATIENCE
    assert not busy.looks_away
    assert busy.takes()
    assert not busy.is_patient


def test_nothing_is_waited_for_where_another_took_it() -> None:
    busy, other, clock = two()
    busy.has(9)
    assert not busy.takes()
    other.has(9)
    assert not busy.looks_away
    clock.now += 3 * PATIENCE
    assert not busy.is_patient


def test_a_worker_alone_and_one_whose_other_has_ended_take_all() -> None:
    busy, other, _ = two()
    busy.has(9)
    other.ends()
    assert busy.takes()
    assert not busy.is_patient
