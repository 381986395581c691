"""The files of the repository, as its tests read them."""

import subprocess
from pathlib import Path

from dashboard.paths import ROOT


def repository() -> list[Path]:
    """The files that are in the repository, or would be once added."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    ended = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for name in ended.stdout.split("\0") if name and (path := ROOT / name).is_file()]
