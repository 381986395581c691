"""No file holds what does not belong in a repository, and the lock files lock."""

import json
import re

import pytest

from dashboard.paths import ROOT
from tests.repository import repository

# Written in two halves, so that this file does not hold what it looks for.
HOSTS = ("pypi" + ".org", "python" + "hosted", "npm" + "js.", "debian" + ".org", "ana" + "conda.",
         "ghcr" + ".io", "docker" + ".io", "jsdelivr" + ".net", "unpkg" + ".com")  # fmt: skip
HOMES = ("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/")
# What `make audit` asks about known weaknesses of the locked packages; nothing is fetched there.
ASKED_ABOUT_WEAKNESSES = {("Makefile", HOSTS[0]), ("docs/runbook.md", HOSTS[0])}
_NAMES = ("A" + "I", "L" + "LMs?", "G" + "PT", "[Cc]hat" + "bots?", "[Cc]lau" + "de",
          "[Cc]opi" + "lot", "[Oo]pen" + "ai", "[Aa]nthro" + "pic", "[Aa]ssis" + "tants?",
          "[Ss]and" + "box", "[Cc]o-[Aa]uth" + "ored")  # fmt: skip
WRITERS = re.compile(rf"\b(?:{'|'.join(_NAMES)})\b")


def test_no_file_holds_a_registry_a_home_or_its_writer() -> None:
    found = []
    for path in repository():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        held = [one for one in (*HOSTS, *HOMES) if one in text]
        if path.suffix != ".png":
            held += WRITERS.findall(text)
        name = path.relative_to(ROOT).as_posix()
        found += [f"{name}: {one}" for one in held if (name, one) not in ASKED_ABOUT_WEAKNESSES]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_file_has_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.split(r"^(?=\S)", text, flags=re.M)[1:]
    assert len(pins) > 20
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []
    assert "://" not in text
    assert "--index" not in text


def test_the_lock_file_of_the_browser_tests_has_hashes_and_no_addresses() -> None:
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = {name: one for name, one in locked.items() if name}
    assert wanted
    assert all(one["integrity"].startswith("sha512-") for one in wanted.values())
    assert not any("resolved" in one for one in wanted.values())
