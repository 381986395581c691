"""The pages that are compared, and the processes that serve each of them."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.beside import before
from benchmarks.rivals import evidence_site
from dashboard.cli.server import command, environment
from dashboard.paths import ROOT
from dashboard.releases.dataset import current_release
from dashboard.settings import Settings, settings_from_environment
from dashboard.targets.occupancy_targets import OFFICIAL

PYTHON = ROOT / "var" / "rivals-env" / "bin" / "python"
# Panel of today needs a newer Python than the rest.
_OF_PANEL = ROOT / "var" / "panel-env" / "bin" / "python"
_SITES = Path(__file__).with_name("sites")
_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Variant:
    """A page to measure: of which family, and in which style of it."""

    family: str
    style: str

    @property
    def name(self) -> str:
        return f"{self.family} {self.style}"

    @property
    def is_rival(self) -> bool:
        return self.family not in ("ours", "before", "limit")


OURS = Variant("ours", "as served")
UNCACHED = Variant("ours", "without cache")
BEFORE = Variant("before", "as served")
LIMIT = Variant("limit", "static page")
FAMILIES = ("dash", "streamlit", "panel", "vizro")
RIVALS = tuple(Variant(name, style) for name in FAMILIES for style in ("documented", "cached"))
# Where every output is computed by itself there is nothing that its documentation would keep.
SHINY = Variant("shiny", "documented")
# A site of files, which no server computes anything for.
EVIDENCE = Variant("evidence", "documented")
SERVED = (OURS, UNCACHED, *RIVALS, SHINY)


@dataclass(frozen=True, slots=True)
class Running:
    """A variant that answers on a port."""

    variant: Variant
    process: subprocess.Popen[bytes]
    port: int
    seconds: float


@contextmanager
def running(variant: Variant) -> Iterator[Running]:
    """The variant served on a free port of loopback, from when it is ready; ends with the block."""
    port = free_port()
    began = time.perf_counter()
    words, variables = _command(variant, port)
    process = subprocess.Popen(
        words,
        env=variables,
        # What lies in the folder is imported before all else.
        cwd=before.TREE if variant == BEFORE else ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait(variant, process, port)
        yield Running(variant, process, port, time.perf_counter() - began)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a server and all that came of it; Panel's processes outlive the one that began them."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=10)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def free_port() -> int:
    """A port that nothing listens on at the moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _command(variant: Variant, port: int) -> tuple[list[str], Mapping[str, str]]:
    settings = settings_from_environment()
    if variant == BEFORE:
        tree = before.made()
        return before.serving(port), before.variables(tree, VARDPLATS_WORKERS="2")
    if not variant.is_rival:
        cache = "NullCache" if variant == UNCACHED else settings.cache
        changed = {**settings.model_dump(), "cache": cache, "workers": 2}
        variables = {**os.environ, "VARDPLATS_CACHE": cache}
        said = environment(settings)
        return command(Settings.model_validate(changed), "127.0.0.1", port), _compiled(
            {**said, **variables}
        )
    if variant == EVIDENCE:
        if not evidence_site.is_made():
            raise RuntimeError("evidence has no site: python -m benchmarks.rivals.evidence_site")
        files = ["benchmarks.rivals.packed_files", str(evidence_site.SERVED), str(port)]
        return [sys.executable, "-m", *files], os.environ
    said = {**os.environ, **told_of_the_release(variant.style)}
    python = _OF_PANEL if variant.family == "panel" else PYTHON
    return [str(python), "-m", *_server(variant.family, port)], _compiled(said)


def told_of_the_release(style: str) -> dict[str, str]:
    """The variables that tell the site of a peer what it shows, and in which style of it."""
    home = settings_from_environment().home
    return {
        "RIVAL_RELEASE": str((home / "releases" / current_release(home)).resolve()),
        "RIVAL_TARGETS": json.dumps({"acute": OFFICIAL.acute, "planned": OFFICIAL.planned}),
        "RIVAL_STYLE": style,
    }


def _compiled(said: Mapping[str, str]) -> Mapping[str, str]:
    """Without what keeps a process from writing its modules compiled, as `make` runs them."""
    return {key: value for key, value in said.items() if key != "PYTHONDONTWRITEBYTECODE"}


def _server(family: str, port: int) -> list[str]:
    site = str(_SITES / f"with_{family}.py")
    if family == "streamlit":
        flags = {
            "server.port": port, "server.address": "127.0.0.1", "server.headless": "true",
            "server.fileWatcherType": "none", "browser.gatherUsageStats": "false",
            "server.enableCORS": "false", "server.enableXsrfProtection": "false",
        }  # fmt: skip
        return ["streamlit", "run", site, *(f"--{key}={value}" for key, value in flags.items())]
    if family == "shiny":
        return ["shiny", "run", "--host", "127.0.0.1", "--port", str(port), site]
    if family == "panel":
        return [
            "panel", "serve", site, "--address=127.0.0.1", f"--port={port}", "--num-procs=2",
            "--allow-websocket-origin=*",
        ]  # fmt: skip
    return [
        "gunicorn", f"with_{family}:server", "--chdir", str(_SITES), "--preload", "--workers=2",
        "--worker-class=gthread", "--threads=4", f"--bind=127.0.0.1:{port}", "--timeout=120",
        "--no-control-socket",
    ]  # fmt: skip


def address(variant: Variant, port: int) -> str:
    """Where the page is."""
    return f"http://127.0.0.1:{port}/{'with_panel' if variant.family == 'panel' else ''}"


def _wait(variant: Variant, process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(address(variant, port), timeout=30):
                return
        except (URLError, OSError):
            time.sleep(0.02)
    raise RuntimeError(f"{variant.name} does not start ({sys.executable}, port {port})")
