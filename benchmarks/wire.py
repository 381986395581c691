"""Bytes of a page as Chromium counts them, by the moment at which they came."""

import math
from typing import Any

from playwright.sync_api import CDPSession

_BASE64 = 2


class Wire:
    """Counts from here on what comes to a page.

    What is asked for counts as it crossed the line, with its headers; messages of a socket count
    as long as the page reads them, which is more where the socket packs them.
    """

    def __init__(self, session: CDPSession) -> None:
        self._pieces: list[tuple[float, str, float]] = []
        self._whole: dict[str, tuple[float, float]] = {}
        self._ahead = 0.0
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.dataReceived", self._received)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.webSocketFrameReceived", self._said)
        session.send("Network.enable")

    def kilobytes(self, until: float = math.inf) -> float:
        """What had come by a moment, in seconds since 1970."""
        end = until - self._ahead
        done = {name: size for name, (at, size) in self._whole.items() if at <= end}
        under_way = (n for at, name, n in self._pieces if at <= end and name not in done)
        return (sum(done.values()) + sum(under_way)) / 1000

    def _sent(self, event: dict[str, Any]) -> None:
        # The clock of the events is another one than that of the page.
        self._ahead = event["wallTime"] - event["timestamp"]

    def _received(self, event: dict[str, Any]) -> None:
        self._pieces.append((event["timestamp"], event["requestId"], event["encodedDataLength"]))

    def _finished(self, event: dict[str, Any]) -> None:
        self._whole[event["requestId"]] = (event["timestamp"], event["encodedDataLength"])

    def _said(self, event: dict[str, Any]) -> None:
        said = event["response"]
        length = len(said["payloadData"]) * (0.75 if said["opcode"] == _BASE64 else 1)
        self._pieces.append((event["timestamp"], event["requestId"], length))
