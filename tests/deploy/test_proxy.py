"""The proxy as it is shipped: sizes of bodies, the scheme behind TLS, and no POST sent twice."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from dashboard.paths import ROOT
from tests.servers import Site, nginx


@dataclass
class Behind:
    """The proxy, and what the two servers behind it were asked."""

    proxy: Site
    asked: list[tuple[str, str]] = field(default_factory=list)

    def answer(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> tuple[int, str]:
        with closing(HTTPConnection("127.0.0.1", self.proxy.port, timeout=60)) as connection:
            connection.request(method, path, body, headers or {})
            with connection.getresponse() as response:
                return response.status, response.read().decode()


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    asked: list[tuple[str, str]] = []
    servers: list[ThreadingHTTPServer] = []
    over = Event()

    class Upstream(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answered(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked.append((self.command, self.path))
            if "hangs" in self.path and self.server is servers[0]:
                # It hangs for as long as the test goes on.
                over.wait()
            if "slow" in self.path:
                over.wait(3)
            if self.path == "/drops":
                self.close_connection = True
                return
            said = self.headers.get("X-Forwarded-Proto", "").encode()
            # Whoever asked may not wait any longer.
            with suppress(OSError):
                self.send_response(200)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

        do_GET = do_POST = _answered  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            return None

    folder = tmp_path_factory.mktemp("proxy")
    with ExitStack() as stack:
        stack.callback(over.set)
        servers += [ThreadingHTTPServer(("127.0.0.1", 0), Upstream) for _ in range(2)]
        for server in servers:
            Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
        sites = [Site(one.server_address[1], None, folder) for one in servers]  # type: ignore[arg-type]
        yield Behind(stack.enter_context(nginx(sites, folder)), asked)


def test_a_body_reaches_the_application_where_it_would_take_it(behind: Behind) -> None:
    assert behind.answer("POST", "/wards", b"x" * 2_000_001)[0] == 200
    assert behind.answer("POST", "/wards", b"x" * 4_000_000)[0] == 413
    assert behind.answer("POST", "/importera", b"x" * (20 << 20))[0] == 200
    assert behind.answer("POST", "/en/import", b"x" * (20 << 20))[0] == 200


def test_the_scheme_is_that_of_the_reader_also_behind_another_end_of_tls(behind: Behind) -> None:
    assert behind.answer("GET", "/") == (200, "http")
    assert behind.answer("GET", "/", headers={"X-Forwarded-Proto": "https"}) == (200, "https")
    assert behind.answer("GET", "/", headers={"X-Forwarded-Proto": "odd"}) == (200, "http")


def test_an_instance_that_hangs_is_left_for_another(behind: Behind) -> None:
    for number in range(8):
        assert behind.answer("GET", f"/hangs?{number}") == (200, "http")
        assert behind.answer("POST", "/_dash-update-component?hangs", b"x") == (200, "http")
    text = (ROOT / "deploy" / "nginx.conf").read_text()
    # What a reader waits for one that hangs, before another one is asked.
    for location in ("location / {", "location = /_dash-update-component {"):
        assert "proxy_read_timeout 2s;" in text.partition(location)[2].partition("}")[0]


def test_where_all_are_slow_a_reader_is_waited_for_and_a_report_is_sent_once(
    behind: Behind,
) -> None:
    assert behind.answer("POST", "/slow", b"x")[0] == 504
    assert behind.asked.count(("POST", "/slow")) == 1
    assert behind.answer("GET", "/slow") == (200, "http")
    assert behind.answer("POST", "/reports?slow", b"x") == (200, "http")
    assert behind.asked.count(("POST", "/reports?slow")) == 1


def test_a_post_that_was_sent_is_not_sent_to_another_instance(behind: Behind) -> None:
    assert behind.answer("POST", "/drops", b"x")[0] == 502
    assert behind.asked.count(("POST", "/drops")) == 1
    assert behind.answer("GET", "/drops")[0] == 502
    assert behind.asked.count(("GET", "/drops")) == 2


def test_the_proxy_writes_only_where_its_user_may() -> None:
    """The image runs it as www-data, and a start makes these folders before it answers."""
    text = (ROOT / "deploy" / "nginx.conf").read_text()
    written = re.findall(r"^\s*(pid|\w+_temp_path|access_log) (\S+?)[; ]", text, re.MULTILINE)
    assert {name for name, _ in written} == {
        "pid", "access_log", *(f"{kind}_temp_path" for kind in
                               ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")),
    }  # fmt: skip
    assert all(path.startswith(("/tmp/", "/dev/")) for _, path in written)
