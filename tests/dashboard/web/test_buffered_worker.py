"""A request is heard out before a thread answers it, and is given up when it takes too long."""

from waitress.adjustments import Adjustments

from dashboard.web.buffered_worker import (
    BYTES_A_SECOND,
    READING_SECONDS,
    ReadingChannel,
    ReadingServer,
)


def a_channel(now: float) -> ReadingChannel:
    channel = ReadingChannel.__new__(ReadingChannel)
    channel.begun, channel.taken, channel.request = now, 0, object()
    return channel


def test_a_request_that_takes_too_long_is_given_up_and_a_large_one_has_longer() -> None:
    channel = a_channel(1000.0)
    assert not channel.is_too_slow(1000.0 + READING_SECONDS)
    assert channel.is_too_slow(1000.1 + READING_SECONDS)
    channel.taken = 10 * BYTES_A_SECOND
    assert not channel.is_too_slow(1010.0 + READING_SECONDS)
    assert channel.is_too_slow(1010.1 + READING_SECONDS)
    channel.request = None
    assert not channel.is_too_slow(9999.0), "between two requests a connection is only idle"


def test_slow_ones_are_closed_and_others_are_not() -> None:
    slow, quick = a_channel(0.0), a_channel(999.0)
    for one in (slow, quick):
        one.requests, one.last_activity, one.will_close = [], 999.0, False
    server = ReadingServer.__new__(ReadingServer)
    server.adj, server.active_channels = Adjustments(channel_timeout=75), {1: slow, 2: quick}
    server.maintenance(1000.0)
    assert (slow.will_close, quick.will_close) == (True, False)
