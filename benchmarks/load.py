"""Many visitors at once: touches per second and how long each waits, from two real workers."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from benchmarks.served import served
from benchmarks.touches import Page, Touch
from dashboard.releases.dataset import Dataset
from dashboard.web.protection.guard import PATH

CLIENTS = (1, 10, 50, 200)
_SECONDS, _WARMING = 4.0, 1.0
# What the answers come from: computed at each touch, or kept.
_CACHES = {"computed": "NullCache", "kept": "SimpleCache"}


@dataclass
class _Seen:
    """What the clients saw: the milliseconds of each touch, and how many were not a 200."""

    until: float
    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    errors: int = 0


def load() -> list[dict[str, Any]]:
    """Touches per second, quantiles of their milliseconds, and errors, by number of clients.

    A client is a connection that asks again as soon as it is answered; they share the cores of
    this machine with the server. The answers are packed with brotli, as for a browser.
    """
    page = Page("NullCache")
    requests = [_request(page.body(touch)) for touch in _touches(page.dataset)]
    return [row for name, cache in _CACHES.items() for row in _loaded(name, cache, requests)]


def _loaded(name: str, cache: str, requests: Sequence[bytes]) -> list[dict[str, Any]]:
    with served(VARDPLATS_CACHE=cache, VARDPLATS_WORKERS="2") as address:
        port = urlsplit(address).port or 0
        asyncio.run(_asked(port, requests, 8, _WARMING))
        return [
            _row(f"{name}, {clients} clients", asyncio.run(_asked(port, requests, clients)))
            for clients in CLIENTS
        ]


def _touches(dataset: Dataset) -> list[Touch]:
    """Sixteen touches: half of them of the month, as a reader who looks for a change."""
    return [
        *(Touch("period", month) for month in dataset.months[-9:-1]),
        *(Touch("indicator", key) for key in ("occupancy", "outplacement", "available_beds")),
        *(Touch("region", code) for code in ("01", "12", "14")),
        *(Touch("stream", name) for name in ("acute", "planned")),
    ]


def _request(body: bytes) -> bytes:
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _asked(
    port: int, requests: Sequence[bytes], clients: int, seconds: float = _SECONDS
) -> _Seen:
    began = time.perf_counter()
    seen = _Seen(began + seconds)
    await asyncio.gather(*(_client(port, requests, first, seen) for first in range(clients)))
    seen.seconds = time.perf_counter() - began
    return seen


async def _client(port: int, requests: Sequence[bytes], first: int, seen: _Seen) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    turn = first
    while (began := time.perf_counter()) < seen.until:
        writer.write(requests[turn % len(requests)])
        try:
            status = await _answered(reader)
        except (OSError, EOFError):
            seen.errors += 1
            break
        seen.errors += status != 200
        seen.times.append((time.perf_counter() - began) * 1000)
        turn += 1
    writer.close()


async def _answered(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    first, *lines = head.split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines if line)
    await reader.readexactly(int(headers["content-length"]))
    return int(first.split()[1])


def _row(name: str, seen: _Seen) -> dict[str, Any]:
    times = sorted(seen.times) or [float("nan")]
    return {
        "what": name,
        "touches/s": round(len(seen.times) / seen.seconds),
        **{f"p{part}": round(times[len(times) * part // 100], 1) for part in (50, 95, 99)},
        "errors": seen.errors,
    }
