"""What happens around the making of workers: shared things before, the prewarming after."""

import gc
from functools import partial
from types import SimpleNamespace

import pytest
from flask import Flask, request

from dashboard.web.cache.warm_up import FIRST, PREWARM
from dashboard.web.release_provider import PROVIDER
from dashboard.web.workers import keepalive, post_worker_init, when_ready
from tests.servers import ROOT

# The module is read by gunicorn, whose start goes without; tests do not.
gc.enable()


@pytest.mark.parametrize(
    ("status", "asked"),
    [(200, ["/readyz", "/", "worker", "pages"]), (503, ["/readyz", "/", "worker"])],
)
def test_first_requests_are_made_before_there_are_workers(
    status: int, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, done = Flask("small"), list[str]()
    server.extensions[FIRST] = lambda: done.append("pages")

    @server.get("/readyz")
    @server.get("/")
    @server.get("/api/v1/openapi.json")
    def answer() -> tuple[str, int]:
        done.append(request.path)
        return "", status

    monkeypatch.setattr(gc, "freeze", lambda: done.append("frozen"))
    monkeypatch.setattr(gc, "enable", lambda: done.append("enabled"))
    spawn = partial(done.append, "worker")
    when_ready(
        SimpleNamespace(app=SimpleNamespace(wsgi=lambda: server), spawn_worker=spawn, num_workers=2)
    )
    said = ["/api/v1/openapi.json", "frozen", "enabled", "worker", "worker"]
    assert done == [*asked, *said]


def test_each_worker_starts_its_prewarming_where_there_is_one() -> None:
    server, started = Flask("small"), list[bool]()
    worker = SimpleNamespace(wsgi=server, age=2)
    post_worker_init(worker)
    provider = SimpleNamespace(prepare=None)
    prewarm = SimpleNamespace(start=lambda: started.append(True), ahead=lambda *_: None)
    server.extensions |= {PREWARM: prewarm, PROVIDER: provider}
    post_worker_init(worker)
    assert (started, provider.prepare) == ([True], prewarm.ahead)
    post_worker_init(SimpleNamespace(wsgi=server, age=1))
    assert started == [True]


def test_the_proxy_gives_up_an_idle_connection_first() -> None:
    # 60 s is what nginx keeps one for when its file says nothing else.
    assert keepalive > 60
    assert "keepalive_timeout" not in (ROOT / "deploy" / "nginx.conf").read_text()
