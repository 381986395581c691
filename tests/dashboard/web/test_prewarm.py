"""Each release is prepared once, a newer one interrupts, and a failure stops nothing."""

import logging
import time
from dataclasses import replace
from threading import Thread
from threading import enumerate as threads

import pytest
from flask import Flask, request

from dashboard.releases.store import ReleaseError, Store
from dashboard.web import prewarm as prewarming
from dashboard.web.prewarm import Prewarm, visiting
from tests.builders import a_store


class Desk:
    """Hands out a release that can be exchanged, or none."""

    def __init__(self) -> None:
        self.held: Store | None = a_store()

    def store(self) -> Store:
        if self.held is None:
            raise ReleaseError("none")
        return self.held

    def exchange(self, release: str) -> None:
        self.held = replace(a_store(), release=release)


def test_each_release_is_prepared_once() -> None:
    desk, done = Desk(), list[str]()
    warm = Prewarm(desk.store, lambda store: [lambda: done.append(store.release)] * 2)
    for _ in range(3):
        warm.once()
    desk.exchange("next")
    warm.once()
    assert done == ["0123456789abcdef"] * 2 + ["next"] * 2
    assert warm.done == "next"


def test_a_newer_release_interrupts_an_older() -> None:
    desk, done = Desk(), list[str]()

    def step(store: Store, number: int) -> None:
        done.append(f"{store.release} {number}")
        if store.release != "next":
            desk.exchange("next")

    warm = Prewarm(desk.store, lambda store: [lambda n=n: step(store, n) for n in range(3)])  # type: ignore[misc]
    warm.once()
    assert warm.done == ""
    warm.once()
    assert done == ["0123456789abcdef 0", "next 0", "next 1", "next 2"]


def test_without_a_release_nothing_is_prepared() -> None:
    desk = Desk()
    desk.held = None
    with pytest.raises(ReleaseError):
        Prewarm(desk.store, lambda store: []).once()


def test_it_takes_at_most_half_of_the_time() -> None:
    warm = Prewarm(Desk().store, lambda store: [lambda: time.sleep(0.05)] * 2)
    began = time.monotonic()
    warm.once()
    assert time.monotonic() - began >= 0.2


def test_a_thread_follows_the_release_and_outlives_a_failure(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(prewarming, "_LOOK_SECONDS", 0.01)
    desk, done = Desk(), list[str]()

    def step(store: Store) -> None:
        if store.release == "bad":
            raise ValueError("a view that cannot be computed")
        done.append(store.release)

    warm = Prewarm(desk.store, lambda store: [lambda: step(store)])
    with caplog.at_level(logging.ERROR):
        warm.start()
        for release in ("bad", "good"):
            desk.exchange(release)
            _wait_until_done(warm, release)
    assert done[-1] == "good"
    assert [one.getMessage() for one in caplog.records] == ["the prewarming failed"]
    [thread] = [one for one in threads() if one.name == "prewarm"]
    assert isinstance(thread, Thread)
    assert thread.daemon


def _wait_until_done(warm: Prewarm, release: str) -> None:
    end = time.monotonic() + 5
    while warm.done != release:
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_page_is_asked_for_as_each_kind_of_browser_asks_for_it() -> None:
    server, seen = Flask("small"), list[tuple[str, str, str]]()

    @server.get("/<path:path>")
    def answer(path: str) -> str:
        seen.append((path, request.scheme, request.headers["Accept-Encoding"]))
        return ""

    visiting(server)("/en/")
    assert seen == [
        ("en/", "https", "gzip, deflate, br, zstd"),
        ("en/", "https", "gzip, deflate"),
    ]
