"""Requests and bytes of a page as they cross the wire, headers included on the way down."""

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page


class Traffic:
    """Counts what a page asks the server for from here on; what its own cache has is no request."""

    def __init__(self, page: Page) -> None:
        self._asked: dict[str, dict[str, Any]] = {}
        self._session = page.context.new_cdp_session(page)
        self._session.on("Network.requestWillBeSent", self._sent)
        self._session.on("Network.requestServedFromCache", self._kept)
        self._session.on("Network.responseReceived", self._received)
        self._session.on("Network.loadingFinished", self._finished)
        self._session.send("Network.enable")

    def counted(self, posts_to: str) -> dict[str, float]:
        """Requests, POSTs to one address, bytes up (bodies) and bytes down; the count ends."""
        self._session.detach()
        crossed = [one for one in self._asked.values() if not one.get("kept")]
        return {
            "requests": len(crossed),
            "posts": sum(urlsplit(one["url"]).path == posts_to for one in crossed),
            "bytes up": sum(one["up"] for one in crossed),
            "bytes down": sum(one.get("down", 0) for one in crossed),
        }

    def _sent(self, event: dict[str, Any]) -> None:
        request = event["request"]
        if request["url"].startswith("http"):
            up = len(request.get("postData", "").encode())
            self._asked[event["requestId"]] = {"url": request["url"], "up": up}

    def _kept(self, event: dict[str, Any]) -> None:
        self._asked.get(event["requestId"], {})["kept"] = True

    def _received(self, event: dict[str, Any]) -> None:
        if event["response"].get("fromDiskCache"):
            self._kept(event)

    def _finished(self, event: dict[str, Any]) -> None:
        self._asked.get(event["requestId"], {})["down"] = event["encodedDataLength"]
