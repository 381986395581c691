"""The configuration of gunicorn that needs code: what happens around the making of workers."""

import gc
import os
import shutil
from typing import Any

from werkzeug.test import Client

from dashboard.web import fair_share
from dashboard.web.cache.warm_up import FIRST, PREWARM
from dashboard.web.metrics import FOLDER
from dashboard.web.release_provider import PROVIDER
from dashboard.web.watching import logging_as_json

# Longer than the proxy keeps an idle connection (60 s), so that it is the proxy who closes it
# and no request arrives at a closed one.
keepalive = 75

# An answer makes twenty thousand objects without a cycle among them; looked through at every 700
# of them, as is usual, they cost a tenth of the answer. At every 10 000 it cannot be measured, and
# what connections leave behind in circles is 1 MB at most, where at every 50 000 it was 5.
_RARELY = (10_000, 20, 20)
# What is made at the start stays. To look through it again and again would take a fifth of the
# start, and gunicorn reads this before it loads the application.
gc.disable()

_WELL = 200
_SPECIFICATION = "/api/v1/openapi.json"
# The number of the worker that is there before the others.
_BEFORE = 1


def when_ready(arbiter: Any) -> None:
    """Before the workers exist, requests of our own: what they set up, all workers share.

    One that is there before the others answers meanwhile. Gunicorn then has a worker too many, and
    lets the oldest go when it has ended what is under way.
    """
    server = arbiter.app.wsgi()
    client = Client(server)

    def ask(path: str) -> int:
        # Over https, which a service behind TLS insists on.
        head = {"Accept-Encoding": "br"}
        return int(client.get(path, base_url="https://localhost", headers=head).status_code)

    # Whether there is a release, and the page that most open.
    is_well = ask("/readyz") == _WELL
    ask("/")
    arbiter.spawn_worker()
    # What is kept of the other pages, and what only programs ask.
    if is_well:
        server.extensions[FIRST]()
    ask(_SPECIFICATION)
    # What exists now is never looked at again, so its pages stay shared.
    gc.freeze()
    gc.enable()
    for _ in range(arbiter.num_workers):
        arbiter.spawn_worker()


if os.environ.get("VARDPLATS_LOGS") == "json":
    logconfig_dict = logging_as_json()


def child_exit(_: Any, worker: Any) -> None:
    """In the arbiter: what a worker counted goes on counting, what it only showed does not.

    No connection is left to it any more.
    """
    fair_share.ended(worker.age)
    if os.environ.get(FOLDER):
        from prometheus_client import multiprocess

        multiprocess.mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def on_exit(_: Any) -> None:
    """In the arbiter: nobody counts there any more."""
    if folder := os.environ.get(FOLDER):
        shutil.rmtree(folder, ignore_errors=True)


def post_worker_init(worker: Any) -> None:
    """In each worker, once it can answer."""
    gc.set_threshold(*_RARELY)
    prewarm = worker.wsgi.extensions.get(PREWARM)
    if prewarm is not None and worker.age != _BEFORE:
        # From now on there are threads, and a later release is shown once it is prepared for.
        worker.wsgi.extensions[PROVIDER].prepare = prewarm.ahead
        prewarm.start()
