"""The first request of a new worker: what it works beside its later ones, counted."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from callbacks.opening import keep
from dashboard.settings import Settings
from tests.servers import PATIENCE, ROOT

# As a worker is made: the application, the requests of our own, and then a process of its own,
# which tells the modules that its first request loads, and the calls of that and of the next.
SCRIPT = """
import json, os, sys
from types import SimpleNamespace

from werkzeug.test import Client

from app import server
from dashboard.language.text import LANGS
from dashboard.web.workers import when_ready
from layouts.document.pages import PAGES


def calls(path):
    found = 0

    def count(frame, event, argument):
        nonlocal found
        found += event in ("call", "c_call")

    client = Client(server)
    sys.setprofile(count)
    answer = client.get(path, headers={"Accept-Encoding": "br"})
    sys.setprofile(None)
    assert answer.status_code == 200, path
    return found


app = SimpleNamespace(wsgi=lambda: server)
when_ready(SimpleNamespace(app=app, num_workers=2, spawn_worker=lambda: None))
for path in [page.path.in_(lang) for page in PAGES if page.interactive for lang in LANGS]:
    if not os.fork():
        before = set(sys.modules)
        first = calls(path)
        new = sorted(set(sys.modules) - before)
        print(json.dumps([path, new, first, calls(path)]), flush=True)
        os._exit(0)
    os.wait()
"""


@pytest.fixture(scope="module")
def workers(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[str, list[str], int, int]]:
    own = tmp_path_factory.mktemp("first") / "home"
    shutil.copytree(home, own)
    keep(Settings(home=own))
    variables = {**os.environ, "VARDPLATS_HOME": str(own), "VARDPLATS_CACHE": "NullCache"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, env=variables, check=True, text=True,
        stdout=subprocess.PIPE, timeout=PATIENCE,
    )  # fmt: skip
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]


def test_the_first_request_of_a_worker_loads_no_module(
    workers: list[tuple[str, list[str], int, int]],
) -> None:
    assert len(workers) > 10
    assert {path: new for path, new, _, _ in workers if new} == {}


def test_the_first_request_of_a_worker_works_little_more_than_the_next(
    workers: list[tuple[str, list[str], int, int]],
) -> None:
    assert {path for path, _, first, later in workers if first > 1.5 * later} == set()
