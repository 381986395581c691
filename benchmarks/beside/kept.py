"""Parts of a run, each kept in a file when it is done, so that one can be measured anew alone."""

import json
import os
import time
from datetime import datetime
from typing import Any

from dashboard.paths import ROOT

FOLDER = ROOT / "var" / "beside"
PARTS = ("phones", "server", "days", "rivals")


class Timed:
    """When a part began, and what else the machine had to do."""

    def __init__(self) -> None:
        self._began, self._load = time.monotonic(), os.getloadavg()[0]
        self.at = datetime.now().isoformat(sep=" ", timespec="minutes")

    def keep(self, part: str, found: dict[str, Any]) -> None:
        """Write what a part found, in place of what it found before."""
        minutes = (time.monotonic() - self._began) / 60
        told = {"at": self.at, "minutes": round(minutes, 1), "load": round(self._load, 1)}
        FOLDER.mkdir(parents=True, exist_ok=True)
        text = json.dumps({**told, "found": found}, ensure_ascii=False, indent=1)
        (FOLDER / f"{part}.json").write_text(text, encoding="utf-8")


def kept() -> dict[str, dict[str, Any]]:
    """What is there by part: when it began, how long it took, the load before it, and `found`."""
    files = {part: FOLDER / f"{part}.json" for part in PARTS}
    return {part: json.loads(file.read_bytes()) for part, file in files.items() if file.is_file()}
