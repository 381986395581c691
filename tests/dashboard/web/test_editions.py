"""What is kept of an address gives way when targets that it names are loaded."""

import shutil
from pathlib import Path

from app import create_app
from dashboard.paths import ROOT
from dashboard.settings import Settings
from dashboard.targets.versions import load
from tests.servers import wait_until


def test_an_address_asked_for_too_early_is_answered_anew(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "releases", tmp_path / "releases")
    client = create_app(Settings(home=tmp_path, prewarm=False)).server.test_client()

    def refused() -> bool:
        return "targets=v2 does not exist" in client.get("/en/?targets=v2").text

    assert refused()
    assert refused()
    load(tmp_path, (ROOT / "tests" / "data" / "targets.csv").read_bytes().replace(b"v1,", b"v2,"))
    wait_until(lambda: not refused(), "a page with the new version")
