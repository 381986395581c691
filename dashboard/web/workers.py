"""The configuration of gunicorn that needs code: what happens around the making of workers."""

import gc
from typing import Any

PREWARM = "vardplats.prewarm"

# Longer than the proxy keeps an idle connection (60 s), so that it is the proxy who closes it
# and no request arrives at a closed one.
keepalive = 75

# An answer makes twenty thousand objects without a cycle among them; looked through at every 700
# of them, as is usual, they cost a tenth of the answer.
_RARELY = (50_000, 20, 20)


def when_ready(arbiter: Any) -> None:
    """Before any worker exists, one request of our own: what it sets up, all workers share."""
    # Over https, which a service behind TLS insists on.
    arbiter.app.wsgi().test_client().get("/readyz", base_url="https://localhost")
    gc.collect()
    # What exists now is never looked at again, so its pages stay shared.
    gc.freeze()


def post_worker_init(worker: Any) -> None:
    """In each worker, once it can answer."""
    gc.set_threshold(*_RARELY)
    prewarm = worker.wsgi.extensions.get(PREWARM)
    if prewarm is not None:
        prewarm.start()
