"""Many clients at once, who replay the touches that a browser made."""

import asyncio
import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Posts = Sequence[tuple[str, bytes]]
_HEAD = (
    "POST {} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n"
    "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n"
)


@dataclass
class Crowd:
    """What the clients saw: milliseconds of each touch, how long it went on, and errors."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    errors: int = 0

    @property
    def per_second(self) -> float:
        return len(self.times) / self.seconds

    def quantile(self, share: float) -> float:
        """Milliseconds that this share of the touches stayed within; infinite without any."""
        if not self.times:
            return math.inf
        return sorted(self.times)[int(share * (len(self.times) - 1))]


def crowd(port: int, touches: Mapping[str, Posts], clients: int, seconds: float) -> Crowd:
    """Clients that each touch again as soon as they are answered.

    The requests of one touch go out one after the other: at the limit of a server the number of
    touches per second is the same as if they went at once.
    """
    requests = [[_request(path, body) for path, body in posts] for posts in touches.values()]
    return asyncio.run(_gathered(port, requests, clients, seconds))


def _request(path: str, body: bytes) -> bytes:
    return _HEAD.format(path, len(body)).encode() + body


async def _gathered(port: int, touches: list[list[bytes]], clients: int, seconds: float) -> Crowd:
    found, began = Crowd(), time.perf_counter()
    each = (_client(port, touches, turn, began + seconds, found) for turn in range(clients))
    await asyncio.gather(*each)
    found.seconds = time.perf_counter() - began
    return found


async def _client(
    port: int, touches: list[list[bytes]], turn: int, until: float, found: Crowd
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    began = time.perf_counter()
    # A crowd has touched at least once, however late it came in.
    while not found.times or began < until:
        try:
            for request in touches[turn % len(touches)]:
                writer.write(request)
                found.errors += await _status(reader) not in (200, 204)
        except (OSError, EOFError):
            found.errors += 1
            break
        ended = time.perf_counter()
        found.times.append((ended - began) * 1000)
        began, turn = ended, turn + 1
    writer.close()


async def _status(reader: asyncio.StreamReader) -> int:
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines if line)
    await reader.readexactly(int(headers.get("content-length", 0)))
    return int(first.split()[1])
