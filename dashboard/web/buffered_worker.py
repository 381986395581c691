"""A worker of gunicorn that hears a request out before a thread is given to it.

Gunicorn makes, watches and ends the workers; within one, waitress takes in and sends out what
travels, on a thread that waits for nobody. However slowly a stranger sends or reads, no thread that
answers is held.
"""

import logging
import os
import resource
from time import monotonic, time
from typing import Any, Final

from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

from dashboard.web.fair_share import FairShare

# A file to import is 20 MB at most, in a form; each address has a limit of its own below that.
MOST_BYTES: Final = (20 << 20) + (64 << 10)
MOST_HEADER_BYTES: Final = 32 << 10
# A request may take so long, and a second more for each so many bytes that have come.
READING_SECONDS: Final = 20.0
BYTES_A_SECOND: Final = 16 << 10
# Who has come is expected to say something within so long, when the worker is to end.
_FIRST_SECONDS: Final = 1.0
_MOST_CONNECTIONS, _SPARE_FILES = 1000, 128
# The head of an answer waits for what follows it, and both are sent at once.
_SENT_AT_ONCE: Final = 1 << 10
# The arbiter wants to hear that often of a worker that has nothing to do.
_PASS_SECONDS, _PATIENT_SECONDS = 1.0, 0.001


class ReadingChannel(HTTPChannel):  # type: ignore[misc]
    """A connection that knows when its request began, and how much of it has come."""

    begun, taken = 0.0, 0

    def received(self, data: bytes) -> bool:
        """Take in what has come."""
        if self.request is None:
            self.begun, self.taken = time(), 0
        self.taken += len(data)
        return bool(super().received(data))

    def is_too_slow(self, now: float) -> bool:
        """Whether a request that has begun should have come whole by `now` (seconds)."""
        allowed = READING_SECONDS + self.taken / BYTES_A_SECOND
        return self.request is not None and now > self.begun + allowed

    def is_under_way(self, now: float) -> bool:
        """Whether it was asked, is being asked, or came so lately that it is yet to be heard."""
        if self.requests or self.total_outbufs_len:
            return True
        if self.request is not None:
            return not self.is_too_slow(now)
        return not self.begun and now < self.creation_time + _FIRST_SECONDS

    def writable(self) -> bool:
        """Whether there is anything to send that the thread that answers does not send itself."""
        if self.requests and not self.will_close and self.total_outbufs_len < _SENT_AT_ONCE:
            return False
        return bool(super().writable())

    def handle_write(self) -> None:
        """Send, after the thread that is sending.

        To try again at once whether it has ended would take the time from it.
        """
        with self.outbuf_lock:
            super().handle_write()


class ReadingServer(TcpWSGIServer):  # type: ignore[misc]
    """The server of one worker, on a socket that all workers share."""

    channel_class = ReadingChannel
    share: FairShare
    is_called = False

    def readable(self) -> bool:
        """Whether a connection that comes would be taken."""
        return bool(super().readable()) and not self.share.looks_away

    def handle_accept(self) -> None:
        """Take a connection, unless it is left to another worker."""
        if self.share.takes():
            super().handle_accept()

    def pull_trigger(self) -> None:
        """Wake the thread that reads and writes, if nobody did since it last looked around."""
        if not self.is_called:
            self.is_called = True
            super().pull_trigger()

    def maintenance(self, now: float) -> None:
        """Close the connections that are idle, and those that take too long to say what they want.

        A connection that has said nothing at all is idle.
        """
        super().maintenance(now)
        for channel in self.active_channels.values():
            if channel.is_too_slow(now):
                channel.will_close = True

    def is_busy(self) -> bool:
        """Whether anything is under way that came before."""
        now = time()
        return any(one.is_under_way(now) for one in self.active_channels.values())


class BufferedWorker(Worker):  # type: ignore[misc]
    """The worker: one thread that reads and writes, and as many as are set that answer."""

    _heard_of = 0.0

    def run(self) -> None:
        """Serve until the arbiter says that it is enough, and end what is under way by then."""
        # Requests that wait for a thread are no fault, and too many for a line each.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        sockets: dict[int, Any] = {}
        threads = ThreadedTaskDispatcher()
        threads.set_thread_count(self.cfg.threads)
        share = FairShare(self.age)
        servers = [self._server(one.sock, sockets, threads) for one in self.sockets]
        for server in servers:
            server.share = share
        while self.alive and os.getppid() == self.ppid:
            share.has(sum(len(server.active_channels) for server in servers))
            self._once(sockets, servers)
        share.ends()
        until = monotonic() + self.cfg.graceful_timeout
        for server in servers:
            server.accepting = False
        while any(server.is_busy() for server in servers) and monotonic() < until:
            self._once(sockets, servers)
        threads.shutdown(cancel_pending=True, timeout=1)
        wasyncore.close_all(sockets)

    def _once(self, sockets: dict[int, Any], servers: list[ReadingServer]) -> None:
        if monotonic() > self._heard_of + _PASS_SECONDS:
            self.notify()
            self._heard_of = monotonic()
        is_patient = False
        for server in servers:
            # Before anything is looked at, so that whoever changes it later is heard.
            server.is_called = False
            is_patient = is_patient or server.share.is_patient
        timeout = _PATIENT_SECONDS if is_patient else _PASS_SECONDS
        wasyncore.loop(timeout=timeout, use_poll=True, map=sockets, count=1)

    def _server(
        self, own: Any, sockets: dict[int, Any], threads: ThreadedTaskDispatcher
    ) -> ReadingServer:
        limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        adjusted = Adjustments(
            threads=self.cfg.threads,
            # It is the proxy who closes an idle connection first.
            channel_timeout=self.cfg.keepalive,
            cleanup_interval=1,
            connection_limit=max(16, min(_MOST_CONNECTIONS, limit - _SPARE_FILES)),
            max_request_body_size=MOST_BYTES,
            max_request_header_size=MOST_HEADER_BYTES,
            # Whose headers are believed is decided by the application, for whoever serves it.
            clear_untrusted_proxy_headers=False,
            ident=None,
        )
        adjusted.send_bytes = _SENT_AT_ONCE
        about = (own.family, own.type, own.proto, own.getsockname())
        return ReadingServer(
            self.wsgi, sockets, True, own,
            dispatcher=threads, adj=adjusted, sockinfo=about, bind_socket=False,
        )  # fmt: skip
