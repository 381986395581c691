"""The site as it is served: gunicorn in a process of its own, on a free port."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

from dashboard.cli.server import command, environment
from dashboard.settings import PREFIX, Settings, settings_from_environment

_SECONDS = 60


@contextmanager
def served(**variables: str) -> Iterator[str]:
    """The address of the running site; it ends with the block.

    `variables` are settings as the environment states them, above those in force.
    """
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    stated = {name.removeprefix(PREFIX).lower(): value for name, value in variables.items()}
    settings = Settings.model_validate({**settings_from_environment().model_dump(), **stated})
    process = subprocess.Popen(
        command(settings, "127.0.0.1", port),
        env={**environment(settings), **variables},
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=_SECONDS)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(f"{address}/readyz", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the server did not become ready; run `vardplats serve` to see why")
