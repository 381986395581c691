"""`vardplats serve`: gunicorn in place of this process, once it is sure to start."""

import errno
import os
import socket
import sys
from collections.abc import Mapping
from ipaddress import ip_address
from tempfile import mkdtemp
from typing import NoReturn

from dashboard.cli import given
from dashboard.cli.dialogue.moving import say_what_is_left
from dashboard.cli.refusal import Refused
from dashboard.paths import ROOT
from dashboard.releases.database.choice import reading
from dashboard.settings import Settings

# What is under way when the server is stopped may take this long to end.
_GRACE_SECONDS = 30
_LAST_PORT = 65535
_EXPOSED = """\
WARNING: {} is reached from other machines, and FORWARDED_ALLOW_IPS names no proxy.
What is sent to and from it is read by whoever is on the way. Put a proxy before it that ends TLS,
as deploy/nginx.conf does behind one, name it in FORWARDED_ALLOW_IPS, or listen on 127.0.0.1."""
_NAMELESS = """\
WARNING: {} is reached from other machines, and neither VARDPLATS_PUBLIC_URL nor VARDPLATS_HOSTS is
set. Files then name no site in their addresses, and forms sent over http are refused."""
# Answers of 200 kB come and go, and glibc would keep the room of each thread's for ever: in one
# room for all, a megabyte that is free stays for the next answer, and what is beyond is given back.
# A touch that had all of it from the system anew took a fifth more of the processor.
_LEAN = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "524288",
    "MALLOC_TRIM_THRESHOLD_": "1048576",
}


def serve_site(host: str, port: int) -> NoReturn:
    """Replace this process by gunicorn serving `app:server`.

    Raises:
        Refused: no release can be served, or nothing can listen on the address.
    """
    settings = given.settings()
    release = given.dataset(settings, place=reading(settings)).release
    _require_free(host, port)
    print(f"Serving release {release} on http://{_name(host)}:{port}", file=sys.stderr, flush=True)
    for warning in exposed(host, os.environ, settings):
        print(warning, file=sys.stderr, flush=True)
    say_what_is_left(settings)
    os.execve(sys.executable, command(settings, host, port), environment(settings))


def exposed(host: str, variables: Mapping[str, str], settings: Settings) -> list[str]:
    """Warnings where others reach the server: no proxy that they come through, or no name."""
    if _is_loopback(host):
        return []
    found = [] if variables.get("FORWARDED_ALLOW_IPS") else [_EXPOSED]
    found += [] if settings.public_url or settings.hosts else [_NAMELESS]
    return [one.format(_name(host)) for one in found]


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def command(settings: Settings, host: str, port: int) -> list[str]:
    """The command line of gunicorn: `app:server` by threads in one process per core."""
    # The cores that this process may use, which can be fewer than the machine has.
    workers = settings.workers or len(os.sched_getaffinity(0))
    return [
        sys.executable, "-m", "gunicorn", "app:server",
        "--config", "python:dashboard.web.workers",
        "--chdir", str(ROOT),
        "--bind", f"{_name(host)}:{port}",
        "--worker-class", "dashboard.web.buffered_worker.BufferedWorker",
        "--workers", str(workers),
        "--threads", str(settings.threads),
        "--preload",
        "--graceful-timeout", str(_GRACE_SECONDS),
        "--no-control-socket",
    ]  # fmt: skip


def environment(settings: Settings) -> dict[str, str]:
    """The environment of gunicorn: this process's own, with what the workers need in it."""
    # The server runs in the folder of the code, where a relative home would be another one.
    found = {**_LEAN, **os.environ, "VARDPLATS_HOME": str(settings.home.resolve())}
    if settings.metrics:
        # The workers count together in a folder, which the server takes away when it ends.
        found["PROMETHEUS_MULTIPROC_DIR"] = mkdtemp(prefix="vardplats-metrics-")
    return found


def _require_free(host: str, port: int) -> None:
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as listener:
            # As gunicorn does, so that a port closed a moment ago counts as free.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen()
    except OSError as error:
        reason = f"Cannot listen on {_name(host)}:{port}: {error.strerror or error}."
        raise Refused(f"{reason} {_advice(error, port)}") from error


def _advice(error: OSError, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < _LAST_PORT else port - 1
        return f"Stop what uses it, or choose another port: vardplats serve --port {other}"
    return "Choose an address of this machine with --host, and a port you may use with --port."


def _name(host: str) -> str:
    return f"[{host}]" if ":" in host else host
