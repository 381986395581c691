"""Each release is prepared once, a newer one interrupts, and a failure stops nothing."""

import logging
from dataclasses import replace
from pathlib import Path
from threading import Thread
from threading import enumerate as threads

import pytest
from flask import Flask, request

from app import create_app
from callbacks.documents import Writer
from dashboard.releases.dataset import Dataset, ReleaseError
from dashboard.settings import Settings
from dashboard.web.cache import warm_up
from dashboard.web.cache.warm_up import Prewarm, visiting
from dashboard.web.release_provider import GIVEN
from tests.builders import a_dataset
from tests.each import each
from tests.servers import wait_until


class Desk:
    """Hands out a release that can be exchanged, or none."""

    def __init__(self) -> None:
        self.held: Dataset | None = a_dataset()

    def dataset(self) -> Dataset:
        if self.held is None:
            raise ReleaseError("none")
        return self.held

    def exchange(self, release: str) -> None:
        self.held = replace(a_dataset(), release=release)


def test_each_release_is_prepared_once() -> None:
    desk, done = Desk(), list[str]()
    warm = Prewarm(desk.dataset, lambda dataset: [lambda: done.append(dataset.release)] * 2)
    for _ in range(3):
        warm.once()
    desk.exchange("next")
    warm.once()
    assert done == ["0123456789abcdef"] * 2 + ["next"] * 2
    assert warm.done == "next"


def test_a_newer_release_interrupts_an_older() -> None:
    desk, done = Desk(), list[str]()

    def step(dataset: Dataset, number: int) -> None:
        done.append(f"{dataset.release} {number}")
        if dataset.release != "next":
            desk.exchange("next")

    warm = Prewarm(desk.dataset, lambda dataset: [lambda n=n: step(dataset, n) for n in range(3)])  # type: ignore[misc]
    warm.once()
    assert warm.done == ""
    warm.once()
    assert done == ["0123456789abcdef 0", "next 0", "next 1", "next 2"]


def test_what_is_made_ahead_ends_in_time_and_when_the_release_is_not_awaited() -> None:
    times = iter(range(0, 1000, 25))
    done = list[int]()
    steps = [lambda n=n: done.append(n) for n in range(9)]  # type: ignore[misc]
    warm = Prewarm(Desk().dataset, lambda dataset: steps, clock=lambda: next(times))
    warm.ahead(a_dataset(), lambda: True)
    assert done == [0, 1], "two steps fit into a minute of which each takes 25 s"
    assert warm.done == ""
    warm.ahead(a_dataset(), lambda: False)
    assert done == [0, 1]


def test_a_step_that_fails_keeps_no_release_back(caplog: pytest.LogCaptureFixture) -> None:
    def step() -> None:
        raise ValueError("a page that cannot be written")

    Prewarm(Desk().dataset, lambda dataset: [step]).ahead(a_dataset(), lambda: True)
    assert [one.getMessage() for one in caplog.records] == ["the prewarming failed"]


def test_without_a_release_nothing_is_prepared() -> None:
    desk = Desk()
    desk.held = None
    with pytest.raises(ReleaseError):
        Prewarm(desk.dataset, lambda dataset: []).once()


def test_after_each_step_it_rests_for_as_long_as_the_step_took(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now, told = [100.0], list[tuple[str, float]]()

    def takes(seconds: float) -> None:
        now[0] += seconds
        told.append(("step", seconds))

    monkeypatch.setattr(warm_up, "monotonic", lambda: now[0])
    monkeypatch.setattr(warm_up, "sleep", lambda seconds: told.append(("rest", seconds)))
    Prewarm(Desk().dataset, lambda dataset: [lambda: takes(3.0), lambda: takes(0.25)]).once()
    assert told == [("step", 3.0), ("rest", 3.0), ("step", 0.25), ("rest", 0.25)]


def test_a_thread_follows_the_release_and_outlives_a_failure(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(warm_up, "_LOOK_SECONDS", 0.01)
    desk, done = Desk(), list[str]()

    def step(dataset: Dataset) -> None:
        if dataset.release == "bad":
            raise ValueError("a view that cannot be computed")
        done.append(dataset.release)

    warm = Prewarm(desk.dataset, lambda dataset: [lambda: step(dataset)])
    with caplog.at_level(logging.ERROR):
        warm.start()
        for release in ("bad", "good"):
            desk.exchange(release)
            wait_until(lambda now=release: warm.done == now, f"{release} prepared")  # type: ignore[misc]
    assert done[-1] == "good"
    assert [one.getMessage() for one in caplog.records] == ["the prewarming failed"]
    [thread] = [one for one in threads() if one.name == "prewarm"]
    assert isinstance(thread, Thread)
    assert thread.daemon


def test_a_page_is_asked_for_as_each_kind_of_browser_asks_for_it() -> None:
    server, seen = Flask("small"), list[tuple[str, str, str]]()
    dataset = a_dataset()

    @server.get("/<path:path>")
    def answer(path: str) -> str:
        assert request.environ["given"] is dataset
        seen.append((path, request.scheme, request.headers["Accept-Encoding"]))
        return ""

    visiting(server, "given")("/en/", dataset)
    assert seen == [
        ("en/", "https", "gzip, deflate, br, zstd"),
        ("en/", "https", "gzip, deflate"),
    ]


def test_what_was_made_ahead_is_what_readers_of_the_new_release_get(
    home: Path, dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    written, real = list[str](), Writer.page

    def counted(self: Writer, path: str, search: str) -> str:
        written.append(path)
        return real(self, path, search)

    monkeypatch.setattr(Writer, "page", counted)
    server, new = create_app(Settings(home=home)).server, replace(dataset, release="f" * 16)
    visit = visiting(server, GIVEN)
    steps = [lambda path=path: visit(path, new) for path in ("/", "/en/")]  # type: ignore[misc]
    Prewarm(lambda: dataset, lambda dataset: steps).ahead(new, lambda: True)
    assert set(written) == {"/", "/en/"}
    made = len(written)
    for path in each(("/", "/en/", "/?utm_source=brev")):
        answer = server.test_client().get(
            path, environ_overrides={GIVEN: new}, headers={"Accept-Encoding": "gzip, deflate, br"}
        )
        assert answer.status_code == 200
    assert len(written) == made, "nobody waits for what was made ahead"
