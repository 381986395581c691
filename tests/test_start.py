"""The first requests of a fresh server, all at once, before it has answered any."""

import os
import re
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from threading import Barrier

import pytest

from app import create_app
from dashboard.settings import Settings
from tests.servers import PATIENCE, ROOT, free_port, wait_until

AT_ONCE = 48


def listens(port: int) -> bool:
    with socket.socket() as visitor:
        return visitor.connect_ex(("127.0.0.1", port)) == 0


def asked_for(home: Path) -> list[str]:
    """What pages refer to, and what Dash has to find a package for."""
    client = create_app(Settings(home=home, cache="NullCache", prewarm=False)).server.test_client()
    page = client.get("/").get_data(as_text=True)
    found = re.findall(r'(?:src|href)="(/(?:static|geo)/[^"]+)"', page)
    suite = "/_dash-component-suites/dash/dcc/dash_core_components.js"
    return ["/", "/en/", "/min-region", suite, "/_dash-layout", "/_dash-dependencies", *found]


@pytest.mark.parametrize("more", [["--preload"], []], ids=["preload", "each worker"])
def test_a_fresh_server_answers_many_at_once(home: Path, tmp_path: Path, more: list[str]) -> None:
    port, log = free_port(), tmp_path / "log"
    command = [sys.executable, "-m", "gunicorn", "app:server", *more, "--workers", "2"]
    command += ["--worker-class", "gthread", "--threads", "24", "--bind", f"127.0.0.1:{port}"]
    environment = {**os.environ, "VARDPLATS_HOME": str(home), "VARDPLATS_PREWARM": "0"}
    paths, together = asked_for(home), Barrier(AT_ONCE)

    def first(number: int) -> tuple[str, int]:
        path = paths[number % len(paths)]
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        together.wait()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return path, answer.status

    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
    try:
        wait_until(lambda: listens(port), "a server that listens")
        with ThreadPoolExecutor(AT_ONCE) as pool:
            found = list(pool.map(first, range(AT_ONCE)))
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)
    assert [one for one in found if one[1] != 200] == []
    assert "Traceback" not in log.read_text()
