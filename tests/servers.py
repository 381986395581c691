"""Real servers on loopback, started for a test and ended after it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from dashboard.releases.database import connections, postgres_repository

ROOT = Path(__file__).resolve().parents[1]
Process = subprocess.Popen[bytes]
# Seconds that a busy machine is given for what an idle one does at once.
PATIENCE = 180


@dataclass(frozen=True)
class Answer:
    """What a server answered; `status` is 0 where nobody did."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Site:
    """A server that speaks HTTP."""

    port: int
    process: Process
    log: Path

    def get(self, path: str) -> Answer:
        return self.asked("GET", path)

    def post(self, path: str, body: object) -> Answer:
        return self.asked("POST", path, json.dumps(body).encode())

    def asked(self, method: str, path: str, body: bytes | None = None) -> Answer:
        """The answer over a connection of its own."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, headers, answer.read())
        except (OSError, HTTPException):
            return Answer(0, {}, b"")
        finally:
            connection.close()

    def kill(self) -> None:
        """End it and its workers at once, as a machine that loses its power."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_until(true: Callable[[], bool], what: str) -> None:
    """Returns as soon as it is true; only a test that would never end fails here."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if true():
            return
        time.sleep(0.02)
    pytest.fail(f"not within {PATIENCE} s: {what}", pytrace=False)


@contextmanager
def gunicorn(home: Path, folder: Path, **settings: str) -> Iterator[Site]:
    """`vardplats serve` with two workers on the releases of `home`, ready to answer."""
    port = free_port()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("VARDPLATS_")}
    environment |= {"VARDPLATS_HOME": str(home), "VARDPLATS_WORKERS": "2"} | settings
    program = "from dashboard.cli import main; raise SystemExit(main())"
    command = [sys.executable, "-c", program, "serve", "--port", str(port)]
    with _running(command, folder / f"gunicorn-{port}.log", environment) as (process, log):
        site = Site(port, process, log)
        wait_until(lambda: site.get("/readyz").status == 200, "a server that is ready")
        yield site
    assert "Traceback" not in log.read_text(), log.read_text()


@contextmanager
def nginx(instances: list[Site], folder: Path) -> Iterator[Site]:
    """The proxy of `deploy/` before the instances."""
    port, text = free_port(), (ROOT / "deploy" / "nginx.conf").read_text()
    left, kept_on = "max_fails=2 fail_timeout=10s;", "max_fails=0;"
    kept = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    # Started by root it works as nobody, who may not write large bodies into the folder.
    user = "user root;" if os.geteuid() == 0 else ""
    for old, new in {
        **{
            f"server app:8050 {how}": " ".join(
                f"server 127.0.0.1:{x.port} {how}" for x in instances
            )
            for how in (left, kept_on)
        },
        "listen 8080;": f"listen 127.0.0.1:{port};",
        "pid /tmp/nginx.pid;": f"pid {folder}/nginx.pid; error_log stderr; {user}",
        **{f"{name}_temp_path /tmp/{name};": f"{name}_temp_path {folder}/{name};" for name in kept},
    }.items():
        assert text.count(old) == 1, f"deploy/nginx.conf has changed: {old}"
        text = text.replace(old, new)
    (folder / "nginx.conf").write_text(text)
    command = [program("nginx"), "-p", str(folder), "-c", "nginx.conf", "-g", "daemon off;"]
    with _running(command, folder / "nginx.log") as (process, log):
        site = Site(port, process, log)
        wait_until(lambda: site.get("/healthz").status == 200, "a proxy that answers")
        yield site


class Redis:
    """Debian's redis-server, which can be stopped, frozen, woken and started again."""

    def __init__(self, folder: Path) -> None:
        self._port, self._folder = free_port(), folder
        self._process: Process | None = None
        self.url = f"redis://127.0.0.1:{self._port}/0"

    def start(self) -> None:
        command = [program("redis-server"), "--port", str(self._port), "--bind", "127.0.0.1"]
        command += ["--save", "", "--appendonly", "no", "--dir", str(self._folder)]
        with (self._folder / "redis.log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        wait_until(self._answers, "a Redis that answers")

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=PATIENCE)
            self._process = None

    def freeze(self) -> None:
        """It hangs: connections are accepted, and nothing is ever answered."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)
        wait_until(self._answers, "a Redis that answers again")

    def keys(self) -> int:
        """How many answers it keeps."""
        return int(self._said(b"DBSIZE").removeprefix(b":"))

    def _answers(self) -> bool:
        try:
            return self._said(b"PING") == b"+PONG"
        except OSError:
            return False

    def _said(self, command: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self._port), timeout=PATIENCE) as connection:
            connection.sendall(command + b"\r\n")
            return connection.recv(64).strip()


@contextmanager
def redis_server(folder: Path) -> Iterator[Redis]:
    redis = Redis(folder)
    redis.start()
    try:
        yield redis
    finally:
        redis.stop()


class Postgres:
    """Debian's PostgreSQL, which can be stopped, frozen, woken and started again."""

    def __init__(self, folder: Path) -> None:
        self._port, self._folder = free_port(), folder
        # It refuses to run as root, so root runs it as the user that Debian made for it.
        self._user = "postgres" if os.geteuid() == 0 else None
        self._process: Process | None = None
        self._frozen: list[int] = []

    def url(self, name: str = "postgres") -> str:
        return f"postgresql://tester:secret@127.0.0.1:{self._port}/{name}"

    def make(self) -> None:
        """An empty cluster, on disk only as far as it must be."""
        if self._user:
            shutil.chown(self._folder, self._user)
        # Anybody on this machine may come in, as a check of passwords takes most of the time.
        self._run("initdb", "--pgdata", str(self._folder / "data"), "--username", "tester",
                  "--auth", "trust", "--no-sync", "--encoding", "UTF8", "--no-locale")  # fmt: skip

    def start(self) -> None:
        options = {
            "port": self._port, "listen_addresses": "127.0.0.1", "fsync": "off",
            "unix_socket_directories": "", "max_connections": 50,
        }  # fmt: skip
        settings = [part for name, one in options.items() for part in ("-c", f"{name}={one}")]
        command = [program("postgres"), "-D", str(self._folder / "data"), *settings]
        with (self._folder / "postgres.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, user=self._user, cwd=self._folder
            )
        wait_until(self._answers, "a PostgreSQL that answers")

    def stop(self) -> None:
        if self._process is not None:
            self.wake()
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(timeout=PATIENCE)
            self._process = None

    def freeze(self) -> None:
        """It hangs, and so do all its children: connections are taken, and nobody answers."""
        assert self._process is not None
        each = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text()
        self._frozen = [self._process.pid, *map(int, each.split())]
        for one in self._frozen:
            os.kill(one, signal.SIGSTOP)

    def wake(self) -> None:
        for one in reversed(self._frozen):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGCONT)
        self._frozen = []

    def fresh(self) -> str:
        """The address of a database of one's own, empty."""
        name = f"test_{next(_numbers)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url(), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, name: str, *arguments: str) -> None:
        command = [program(name), *arguments]
        subprocess.run(command, user=self._user, cwd=self._folder, check=True, capture_output=True)


_numbers = count()


@contextmanager
def postgres_server() -> Iterator[Postgres]:
    # Not under pytest's own folder, which nobody but its owner may enter.
    with TemporaryDirectory(prefix="vardplats-postgres-") as folder:
        postgres = Postgres(Path(folder))
        postgres.make()
        postgres.start()
        try:
            yield postgres
        finally:
            postgres.stop()


@contextmanager
def unhurried() -> Iterator[None]:
    """A database is read within as slowly as a busy machine does, where it waits for nobody."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postgres_repository, "LOOK_SECONDS", PATIENCE)
        patch.setattr(connections, "CONNECT_SECONDS", PATIENCE)
        yield


def program(name: str) -> str:
    """The path of a Debian program; root's and PostgreSQL's are not in everybody's path."""
    servers = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    others = ":".join(["/usr/sbin", "/usr/local/sbin", *map(str, servers)])
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:{others}")
    if found is None:
        pytest.fail(f"{name} is missing: run `make test` as root once, or install it from Debian")
    return found


@contextmanager
def _running(
    command: list[str], log: Path, environment: Mapping[str, str] | None = None
) -> Iterator[tuple[Process, Path]]:
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=out, stderr=out, start_new_session=True
        )
    try:
        yield process, log
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(timeout=PATIENCE)
