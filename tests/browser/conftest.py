"""A real Chromium before the real app: no other host is reached, no error goes unseen."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The rules whose answer is another in another width or scheme, where a page is the same.
AXE_LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]

# Chromium looks up hosts of its own at every start unless these are off.
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page comes into the process of the one before, with the scripts that are compiled there.
    "--process-per-site",
]
# No name and no address but this one resolves, so a foreign request fails before it leaves.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"

# What stands behind a heading is tried as a reader meets it who has opened it.
OPENED = """addEventListener("DOMContentLoaded", () => {
  for (const door of document.querySelectorAll("details.door")) door.open = true;
});"""

WIDE, NARROW, NARROWEST = 1400, 390, 320

expect.set_options(timeout=120_000)

NewContext = Callable[..., BrowserContext]
NewPage = Callable[..., Page]
Axe = Callable[..., list[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Watch:
    """What went wrong on a page: requests to other hosts, and errors in its console."""

    home: str
    forgiven: tuple[str, ...]
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on("request", lambda request: self.asked(request.url))
        page.on("websocket", lambda socket_: self.asked(socket_.url))
        page.on("console", self.said)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def asked(self, url: str) -> None:
        if not url.startswith((self.home + "/", "data:", "blob:", "about:")):
            self.foreign.append(url)

    def said(self, message: ConsoleMessage) -> None:
        text = f"{message.text} ({message.location.get('url', '')})"
        if message.type == "error" and not any(re.search(one, text) for one in self.forgiven):
            self.errors.append(text)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 180
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(f"{url}/readyz", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"the server did not become ready:\n{log.read_text()[-4000:]}", pytrace=False)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real app, served by gunicorn for this session."""
    log = tmp_path_factory.mktemp("server") / "log"
    with serving(log, VARDPLATS_HOME=str(ROOT / "var")) as url:
        yield url


@contextmanager
def serving(log: Path, *, module: str = "app", url: str = "", **own: str) -> Iterator[str]:
    """The address of the app of a module with settings of its own, served until the end."""
    url = url or f"http://127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "gunicorn", f"{module}:server", "--preload", "--threads", "4"]
    command += ["--bind", url.removeprefix("http://")]
    environment = {**os.environ, **own}
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
    try:
        wait_until_ready(url, process, log)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=180)
    assert "Traceback" not in log.read_text(), log.read_text()


def launched(playwright: Playwright, env: dict[str, str] | None = None) -> Browser:
    """Chromium: `VARDPLATS_CHROMIUM`, else the system's, else Playwright's own."""
    program = os.environ.get("VARDPLATS_CHROMIUM") or shutil.which("chromium")
    return playwright.chromium.launch(
        executable_path=program, args=[*QUIET, ALONE], chromium_sandbox=False, env=env
    )


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What starts browsers; there can be one at a time."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The browser of the tests, with the fonts of the machine."""
    browser = launched(playwright)
    yield browser
    browser.close()


def keep_process(context: BrowserContext) -> None:
    """Leave a page of the site open, so that its process stays for the pages of the tests.

    To start one and to compile the scripts in it takes more than half of a page's time.
    """
    context.new_page().goto("/healthz")


@pytest.fixture(scope="session")
def contexts(browser: Browser, server: str) -> Iterator[NewContext]:
    """One context for each set of options, so that scripts are fetched and compiled once."""
    known: dict[str, BrowserContext] = {}

    def context(**options: object) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in known:
            known[key] = browser.new_context(
                base_url=server,
                locale="sv-SE",
                timezone_id="Europe/Stockholm",
                service_workers="block",
                **options,
            )
            known[key].set_default_timeout(120_000)
            keep_process(known[key])
        return known[key]

    yield context
    for one in known.values():
        one.close()


@pytest.fixture
def new_page(contexts: NewContext, server: str) -> Iterator[NewPage]:
    """`new_page(width=1400, scheme="light", forgiven=("status of 404",), ...)`, a new visitor.

    Paths are relative to the app: `page.goto("/")`; `host` is another app's address. Other
    keywords go to Playwright's `new_context`. The doors of the page stand open, as a reader opens
    them one after another; `closed` leaves them as they come. When the test ends, it fails if a
    page asked another host for anything, or wrote an error to its console that no pattern of
    `forgiven` matches.
    """
    watches: list[Watch] = []
    pages = []

    def opened(
        *,
        width: int = WIDE,
        height: int = 900,
        scheme: str = "light",
        forgiven: tuple[str, ...] = (),
        closed: bool = False,
        host: str = "",
        **more: object,
    ) -> Page:
        page = contexts(**more).new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        if not closed:
            page.add_init_script(OPENED)
        watch = Watch(host or server, forgiven)
        watch.follow(page)
        watches.append(watch)
        pages.append(page)
        return page

    yield opened
    for page in pages:
        # What the app remembers in a browser is not left to the next visitor of the context.
        if page.url.startswith(server):
            page.evaluate("() => localStorage.clear()")
        page.close()
    assert [url for watch in watches for url in watch.foreign] == [], "asked another host"
    assert [error for watch in watches for error in watch.errors] == [], "errors in the console"


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A visitor on a wide screen in light colours."""
    return new_page()


@pytest.fixture(scope="session")
def axe() -> Axe:
    """`axe(page)`: what axe-core finds wrong with the page as it stands, one line per place.

    `axe(page, AXE_LOOKS)` asks of these rules alone.
    """
    if not AXE.exists():
        pytest.fail("axe-core is missing: run `make test` once", pytrace=False)
    source = AXE.read_text(encoding="utf-8")

    def violations(page: Page, rules: list[str] = AXE_TAGS) -> list[str]:
        # Evaluated by the browser and not added as a script, which the page's policy forbids.
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(source)
        # No rule of these asks for style sheets or films, which would be fetched again.
        found = page.evaluate(
            """rules => axe.run(document, {
              runOnly: rules, resultTypes: ["violations"], preload: false,
            })""",
            rules,
        )
        return [
            f"{rule['id']}: {rule['help']}: {' '.join(map(str, node['target']))}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return violations
