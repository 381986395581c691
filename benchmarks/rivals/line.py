"""A line between browser and server that counts bytes and can be made slow."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

# A mobile line: 40 ms there and back, 10 Mbit/s each way.
ONE_WAY_SECONDS = 0.020
BYTES_PER_SECOND = 10_000_000 / 8


class Line:
    """A port of loopback in front of another: `up` and `down` are bytes since the start."""

    def __init__(self, port: int) -> None:
        self.port = 0
        self.up = self.down = 0
        self.slow = False
        self._behind = port
        self._free = {"up": 0.0, "down": 0.0}

    async def open(self) -> None:
        """Begin to listen."""
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Listen no more."""
        self._server.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            back, there = await asyncio.open_connection("127.0.0.1", self._behind)
        except OSError:
            writer.close()
            return
        # Who is still connected at the end is cut off without a word.
        with suppress(asyncio.CancelledError):
            await asyncio.gather(
                self._carry("up", reader, there), self._carry("down", back, writer)
            )
        there.close()
        writer.close()

    async def _carry(
        self, way: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        sent = asyncio.create_task(_sent(queue, writer))
        with suppress(OSError):
            while piece := await reader.read(1 << 14):
                setattr(self, way, getattr(self, way) + len(piece))
                queue.put_nowait((self._due(way, len(piece)), piece))
        queue.put_nowait((0.0, b""))
        await sent

    def _due(self, way: str, length: int) -> float:
        if not self.slow:
            return 0.0
        now = asyncio.get_running_loop().time()
        self._free[way] = max(self._free[way], now) + length / BYTES_PER_SECOND
        return self._free[way] + ONE_WAY_SECONDS


async def _sent(queue: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while True:
            due, piece = await queue.get()
            if not piece:
                break
            await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))
            writer.write(piece)
    writer.close()


@contextmanager
def lines(ports: list[int]) -> Iterator[list[Line]]:
    """A line to each port, carried by a thread of their own."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    found = [Line(port) for port in ports]
    try:
        for line in found:
            asyncio.run_coroutine_threadsafe(line.open(), loop).result(10)
        yield found
    finally:
        asyncio.run_coroutine_threadsafe(_ended(found), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _ended(found: list[Line]) -> None:
    for line in found:
        await line.close()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
