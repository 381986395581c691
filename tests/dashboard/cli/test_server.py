"""`vardplats serve` starts gunicorn when it can, and otherwise says why not."""

import os
import socket
from itertools import pairwise
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.cli.server import command, environment, exposed
from dashboard.settings import Settings

Run = pytest.CaptureFixture[str]
Executed = list[tuple[list[str], dict[str, str]]]


@pytest.fixture
def executed(monkeypatch: pytest.MonkeyPatch) -> Executed:
    """What would have replaced this process."""
    seen: Executed = []
    monkeypatch.setattr(os, "execve", lambda program, words, env: seen.append((words, env)))
    return seen


def test_the_settings_decide_workers_and_threads(
    executed: Executed, home: Path, monkeypatch: pytest.MonkeyPatch, free_port: int
) -> None:
    monkeypatch.chdir(home.parent)
    monkeypatch.setenv("VARDPLATS_HOME", home.name)
    monkeypatch.setenv("VARDPLATS_WORKERS", "3")
    monkeypatch.setenv("VARDPLATS_THREADS", "5")
    assert main(["serve", "--port", str(free_port)]) == 0
    [(words, environment)] = executed
    options = dict(pairwise(words))
    assert "app:server" in words
    assert "--preload" in words
    assert options["--bind"] == f"127.0.0.1:{free_port}"
    assert (options["--workers"], options["--threads"]) == ("3", "5")
    assert options["--worker-class"] == "dashboard.web.buffered_worker.BufferedWorker"
    assert options["--config"] == "python:dashboard.web.workers"
    assert environment["VARDPLATS_HOME"] == str(home.resolve())
    assert environment["MALLOC_ARENA_MAX"] == "1"


def test_no_workers_named_means_one_per_core(home: Path) -> None:
    words = command(Settings(home=home, workers=0), "::1", 8050)
    assert words[words.index("--workers") + 1] == str(len(os.sched_getaffinity(0)))
    assert words[words.index("--bind") + 1] == "[::1]:8050"


def test_no_more_workers_than_cores_this_process_may_use(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 5, 7})
    words = command(Settings(home=home), "127.0.0.1", 8050)
    assert words[words.index("--workers") + 1] == "3"


def test_the_environment_has_the_last_word_on_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MALLOC_ARENA_MAX", "4")
    assert environment(Settings())["MALLOC_ARENA_MAX"] == "4"


def test_a_busy_port_is_refused_and_another_proposed(
    executed: Executed, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"127.0.0.1:{port}" in printed.err
    assert "vardplats serve --port" in printed.err
    assert executed == []


def test_without_a_release_nothing_is_started(
    executed: Executed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    assert main(["serve"]) == 2
    assert "Run: vardplats build" in capsys.readouterr().err
    assert executed == []


@pytest.fixture
def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.1.2.3", "beds.example"])
def test_listening_beyond_this_machine_without_a_proxy_is_said_loudly(host: str) -> None:
    proxy, named = {"FORWARDED_ALLOW_IPS": "10.0.0.2"}, Settings(public_url="https://beds.example")
    both = exposed(host, {}, Settings())
    assert [one.startswith("WARNING: ") for one in both] == [True, True]
    assert "names no proxy" in both[0]
    assert "VARDPLATS_PUBLIC_URL" in both[1]
    assert exposed(host, proxy, Settings()) == both[1:]
    assert exposed(host, {}, named) == both[:1]
    assert exposed(host, proxy, named) == []


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.9", "::1", "localhost"])
def test_listening_on_this_machine_alone_is_quiet(host: str) -> None:
    assert exposed(host, {}, Settings()) == []
