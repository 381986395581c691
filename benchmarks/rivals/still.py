"""The limit: our page as one still document, with the same bundle, words and figures."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response

from benchmarks.rivals.variants import Running

_SCRIPT = Path(__file__).with_name("still.js").read_text(encoding="utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def still(browser: Browser, ours: Running) -> Iterator[int]:
    """The port where a copy of our page is served from files, without Dash."""
    with TemporaryDirectory() as folder:
        _copy(browser, f"http://127.0.0.1:{ours.port}/", Path(folder))
        handler = partial(_Quiet, directory=folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()
        server.server_close()


def _copy(browser: Browser, address: str, folder: Path) -> None:
    """Write the page as it stands when drawn, and the files that it and its figures need."""
    page = browser.new_page(viewport={"width": 1440, "height": 1100}, locale="sv-SE")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address, wait_until="networkidle")
    page.wait_for_function("() => document.querySelectorAll('.choroplethlayer path').length === 21")
    page.wait_for_timeout(1000)
    document = page.evaluate(_SCRIPT)
    for answer in answers:
        path = urlsplit(answer.url).path
        if answer.request.method == "GET" and answer.ok and path != "/":
            file = folder / path.lstrip("/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(answer.body())
    (folder / "index.html").write_text(f"<!doctype html>\n{document}", encoding="utf-8")
    page.close()
