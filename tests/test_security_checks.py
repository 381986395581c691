"""`make check` looks for what is unsafe in our code and asks about locked packages; both find."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from dashboard.paths import ROOT
from tests.each import each

SECONDS = 240
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
LOCK = ROOT / "requirements.lock"
PIN = re.compile(r"^([\w.-]+)==([^ ;]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
# What bandit calls of medium and of high severity, and what it calls of low.
PLANTED = {"medium": "eval('1')\n", "high": "import hashlib\n\nhashlib.md5(b'x')\n"}
FINE = "assert 1 + 1 == 2\n"


def _told(name: str) -> list[str]:
    """The words of a command of the Makefile, without where its tools lie."""
    found = re.search(rf"^{name} = \$\(BIN\)/(.+)$", MAKEFILE, re.MULTILINE)
    assert found
    return found[1].split()


def _ran(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    told = [sys.executable, "-m", *map(str, arguments)]
    return subprocess.run(
        told, capture_output=True, text=True, timeout=SECONDS, cwd=ROOT, check=False
    )


def test_a_check_runs_both() -> None:
    recipe = re.search(r"^check:.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    assert recipe
    lines = recipe[1].splitlines()
    assert "\t@$(BANDIT)" in lines
    assert any(line.startswith("\t@$(MAKE) --no-print-directory audit") for line in lines)
    audit = re.search(r"^audit:.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    assert audit
    assert "pip-audit --strict --disable-pip --requirement requirements.lock" in audit[1]


def test_all_rooms_of_the_product_are_looked_through() -> None:
    told = _told("BANDIT")
    for room in each(("dashboard", "layouts", "callbacks", "app.py")):
        assert room in told


@pytest.mark.parametrize("severity", [*PLANTED, ""])
def test_what_is_planted_is_found_and_fails(tmp_path: Path, severity: str) -> None:
    (tmp_path / "planted.py").write_text(PLANTED.get(severity, FINE), "utf-8")
    options = [one for one in _told("BANDIT") if one.startswith("-")]
    done = _ran("bandit", *options, tmp_path)
    assert done.returncode == bool(severity), done.stdout + done.stderr
    assert (f"Severity: {severity.capitalize()}" in done.stdout) is bool(severity)


class _Weaknesses(BaseHTTPRequestHandler):
    """Answers as the service of known weaknesses does: the package `planted_in` has one."""

    planted_in = "apispec"

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        package = asked["package"]
        known = [{
            "id": "PYSEC-0000-1", "summary": "planted", "modified": "2026-01-01T00:00:00Z",
            "affected": [{"package": package, "versions": [asked["version"]]}],
        }] if package["name"] == self.planted_in else []  # fmt: skip
        body = json.dumps({"vulns": known} if known else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is said of requests."""


@pytest.fixture(scope="module")
def weaknesses() -> Iterator[str]:
    """The address of a service that knows of one weakness."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Weaknesses)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize(("package", "found"), [("apispec", True), ("annotated-types", False)])
def test_a_locked_package_with_a_known_weakness_fails_the_audit(
    tmp_path: Path, weaknesses: str, package: str, found: bool
) -> None:
    (pin,) = (one for one in _pins() if one.startswith(f"{package}=="))
    (tmp_path / "one.lock").write_text(pin, "utf-8")
    options = re.search(r"pip-audit (.+?) --requirement", MAKEFILE)
    assert options
    asked = ["--vulnerability-service", "osv", "--osv-url", weaknesses, "--progress-spinner", "off"]
    asked += ["--cache-dir", str(tmp_path / "cache")]
    done = _ran("pip_audit", *options[1].split(), "-r", tmp_path / "one.lock", *asked)
    assert done.returncode == found, done.stderr
    assert ("PYSEC-0000-1" in done.stdout) is found


def test_the_list_of_what_is_locked_has_every_package_with_its_hashes(tmp_path: Path) -> None:
    target = tmp_path / "sbom.json"
    recipe = re.search(r"\$\(BIN\)/cyclonedx-py requirements requirements.lock (.+?)\\\n(.+?)"
                       r"--output-file", MAKEFILE, re.DOTALL)  # fmt: skip
    assert recipe
    options = f"{recipe[1]} {recipe[2]}".split()
    done = _ran("cyclonedx_py", "requirements", LOCK, *options, "--output-file", target)
    assert done.returncode == 0, done.stderr
    words = target.read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(words) is None
    listed = {
        (one["name"], one["version"]): {
            told["content"]
            for reference in one["externalReferences"]
            for told in reference["hashes"]
        }
        for one in json.loads(words)["components"]
    }
    locked = {match.groups(): {*HASH.findall(pin)} for pin in _pins() if (match := PIN.match(pin))}
    assert len(locked) > 100
    assert listed == locked


def _pins() -> list[str]:
    return re.split(r"^(?=\S)", LOCK.read_text("utf-8"), flags=re.MULTILINE)[1:]
