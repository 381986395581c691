"""What has failed is left alone for a while, and then asked by one."""

from dashboard.web.cache.circuit_breaker import Breaker


class Clock:
    """A clock that stands still unless it is moved."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_what_never_failed_may_always_be_asked() -> None:
    breaker = Breaker()
    breaker.answered()
    assert all(breaker.may_ask() for _ in range(3))


def test_after_a_failure_it_rests_and_then_one_goes_to_see() -> None:
    clock = Clock()
    breaker = Breaker(rest=5, clock=clock)
    assert breaker.failed()
    clock.now += 4.9
    assert not breaker.may_ask()
    clock.now += 0.2
    assert [breaker.may_ask() for _ in range(3)] == [True, False, False]
    assert not breaker.failed()
    clock.now += 4.9
    assert not breaker.may_ask()


def test_an_answer_ends_the_rest() -> None:
    clock = Clock()
    breaker = Breaker(rest=5, clock=clock)
    breaker.failed()
    clock.now += 6
    assert breaker.may_ask()
    breaker.answered()
    assert [breaker.may_ask() for _ in range(3)] == [True, True, True]
    assert breaker.failed()
