"""What one checkout's server works for its pages and touches, in milliseconds of the processor.

Run in the folder of a checkout, with its code and data in the environment, and nothing of this
one: `python inside.py`. Nothing is kept between the answers. Prints JSON.
"""

import json
import os
import re
import sys
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from app import server
from dashboard.releases.dataset import read_dataset
from dashboard.settings import settings_from_environment
from dashboard.view.view import default_view
from dashboard.web.workers import when_ready
from layouts.parts.filters import values_of

PAGES = ("/", "/effekter", "/malnivaer", "/data", "/jamfor")
# Each is asked for once in a worker, so that nothing of its answer is there; the first is not
# counted.
TOUCHES = {
    "rule": (
        "/effekter", "rule",
        ("threshold=3", "threshold=1", "threshold=1.5", "threshold=2", "top=3", "top=5", "top=7",
         "threshold=4"),
    ),
    "sliders": (
        "/malnivaer", "assumptions",
        ("size=19", "size=20", "size=30", "stay=3", "stay=6", "risk=2", "variance=1.5", "acute=70"),
    ),
}  # fmt: skip
_LATER = 7
_ASK = "/_dash-update-component"
_READ = {"Accept-Encoding": "br"}
_SHOWN = re.compile(r'<script[^>]*id="shown"[^>]*>(.*?)</script>', re.DOTALL)


def _milliseconds(work: Callable[[], Any]) -> float:
    began = time.process_time()
    answer = work()
    used = (time.process_time() - began) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"{answer.status}: {answer.get_data()[:200]!r}")
    return used


def of_a_page(path: str) -> list[float]:
    """The first request of a worker that was asked for nothing, and those after it."""
    client = server.test_client()
    return [_milliseconds(lambda: client.get(path, headers=_READ)) for _ in range(_LATER + 1)]


def of_touches(path: str, control: str, said: tuple[str, ...]) -> list[float]:
    """A touch of a field of an editor for each word, from the page as it opens."""
    client = server.test_client()
    shown = _SHOWN.search(client.get(path).get_data(as_text=True))
    told = json.loads(shown[1]) if shown else {}
    held = {key: one for key, one in told["state"].items() if key != "link"}
    view = values_of(default_view(read_dataset(settings_from_environment().home)))
    values = {key: view[key] for key in told["controls"]}
    change, name = f"{told['prefix']}change", f"{told['prefix']}asked"

    def ask(word: str) -> Any:
        field, value = word.split("=")
        asked = {
            "values": values,
            "held": held,
            "address": None,
            "fields": {control: {field: value}},
        }
        body = {
            "output": f"{change}.data", "outputs": {"id": change, "property": "data"},
            "inputs": [{"id": name, "property": "data", "value": asked}], "state": [],
            "changedPropIds": [f"{name}.data"],
        }  # fmt: skip
        return client.post(_ASK, json=body, headers=_READ)

    return [_milliseconds(lambda word=word: ask(word)) for word in said][1:]  # type: ignore[misc]


def in_a_worker(work: Callable[[], list[float]]) -> list[float]:
    """What a process forked from this one found, as a worker is from what was loaded before."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.write(writing, json.dumps(work()).encode())
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as said:
        text = said.read()
    os.waitpid(child, 0)
    found: list[float] = json.loads(text) if text else []
    return found


def main() -> None:
    """Each page and each kind of touch in a worker of its own, as gunicorn makes them."""
    app = SimpleNamespace(wsgi=lambda: server)
    when_ready(SimpleNamespace(app=app, num_workers=0, spawn_worker=lambda: None))
    pages = {path: in_a_worker(lambda path=path: of_a_page(path)) for path in PAGES}  # type: ignore[misc]
    touches = {
        name: in_a_worker(lambda words=words: of_touches(*words))  # type: ignore[misc]
        for name, words in TOUCHES.items()
    }
    json.dump({"pages": pages, "touches": touches}, sys.stdout)


if __name__ == "__main__":
    main()
