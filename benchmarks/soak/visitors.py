"""Who comes: readers, whose answers are compared, and strangers, who must spoil nothing."""

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import orjson

from dashboard.web.protection.guard import PATH
from tests.deploy.conftest import Releases

PAGES = ("/", "/en/", "/min-region?region=14", "/metod", "/files/map.csv", "/api/v1/regions")
_PATIENCE, _THINKS = 120.0, 2.0
_FORM = "application/x-www-form-urlencoded"


@dataclass
class Seen:
    """What came of all questions: milliseconds of readers, and everything that is wrong.

    `again` are the answers that broke off on the way, as when the worker that was sending one is
    killed: a browser sees that by the length that was stated, and the reader asks once more.
    """

    times: list[float] = field(default_factory=list)
    answered: int = 0
    again: int = 0
    strangers: Counter[int] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def p95(self) -> float:
        """Milliseconds within which 19 of 20 readers were answered."""
        times = sorted(self.times) or [float("nan")]
        return times[len(times) * 95 // 100]


async def reader(port: int, releases: Releases, number: int, until: float, seen: Seen) -> None:
    """Touches and opens pages, with a pause to read; every answer must be one release's whole."""
    dice = random.Random(number)
    await asyncio.sleep(dice.random() * _THINKS)
    while time.monotonic() < until:
        turn = dice.randrange(len(releases.bodies) + len(PAGES))
        began = time.monotonic()
        if turn < len(releases.bodies):
            question = orjson.dumps(releases.bodies[turn])
            status, body = await _asked_again(port, seen, "POST", PATH, question)
            fault = _of_touch(releases, turn, status, body)
        else:
            path = PAGES[turn - len(releases.bodies)]
            status, body = await _asked_again(port, seen, "GET", path)
            fault = "" if status == 200 and body else f"{path} answered {status}"
        seen.times.append((time.monotonic() - began) * 1000)
        seen.answered += 1
        if fault:
            seen.wrong[fault] += 1
        await asyncio.sleep(dice.random() * 2 * _THINKS)


async def _asked_again(
    port: int, seen: Seen, method: str, path: str, body: bytes = b""
) -> tuple[int, bytes]:
    found = await asked(port, method, path, body)
    if found[0]:
        return found
    seen.again += 1
    return await asked(port, method, path, body)


def _of_touch(releases: Releases, turn: int, status: int, body: bytes) -> str:
    if status != 200:
        return f"a touch was answered {status}"
    try:
        told = orjson.loads(body)
    except orjson.JSONDecodeError:
        return "a touch was answered by half"
    whole = any(answers[turn] == told for answers in releases.answers.values())
    return "" if whole else "a touch was answered of no release, or of two"


async def stranger(port: int, workbook: bytes, number: int, until: float, seen: Seen) -> None:
    """Sends what no page of ours sends; nothing of it may end in an error of ours."""
    dice = random.Random(1000 + number)
    while time.monotonic() < until:
        method, path, body, kind = _odd(dice, workbook)
        status, _ = await asked(port, method, path, body, kind)
        seen.strangers[status] += 1
        # A list of wards may have to wait for its turn, and what changes something is not sent
        # twice where the worker that had it was killed.
        told = {503} if path == "/wards" else set[int]()
        told |= {502} if method == "POST" and path != PATH else set()
        if status >= 500 and status not in told:
            seen.wrong[f"a stranger at {path[:30]} was answered {status}"] += 1
        await asyncio.sleep(dice.random())


def _odd(dice: random.Random, workbook: bytes) -> tuple[str, str, bytes, str]:
    junk = dice.randbytes(dice.randrange(1, 400))
    return dice.choice(
        [
            ("POST", PATH, junk, "application/json"),
            ("POST", PATH, b"[" * 3000, "application/json"),
            ("POST", "/reports", b"kind=%00&wrong=" + junk.hex().encode(), _FORM),
            ("GET", f"/?x{dice.randrange(10**9)}=1", b"", ""),
            ("GET", f"/geo/{dice.randrange(10**15):016x}.json", b"", ""),
            ("GET", f"/files/{junk[:20].hex()}.csv", b"", ""),
            ("GET", "/api/v1/values?period=" + "9" * 50, b"", ""),
            ("POST", "/wards", workbook, "application/octet-stream"),
            ("POST", "/wards", junk, "application/octet-stream"),
        ]
    )


async def dawdler(port: int, until: float) -> None:
    """Sends half of a body and waits, again and again."""
    head = f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    while time.monotonic() < until:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(f"{head}Content-Length: 4000\r\n\r\n{{".encode())
            await writer.drain()
            await asyncio.sleep(min(15.0, max(0.1, until - time.monotonic())))
            writer.close()
        except OSError:
            await asyncio.sleep(0.2)


async def asked(
    port: int, method: str, path: str, body: bytes = b"", kind: str = "application/json"
) -> tuple[int, bytes]:
    """Status and body of an answer over a connection of its own; 0 where nobody answered."""
    try:
        return await asyncio.wait_for(_asked(port, method, path, body, kind), _PATIENCE)
    except (OSError, EOFError, TimeoutError, ValueError):
        return 0, b""


async def _asked(port: int, method: str, path: str, body: bytes, kind: str) -> tuple[int, bytes]:
    reader_, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        head = f"{method} {path} HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Type: {kind}\r\n"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        found: Any = await reader_.read(-1)
    finally:
        writer.close()
    first, _, content = found.partition(b"\r\n\r\n")
    stated = [line for line in first.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    if stated and int(stated[0].partition(b":")[2]) != len(content):
        return 0, b""
    return int(first.split(None, 2)[1]), content
