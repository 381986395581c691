"""A request is heard out before a thread answers it, and is given up when it takes too long."""

import os
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from types import SimpleNamespace
from typing import Any

from waitress.adjustments import Adjustments

from dashboard.web.buffered_worker import (
    BYTES_A_SECOND,
    READING_SECONDS,
    BufferedWorker,
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


def test_a_worker_that_ends_hears_out_who_has_come() -> None:
    channel = a_channel(1000.0)
    channel.requests, channel.total_outbufs_len, channel.creation_time = [], 0, 1000.0
    assert channel.is_under_way(1001.0), "half of a request has come"
    assert not channel.is_under_way(1001.0 + READING_SECONDS)
    channel.request = None
    assert not channel.is_under_way(1000.1), "it was answered, and is only idle"
    channel.begun = 0.0
    assert channel.is_under_way(1000.9), "it has come just now"
    assert not channel.is_under_way(1001.1), "it says nothing"
    channel.requests = [object()]
    assert channel.is_under_way(1900.0), "it waits for its answer"


def test_the_thread_that_reads_is_woken_once_until_it_has_looked_around() -> None:
    server, woken = ReadingServer.__new__(ReadingServer), []
    server.trigger = SimpleNamespace(pull_trigger=lambda: woken.append(1))
    for _ in range(3):
        server.pull_trigger()
    assert len(woken) == 1
    server.is_called = False
    server.pull_trigger()
    assert len(woken) == 2


class Counting(BufferedWorker):
    """A worker without an arbiter that counts how often it looks around."""

    passes = 0

    def notify(self) -> None:
        """Nobody listens."""

    def _once(self, *args: Any) -> None:
        self.passes += 1
        super()._once(*args)


@contextmanager
def serving(wsgi: Callable[..., Iterable[bytes]]) -> Iterator[tuple[Counting, HTTPConnection]]:
    """A worker of two threads and a connection to it; both end with the block."""
    worker = Counting.__new__(Counting)
    with socket.create_server(("127.0.0.1", 0)) as own:
        own.setblocking(False)
        worker.sockets, worker.wsgi, worker.age = [SimpleNamespace(sock=own)], wsgi, 1
        worker.cfg = SimpleNamespace(threads=2, keepalive=75, graceful_timeout=5)
        worker.alive, worker.ppid = True, os.getppid()
        running = threading.Thread(target=worker.run)
        running.start()
        client = HTTPConnection(*own.getsockname(), timeout=60)
        try:
            yield worker, client
        finally:
            worker.alive = False
            client.close()
            running.join()


def body_of(client: HTTPConnection) -> bytes:
    client.request("GET", "/")
    return client.getresponse().read()


def test_answers_come_whole_whatever_their_length() -> None:
    lengths = iter((0, 1, 600, 5_000, 3_000_000, 2))

    def wsgi(_: Any, start: Any) -> Iterable[bytes]:
        length = next(lengths)
        start("200 OK", [("Content-Length", str(length))])
        return [b"x" * length]

    with serving(wsgi) as (_, client):
        assert [len(body_of(client)) for _ in range(6)] == [0, 1, 600, 5_000, 3_000_000, 2]


def test_nothing_is_looked_at_again_and_again_while_an_answer_is_made() -> None:
    may_end, has_begun = threading.Event(), threading.Event()

    def wsgi(_: Any, start: Any) -> Iterable[bytes]:
        start("200 OK", [])
        yield b"a little"
        has_begun.set()
        may_end.wait(60)
        yield b" and the rest"

    with serving(wsgi) as (worker, client):
        client.request("GET", "/")
        assert has_begun.wait(60)
        before = worker.passes
        may_end.wait(0.3)
        assert worker.passes - before < 10
        may_end.set()
        assert client.getresponse().read() == b"a little and the rest"
